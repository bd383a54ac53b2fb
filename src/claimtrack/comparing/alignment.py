"""Which word of one wording answers to which of the other, one to one, and on what ground.

Monolingual word alignment in the manner of Sultan, Bethard & Sumner (2014): identity first, then families, synonyms,
opposites and spelling, the likest context and the nearest place deciding between several; last, two words that are
left over between neighbours that answer to one another.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from attrs import define
from rapidfuzz.distance import Indel

from claimtrack.features import Features
from claimtrack.text.forms import hooks_of, mask_of, undenied
from claimtrack.text.lexicon import LookUp
from claimtrack.text.stems import same_family

_SPELLED_ALIKE = 0.86
_LONG_ENOUGH = 5
_AT_MOST_LEFT = 60
"""Words without an identical counterpart that are tried against each other; bounds the worst case."""
_SEVERAL = 2
_FEW_PLACES = 6
"""Places of one word among which its neighbours choose; with more of them the first free one is taken."""
_MOST_GROUNDS = 200_000
_STOPS = frozenset(".!?")
_BY_PLACE = 0.25
"""How strongly two words answer to one another for their place alone."""
_ENDS_OF = itemgetter(0, 1)


OPPOSED = frozenset({"antonym", "rival", "flip"})
"""Grounds on which one word says what the other does not."""


class Aligned(NamedTuple):
    """Two words of the wordings, by their index among the content words."""

    left: int
    right: int
    by: str
    strength: float


@define(eq=False)  # not frozen, for that takes six times as long to make
class Alignment:
    """Two wordings word by word, and what is left over; indexes are those of `Features.keys`. Not to be changed."""

    pairs: list[Aligned]
    """In the order of the left wording."""
    left_over: list[int]
    right_over: list[int]
    left_covered: float
    """The share of the left wording's weight that has a counterpart, 0 to 1."""
    right_covered: float
    left_spoken_of: float
    """The same whatever the strength, pairs by place aside: opposites, too, speak of one thing."""
    right_spoken_of: float


def align(left: Features, right: Features) -> Alignment:
    """Put the content words of two wordings beside one another, each at most once."""
    repeated = len(left.place) < len(left.keys) or len(right.place) < len(right.keys)
    pairs, over_left, over_right = _repeated(left, right) if repeated else _single(left.place, right.place)
    further: list[Aligned] = []
    if over_left and over_right:
        further = _unlike(left, right, over_left, over_right, dict(map(_ENDS_OF, pairs)))
        if further:
            pairs = sorted(pairs + further)
            mine, yours = {one[0] for one in further}, {one[1] for one in further}
            over_left = [i for i in over_left if i not in mine]
            over_right = [j for j in over_right if j not in yours]
    return Alignment(pairs, over_left, over_right, *_shares(left, right, over_left, over_right, further))


def _unlike(
    left: Features, right: Features, over_left: list[int], over_right: list[int], to_right: dict[int, int]
) -> list[Aligned]:
    """Put together unlike words of those left over, the strongest grounds first; `to_right` learns of them."""
    pairs: list[Aligned] = []
    likely = _likely(left, right, over_left[:_AT_MOST_LEFT], over_right[:_AT_MOST_LEFT])
    if likely:
        taken: set[int] = set()
        for strength, _, i, j, by in sorted(likely):
            if i not in to_right and j not in taken:
                to_right[i] = j
                taken.add(j)
                pairs.append(Aligned(i, j, by, -strength))
        over_left = [i for i in over_left if i not in to_right]
        over_right = [j for j in over_right if j not in taken]
    if over_left and over_right:
        pairs += _by_place(left, right, over_left, set(over_right), to_right)
    return pairs


def _shares(
    left: Features, right: Features, over_left: list[int], over_right: list[int], further: list[Aligned]
) -> tuple[float, float, float, float]:
    """What is covered of the left and right wording, and what is spoken of.

    Reckoned from what is not, for that are few words: those left over, and what `further`, pairs of unlike words, lack.
    """
    left_weights, right_weights = left.weights, right.weights
    unspoken_left = sum(map(left_weights.__getitem__, over_left))
    unspoken_right = sum(map(right_weights.__getitem__, over_right))
    missed_left, missed_right = unspoken_left, unspoken_right
    for i, j, by, strength in further:
        mine, yours = left_weights[i], right_weights[j]
        missed_left += mine * (1.0 - strength)
        missed_right += yours * (1.0 - strength)
        if by == "place":
            unspoken_left += mine
            unspoken_right += yours
    whole, other = left.weight, right.weight
    return (
        1.0 - missed_left / whole if missed_left < whole else 0.0,
        1.0 - missed_right / other if missed_right < other else 0.0,
        1.0 - unspoken_left / whole if unspoken_left < whole else 0.0,
        1.0 - unspoken_right / other if unspoken_right < other else 0.0,
    )


