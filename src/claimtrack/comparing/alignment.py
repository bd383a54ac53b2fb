"""Which word of one wording answers to which of the other, one to one, and on what ground.

Monolingual word alignment in the manner of Sultan, Bethard & Sumner (2014): identity first, then families, synonyms,
opposites and spelling, the likest context and the nearest place deciding between several; last, two words that are
left over between neighbours that answer to one another.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from claimtrack.features import Features, Word
from claimtrack.text.forms import undenied
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


class Aligned(NamedTuple):
    """Two words of the wordings, by their index among the content words."""

    left: int
    right: int
    by: str
    strength: float


class Alignment(NamedTuple):
    """Two wordings word by word, and what is left over; indexes are those of `Features.words`."""

    pairs: list[Aligned]
    """In the order of the left wording."""
    left_over: list[int]
    right_over: list[int]
    left_covered: float
    """The share of the left wording's weight that has a counterpart, 0 to 1."""
    right_covered: float


def align(left: Features, right: Features) -> Alignment:
    """Put the content words of two wordings beside one another, each at most once."""
    pairs: list[Aligned] = []
    taken_left, taken_right = [False] * len(left.words), [False] * len(right.words)
    _align_same(left, right, taken_left, taken_right, pairs)
    over_left = [at for at, taken in enumerate(taken_left) if not taken]
    over_right = [at for at, taken in enumerate(taken_right) if not taken]
    if over_left and over_right:
        likely = _likely(left, right, over_left[:_AT_MOST_LEFT], over_right[:_AT_MOST_LEFT])
        for strength, _, i, j, by in sorted(likely):
            if not taken_left[i] and not taken_right[j]:
                taken_left[i] = taken_right[j] = True
                pairs.append(Aligned(i, j, by, -strength))
        pairs.sort()
        _align_by_place(left, right, taken_left, taken_right, pairs)
        over_left = [at for at in over_left if not taken_left[at]]
        over_right = [at for at in over_right if not taken_right[at]]
    return Alignment(pairs, over_left, over_right, *_covered(left, right, pairs))


def _covered(left: Features, right: Features, pairs: list[Aligned]) -> tuple[float, float]:
    mine = yours = 0.0
    for i, j, _, strength in pairs:
        mine += left.weights[i] * strength
        yours += right.weights[j] * strength
    return (
        min(1.0, mine / left.weight) if left.weight else 0.0,
        min(1.0, yours / right.weight) if right.weight else 0.0,
    )


def _align_same(
    left: Features, right: Features, taken_left: list[bool], taken_right: list[bool], pairs: list[Aligned]
) -> None:
    places = right.places
    rows = {key: iter(found) for key, found in places.items() if len(found) > _FEW_PLACES}
    for i, word in enumerate(left.words):
        found = places.get(word.key)
        if found is None:
            continue
        if len(found) == 1:
            j = found[0]
            if len(left.places[word.key]) > 1:
                j = _best_here(left, i, right, j)
        else:
            j = _chosen(left, i, right, found, taken_right) if len(found) <= _FEW_PLACES else next(rows[word.key], -1)
        if j >= 0 and not taken_right[j]:
            taken_left[i] = taken_right[j] = True
            pairs.append(Aligned(i, j, "same", 1.0))


def _chosen(left: Features, i: int, right: Features, found: Sequence[int], taken: list[bool]) -> int:
    """Of the free places of a word the one whose neighbours fit best; -1 where none is free."""
    free = [at for at in found if not taken[at]]
    if len(free) < _SEVERAL:
        return free[0] if free else -1
    return min(free, key=lambda at: _misfit(left.words, i, right.words, at))


def _best_here(left: Features, i: int, right: Features, j: int) -> int:
    """The only place on the right, where no other place on the left fits it better; -1 where one does."""
    places = left.places[left.words[i].key]
    if len(places) > _FEW_PLACES:
        return j
    best = min(places, key=lambda at: _misfit(left.words, at, right.words, j))
    return j if best == i else -1


