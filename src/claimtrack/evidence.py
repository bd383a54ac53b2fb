"""What comparing two wordings gives: relation, evidence, contrasts, and the comparison that holds them."""

from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple, Protocol

from attrs import field, frozen

Span = tuple[int, int]
"""Start and end of some words in a text, in characters (Python slices); (0, 0) where there are none."""


class Relation(StrEnum):
    """How two wordings stand to one another."""

    SAME = "same"
    """Each can stand for the other."""
    PARTIAL = "partial"
    """Both can be true, but one says more, is narrower, or is less sure."""
    DIVERGE = "diverge"
    """They cannot both hold."""
    UNRELATED = "unrelated"
    """No common question."""


DIFFERENCES = (str(Relation.PARTIAL), str(Relation.DIVERGE), str(Relation.UNRELATED))
"""How two claims may stand to one another that are judged different."""


class ContrastKind(StrEnum):
    """The kinds of difference that are named (after de Marneffe, Rafferty & Manning 2008, section 3)."""

    POLARITY = "polarity"
    ANTONYM = "antonym"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    ROLE = "role"
    MODALITY = "modality"
    SCOPE = "scope"

    __hash__ = str.__hash__  # that of an Enum runs in Python, and is not that of the text it equals


class Evidence(NamedTuple):
    """One signal's answer: `value` from 0.0 (no reason) to 1.0 (full reason) to think of one thing."""

    name: str
    value: float
    reason: str = ""
    """What the value tells."""
    weight: float = 0.0
    """What the value added to the model's log-odds of paraphrase, beside the usual value; 0.0 where none was asked."""
    group: str = ""
    """What kind of signal it is: those of one group overlap, so that their weights are best read together."""


def turned_about(reason: str) -> str:
    """A reason with the words of both sides in the other order: "“A” and “B” cannot both be"."""
    before, between, behind = reason.partition("” and “")
    begin = before.find("“", before.rfind("”") + 1) + 1
    end = behind.find("”")
    if not between or not begin or end < 0:
        return reason
    return f"{before[:begin]}{behind[:end]}{between}{before[begin:]}{behind[end:]}"


class Contrast(NamedTuple):
    """A named difference between two wordings, with the words on both sides.

    `contrary` tells a difference that cannot be (12 against 40) from one that only
    narrows or weakens (September against 30 September, will against may).
    """

    kind: ContrastKind
    left: str
    right: str
    left_span: Span = (0, 0)
    right_span: Span = (0, 0)
    reason: str = ""
    contrary: bool = False
    weight: float = 0.0
    """What the contrast added to the model's log-odds of paraphrase; 0.0 where no model was asked."""

    def mirrored(self) -> "Contrast":
        """The same contrast seen from the other side."""
        kind, left, right, left_span, right_span, reason, contrary, weight = self
        return Contrast(kind, right, left, right_span, left_span, turned_about(reason), contrary, weight)


class Fate(StrEnum):
    """What became of something in a retelling."""

    DROPPED = "dropped"
    ADDED = "added"
    CHANGED = "changed"


class Alteration(NamedTuple):
    """What a retelling did to a wording: what kind of thing, its fate, and the words on both sides."""

    kind: ContrastKind
    fate: Fate
    fuller: str
    retold: str
    fuller_span: Span = (0, 0)
    retold_span: Span = (0, 0)
    reason: str = ""


class AlignedWords(NamedTuple):
    """Words of one wording put beside words of the other; `by` says on what ground (same, family, synonym, …)."""

    left_span: Span
    right_span: Span
    by: str
    strength: float = 1.0


class Inside(Protocol):
    """What stands behind a comparison, each part worked out when asked for: most are never looked into.

    Its figures are those before it is known that the wordings diverge.
    """

    @property
    def paraphrase(self) -> float:
        """Probability that each wording says what the other says."""

    @property
    def judged(self) -> float:
        """The same without what an encoder says, for that never judges."""

    @property
    def judged_wordings(self) -> float:
        """This, too, whoever said them."""

    @property
    def of_wordings(self) -> float:
        """The same whoever said them."""

    @property
    def similarity(self) -> float:
        """Graded likeness of meaning."""

    @property
    def signals(self) -> tuple[Evidence, ...]:
        """Every signal."""

    @property
    def alignment(self) -> tuple[AlignedWords, ...]:
        """The words that answer to one another."""

    @property
    def alone(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The words without a counterpart, left and right."""


_CONTRARY_SHARE = 0.001
"""A wording that cannot hold beside another is no paraphrase of it, however alike the words are."""


@frozen(kw_only=True, slots=False, repr=False)  # with slots, a frozen class takes three times as long to make
class Comparison:
    """Two wordings side by side; every figure lies in 0.0 to 1.0, larger is more alike."""

    left: str
    right: str
    relation: Relation
    contrasts: tuple[Contrast, ...]
    reason: str
    """One sentence that gives the verdict."""
    related: bool
    """Do the wordings alone share enough to have a common question?"""
    inside: Inside = field(eq=attrgetter("paraphrase", "of_wordings"))

    @property
    def paraphrase(self) -> float:
        """Probability that each wording says what the other says (calibrated on labelled pairs).

        Of two claims, that they are one: who said them counts too.
        """
        return self._tempered(self.inside.paraphrase)

    @property
    def of_wordings(self) -> float:
        """The same whoever said them."""
        return self._tempered(self.inside.of_wordings)

    def _tempered(self, chance: float) -> float:
        return chance * _CONTRARY_SHARE if self.relation is Relation.DIVERGE else chance

    @property
    def similarity(self) -> float:
        """Graded likeness of meaning."""
        return self.inside.similarity

    @property
    def signals(self) -> tuple[Evidence, ...]:
        """Every signal with its value and weight."""
        return self.inside.signals

    @property
    def alignment(self) -> tuple[AlignedWords, ...]:
        """The words that answer to one another, in the order of the left wording."""
        return self.inside.alignment

    @property
    def alone(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The content words without a counterpart, left and right."""
        return self.inside.alone

    def __repr__(self) -> str:
        figures = f"paraphrase={self.paraphrase:.3f}, similarity={self.similarity:.3f}"
        told = f"left={self.left!r}, right={self.right!r}, contrasts={self.contrasts!r}, reason={self.reason!r}"
        return f"Comparison(relation={self.relation.value!r}, {figures}, {told})"
