"""What stands behind a comparison: the signals, the model's figures and the words that answer to one another."""

from collections.abc import Sequence

from attrs import define

from claimtrack.comparing.model import chance, shipped_model
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

    @once
    def odds(self) -> float:
        """The log-odds of paraphrase, an encoder's say aside."""
        settings = self.settings
        found = settings.slope * shipped_model().paraphrase.sum(self.values, self.terms) + settings.shift
        return found + settings.slope * sum([one.weight for one in self.more]) if self.more else found

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
    def paraphrase(self) -> float:
        """The probability of paraphrase, contrary contrasts aside."""
        return 1.0 if self.equal else chance(self.odds + self.added)

    @property
    def of_wordings(self) -> float:
        """The same whoever said them."""
        return 1.0 if self.equal else chance(self.odds + self.added - self.of_occasion)

    @property
    def similarity(self) -> float:
        """The graded likeness, 0 to 1."""
        return 1.0 if self.equal else shipped_model().similarity_of(self.values, self.terms)

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
