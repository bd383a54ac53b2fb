"""Denials beside which what the other wording says may hold all the same."""

from collections.abc import Sequence

from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features
from claimtrack.text.cues import BE
from claimtrack.text.forms import denying, undenied
from claimtrack.text.stems import stem

_BY_NOW = frozenset(["has", "have", "hasn't", "haven't", "yet"])
_TO_COME = frozenset(["will", "shall", "going_to", "won't"])
_ENDINGS = """lift end stop halt cease suspend abolish scrap cancel remove withdraw waive zero nil sole first last
except lose cut_off shut_off run_out_of deprive"""
_ENDING = frozenset(map(stem, _ENDINGS.split()))
"""What tells that something is no more, is none, or was not before, where it is affirmed."""
_KEEPINGS_OUT = """close shut seal ground strip rob bar ban expel evict oust banish absent abstain boycott
skip avoid shun decline turn_down turn_away turn_back keep_out stay_out_of stay_away sit_out block prevent
prohibit forbid freeze withhold abandon lack empty bare rid vacant bereft free_of"""
_KEPT_OUT = frozenset(map(stem, _KEEPINGS_OUT.split()))
"""What tells that somebody or something is kept or stays out, or is without."""
_WHOLE = frozenset(["all", "every", "everyone", "everybody", "everything", "each", "always"])
"""What is less than the whole where it is denied, and may be a part."""
_ONCE = frozenset(["used", "once", "formerly", "former", "previously"])
"""What tells that it was so, and need not be any more."""
_BUT_WITH = frozenset(["without", "unless"])
_EVER = frozenset(["never", "not"])
_FALSE = frozenset(map(stem, ["wrong", "mistaken", "false", "untrue", "incorrect", "otherwise"]))
"""What turns a denial about, on either side."""


def both_may_hold(pairing: Pairing, *, flipped: bool) -> bool:
    """May what one wording denies be no denial of what the other affirms?

    "Has not signed" beside "will sign"; "will not open until March" beside "will open in March"; "will not open before
    March" beside "will open in April"; "not all were freed" beside "some were freed"; "no longer under curfew" beside
    "the curfew was lifted", "will not take part" beside "stays away", where one has a word of its own that may deny
    without a denial. Where one word denies another by its prefix (`flipped`) fewer words are taken for such.
    """
    left, right = pairing.left, pairing.right
    if (left.periods or right.periods) and (_is_of_other_days(left, right) or _is_of_other_days(right, left)):
        return True
    if _leaves_some(left, right) or _leaves_some(right, left):
        return True
    if _is_yet_to_come(left, right) or _is_yet_to_come(right, left):
        return True
    if _holds_later(left, right) or _holds_later(right, left):
        return True
    return _may_deny_otherwise(pairing, flipped=flipped)


def _leaves_some(mine: Features, yours: Features) -> bool:
    """ "Not all were freed" beside "some were freed"; "never fell before" beside "fell"."""
    if yours.denials:
        return False
    if _denies_in_other_words(mine, yours):
        return True
    if len(mine.denials) > 1:
        return _allows_some(mine, yours)
    if not mine.denials or len(mine.negators) != 1:
        return False
    at = mine.negators[0]
    ahead = mine.forms[at + 1 : at + 2]
    if ahead and ahead[0] in _WHOLE:
        kinds = {one.kind for one in yours.quantities}
        return "all" not in kinds and ("some" in kinds or bool(yours.amounts))
    return mine.forms[at] in _EVER and _tells_of_before(mine.forms, at) and "before" not in yours.forms


def _denies_in_other_words(mine: Features, yours: Features) -> bool:
    """ "Cannot carry trucks" / "is too weak to carry trucks"; "no longer a church" / "used to be a church"."""
    if not mine.denials:
        return False
    if "too" in yours.forms and "too" not in mine.forms:
        return "to" in yours.forms[yours.forms.index("too") + 2 :]
    return "no_longer" in mine.forms and not _ONCE.isdisjoint(yours.forms)


def _allows_some(mine: Features, yours: Features) -> bool:
    """ "Cannot enter without a warrant" / "need a warrant to enter"; "none that has not paid" / "only who has paid"."""
    if any(one.kind == "only" for one in yours.quantities):
        return True
    return any(mine.forms[at] in _BUT_WITH for at in mine.negators[1:])


