"""What a claim reports of other sides, as a row gives it: by side, or in one text."""

import re
from collections.abc import Mapping
from typing import Any

from claimtrack.cells import parted
from claimtrack.errors import UsageError
from claimtrack.writing.entries import Reports
from claimtrack.writing.scalars import refuse_unwritable

KEYS = ("issue", "holds", "stance")
_ID = r"[^=/:;\s]{1,200}"
_ONE = re.compile(rf"(?P<side>{_ID})(?: ?= ?(?:(?P<issue>{_ID}) ?/ ?)?(?P<holds>{_ID})(?: ?: ?(?P<stance>{_ID}))?)?")


def reports_of(value: Any) -> Reports:
    """By side the issue, position and stance; raises UsageError for what does not say that.

    A text has `SIDE=POSITION` for each side, with `;` between; before the position may stand its `ISSUE/`, behind it
    `:STANCE`. A side alone is one that the claim speaks of in words that are compared as they are.
    """
    if isinstance(value, Mapping):
        return {_word(side): _one(inner) for side, inner in value.items()}
    if not isinstance(value, str):
        raise UsageError("“reports” is a text such as russia=all-strategic, or a mapping by side")
    found: Reports = {}
    for part in parted(value):
        said = _ONE.fullmatch(part)
        if said is None:
            raise UsageError(f"“reports” says SIDE=POSITION or SIDE=ISSUE/POSITION:STANCE, not “{part[:60]}”")
        side = _word(said["side"])
        if side in found:
            raise UsageError(f"“reports” names the side “{side[:60]}” twice")
        found[side] = {key: _word(said[key]) for key in KEYS if said[key]}
    return found


def _one(inner: Any) -> dict[str, str]:
    if not isinstance(inner, Mapping):
        raise UsageError("“reports” has for each side a mapping of `issue`, `holds` and `stance`")
    odd = next((str(key) for key in inner if key not in KEYS), None)
    if odd is not None:
        raise UsageError(f"a reported position has no “{odd[:60]}”; it has {', '.join(KEYS)}")
    return {key: _word(inner[key]) for key in KEYS if inner.get(key) not in (None, "")}


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise UsageError(f"“reports” is made of texts, not {type(value).__name__}")
    refuse_unwritable(value, "“reports”")
    return value
