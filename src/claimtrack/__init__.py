"""claimtrack: who said what, when and for which side; where the sides agree, diverge or stay silent.

The names below are the front door; each is loaded when it is first used, so that the import stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.claim import Claim, Issue, Judgement, Ledger, Position, Side, Source, Speaker
    from claimtrack.comparing import compare
    from claimtrack.errors import ClaimtrackError, IndexFileError, TooLongError, UsageError, WritingError
    from claimtrack.evidence import Comparison, Contrast, ContrastKind, Evidence, Relation
    from claimtrack.exporting.choose import export
    from claimtrack.finding import Basis, Finding, Link, Verdict
    from claimtrack.importing.choose import import_ledger
    from claimtrack.matching import ClaimIndex
    from claimtrack.problem import Level, Place, Problem
    from claimtrack.reading import ledger_of, load_ledger
    from claimtrack.renderers.choose import render
    from claimtrack.report import Report
    from claimtrack.settings import Limits, Settings
    from claimtrack.tracking.searching import ClaimSearch, Match
    from claimtrack.tracking.track import track
    from claimtrack.view import View
    from claimtrack.voices import Ascription, Reprint
    from claimtrack.when import When, parse_when

__version__ = "0.1.0"

_HOMES = {
    "claimtrack.claim": ("Claim", "Issue", "Judgement", "Ledger", "Position", "Side", "Source", "Speaker"),
    "claimtrack.comparing": ("compare",),
    "claimtrack.errors": ("ClaimtrackError", "IndexFileError", "TooLongError", "UsageError", "WritingError"),
    "claimtrack.evidence": ("Comparison", "Contrast", "ContrastKind", "Evidence", "Relation"),
    "claimtrack.exporting.choose": ("export",),
    "claimtrack.finding": ("Basis", "Finding", "Link", "Verdict"),
    "claimtrack.importing.choose": ("import_ledger",),
    "claimtrack.matching": ("ClaimIndex",),
    "claimtrack.problem": ("Level", "Place", "Problem"),
    "claimtrack.reading": ("ledger_of", "load_ledger"),
    "claimtrack.renderers.choose": ("render",),
    "claimtrack.report": ("Report",),
    "claimtrack.settings": ("Limits", "Settings"),
    "claimtrack.tracking.searching": ("ClaimSearch", "Match"),
    "claimtrack.tracking.track": ("track",),
    "claimtrack.view": ("View",),
    "claimtrack.voices": ("Ascription", "Reprint"),
    "claimtrack.when": ("When", "parse_when"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Ascription",
    "Basis",
    "Claim",
    "ClaimIndex",
    "ClaimSearch",
    "ClaimtrackError",
    "Comparison",
    "Contrast",
    "ContrastKind",
    "Evidence",
    "Finding",
    "IndexFileError",
    "Issue",
    "Judgement",
    "Ledger",
    "Level",
    "Limits",
    "Link",
    "Match",
    "Place",
    "Position",
    "Problem",
    "Relation",
    "Report",
    "Reprint",
    "Settings",
    "Side",
    "Source",
    "Speaker",
    "TooLongError",
    "UsageError",
    "Verdict",
    "View",
    "When",
    "WritingError",
    "compare",
    "export",
    "import_ledger",
    "ledger_of",
    "load_ledger",
    "parse_when",
    "render",
    "track",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'claimtrack' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
