"""What comparing two ledgers gives: edits, verdicts that turned, and the edits that turned them."""

from enum import StrEnum

from attrs import frozen


class EditKind(StrEnum):
    """In what two ledgers differ."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    JUDGED = "judged"
    """A judgement that is there now, and was not or said otherwise."""
    UNJUDGED = "unjudged"
    DECLARED = "declared"
    """An issue with other positions or exclusions."""
    WORDS = "words"
    """The ledger's own words (`lexicon`)."""


@frozen(kw_only=True, order=True)
class Edit:
    """One thing in which a later ledger differs from an earlier one."""

    kind: EditKind
    names: tuple[str, ...]
    """The claim, the two claims judged, or the issue; empty for the ledger's own words."""


@frozen(kw_only=True)
class Cause:
    """Edits without which a verdict would not be what it has become; several where no single one would do."""

    edits: tuple[Edit, ...]
    without: str
    """The verdict without them."""


@frozen(kw_only=True)
class Turn:
    """A verdict that is another in the later ledger, and what made it so."""

    issue: str
    question: str
    between: tuple[str, str]
    before: str
    """“nothing” where there was no such finding."""
    after: str
    causes: tuple[Cause, ...] = ()
    """Empty where no claim, judgement or issue has to do with it: the sides differ, or it was too much to try."""


@frozen(kw_only=True)
class Difference:
    """What changed between two ledgers, or between two dates of one."""

    before: str
    after: str
    """What the two are called."""
    turns: tuple[Turn, ...]
    edits: tuple[Edit, ...]
    steady: int
    """Verdicts that are what they were."""
