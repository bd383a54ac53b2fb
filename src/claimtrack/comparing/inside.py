"""What stands behind a comparison: the signals, the model's figures and the words that answer to one another."""

from collections.abc import Sequence

from attrs import define

from claimtrack.comparing.model import STEEPEST, chance, shipped_model
from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import AlignedWords, Evidence, Span
from claimtrack.once import once
from claimtrack.settings import Settings

_MEASURES = tuple(signal.measure for signal in SIGNALS)


@define(eq=False, slots=False)  # not frozen, for that takes six times as long to make
class Inside:
    """Each part is worked out when it is first asked for: many relations follow without it. Not to be changed."""

    pairing: Pairing
    turned: bool
    """Is the left wording of the pairing the right one of what was asked?"""
    equal: bool
    terms: Sequence[str]
    """The terms of the contrasts found (`model.terms_of`)."""
    settings: Settings
    more: tuple[Evidence, ...]
    """Signals beside the shipped ones, with what each adds to the log-odds."""
    of_occasion: float
    """What of the log-odds comes from who said them, and not from the wordings."""
    meaning: float | None = None
    """What an encoder says of their likeness, 0 to 1."""

    @once
    def values(self) -> list[float]:
        """The value of every shipped signal, in their order."""
        return measured(self.pairing, self.settings.switched_off)

    @property
    def wordless(self) -> bool:
        """Is either without a word, so that there is nothing to be measured ("😀")?"""
        return not (self.pairing.left.keys and self.pairing.right.keys)

    @once
    def of_model(self) -> float:
        """The log-odds of paraphrase as the shipped model has them: of the wordings alone, uncalibrated."""
        if self.wordless:
            return -STEEPEST
        return shipped_model().paraphrase.sum(self.values, self.terms)

    @once
    def odds(self) -> float:
        """The log-odds of paraphrase, an encoder's say aside."""
        settings = self.settings
        found = settings.slope * self.of_model + settings.shift
        return found + settings.slope * sum([one.weight for one in self.more]) if self.more else found

    @property
    def wording_odds(self) -> float:
        """The same whoever said them."""
        return self.odds - self.of_occasion

    @property
    def added(self) -> float:
        """What an encoder's say adds to the log-odds: 0.0 where it speaks for nothing more than usual."""
        if self.meaning is None or self.equal:
            return 0.0
        return self.settings.meaning_weight * max(0.0, self.meaning - self.settings.meaning_usual)

    @property
    def judged(self) -> float:
        """The probability of paraphrase on which the relation rests: an encoder's likeness finds, it never judges."""
        return 1.0 if self.equal else chance(self.odds)

    @property
    def is_related(self) -> bool:
        """Does the model find that both answer to one question? By the wordings alone, whoever said them.

        Two that may well say the same do.
        """
        if self.wordless:
            return False
        if self.wording_odds >= 0.0:
            return True
        return shipped_model().related.log_odds(self.values, (), self.of_model, self.similarity) >= 0.0

    def is_same(self, objection: str) -> bool:
        """Does the model find that both wordings say the same, this objection weighed?

        It weighs them whoever said them; that they are one must not be unlikely, whoever said them counted.
        """
        if self.odds < 0.0:
            return False
        return shipped_model().same.log_odds(self.values, (objection,), self.wording_odds) >= 0.0

    @property
    def judged_wordings(self) -> float:
        """The same whoever said them."""
        return 1.0 if self.equal else chance(self.wording_odds)

    @property
    def paraphrase(self) -> float:
        """The probability of paraphrase, contrary contrasts aside."""
        return 1.0 if self.equal else chance(self.odds + self.added)

    @property
    def of_wordings(self) -> float:
        """The same whoever said them."""
        return 1.0 if self.equal else chance(self.wording_odds + self.added)

    @property
    def similarity(self) -> float:
        """The graded likeness, 0 to 1."""
        if self.equal or self.wordless:
            return float(self.equal)
        return shipped_model().similarity_of(self.values, self.terms)

    @property
    def signals(self) -> tuple[Evidence, ...]:
        """Every signal that is not switched off, with its value and what it adds."""
        parts = shipped_model().paraphrase.told(self.values)
        shipped = [
            Evidence(signal.name, value, signal.says, part, signal.group)
            for signal, value, part in zip(SIGNALS, self.values, parts, strict=True)
            if signal.name not in self.settings.switched_off
        ]
        if self.meaning is None or self.equal:
            return (*shipped, *self.more)
        told = Evidence("meaning", self.meaning, "likeness that an encoder finds", self.added, "of an encoder")
        return (*shipped, *self.more, told)

    @property
    def alignment(self) -> tuple[AlignedWords, ...]:
        """The words that answer to one another, in the order of the left wording."""
        left, right = self.pairing.left.place_of, self.pairing.right.place_of
        found = [(left(i), right(j), by, strength) for i, j, by, strength in self.pairing.alignment.pairs]
        if self.turned:
            found = sorted([(right, left, by, strength) for left, right, by, strength in found])
        return tuple([AlignedWords(*one) for one in found])

    @property
    def alone(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The content words without a counterpart, left and right."""
        left = tuple(self.pairing.left.place_of(at) for at in self.pairing.alignment.left_over)
        right = tuple(self.pairing.right.place_of(at) for at in self.pairing.alignment.right_over)
        return (right, left) if self.turned else (left, right)


def measured(pairing: Pairing, switched_off: frozenset[str] = frozenset()) -> list[float]:
    """The value of every signal, in their order; one that is switched off has its usual value."""
    if not switched_off:
        return [measure(pairing) for measure in _MEASURES]
    usual = shipped_model().paraphrase.usual_values()
    return [
        mean if signal.name in switched_off else signal.measure(pairing)
        for signal, mean in zip(SIGNALS, usual, strict=True)
    ]
