"""Shares of a whole told in words: "half of the members", "by half", "two thirds", "a quarter of it", "four in ten"."""

from collections.abc import Sequence

from claimtrack.text.cardinals import SMALL
from claimtrack.text.stems import stem

_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SEVERAL = {f"{part}s": size for part, size in _PARTS.items()}
_MOST = 10
"""Of how many at most a share is told in words."""
_OF = frozenset(["of", "the", "its", "their", "our", "his", "her", "all", "these", "those"])
_NTH = frozenset(["first", "second", "last", "latter", "other", "final", "opening", "upper", "lower", "better", "past"])
"""Words before which a half or a quarter is one of several, and no share."""
_BEHIND = frozenset(
    ["", *".,;:!?()", "and", "but", "or", "in", "on", "at", "to", "from", "since", "this", "last", "over"]
)
"""What may stand behind a share by which something changed ("fell by a quarter in March")."""
_CHANGED = frozenset(["by", "to"])
_NTHS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_OF_TIME = frozenset(map(stem, ["day", "night", "week", "month", "year", "time", "hour", "minute", "monday", "sunday"]))
"""What comes round: "every second week" tells how often."""
HALVED = frozenset(["halve", "halved", "halving"])
"""Words that tell a change by half, and of what kind it is."""
_POINTS = frozenset(["point", "points"])
_PERCENT = frozenset(["percent", "per_cent", "%"])
SHARE_WORDS = frozenset([*_PARTS, "half", "every"])
"""Words that may be a share by themselves."""


def part_at(forms: Sequence[str], at: int) -> tuple[float, int] | None:
    """What "and a quarter", "and a half", "and three quarters" add to a number, and the token after it; None else."""
    if at + 2 >= len(forms) or forms[at] != "and":
        return None
    if forms[at + 1] in ("a", "one") and forms[at + 2] in ("half", "quarter"):
        part, end = (0.5 if forms[at + 2] == "half" else 0.25), at + 3
    elif forms[at + 1] == "three":
        part, end = 0.75, at + 3 + (forms[at + 2] == "-")
        if forms[end - 1 : end] not in _QUARTERS:
            return None
    else:
        return None
    return None if list(forms[end : end + 1]) == ["of"] else (part, end)


_QUARTERS: tuple[Sequence[str], ...] = (["quarters"], ("quarters",))


def part_of_a_point(forms: Sequence[str], at: int) -> tuple[float, int] | None:
    """ "three quarters of a percentage point", "half a percent", "quarter-point": how much, and the measure's token.

    None where none is told.
    """
    form = forms[at]
    if form == "half" or form == "quarter":
        part, end = 0.5 if form == "half" else 0.25, at + 1
    elif form == "three" and at + 2 < len(forms):
        part, end = 0.75, at + 2 + (forms[at + 1] == "-")
        if forms[end - 1 : end] not in _QUARTERS:
            return None
    else:
        return None
    for words in (("of", "-"), ("a", "one")):
        end += end < len(forms) and forms[end] in words
    what = forms[end] if end < len(forms) else ""
    if what == "percentage":
        behind = end + 1 + (list(forms[end + 1 : end + 2]) == ["-"])
        return (part, end) if behind < len(forms) and forms[behind] in _POINTS else None
    return (part, end) if what in _POINTS or what in _PERCENT else None


def share_at(forms: Sequence[str], at: int) -> tuple[float, int] | None:
    """The share that is told at a token, in percent, and the token after it; None where none is.

    Blind to shares of shares; "half an hour" and "a quarter of an hour" are amounts of another kind.
    """
    before, ahead = forms[at - 1] if at else "", forms[at + 1] if at + 1 < len(forms) else ""
    form = forms[at]
    if form == "half":
        told = (ahead in _OF and before not in _NTH) or (before in _CHANGED and ahead in _BEHIND)
        return (50.0, at + 1) if told else None
    if form in _PARTS:
        of = ahead == "of" and forms[at + 2 : at + 3] not in (["a"], ["an"])
        told = before in ("a", "one") and (of or (at > 1 and forms[at - 2] in _CHANGED and ahead in _BEHIND))
        return (100.0 / _PARTS[form], at + 1) if told else None
    if form == "every":
        told = ahead in _NTHS and at + 2 < len(forms) and stem(forms[at + 2]) not in _OF_TIME
        return (100.0 / _NTHS[ahead], at + 2) if told else None
    number = SMALL.get(form, 0)
    if 1 <= number <= _MOST:
        end = at + 1 + (ahead == "in") + 2 * (list(forms[at + 1 : at + 3]) == ["out", "of"])
        whole = SMALL.get(forms[end], 0) if at + 1 < end < len(forms) else 0
        if max(number, 2) < whole <= _MOST and before not in _NTH:
            return 100.0 * number / whole, end + 1
    if 1 < number < _MOST:
        end = at + 1 + (ahead == "-")
        part = forms[end] if end < len(forms) else ""
        told = (
            number < _SEVERAL.get(part, 0)
            and (part != "quarters" or forms[end + 1 : end + 2] == ["of"])
            and before not in _NTH
        )
        return (100.0 * number / _SEVERAL[part], end + 1) if told else None
    return None
