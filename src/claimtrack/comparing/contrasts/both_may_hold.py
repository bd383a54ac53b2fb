"""Denials beside which what the other wording says may hold all the same."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features
from claimtrack.text.stems import stem

_BY_NOW = frozenset(["has", "have", "hasn't", "haven't", "yet"])
_TO_COME = frozenset(["will", "shall", "going_to", "won't"])
_ENDINGS = "lift end stop halt cease suspend abolish scrap cancel remove withdraw waive zero nil sole first last except"
_ENDING = frozenset(map(stem, _ENDINGS.split()))
"""What tells that something is no more, is none, or was not before, where it is affirmed."""
_FALSE = frozenset(map(stem, ["wrong", "mistaken", "false", "untrue", "incorrect", "otherwise"]))
"""What turns a denial about, on either side."""


def both_may_hold(pairing: Pairing) -> bool:
    """May what one wording denies be no denial of what the other affirms?

    "Has not signed" beside "will sign"; "will not open until March" beside "will open in March"; "no longer under
    curfew" beside "the curfew was lifted", where one has a word of its own that may deny without a denial.
    """
    left, right = pairing.left, pairing.right
    if _is_yet_to_come(left, right) or _is_yet_to_come(right, left):
        return True
    return _holds_later(left, right) or _holds_later(right, left) or _may_deny_otherwise(pairing)


def _is_yet_to_come(mine: Features, yours: Features) -> bool:
    """Is not done by now what is to be done?"""
    if not mine.denials:
        return False
    done, to_come = frozenset(mine.forms), frozenset(yours.forms)
    by_now = not done.isdisjoint(_BY_NOW) and done.isdisjoint(_TO_COME)
    return by_now and not to_come.isdisjoint(_TO_COME) and to_come.isdisjoint(_BY_NOW)


def _holds_later(mine: Features, yours: Features) -> bool:
    """Is it denied up to some time of which the other says nothing so?"""
    return bool(mine.denials) and "until" in mine.forms and "until" not in yours.forms


def _may_deny_otherwise(pairing: Pairing) -> bool:
    left, right, alignment = pairing.left, pairing.right, pairing.alignment
    placed = [one for one in alignment.pairs if one.by == "place"]
    mine = {left.keys[at] for at in (*alignment.left_over, *[one.left for one in placed])}
    yours = {right.keys[at] for at in (*alignment.right_over, *[one.right for one in placed])}
    if not _FALSE.isdisjoint(mine | yours):
        return True
    affirming = (mine if not left.denials else set()) | (yours if not right.denials else set())
    return not _ENDING.isdisjoint(affirming)
