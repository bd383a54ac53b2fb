"""The nearest known word to a mistyped one, for "did you mean"."""

from collections.abc import Callable, Iterable
from functools import partial

_ALIKE = 65.0
"""Percent of edits spared (rapidfuzz `ratio`) from which a word is worth proposing."""
_DENYING = ("dis", "un", "in", "non-", "not-")
"""Beginnings that make a word its opposite: `agree` is not what was meant by `disagree`."""
_LONGEST = 100
_MOST = 10_000
"""Known words up to which the nearest one is looked for: many faults in a large ledger must not take minutes."""


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """A question that proposes the nearest of the known words, or "" where none is near."""
    words = sorted(known)
    if not 0 < len(words) <= _MOST or len(given) > _LONGEST:
        return ""
    from rapidfuzz import fuzz, process

    found = process.extractOne(given.casefold(), words, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ALIKE)
    if not found or given.casefold() in {f"{denying}{found[0].casefold()}" for denying in _DENYING}:
        return ""
    return f"did you mean “{found[0]}”?"


def hint(given: str, known: Iterable[str]) -> str:
    """The nearest known word as a question, or else a list of all, if they are few."""
    words = sorted(known)
    near = did_you_mean(given, words)
    if near:
        return near
    few = 12
    return f"known here: {', '.join(word[:_LONGEST] for word in words)}" if 0 < len(words) <= few else ""


def later(given: str, known: Iterable[str], otherwise: str = "") -> Callable[[], str]:
    """The hint, worked out when it is wanted; `otherwise` where there is none."""
    return partial(_hint_or, given, known, otherwise)


def _hint_or(given: str, known: Iterable[str], otherwise: str) -> str:
    return hint(given, known) or otherwise
