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
    """IDF cosine from which two claims that no issue brings together are compared at all."""
    issue_pairs_limit: int = field(default=40, validator=ge(1))
    """Claims of one issue up to which all its pairs are compared; beyond it only look-alikes are."""
    text_limit: int = field(default=2_000, validator=ge(1))
    """Characters of a wording up to which two wordings are compared."""
    switched_off: frozenset[str] = frozenset()
    """Names of signals and contrasts that are not asked."""
    limits: Limits = field(factory=Limits)