_Same = tuple[list[Aligned], list[int], list[int]]
"""Words with one key, in the order of the left wording, and the words left over on both sides."""


def _single(left: Mapping[str, int], right: Mapping[str, int]) -> _Same:
    """Put together the words with one key, where none stands twice on one side."""
    new = tuple.__new__  # half the cost of Aligned(…), and there are a dozen in each comparison
    pairs: list[Aligned] = []
    over: list[int] = []
    for key, i in left.items():
        j = right.get(key)
        if j is None:
            over.append(i)
        else:
            pairs.append(new(Aligned, (i, j, "same", 1.0)))
    return pairs, over, [j for key, j in right.items() if key not in left]


def _repeated(left: Features, right: Features) -> _Same:
    """Put together the words with one key; of several places for one, neighbours and distance choose."""
    pairs: list[Aligned] = []
    over: list[int] = []
    places, taken = right.places, [False] * len(right.keys)
    rows = {key: iter(found) for key, found in places.items() if len(found) > _FEW_PLACES}
    for i, key in enumerate(left.keys):
        found, j = places.get(key, ()), -1
        if len(found) == 1:
            j = found[0] if len(left.places[key]) == 1 else _best_here(left, i, right, found[0])
        elif found:
            j = _chosen(left, i, right, found, taken) if len(found) <= _FEW_PLACES else next(rows[key], -1)
        if j < 0 or taken[j]:
            over.append(i)
        else:
            taken[j] = True
            pairs.append(Aligned(i, j, "same", 1.0))
    return pairs, over, [j for j, is_taken in enumerate(taken) if not is_taken]


def _chosen(left: Features, i: int, right: Features, found: Sequence[int], taken: list[bool]) -> int:
    """Of the free places of a word the one whose neighbours fit best; -1 where none is free."""
    free = [at for at in found if not taken[at]]
    if len(free) < _SEVERAL:
        return free[0] if free else -1
    return min(free, key=lambda at: _misfit(left.keys, i, right.keys, at))


def _best_here(left: Features, i: int, right: Features, j: int) -> int:
    """The only place on the right, where no other place on the left fits it better; -1 where one does."""
    places = left.places[left.keys[i]]
    if len(places) > _FEW_PLACES:
        return j
    best = min(places, key=lambda at: _misfit(left.keys, at, right.keys, j))
    return j if best == i else -1


def _misfit(left: Sequence[str], i: int, right: Sequence[str], j: int) -> tuple[int, float, int, int]:
    """How badly two places for one word fit: unlike neighbours first, then distance."""
    unlike = int(_key(left, i - 1) != _key(right, j - 1)) + int(_key(left, i + 1) != _key(right, j + 1))
    return unlike, abs(i / len(left) - j / len(right)), j, i


def _key(keys: Sequence[str], at: int) -> str:
    return keys[at] if 0 <= at < len(keys) else ""


def _likely(
    left: Features, right: Features, over_left: list[int], over_right: list[int]
) -> list[tuple[float, float, int, int, str]]:
    """Unlike words that may answer to each other, each with the ground for it; strongest sort first.

    Most share no hook with any word of the other side, and need no look at its words one by one.
    """
    look_up, grounds = left.look_up, left.look_up.grounds
    masks = look_up.masks
    mine, yours, every = left.keys, right.keys, 0
    open_: list[tuple[int, str, int]] = []
    for i in over_left:
        key = mine[i]
        mask = masks.get(key)
        if mask is None:
            mask = mask_of(key, look_up)
        if mask:
            open_.append((i, key, mask))
            every |= mask
    found: list[tuple[float, float, int, int, str]] = []
    for j in over_right:
        other = yours[j]
        mask = masks.get(other)
        if mask is None:
            mask = mask_of(other, look_up)
        if not mask & every:
            continue
        for i, key, those in open_:
            if not mask & those:
                continue
            ground = grounds.get((key, other), _UNKNOWN)
            if ground is _UNKNOWN:
                ground = _ground((key, other), look_up)
            if ground is not None:
                distance = abs(i / len(mine) - j / len(yours))
                found.append((-ground[1], distance, i, j, ground[0]))
    return found


