"""A word answers to its opposite."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimtrack.comparing.contrasts.converse import is_converse
from claimtrack.comparing.contrasts.degrees import degrees_apart
from claimtrack.comparing.contrasts.few_doubt import few_against_most
from claimtrack.comparing.contrasts.near_opposites import are_nearly_opposed
from claimtrack.comparing.contrasts.of_two import GOING_ON, ORDINALS
from claimtrack.comparing.contrasts.scenes import INDEFINITE, LINKS, are_scenes
from claimtrack.comparing.contrasts.still_there import still_there
from claimtrack.comparing.contrasts.temperatures import SCALES, temperatures
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features, Word
from claimtrack.text.cues import BE
from claimtrack.text.dates import WEEKDAYS
from claimtrack.text.forms import FUNCTION, MARK, NEGATOR, SAYING, form_of
from claimtrack.text.stems import stem

_GROUNDS = frozenset(["antonym", "rival", "place"])
_REACH = 4
_TWO = 2
_SIDES = """day night morning evening summer winter spring autumn north south east west northern southern eastern
western left right upper lower man woman boy girl democrat republican labour conservative"""
_AXES = frozenset(map(stem, _SIDES.split()))
"""Words that tell of which of two something is said, so that the opposite may be said of the other."""
_DAYS = frozenset([stem(f"{day}{ending}") for day in WEEKDAYS for ending in ("", "s")])
_ENDS = frozenset(map(stem, ["end", "stop", "halt", "cease"]))
_OF_THE = frozenset(["the", "a", "an", "this", "that", "its", "their", "his", "her", "all", "to", "of"])
_ORDERING = frozenset(["before", "after", "following", "preceding", "until", "since"])
_HAVE = frozenset(["has", "have", "had", "having"])
_HERE = BE.union(_HAVE, ["there's", "isn't", "aren't", "wasn't", "weren't"])
_AFTER_LEFT = frozenset(["in", "on", "at", "of", "to", "after", "by", "when", "and", "but", "over"])
"""What may follow where "left" tells that something stayed."""
_FAR = 6
"""Tokens before "left" among which "be" or "have" stands then."""
_SOON = 2
"""Content words after one of these among which what it is before or after is named."""
_BOUNDS = frozenset(["by", "until", "till", "since", "from", "before", "after"])
_BEFORE_FEW = frozenset(["a", "next", "last", "past", "first", "coming", "these", "those"])


def antonym(pairing: Pairing) -> Iterable[Contrast]:
    """Aligned opposites or rivals (rose / fell, north / south) of which neither or both are denied; contrary.

    "A tall man came" and "a short man came" may be of two men: opposites that both follow an indefinite article only
    narrow where nobody known is spoken of, and so do those in two scenes of somebody ("A man is sitting", "A man is
    standing"). "It has a high roof" and "it has a low roof" are of one thing; "before the flood" and "after the vote"
    exclude nothing, nor do "open by day" and "closed by night", nor do converses ("A is larger than B", "B is smaller
    than A"). "Higher than" excludes "as high as". What one alone says ends is no opposite of what the other names
    ("end the war" / "a peace deal"). Who left the harbour is not still in it. What few do excludes nothing that most do
    ("few doubt it" / "most believe it").
    """
    alone = degrees_apart(pairing) or still_there(pairing) if pairing.rare_alone else None
    if alone is not None:
        return (alone,)
    if _GROUNDS.isdisjoint(pairing.grounds):
        return ()
    found, of_whom = [], 0
    by_few = few_against_most(pairing)
    unlike = (len(pairing.left.denials) + len(pairing.right.denials)) % 2 == 1
    for i, j, by, _ in pairing.alignment.pairs:
        if by != "antonym" and by != "rival" and by != "place":
            continue
        left, right = pairing.left.words[i], pairing.right.words[j]
        if by == "place" and not are_nearly_opposed(left.key, right.key, pairing.left.look_up):
            continue
        if pairing.left.denies(i) != pairing.right.denies(j) or is_converse(pairing, i, j) or (i, j) == by_few:
            continue
        if left.form in SCALES and temperatures(pairing) is not None:
            continue
        if _opposes_nothing(pairing.left, left) or _opposes_nothing(pairing.right, right):
            continue
        if _denies_as_well(pairing.left, i, pairing.right) or _denies_as_well(pairing.right, j, pairing.left):
            continue
        if _is_ended(pairing.left, left) != _is_ended(pairing.right, right):
            continue
        two = (unlike and _is_of_another(pairing, i, j)) or _may_be_two(pairing, i, j)
        told = "may be two that are spoken of" if two else "exclude each other"
        mine, yours = pairing.left.text[slice(*left.span)], pairing.right.text[slice(*right.span)]
        reason = f"“{mine}” and “{yours}” {told}"
        found.append(pairing.contrast(ContrastKind.ANTONYM, left.span, right.span, reason, contrary=not two))
        of_whom += (left.key in _AXES and right.key in _AXES) or (left.key in _DAYS and right.key in _DAYS)
    if len(found) == _TWO and of_whom == 1:
        return [one._replace(reason=f"{one.reason}, of two things or times", contrary=False) for one in found]
    return found


def _opposes_nothing(features: Features, word: Word) -> bool:
    """ "A few days", "the next few days" are several; "said Tuesday" tells when it was said, not when it happened.

    "Half full" is "half empty". What is "left" behind a form of "be" or "have" has stayed.
    """
    before = features.forms[max(0, word.token - 2) : word.token]
    if before[-1:] == ("half",):
        return True
    if word.form == "left":
        return _has_stayed(features.forms, word.token)
    if word.form == "few":
        return bool(before) and before[-1] in _BEFORE_FEW
    if word.form not in WEEKDAYS or not before:
        return False
    saying = before[0] if before[-1] == "on" else before[-1]
    return bool(form_of(saying, features.look_up).kinds & SAYING)


def _has_stayed(forms: Sequence[str], at: int) -> bool:
    """ "There are ten people left", "had ten people left in it"; "they had left" tells the opposite."""
    near = forms[max(0, at - _FAR) : at]
    behind = forms[at + 1] if at + 1 < len(forms) else "."
    if not near or not (behind in _AFTER_LEFT or not behind[0].isalpha()):
        return False
    return near[-1] not in _HAVE and not _HERE.isdisjoint(near)


def _denies_as_well(mine: Features, at: int, yours: Features) -> bool:
    """ "Denied taking bribes" / "said he had not": is the word itself a denial, and has the other one of its own?"""
    return len(mine.denials) == len(yours.denials) and any(denial.by == at for denial in mine.denials)


def _is_ended(features: Features, word: Word) -> bool:
    """ "end the war", "an end to the long war": does a word that tells of its end stand before it?"""
    before = features.forms[max(0, word.token - _REACH) : word.token + 1]
    return any(
        stem(form) in _ENDS and (ahead in _OF_THE or at + 1 == len(before) - 1)
        for at, (form, ahead) in enumerate(pairwise(before))
    )


def _are_of_one_event(pairing: Pairing, i: int, j: int) -> bool:
    """ "before the flood" / "after the flood": does what follows the one answer to what follows the other?"""
    near = range(i + 1, i + 1 + _SOON), range(j + 1, j + 1 + _SOON)
    return any(a in near[0] and b in near[1] for a, b, by, _ in pairing.alignment.pairs if by != "place")


def _is_of_another(pairing: Pairing, i: int, j: int) -> bool:
    """ "The man is not playing" / "the woman is playing": of two of whom one alone is said not to."""
    return _is_denied_of(pairing.left, pairing.left.words[i]) or _is_denied_of(pairing.right, pairing.right.words[j])


def _may_be_two(pairing: Pairing, i: int, j: int) -> bool:
    left, right = pairing.left.words[i], pairing.right.words[j]
    if (left.form in _ORDERING or right.form in _ORDERING) and not _are_of_one_event(pairing, i, j):
        return True
    if left.form in WEEKDAYS and _bound_of(pairing.left, left) != _bound_of(pairing.right, right):
        return True
    if left.form in ORDINALS and _are_of_two(pairing, i, j):
        return True
    if _goes_on_until(pairing.left, left, pairing.right) or _goes_on_until(pairing.right, right, pairing.left):
        return True
    return are_scenes(pairing.left, pairing.right) or (
        _is_indefinite(pairing.left, left.token) and _is_indefinite(pairing.right, right.token)
    )


def _goes_on_until(features: Features, word: Word, other: Features) -> bool:
    """ "remained in place until May": was it so up to a time, and need not be any more, or may what ends it be to come?

    "Remains in place" beside "will be lifted", "may be lifted".
    """
    if not word.form.startswith(GOING_ON):
        return False
    to_come = other.hedges or not _TO_COME.isdisjoint(other.forms)
    return bool(to_come) or features.forms[word.token + 1 : word.token + 2] in _UP_TO


_TO_COME = frozenset(["will", "shall", "going_to", "due_to"])
_UP_TO = (("until",), ("till",), ("through",), ("throughout",), ("for",), ("during",))


def _bound_of(features: Features, word: Word) -> str:
    """ "by Friday": the word before that lets it bound what is told; nothing where it is the day itself."""
    before = features.forms[word.token - 1] if word.token else ""
    return before if before in _BOUNDS else ""


def _are_of_two(pairing: Pairing, i: int, j: int) -> bool:
    """ "The first round …", "the second round …": are there two of one kind, of each of which more is told?"""
    alignment = pairing.alignment
    if not any((a, b) == (i + 1, j + 1) for a, b, by, _ in alignment.pairs if by != "place"):
        return False
    placed = any(by == "place" and (a, b) != (i, j) for a, b, by, _ in alignment.pairs)
    more = placed or alignment.left_over or alignment.right_over
    return bool(more) or pairing.left.figures != pairing.right.figures


def _is_denied_of(features: Features, word: Word) -> bool:
    """ "the woman is not playing": does a denial follow that is of what the word does?"""
    ahead = features.forms[word.token + 1 : word.token + 1 + _REACH]
    at = next((nth for nth, _ in enumerate(ahead, word.token + 1) if nth in features.negators), None)
    if at is None or _CLAUSES.intersection(features.forms[word.token + 1 : at]):
        return False
    return all(by < 0 or features.tokens[by] != at for by, _ in features.denials)


def _is_indefinite(features: Features, token: int) -> bool:
    """Does the word stand after "a", "some", "several", with none but content words between, of nobody known?

    Somebody is known where the noun is a predicate ("is a tall man") or where the sentence begins with somebody else.
    """
    forms = features.forms
    for at in range(token - 1, max(-1, token - _REACH), -1):
        if forms[at] in INDEFINITE:
            return _opens(forms, at) and not _is_verb(forms, at, token)
        if form_of(forms[at], features.look_up).kinds & _STOPS:
            return False
    return False


def _opens(forms: Sequence[str], at: int) -> bool:
    """Does an article open the sentence or clause, or stand behind another that does ("A man sees a dog")?"""
    if at and forms[at - 1] in LINKS:
        return forms[0] == "there"
    return at == 0 or forms[at - 1] == "," or forms[0] in INDEFINITE or forms[0] == "there"


def _is_verb(forms: Sequence[str], article: int, token: int) -> bool:
    """ "a tailwind increases": what follows the noun of "a" and ends in "s" is no part of its description."""
    form = forms[token]
    return forms[article] in ("a", "an") and token > article + 1 and form.endswith("s") and not form.endswith("ss")


_STOPS = FUNCTION | MARK | NEGATOR
_CLAUSES = frozenset({"and", "or", "but", "which", "that", "who", ",", ".", ";", ":", "with", "of", "in", "to", "from"})
