"""Several contrasts, of which one tells that two things or times are spoken of: then none excludes anything."""

from collections.abc import Sequence

from claimtrack.evidence import Contrast, ContrastKind

ORDINALS = frozenset(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
_EVENTS = """begin begins began beginning start starts started starting end ends ended ending open opens opened opening
close closes closed closing arrive arrives arrived arriving leave leaves left leaving depart departs departed rise
rises rose rising fall falls fell falling resume resumes resumed stop stops stopped enter enters entered exit exits
exited deploy deploys deployed withdraw withdraws withdrew impose imposes imposed lift lifts lifted"""
_DOINGS = frozenset(_EVENTS.split())
"""What is done at a time, so that the opposite may be done at another."""


def of_two(contrasts: Sequence[Contrast]) -> Sequence[Contrast]:
    """The contrasts, none of them contrary where they are of two things or of two times.

    "The first round was in Lindau" and "the second round was in Geneva" are two rounds; a ban may begin on 1 May and
    end on 1 July. That it began and ended on one day is left contrary, and so is any other thing that stands alone.
    """
    contrary = [one for one in contrasts if one.contrary]
    if not contrary or not (any(map(_is_of_ordinals, contrasts)) or _is_of_two_times(contrary)):
        return contrasts
    return [
        one._replace(reason=f"{one.reason}, of one thing or time", contrary=False) if one.contrary else one
        for one in contrasts
    ]


def _is_of_ordinals(one: Contrast) -> bool:
    """Do they count two of a kind? Where only one can be meant, the contrast is contrary."""
    if one.contrary or one.kind is not ContrastKind.ANTONYM:
        return False
    return one.left.lower() in ORDINALS and one.right.lower() in ORDINALS


def _is_of_two_times(contrary: Sequence[Contrast]) -> bool:
    doings = [one for one in contrary if one.kind is ContrastKind.ANTONYM]
    return any(one.kind is ContrastKind.DATE for one in contrary) and any(
        _are_doings(one.left.lower(), one.right.lower()) for one in doings
    )


def _are_doings(mine: str, yours: str) -> bool:
    return (mine in _DOINGS and yours in _DOINGS) or mine.startswith(GOING_ON) or yours.startswith(GOING_ON)


GOING_ON = ("remain", "stay", "still")
"""Beginnings of what tells that something was as before, up to some time."""
