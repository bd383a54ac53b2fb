"""What speaks against two wordings' saying the same: the first objection found is weighed beside the signals."""

from collections.abc import Sequence
from enum import StrEnum

from claimtrack.comparing.additions import names_aside, says_more
from claimtrack.comparing.contrasts.near_opposites import are_nearly_opposed
from claimtrack.comparing.inside import Inside
from claimtrack.comparing.kin import NO_KIN
from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals.least_covered import least_covered
from claimtrack.comparing.signals.most_kin import most_kin
from claimtrack.evidence import Contrast, Span
from claimtrack.features import Features
from claimtrack.text.related import is_word, nearest

_LIKELY = 0.6
"""A figure learned from pairs that are alike is generous: from here on three in four are the same."""
_COVERED, _GROUND = 0.4, 0.55
"""What the less covered wording, and both together, have in the other where each stands for the other: the paraphrase
figure was learned from pairs that editors had picked as alike, and is generous to a short wording inside a long one."""
_NEXT_TO_NOTHING, _HARDLY = 0.2, 0.3
"""Below this share of the less covered wording, or of the overlap of both, no signal tells paraphrases from others."""
_FEW, _MET_OF_FEW = 6, 0.85
"""Where either has so few content words, so much of one must be met, related words counted: "ready to extend
the treaty" beside "ready to discuss the treaty". In long reports many differ, and the figure decides."""
_NARROWS = 0.75
"""Common ground from which a narrowing contrast (will / may) speaks against one content; in wordings that share less,
a cue on one side alone is as likely a matter of phrasing."""


class Objection(StrEnum):
    """What speaks against one content, by the name under which the model weighs it; the first that holds."""

    DECISIVE = "decisive contrast"
    """One that excludes, if both are said of one thing; or nothing else differs; or the wordings are of few words."""
    NARROWER = "narrower contrast"
    NEXT_TO_NOTHING = "next to nothing shared"
    LITTLE_SHARED = "little shared"
    SAYS_MORE = "says more"
    FEW_UNMET = "few unmet"
    """Of few words some have no counterpart."""
    ANOTHER_WORD = "another word"
    """All has a counterpart, and in the place of a word stands one that is about something else."""
    UNLIKELY = "unlikely"
    """The figure of paraphrase is low, for wordings that are alike."""
    NONE = "none"
    NOTHING = "nothing"
    """Nor is anything left over on either side, but for parts of names."""


SETTLED = {
    Objection.DECISIVE: False,
    Objection.NEXT_TO_NOTHING: False,
    Objection.SAYS_MORE: False,
    Objection.FEW_UNMET: False,
    Objection.ANOTHER_WORD: False,
    Objection.NOTHING: True,
}
"""Those with which no signal is asked, and whether the two are the same then."""


def objection_to(pairing: Pairing, contrasts: Sequence[Contrast], inside: Inside) -> tuple[Objection, str]:
    """The first objection and, should it hold, the reason."""
    few = min(len(pairing.left.keys), len(pairing.right.keys)) <= _FEW
    if contrasts:
        found = _of_contrasts(pairing, contrasts, few=few)
        if found is not Objection.NONE:
            hedge = ", if both speak of one thing" if contrasts[0].contrary else ""
            return found, f"{contrasts[0].kind}: {contrasts[0].reason}{hedge}"
    overlap = "they overlap, and one says what the other does not"
    covered = least_covered(pairing)
    if pairing.common_ground < _GROUND or covered < _COVERED:
        much = covered >= _NEXT_TO_NOTHING and pairing.overlap >= _HARDLY
        return (Objection.LITTLE_SHARED if much else Objection.NEXT_TO_NOTHING), overlap
    if says_more(pairing):
        return Objection.SAYS_MORE, "one says all that the other says, and more"
    if few and most_kin(pairing) < _MET_OF_FEW and not names_aside(pairing):
        return Objection.FEW_UNMET, "of so few words each tells, and both have some that the other does not"
    other = _another_word(pairing)
    if other:
        return Objection.ANOTHER_WORD, other
    if inside.judged < _LIKELY:
        return Objection.UNLIKELY, overlap
    return (Objection.NOTHING if _nothing_over(pairing) else Objection.NONE), overlap


def _nothing_over(pairing: Pairing) -> bool:
    alignment = pairing.alignment
    return not (alignment.left_over or alignment.right_over or "place" in pairing.grounds) or names_aside(pairing)


def _another_word(pairing: Pairing) -> str:
    """What is told of two words in one place where all else has a counterpart, and that do not say the same; or "".

    "The draft treaty" / "the draft menu". What no table knows may be one name spelled otherwise. Or one of them alone
    is denied ("are held there" / "were never taken there"), and they are no opposites.
    """
    alignment = pairing.alignment
    if "place" not in pairing.grounds or alignment.left_over or alignment.right_over:
        return ""
    left, right = pairing.left.keys, pairing.right.keys
    for i, j, by, _ in alignment.pairs:
        if by == "place" and is_word(left[i]) and is_word(right[j]):
            one_denied = pairing.left.denies(i) != pairing.right.denies(j)
            if one_denied:
                differ = not are_nearly_opposed(left[i], right[j], pairing.left.look_up)
            else:
                differ = nearest([left[i]], [right[j]])[0][0] < NO_KIN
            if differ:
                mine, yours = pairing.left.place_of(i), pairing.right.place_of(j)
                words = f"“{pairing.left.text[slice(*mine)]}” and “{pairing.right.text[slice(*yours)]}”"
                return f"{words} may be two, and one is denied" if one_denied else f"{words} are about different things"
    return ""


def _of_contrasts(pairing: Pairing, contrasts: Sequence[Contrast], *, few: bool) -> Objection:
    if few or any(one.contrary for one in contrasts) or nothing_else_differs(pairing, contrasts):
        return Objection.DECISIVE
    narrows = pairing.common_ground >= _NARROWS or any(one.left and one.right for one in contrasts)
    return Objection.NARROWER if narrows else Objection.NONE


def nothing_else_differs(pairing: Pairing, contrasts: Sequence[Contrast]) -> bool:
    """Is every word that has no counterpart, or one by its place alone, told by a contrast?"""
    alignment = pairing.alignment
    placed = [one for one in alignment.pairs if one[2] == "place"]
    mine = [*alignment.left_over, *[one[0] for one in placed]]
    yours = [*alignment.right_over, *[one[1] for one in placed]]
    if not _are_within(pairing.left, mine, [one.left_span for one in contrasts]):
        return False
    return _are_within(pairing.right, yours, [one.right_span for one in contrasts])


def _are_within(features: Features, words: Sequence[int], told: Sequence[Span]) -> bool:
    for start, stop in map(features.place_of, words):
        for begin, end in told:
            if begin <= start and stop <= end:
                break
        else:
            return False
    return True
