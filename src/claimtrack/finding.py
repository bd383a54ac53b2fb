"""What tracking gives: links, positions held, verdicts with their proof, shifts over time."""

from enum import StrEnum

from attrs import frozen

from claimtrack.claim import Expectation
from claimtrack.evidence import Comparison, Relation
from claimtrack.when import When


class Verdict(StrEnum):
    """What two sides come to on an issue."""

    AGREE = "agree"
    """They hold the same position and nothing diverges."""
    PARTIAL = "partial"
    """Compatible but not the same."""
    DIVERGE = "diverge"
    """Some claim of one cannot hold beside some claim of the other."""
    ONE_SIDED = "one-sided"
    """Only one side speaks to it."""
    UNKNOWN = "unknown"
    """Neither side speaks to it."""


class Basis(StrEnum):
    """On what a verdict or a relation rests; an earlier one outranks a later one."""

    STATED = "stated"
    """Positions, stances and exclusions that the editor wrote."""
    JUDGED = "judged"
    """A person's judgement on the pair."""
    COMPUTED = "computed"
    """The comparison of the wordings."""


class LinkBy(StrEnum):
    """Who put two claims together."""

    JUDGEMENT = "judgement"
    SCORE = "score"


class Silence(StrEnum):
    """Why a side says nothing on an issue."""

    SPEAKS = "speaks"
    SILENT = "silent"
    """A source of that side on the same event is in the ledger whole and does not speak to it."""
    NOT_COVERED = "not covered"
    """Nothing in the ledger shows whether that side spoke to it."""


class ShiftKind(StrEnum):
    """How a later claim stands to an earlier one on the same issue."""

    NARROWING = "narrowing"
    WIDENING = "widening"
    REVERSAL = "reversal"
    SHIFT = "shift"


@frozen(kw_only=True)
class Link:
    """Two claims put together, by a judgement or by a score; `suggested` waits for a person's word."""

    left: str
    right: str
    relation: Relation
    by: LinkBy
    paraphrase: float
    similarity: float
    suggested: bool = False
    because: str = ""


@frozen(kw_only=True)
class Proof:
    """Two claims that carry a verdict: by which rule, on what basis, with which words."""

    left: str
    right: str
    relation: Relation
    basis: Basis
    rule: str
    comparison: Comparison


@frozen(kw_only=True)
class HeldPosition:
    """One answer to an issue with the claims that give it; `stated` where the editor wrote it down."""

    id: str
    issue: str
    text: str
    """The wording; where the position is denied or left open, it begins with that: “denies: …”."""
    claims: tuple[str, ...]
    sides: tuple[str, ...]
    stated: bool
    since: When | None = None
    former: tuple[str, ...] = ()
    """Those of the sides that held it earlier: later claims of theirs replaced the ones that do."""


@frozen(kw_only=True)
class Shift:
    """A change over time: `side`'s (or one speaker's) earlier and later claim on an issue."""

    side: str
    speaker: str
    earlier: str
    later: str
    kind: ShiftKind
    reason: str
    basis: Basis


@frozen(kw_only=True)
class SideView:
    """One side on one issue: its current claims, those that later ones replaced, and the positions held."""

    side: str
    claims: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    silence: Silence = Silence.SPEAKS


@frozen(kw_only=True)
class Split:
    """Current claims of one side that cannot both hold."""

    side: str
    because: tuple[Proof, ...]


@frozen(kw_only=True)
class Finding:
    """What two sides come to on one issue, with its proof."""

    issue: str
    question: str
    between: tuple[str, str]
    verdict: Verdict
    basis: Basis
    computed: Verdict | None = None
    """The verdict that the wordings alone would give, where it differs from a person's."""
    sides: tuple[SideView, ...]
    because: tuple[Proof, ...] = ()
    splits: tuple[Split, ...] = ()
    course: tuple[Shift, ...] = ()
    note: str = ""

    @property
    def split(self) -> tuple[str, ...]:
        """The sides whose own current claims diverge."""
        return tuple(split.side for split in self.splits)

    @property
    def id(self) -> str:
        """A name that stays between runs: issue and sides."""
        return ":".join((self.issue, *self.between))


class SupportKind(StrEnum):
    """What may be left out to see whether a verdict hangs on it."""

    CLAIM = "claim"
    SOURCE = "source"
    """One document."""
    OUTLET = "outlet"
    """All that one publisher printed."""
    ORIGIN = "origin"
    """One utterance, in however many documents."""


@frozen(kw_only=True)
class Support:
    """Something without which a verdict would be another."""

    kind: SupportKind
    name: str
    claims: tuple[str, ...]
    """The claims that would go with it, as far as they bear on the verdict."""
    after: str
    """The verdict without it; "nothing" where the issue would be gone."""
    split: tuple[str, ...] = ()
    """The sides that would be split then."""

    def words(self) -> str:
        """The verdict without it, with who would be split."""
        return f"{self.after}, split: {', '.join(self.split)}" if self.split else self.after


@frozen(kw_only=True)
class Fragility:
    """What one verdict hangs on; empty where it would stand whatever single thing were left out."""

    finding: str
    """The finding's id."""
    hangs_on: tuple[Support, ...] = ()
    tried: bool = True
    """False where the ledger is too large to try it."""
    whole: bool = True
    """False where it was tried on the issue's own claims alone, because too many others resemble them."""


@frozen(kw_only=True)
class Pinned:
    """A pinned conclusion beside what is found now."""

    expected: Expectation
    between: tuple[str, ...] = ()
    """The sides of the finding; empty where nothing is found."""
    verdict: str = ""
    """The verdict found; empty where nothing is found."""
    split: tuple[str, ...] = ()
    """The sides found split."""
    rests_on: Proof | None = None
    """What carries the verdict found."""
    broken_by: tuple[str, ...] = ()
    """Without any one of these it would hold, the latest first: claims, else judgements, else claims as “a and b”."""

    @property
    def verdict_holds(self) -> bool:
        """Is the verdict what was pinned, if one was?"""
        return bool(self.verdict) and self.expected.verdict in ("", self.verdict)

    @property
    def no_longer_split(self) -> tuple[str, ...]:
        """Sides that were pinned as split and are not."""
        return tuple(side for side in self.expected.split if side in self.between and side not in self.split)

    @property
    def holds(self) -> bool:
        """Is all as it was pinned?"""
        return self.verdict_holds and not self.no_longer_split
