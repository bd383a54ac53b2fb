"""What a claim takes in: things of a kind and those not of it ("nuclear or not"), or all of the one kind alone."""

from collections.abc import Iterator, Mapping

from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features
from claimtrack.once import kept
from claimtrack.text.forms import FUNCTION, MARK, denying, form_of, undenied

_OR_NOT = "or_not"
_REST = (["others"], ["otherwise"], ["rest"])
_RESTS = frozenset([_OR_NOT, *(word for (word,) in _REST)])
_NOT = frozenset({"non", "not"})
_REACH = 3


def narrower_extent(pairing: Pairing) -> tuple[int, int] | None:
    """ "Arms, nuclear and non-nuclear" beside "all nuclear arms": the words, by their index, where extents differ so.

    The one side denies and affirms a word ("large or not", "large and non-large"), the other speaks of all, every or
    only what is so, and of nothing that is not.
    """
    left, right = pairing.left, pairing.right
    for i, j in _restrictions(left, right):
        return i, j
    for j, i in _restrictions(right, left):
        return i, j
    return None


def _restrictions(broad: Features, narrow: Features) -> Iterator[tuple[int, int]]:
    """A word of both of which the first takes in the contrary too, and the second says all or only."""
    starts = _extents(narrow)
    if not starts or not both_ways(broad):
        return
    near = {start + far for start in starts for far in range(1, _REACH + 1)}
    restricted = [
        at
        for at, token in enumerate(narrow.tokens)
        if token in near and narrow.keys[at] in broad.place and _of_all(narrow, token, starts) and not narrow.denies(at)
    ]
    if not restricted:
        return
    taken_in = both_ways(broad)
    for at in restricted:
        key = narrow.keys[at]
        if key in taken_in and key not in both_ways(narrow):
            yield taken_in[key], at


@kept
def both_ways(features: Features) -> Mapping[str, int]:
    """The words said with their denial ("armed and unarmed", "nuclear and non-nuclear"), by key, and where."""
    found = {}
    told = features.places
    for key in denying(told, features.look_up):
        base = undenied(key, features.look_up)
        if base in told:
            found[base] = told[base][0]
    with_the_rest = not _RESTS.isdisjoint(features.forms)
    if not with_the_rest and len(told) == len(features.keys):
        return found
    for key, places in told.items():
        if with_the_rest or len(places) > 1:
            plain = [at for at in places if not _is_put_off(features, at)]
            if plain and (len(plain) < len(places) or _with_the_rest(features, features.tokens[places[0]])):
                found[key] = plain[0]
    return found


def _with_the_rest(features: Features, token: int) -> bool:
    """ "nuclear or not", "the nuclear ones and the others"."""
    ahead = [form for form in features.forms[token + 1 : token + 5] if form not in ("ones", "the")]
    return ahead[:1] == [_OR_NOT] or (ahead[:1] in (["and"], ["or"]) and ahead[1:2] in _REST)


def _is_put_off(features: Features, at: int) -> bool:
    """ "non-nuclear", "not nuclear"."""
    token = features.tokens[at]
    return features.denies(at) and not _NOT.isdisjoint(features.forms[max(0, token - 2) : token])


@kept
def _extents(features: Features) -> set[int]:
    """The tokens that say all or only."""
    return {one.token for one in features.quantities if one.kind in ("all", "only")}


def _of_all(features: Features, token: int, starts: set[int]) -> bool:
    """Does "all", "every" or "only" stand before the word, with none but content words between?"""
    for at in range(token - 1, max(-1, token - 1 - _REACH), -1):
        if at in starts:
            return True
        if form_of(features.forms[at], features.look_up).kinds & (FUNCTION | MARK):
            return False
    return False
