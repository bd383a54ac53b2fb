"""Who is said to have said what: one utterance in several documents, and words in another's mouth."""

from enum import StrEnum

from attrs import frozen

from claimtrack.evidence import Alteration
from claimtrack.finding import Basis, Proof


@frozen(kw_only=True)
class Version:
    """One document's version of an utterance beside the fullest one."""

    claim: str
    alterations: tuple[Alteration, ...] = ()
    lacks: tuple[str, ...] = ()
    """Words of the fullest version without a counterpart here."""
    adds: tuple[str, ...] = ()
    """Words of this version without a counterpart there."""
    judged: str = ""
    """What a person said of how the two differ."""


@frozen(kw_only=True)
class Reprint:
    """One utterance in several documents: their versions, the fullest first; it counts as one origin."""

    issue: str
    basis: Basis
    """On what it rests that they are one: judged, or a position and a day in common (stated), or else a relay."""
    fullest: str
    versions: tuple[Version, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that tell of it, the fullest first."""
        return (self.fullest, *(version.claim for version in self.versions))


class Borne(StrEnum):
    """Whether a side's own words bear out what another side says that it holds."""

    CONFIRMED = "confirmed"
    """It says the same, or something narrower."""
    DISPUTED = "disputed"
    """It says what cannot hold beside it."""
    UNCONFIRMED = "unconfirmed"
    """It says neither, or nothing that the ledger has."""


@frozen(kw_only=True)
class Ascription:
    """Words in another's mouth: what a claim says that `side` holds, beside that side's own words on the issue.

    Compared are the claims that were current when it was said, or else, in order, those said later.
    """

    claim: str
    side: str
    issue: str
    position: str = ""
    """The stated standing that is ascribed; empty where the wordings alone are compared."""
    borne: Borne
    basis: Basis = Basis.STATED
    own: tuple[str, ...] = ()
    """The side's own claims that were looked at."""
    later: bool = False
    """True where these were said after the claim."""
    because: tuple[Proof, ...] = ()
    """The claim on the left, own words on the right."""