_UNKNOWN = ("", 0.0)


def _ground(keys: tuple[str, str], look_up: LookUp) -> tuple[str, float] | None:
    """Why two unlike words may answer to each other, and how strongly; None where they do not. Remembered."""
    if len(look_up.grounds) >= _MOST_GROUNDS:
        look_up.grounds.clear()
    a, b = keys
    apart = hooks_of(a, look_up).isdisjoint(hooks_of(b, look_up))
    found = look_up.grounds[keys] = None if apart else _worked_out(a, b, look_up)
    return found


def _worked_out(a: str, b: str, look_up: LookUp) -> tuple[str, float] | None:
    if _is_of(undenied(a, look_up), b) or _is_of(undenied(b, look_up), a):
        return "flip", 0.9
    ground = _known_ground(a, b, look_up)
    if ground is not None:
        return ground
    if _flipped(a, b, look_up):
        return "flip", 0.8
    if a in look_up.name_kinds and b in look_up.name_kinds:
        return None  # "Austria" / "Australia"
    if a[0] == b[0] and len(a) >= _LONG_ENOUGH and len(b) >= _LONG_ENOUGH:
        alike: float = Indel.normalized_similarity(a[:100], b[:100], score_cutoff=_SPELLED_ALIKE)
        if alike >= _SPELLED_ALIKE:
            return "spelling", 0.75
    return None


def _is_of(base: str, word: str) -> bool:
    """Is this what a word denies? Short stems keep an e ("safe") that longer ones lose ("unsaf")."""
    return bool(base) and word in (base, f"{base}e")


_NONE: frozenset[int] = frozenset()


def _known_ground(a: str, b: str, look_up: LookUp) -> tuple[str, float] | None:
    """What the lexicon and the families of words say."""
    if b in look_up.opposed.get(a, ()):
        return "antonym", 0.6
    if not look_up.rivals.get(a, _NONE).isdisjoint(look_up.rivals.get(b, _NONE)):
        return "rival", 0.5
    if same_family(a, b):
        return "family", 0.9
    if not look_up.groups.get(a, _NONE).isdisjoint(look_up.groups.get(b, _NONE)):
        return "synonym", 0.8
    return None


def _flipped(a: str, b: str, look_up: LookUp) -> bool:
    """Does one word deny the other by its prefix or ending ("unsafe" / "safe"), or a synonym of it?"""
    denied, asserted = undenied(a, look_up), undenied(b, look_up)
    if bool(denied) == bool(asserted):
        return False
    base, word = (denied, b) if denied else (asserted, a)
    known = _known_ground(base, word, look_up)
    return known is not None and known[0] in ("family", "synonym")


def _by_place(
    left: Features, right: Features, over_left: list[int], over_right: set[int], to_right: dict[int, int]
) -> list[Aligned]:
    """Put together two words left over between neighbours that answer to one another; the ends count as neighbours."""
    found: list[Aligned] = []
    alone = len(left.keys) == len(right.keys) == 1
    for i in over_left:
        if i - 1 in to_right or i + 1 in to_right or alone:
            j = _same_place(left, i, right, to_right)
            if j is not None and j in over_right:
                over_right.remove(j)
                found.append(Aligned(i, j, "place", _BY_PLACE))
    return found


def _same_place(left: Features, i: int, right: Features, to_right: dict[int, int]) -> int | None:
    """The word that stands on the right where `i` stands on the left; None where its neighbours do not tell.

    Where neither neighbour answers to any word, both must be the only ones of their wordings.
    """
    before, after = to_right.get(i - 1), to_right.get(i + 1)
    if before is not None:
        j = before + 1
        ends = _ends(left, i) and j < len(right.keys) and _ends(right, j)
        return j if after == j + 1 or (after is None and ends) else None
    if after is None:
        # nothing but function words around them: "It is not fair" / "It is foul"
        return 0 if len(set(left.stems) & set(right.stems)) >= _SEVERAL else None
    if after == 0:
        return None
    j = after - 1
    return j if (i == 0 or _ends(left, i - 1)) and (j == 0 or _ends(right, j - 1)) else None


def _ends(features: Features, at: int) -> bool:
    """Does a sentence end after this word?"""
    if at == len(features.keys) - 1:
        return True
    between = features.forms[features.tokens[at] + 1 : features.tokens[at + 1]]
    return not _STOPS.isdisjoint(between)
