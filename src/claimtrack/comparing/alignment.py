"""Which word of one wording answers to which of the other, one to one, and on what ground.

Monolingual word alignment in the manner of Sultan, Bethard & Sumner (2014): identity first, then families, synonyms,
opposites and spelling, the likest context and the nearest place deciding between several.
"""

from collections import defaultdict
from typing import NamedTuple

from attrs import frozen
from rapidfuzz.distance import Indel

from claimtrack.comparing.word_weights import shipped_weights
from claimtrack.features import Features, Word
from claimtrack.text.lexicon import LookUp
from claimtrack.text.stems import same_family

_SPELLED_ALIKE = 0.86
_LONG_ENOUGH = 5
_FLIPS = ("un", "non", "in", "im", "dis", "ir")
_AT_MOST_LEFT = 60
"""Words without an identical counterpart that are tried against each other; bounds the worst case."""


class Aligned(NamedTuple):
    """Two words of the wordings, by their index among the content words."""

    left: int
    right: int
    by: str
    strength: float


@frozen(kw_only=True)
class Alignment:
    """Two wordings word by word; left and right are indexes into `Features.words`."""

    pairs: tuple[Aligned, ...]
    left_weights: tuple[float, ...]
    right_weights: tuple[float, ...]

    @property
    def left_covered(self) -> float:
        """The share of the left wording's weight that has a counterpart, 0 to 1."""
        return _share(self.left_weights, {pair.left: pair.strength for pair in self.pairs})

    @property
    def right_covered(self) -> float:
        """The share of the right wording's weight that has a counterpart, 0 to 1."""
        return _share(self.right_weights, {pair.right: pair.strength for pair in self.pairs})


def _share(weights: tuple[float, ...], strengths: dict[int, float]) -> float:
    total = sum(weights)
    if total <= 0.0:
        return 0.0
    return min(1.0, sum(weights[at] * strength for at, strength in strengths.items()) / total)


def align(left: Features, right: Features) -> Alignment:
    """Put the content words of two wordings beside one another, each at most once."""
    identical = _identical(left.words, right.words)
    used_left = {pair.left for pair in identical}
    used_right = {pair.right for pair in identical}
    over_left = [at for at in range(len(left.words)) if at not in used_left][:_AT_MOST_LEFT]
    over_right = [at for at in range(len(right.words)) if at not in used_right][:_AT_MOST_LEFT]
    likely = []
    known_left = [_known(left.words[at].key, left.look_up) for at in over_left]
    known_right = [_known(right.words[at].key, right.look_up) for at in over_right]
    for i, mine in zip(over_left, known_left, strict=True):
        for j, yours in zip(over_right, known_right, strict=True):
            found = _ground(mine, yours)
            if found is not None:
                distance = abs(i / len(left.words) - j / len(right.words))
                likely.append((-found[1], distance, i, j, found[0]))
    pairs = list(identical)
    for strength, _, i, j, by in sorted(likely):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append(Aligned(i, j, by, -strength))
    weights = shipped_weights()
    return Alignment(
        pairs=tuple(sorted(pairs)),
        left_weights=tuple(weights.of(word.key) for word in left.words),
        right_weights=tuple(weights.of(word.key) for word in right.words),
    )


def _identical(left: tuple[Word, ...], right: tuple[Word, ...]) -> list[Aligned]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(right):
        places[word.key].append(j)
    pairs: list[Aligned] = []
    for i, word in enumerate(left):
        open_places = places.get(word.key)
        if open_places:
            j = (
                open_places[0]
                if len(open_places) == 1
                else min(open_places, key=lambda at: _misfit(left, i, right, at))
            )
            open_places.remove(j)
            pairs.append(Aligned(i, j, "same", 1.0))
    return pairs


def _misfit(left: tuple[Word, ...], i: int, right: tuple[Word, ...], j: int) -> tuple[int, float, int]:
    """How badly two places for one word fit: unlike neighbours first, then distance."""
    unlike = int(_key(left, i - 1) != _key(right, j - 1)) + int(_key(left, i + 1) != _key(right, j + 1))
    return unlike, abs(i / len(left) - j / len(right)), j


def _key(words: tuple[Word, ...], at: int) -> str:
    return words[at].key if 0 <= at < len(words) else ""


class _Known(NamedTuple):
    """A key with what the lexicon knows of it."""

    key: str
    opposed: frozenset[str]
    rivals: frozenset[int]
    groups: frozenset[int]


_NONE: frozenset[int] = frozenset()


def _known(key: str, look_up: LookUp) -> _Known:
    return _Known(
        key, look_up.opposed.get(key, frozenset()), look_up.rivals.get(key, _NONE), look_up.groups.get(key, _NONE)
    )


def _ground(left: _Known, right: _Known) -> tuple[str, float] | None:
    """Why two unlike words may answer to each other, and how strongly; None where they do not."""
    a, b = left.key, right.key
    if b in left.opposed:
        return "antonym", 0.6
    if left.rivals and not left.rivals.isdisjoint(right.rivals):
        return "rival", 0.5
    if a[-1] == b[-1] and len(a) != len(b) and _flipped(a, b):
        return "flip", 0.9
    if a[0] == b[0] and same_family(a, b):
        return "family", 0.9
    if left.groups and not left.groups.isdisjoint(right.groups):
        return "synonym", 0.8
    if a[0] == b[0] and len(a) >= _LONG_ENOUGH and len(b) >= _LONG_ENOUGH:
        alike: float = Indel.normalized_similarity(a[:100], b[:100], score_cutoff=_SPELLED_ALIKE)
        if alike >= _SPELLED_ALIKE:
            return "spelling", 0.75
    return None


def _flipped(a: str, b: str) -> bool:
    """Is one word the other with un-, non- and the like before it?"""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    rest = len(longer) - len(shorter)
    return len(shorter) > 3 and longer.endswith(shorter) and longer[:rest] in _FLIPS
