"""One affirms what the other denies."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from claimtrack.comparing.alignment import OPPOSED
from claimtrack.comparing.contrasts.both_may_hold import both_may_hold, is_scarce
from claimtrack.comparing.contrasts.degrees import is_told_from_its_end
from claimtrack.comparing.contrasts.extents import both_ways
from claimtrack.comparing.contrasts.outside import outside
from claimtrack.comparing.contrasts.still_there import has_not_left
from claimtrack.comparing.contrasts.the_rest import the_rest
from claimtrack.comparing.contrasts.too_early import too_early
from claimtrack.comparing.contrasts.ways import is_switched_off
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.related import kinds_of
from claimtrack.text.stems import stem

_MOSTLY = 0.6
"""The share of what is denied that the other wording must affirm: "is not eating hay" denies no eating of grass."""
_ALIKE = 0.60
"""Common ground from which two wordings are much alike."""
_MUCH_ALIKE = 0.80
"""Common ground from which each denies what the other affirms, and not what it never speaks of."""
_OPEN = frozenset(["place", "antonym", "rival"])
_A_DEED = 0.5
"""Share of a word's uses as a verb from which it is what is denied: "never backed the plan" denies no plan."""
_TWO = 2
_PARTING = frozenset(["and", "or", "nor", "but", "so", "as", "because", "since", "if", "who", "which", ","])
"""Words behind which another doing is told."""
_GIVEN = "agree decide promise vow pledge swear order ask tell threaten choose try offer urge advise prefer undertake"
_WORDS_GIVEN = frozenset(map(stem, _GIVEN.split()))
"""Deeds that are done where it is agreed not to do something, and are not where it is not agreed."""
_OF_WHAT = "one denies it, the other says it of what is not done"
_REASON = "one denies what the other affirms"


def polarity(pairing: Pairing) -> Iterable[Contrast]:
    """What one wording denies, the other affirms ("was destroyed" / "was not destroyed"); contrary.

    A prefix that denies (un-, non-) counts as a denial (de Marneffe, Rafferty & Manning 2008); opposites are left to
    `antonym`. A denial beside an opposite in its clause cancels out ("not fat" / "thin"), as do two denials. Where
    both deny equally often, but of other words, nothing is said ("found no evidence" / "hasn't found evidence"), unless
    each denies what the other affirms ("a fault, not the driver" / "the driver, not a fault"), or one does, and the
    other denies what that one never speaks of ("not by rain" / "by rain, not by the release"). "Outside" denies "in",
    and so does "too early to" of what it is time for.
    """
    left, right = pairing.left, pairing.right
    if pairing.rare_alone:
        told = outside(pairing)
        if told is None:
            told = too_early(pairing)
        if told is not None:
            return told
    if not left.denials and not right.denials and "flip" not in pairing.grounds:
        return ()
    flips = [(i, j) for i, j, by, _ in pairing.alignment.pairs if by == "flip"]
    places = [(i, j) for i, j in flips if left.denies(i) == right.denies(j)]
    if not flips and len(left.denials) != len(right.denials):
        aligned = [(i, j) for i, j, by, _ in pairing.alignment.pairs if by != "place"]
        opposed = {(i, j) for i, j, by, _ in pairing.alignment.pairs if by in OPPOSED}
        loosely = pairing.common_ground < _ALIKE
        places += _denied(left, right, dict(aligned), {i for i, _ in opposed}, loosely=loosely)
        turned = {j: i for i, j in aligned}
        places += [(i, j) for j, i in _denied(right, left, turned, {j for _, j in opposed}, loosely=loosely)]
    if not places and len(left.denials) == len(right.denials) == 1:
        each, reason = _each_denied(pairing), "each denies what the other affirms"
        if each is None:
            each, reason = _one_denied(pairing), _REASON
        if each is not None:
            spans = left.place_of(each[0]), right.place_of(each[1])
            return (pairing.contrast(ContrastKind.POLARITY, *spans, reason, contrary=True),)
        reach = _reach_apart(pairing)
        if reach is not None:
            spans = left.place_of(reach[0]), right.place_of(reach[1])
            return (pairing.contrast(ContrastKind.POLARITY, *spans, _OF_WHAT, contrary=False),)
    if not places or _says_as_much(pairing):
        return ()
    others = any(by in ("antonym", "rival") for _, _, by, _ in pairing.alignment.pairs)
    others = others or both_may_hold(pairing, flipped=bool(flips))
    return [
        pairing.contrast(
            ContrastKind.POLARITY,
            left.place_of(i),
            right.place_of(j),
            _REASON,
            contrary=not (others or is_scarce(left, i) or is_scarce(right, j)),
        )
        for i, j in dict.fromkeys(places)
    ]


def _says_as_much(pairing: Pairing) -> bool:
    """Does the denial of one say what the other says ("is not on" / "is off"), or what is told of the rest?"""
    if has_not_left(pairing) or is_switched_off(pairing) or is_told_from_its_end(pairing):
        return True
    return the_rest(pairing) is not None


def _each_denied(pairing: Pairing) -> tuple[int, int] | None:
    """ "A, and not B" beside "B, and not A": what is denied on the left and its counterpart, where both are so.

    All words of each denial must answer to words that the other affirms, so that "found no evidence" beside "has not
    found evidence" is none.
    """
    if pairing.common_ground < _MUCH_ALIKE:
        return None
    (mine,), (yours,) = pairing.left.denials, pairing.right.denials
    if mine.by >= 0 or yours.by >= 0:
        return None
    answers = {i: j for i, j, by, _ in pairing.alignment.pairs if by not in _OPEN}
    turned = {j: i for i, j in answers.items()}
    if any(answers.get(at, -1) in (-1, *yours.of) for at in mine.of):
        return None
    if any(turned.get(at, -1) in (-1, *mine.of) for at in yours.of):
        return None
    return mine.of[0], answers[mine.of[0]]


