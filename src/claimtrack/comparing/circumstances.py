"""What is known of two claims beside their wordings: on what they are, by whom, and when."""

from typing import NamedTuple

from claimtrack.claim import Claim, Source
from claimtrack.evidence import Evidence

OCCASION = "occasion"
"""The name of the signal, under which it can be switched off."""
_ONE_DAY = 1
"""Days between two days that may be one: of two time zones, or of saying and publishing."""


class Circumstances(NamedTuple):
    """What two claims are known to have in common; nothing is known of two bare texts."""

    one_issue: bool = False
    """Has a person put both under one issue?"""
    one_occasion: bool | None = None
    """Did one speaker say both within a day, and two documents tell of it? False for two speakers, else None."""
    two_sides: bool = False
    """Are the speakers of sides none of which both speak for?"""


NOTHING_KNOWN = Circumstances()


def circumstances_of(left: Claim, right: Claim) -> Circumstances:
    """Those of two claims; the same in either order."""
    one_issue = bool(left.about) and left.about == right.about
    two_sides = left.sides != right.sides and bool(left.sides and right.sides) and not {*left.sides} & {*right.sides}
    return Circumstances(one_issue, _one_occasion(left, right), two_sides)


def _one_occasion(left: Claim, right: Claim) -> bool | None:
    if not left.speaker or not right.speaker:
        return None
    if left.speaker != right.speaker:
        return False
    if left.source == right.source != Source():
        return None  # nobody writes one claim down twice from one document
    one, other = left.known_by, right.known_by
    if one is None or other is None:
        return None
    first, last = min(one.first, other.first), max(one.last, other.last)
    return True if (last - first).days <= _ONE_DAY else None


def occasion(one_occasion: bool, weight: float) -> Evidence:
    """What the occasion adds to the log-odds of paraphrase: the weight for one, as much taken off for two speakers.

    Of two reports of one speaker on one day many are of one remark; of two speakers each has seldom said just what the
    other did. Where one speaker spoke on two days, or in one document, nothing is added.
    """
    says = "one speaker said both, within a day" if one_occasion else "two speakers"
    return Evidence(OCCASION, float(one_occasion), says, weight if one_occasion else -weight, "of who said it")
