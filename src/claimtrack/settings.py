"""Every threshold and limit in one value, each with its meaning, unit and range."""

from attrs import field, frozen
from attrs.validators import and_, ge, le

_fraction = and_(ge(0.0), le(1.0))


@frozen(kw_only=True)
class Limits:
    """How much one file may ask of the reader; beyond a limit the file is refused by name."""

    bytes: int = field(default=64 * 1024 * 1024, validator=ge(1))
    depth: int = field(default=32, validator=ge(1))
    """Levels of nesting."""
    nodes: int = field(default=5_000_000, validator=ge(1))
    """Values written in one file."""
    expanded: int = field(default=1_000, validator=ge(0))
    """Extra values reached through aliases."""
    scalar: int = field(default=100_000, validator=ge(1))
    """Characters in one value."""
    key: int = field(default=200, validator=ge(1))
    """Characters in one key."""
    problems: int = field(default=100, validator=ge(1))
    """Problems reported per file; further ones are counted."""


@frozen(kw_only=True)
class Settings:
    """What may be tuned without touching the code; the defaults are those that the docs measure."""

    link_at: float = field(default=0.5, validator=_fraction)
    """Paraphrase probability from which two claims are linked."""
    suggest_at: float = field(default=0.25, validator=_fraction)
    """Paraphrase probability from which a link is suggested for a person's review."""
    candidate_cutoff: float = field(default=0.25, validator=_fraction)
    """Cosine of word weights from which two claims that no issue brings together are compared at all."""
    candidate_sure: float = field(default=0.4, validator=_fraction)
    """The same cosine, from which two look-alikes are compared however many others resemble them."""
    candidates_per_claim: int = field(default=3, validator=ge(1))
    """Look-alikes below `candidate_sure` with which each claim is compared: the likest, equals counting as one."""
    issue_pairs_limit: int = field(default=40, validator=ge(1))
    """Claims of one issue up to which all its pairs are compared; beyond it only look-alikes are."""
    sides_limit: int = field(default=20, validator=ge(2))
    """Sides up to which every two of them are told of on every issue; beyond it only pairs with evidence are."""
    side_pairs_limit: int = field(default=40, validator=ge(1))
    """Findings per issue where there are more than `sides_limit` sides: divergences first, then agreement."""
    text_limit: int = field(default=4_000, validator=ge(1))
    """Characters of a wording up to which two wordings are compared."""
    switched_off: frozenset[str] = frozenset()
    """Names of signals and contrasts that are not asked."""
    limits: Limits = field(factory=Limits)