def _one_denied(pairing: Pairing) -> tuple[int, int] | None:
    """ "By rain, not by the release" beside "not by rain": what one denies and the other affirms, and its counterpart.

    All that the one denies must be affirmed, and nothing that the other denies spoken of. "A deal or nothing" affirms
    neither.
    """
    if pairing.held < _MUCH_ALIKE or _offers_none(pairing.left) or _offers_none(pairing.right):
        return None
    (mine,), (yours,) = pairing.left.denials, pairing.right.denials
    denied = {pairing.left.keys[at] for at in mine.of}
    if mine.by >= 0 or yours.by >= 0 or any(pairing.right.keys[at] in denied for at in yours.of):
        return None
    answers = {i: j for i, j, by, _ in pairing.alignment.pairs if by not in _OPEN}
    turned = {j: i for i, j in answers.items()}
    if turned.keys().isdisjoint(yours.of) and answers.keys() >= set(mine.of):
        return mine.of[0], answers[mine.of[0]]
    if answers.keys().isdisjoint(mine.of) and turned.keys() >= set(yours.of):
        return turned[yours.of[0]], yours.of[0]
    return None


def _reach_apart(pairing: Pairing) -> tuple[int, int] | None:
    """ "did not agree to attack" / "agreed not to attack": the word that one denies, and the other says of a denial."""
    if pairing.common_ground < _MUCH_ALIKE:
        return None
    left, right = pairing.left, pairing.right
    for i, j, by, _ in pairing.alignment.pairs:
        if by in _OPEN or left.keys[i] not in _WORDS_GIVEN or left.denies(i) == right.denies(j):
            continue
        stays, at = (right, j) if left.denies(i) else (left, i)
        if stays.negators[0] > stays.tokens[at]:
            return i, j
    return None


def _offers_none(features: Features) -> bool:
    """ "A daring adventure or nothing"."""
    return any(features.forms[at - 1 : at] == ("or",) for at in features.negators)


def _stands_as_often(mine: Features, at: int, yours: Features, answer: int) -> bool:
    """ "troops are in Mali, of the mission in Mali" / "are not in Mali, …": none stands there for the denial."""
    return len(mine.places[mine.keys[at]]) <= len(yours.places[yours.keys[answer]])


def _denied(
    mine: Features, yours: Features, answers: dict[int, int], opposed: set[int], *, loosely: bool
) -> Iterator[tuple[int, int]]:
    """What is denied here and affirmed there: the nearest word of each denial and its counterpart.

    Where the two share little else (`loosely`), a verb that is denied must have one.

    A denial that the other wording has too, in these words or others ("halted" / "stopped"), is none of these, nor is
    one that goes with what is denied ("nuclear and non-nuclear").
    """
    if not _APART.isdisjoint(yours.forms) and _is_set_apart(mine, yours, answers):
        return
    for by, scope in mine.denials:
        if by in answers and by not in opposed:
            continue
        found = [at for at in scope if at in answers]
        if not found or not opposed.isdisjoint(scope):
            continue
        if loosely and scope[0] not in answers and kinds_of(mine.keys[scope[0]]).deed >= _A_DEED:
            continue
        if mine.keys[found[0]] in both_ways(mine) and not _stands_as_often(mine, found[0], yours, answers[found[0]]):
            continue
        if yours.forms[yours.tokens[answers[found[0]]] - 1] == "little" and not _HARDLY.isdisjoint(mine.forms):
            continue
        share = sum([mine.weights[at] for at in found]) / sum([mine.weights[at] for at in scope])
        if share < _MOSTLY:
            continue
        denied, there = mine.denies(found[0]), yours.denies(answers[found[0]])
        if (denied and not there) or (there and not denied and _is_denied_twice(mine, found[0])):
            yield found[0], answers[found[0]]


_HARDLY = frozenset(["hardly", "scarcely", "barely", "seldom", "rarely"])
"""Denials that leave a little: "hardly known" is "little known"."""


def _is_set_apart(mine: Features, yours: Features, answers: dict[int, int]) -> bool:
    """ "Russia, unlike China, signed" / "China did not": is it denied of what the other sets apart?"""
    for negator in mine.negators:
        of = bisect_left(mine.tokens, negator) - 1
        if of in answers:
            token = yours.tokens[answers[of]]
            before = [form for form in yours.forms[max(0, token - _NEAR) : token] if form not in _SMALL]
            if before and before[-1] in _APART:
                return True
    return False


_NEAR = 3
_SMALL = frozenset(["the", "a", "an", "for"])
_APART = frozenset(["unlike", "except", "excluding", "barring"])


def _is_denied_twice(features: Features, at: int) -> bool:
    """ "denied that she had not paid": is a denial denied, with nothing between the two that begins another doing?"""
    token = features.tokens[at]
    ahead = [negator for negator in features.negators if negator < token]
    if not ahead or sum([at in denial.of for denial in features.denials]) != _TWO:
        return False
    return _PARTING.isdisjoint(features.forms[ahead[-_TWO:][0] : token])
