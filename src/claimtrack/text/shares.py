"""Shares of a whole told in words: "half of the members", "two thirds", "a quarter of it", "four in ten"."""

from collections.abc import Sequence

_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SEVERAL = {f"{part}s": size for part, size in _PARTS.items()}
_COUNT = {"two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_OF = frozenset(["of", "the", "its", "their", "our", "his", "her", "all", "these", "those"])
_NTH = frozenset(["first", "second", "last", "latter", "other", "final", "opening", "upper", "lower", "better", "past"])
"""Words before which a half or a quarter is one of several, and no share."""
SHARE_WORDS = frozenset([*_PARTS, "half"])
"""Words that may be a share by themselves."""


def share_at(forms: Sequence[str], at: int) -> tuple[float, int] | None:
    """The share that is told at a token, in percent, and the token after it; None where none is.

    Blind to shares of shares; "half an hour" and "a quarter of an hour" are amounts of another kind.
    """
    before, ahead = forms[at - 1] if at else "", forms[at + 1] if at + 1 < len(forms) else ""
    form = forms[at]
    if form == "half":
        return (50.0, at + 1) if ahead in _OF and before not in _NTH else None
    if form in _PARTS:
        told = before in ("a", "one") and ahead == "of" and forms[at + 2 : at + 3] not in (["a"], ["an"])
        return (100.0 / _PARTS[form], at + 1) if told else None
    if form in _SMALL:
        end = at + 1 + (ahead == "in") + 2 * (list(forms[at + 1 : at + 3]) == ["out", "of"])
        whole = _SMALL.get(forms[end], 0) if at + 1 < end < len(forms) else 0
        if whole > max(_SMALL[form], 2) and before not in _NTH:
            return 100.0 * _SMALL[form] / whole, end + 1
    if form in _COUNT:
        end = at + 1 + (ahead == "-")
        part = forms[end] if end < len(forms) else ""
        told = part in _SEVERAL and (part != "quarters" or forms[end + 1 : end + 2] == ["of"]) and before not in _NTH
        return (100.0 * _COUNT[form] / _SEVERAL[part], end + 1) if told else None
    return None