def _misfit(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> tuple[int, float, int, int]:
    """How badly two places for one word fit: unlike neighbours first, then distance."""
    unlike = int(_key(left, i - 1) != _key(right, j - 1)) + int(_key(left, i + 1) != _key(right, j + 1))
    return unlike, abs(i / len(left) - j / len(right)), j, i


def _key(words: Sequence[Word], at: int) -> str:
    return words[at].key if 0 <= at < len(words) else ""


def _likely(
    left: Features, right: Features, over_left: list[int], over_right: list[int]
) -> list[tuple[float, float, int, int, str]]:
    """Unlike words that may answer to each other, each with the ground for it; strongest sort first."""
    hooked: dict[str, list[int]] = {}
    for j in over_right:
        for hook in right.words[j].hooks:
            hooked.setdefault(hook, []).append(j)
    found: list[tuple[float, float, int, int, str]] = []
    grounds = left.look_up.grounds
    for i in over_left:
        word = left.words[i]
        tried: set[int] = set()
        for hook in word.hooks:
            for j in hooked.get(hook, ()):
                if j in tried:
                    continue
                tried.add(j)
                keys = (word.key, right.words[j].key)
                ground = grounds.get(keys, _UNKNOWN)
                if ground is _UNKNOWN:
                    ground = _ground(keys, left.look_up)
                if ground is not None:
                    distance = abs(i / len(left.words) - j / len(right.words))
                    found.append((-ground[1], distance, i, j, ground[0]))
    return found


_UNKNOWN = ("", 0.0)


def _ground(keys: tuple[str, str], look_up: LookUp) -> tuple[str, float] | None:
    """Why two unlike words may answer to each other, and how strongly; None where they do not. Remembered."""
    if len(look_up.grounds) >= _MOST_GROUNDS:
        look_up.grounds.clear()
    found = look_up.grounds[keys] = _worked_out(*keys, look_up)
    return found


def _worked_out(a: str, b: str, look_up: LookUp) -> tuple[str, float] | None:
    if _is_of(undenied(a, look_up), b) or _is_of(undenied(b, look_up), a):
        return "flip", 0.9
    ground = _known_ground(a, b, look_up)
    if ground is not None:
        return ground
    if _flipped(a, b, look_up):
        return "flip", 0.8
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


def _align_by_place(
    left: Features, right: Features, taken_left: list[bool], taken_right: list[bool], pairs: list[Aligned]
) -> None:
    """Put together two words left over between neighbours that answer to one another; the ends count as neighbours."""
    to_right = {pair.left: pair.right for pair in pairs}
    found = []
    for i, taken in enumerate(taken_left):
        j = None if taken else _same_place(left, i, right, to_right)
        if j is not None and not taken_right[j]:
            taken_left[i] = taken_right[j] = True
            found.append(Aligned(i, j, "place", _BY_PLACE))
    if found:
        pairs.extend(found)
        pairs.sort()


def _same_place(left: Features, i: int, right: Features, to_right: dict[int, int]) -> int | None:
    """The word that stands on the right where `i` stands on the left; None where its neighbours do not tell."""
    before, after = to_right.get(i - 1), to_right.get(i + 1)
    if before is not None:
        j = before + 1
        ends = _ends(left, i) and j < len(right.words) and _ends(right, j)
        return j if after == j + 1 or (after is None and ends) else None
    if after is None:
        # nothing but function words around them: "It is not fair" / "It is foul"
        alone = len(left.words) == len(right.words) == 1 and len(set(left.stems) & set(right.stems)) >= _SEVERAL
        return 0 if alone else None
    if after == 0:
        return None
    j = after - 1
    return j if (i == 0 or _ends(left, i - 1)) and (j == 0 or _ends(right, j - 1)) else None


def _ends(features: Features, at: int) -> bool:
    """Does a sentence end after this word?"""
    if at == len(features.words) - 1:
        return True
    between = features.forms[features.words[at].token + 1 : features.words[at + 1].token]
    return not _STOPS.isdisjoint(between)