def _tells_of_before(forms: Sequence[str], at: int) -> bool:
    """Does the clause behind this token end with "before"?"""
    found = [nth for nth in range(at + 1, len(forms)) if forms[nth] == "before"]
    return bool(found) and (found[0] + 1 == len(forms) or not forms[found[0] + 1][0].isalnum())


def _is_yet_to_come(mine: Features, yours: Features) -> bool:
    """Is not done by now what is to be done? "Has" or "yet" stands beside the denial, "will" before what is denied."""
    if not mine.denials or not _TO_COME.isdisjoint(mine.forms) or not _BY_NOW.isdisjoint(yours.forms):
        return False
    near = [form for at in mine.negators for form in mine.forms[max(0, at - 2) : at + 3]]
    denied = {mine.keys[at] for denial in mine.denials for at in denial.of}
    ahead = [
        form
        for key, at in zip(yours.keys, yours.tokens, strict=True)
        if key in denied
        for form in yours.forms[max(0, at - 3) : at]
    ]
    return not _BY_NOW.isdisjoint(near) and not _TO_COME.isdisjoint(ahead)


def _is_of_other_days(mine: Features, yours: Features) -> bool:
    """Is it denied up to a date, or since, and affirmed of days for which that leaves room, or of no days?"""
    denied = [one for one in mine.periods if one.denied]
    if not yours.periods:
        return any(one.denied == "before" for one in denied)
    return any(
        not other.denied and other.bound != one.denied and not one.excludes(other)
        for one in denied
        for other in yours.periods
    )


def _holds_later(mine: Features, yours: Features) -> bool:
    """Is it denied up to some time of which the other says nothing so?"""
    return bool(mine.denials) and "until" in mine.forms and "until" not in yours.forms


def _may_deny_otherwise(pairing: Pairing, *, flipped: bool) -> bool:
    left, right, alignment = pairing.left, pairing.right, pairing.alignment
    placed = [one for one in alignment.pairs if one.by == "place"]
    mine = {left.keys[at] for at in (*alignment.left_over, *[one.left for one in placed])}
    yours = {right.keys[at] for at in (*alignment.right_over, *[one.right for one in placed])}
    if not _FALSE.isdisjoint((mine - _denying(left)) | (yours - _denying(right))):
        return True
    if _denies_a_deed(left) or _denies_a_deed(right):
        return False
    affirming = (mine if not left.denials else set()) | (yours if not right.denials else set())
    if flipped or not _ENDING.isdisjoint(affirming):
        return not _ENDING.isdisjoint(affirming)
    if not (_KEPT_OUT | left.look_up.cue_stems["quiet"]).isdisjoint(affirming):
        return True
    return any(undenied(key, left.look_up) for key in denying(affirming, left.look_up))


def is_scarce(features: Features, nth: int) -> bool:
    """ "Time was short", "short of time", "little time": is there hardly any of what a content word tells?"""
    forms, at = features.forms, features.tokens[nth]
    if at and forms[at - 1] in _LITTLE:
        return True
    if at > 1 and forms[at - 1] == "of" and forms[at - 2] == "run_out":
        return True
    ahead = forms[at + 1 : at + 4]
    return bool(ahead) and ahead[0] in _WAS and not _SCARCE.isdisjoint(ahead[1:])


_LITTLE = frozenset(["little", "insufficient", "scant", "short_of", "run_out_of", "scarce"])
_SCARCE = frozenset(["short", "scarce", "lacking", "insufficient", "limited", "tight"])
_WAS = BE | {"ran", "runs", "run", "running", "grew", "fell"}


def _denying(features: Features) -> frozenset[str]:
    """The words that are denials themselves ("reports that … are false")."""
    return frozenset([features.keys[by] for by, _ in features.denials if by >= 0])


def _denies_a_deed(features: Features) -> bool:
    """ "did not shell": what is denied is that somebody did it, and no word of the other tells that it ended."""
    forms = features.forms
    return any(forms[at] in _DID_NOT or (at and forms[at - 1] in _DID) for at in features.negators)


_DID, _DID_NOT = frozenset(["did", "does", "do"]), frozenset(["didn't", "doesn't", "don't"])
