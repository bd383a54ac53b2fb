"""The phrases of pinned conclusions, shared by text and Markdown."""

from claimtrack.finding import Pinned
from claimtrack.quantity import quantity
from claimtrack.report import Report


def pinned_title(report: Report) -> str:
    """“17 pinned conclusions: all hold”, or how many do not; empty where nothing is pinned.

    One that is on every two sides counts once.
    """
    if not report.pinned:
        return ""
    broken = len({one.expected for one in broken_pins(report)})
    count = quantity(len({one.expected for one in report.pinned}), "pinned conclusion")
    return f"{count}: {f'{broken} no longer' if broken else 'all'} hold{'s' * (broken == 1)}"


def broken_pins(report: Report) -> list[Pinned]:
    """Those that no longer hold."""
    return [one for one in report.pinned if not one.holds]


def pinned_words(one: Pinned) -> str:
    """What was pinned, what is found, and without what it would hold."""
    expected = one.expected
    wanted = _told(expected.verdict, expected.split)
    dated = f" as of {expected.as_of}" if expected.as_of else ""
    between = f" ({', '.join(one.between or expected.between)})" if one.between or expected.between else ""
    found = f"now {_told(one.verdict, one.split)}" if one.verdict else "nothing is found now"
    broken = f"; broken by {' or '.join(one.broken_by)}" if one.broken_by else ""
    return f"{expected.issue}{between}: pinned as {wanted}{dated}, {found}{broken}"


def _told(verdict: str, split: tuple[str, ...]) -> str:
    return ", ".join(part for part in (verdict, f"split: {' '.join(split)}" if split else "") if part)
