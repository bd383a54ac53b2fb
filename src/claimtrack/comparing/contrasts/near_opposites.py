"""Words that no list has as opposites, and that exclude one another in one place all the same."""

from claimtrack.text.lexicon import LookUp
from claimtrack.text.related import is_word, kinds_of, nearest
from claimtrack.text.stems import stem

_KIN, _NEARER = 0.6, 0.2
"""How near a word must be to the opposite of another, and how much nearer than to that word itself, to exclude it."""
_SENSES = """let leave take make get give go come run put set keep turn hold stand live home after miss walk have do be
see look use work show bring move play call try ask need feel become begin seem talk"""
_OF_MANY_SENSES = frozenset(map(stem, _SENSES.split()))
"""Words of so many senses that they are near to much and the opposite of little."""
_NONE: frozenset[str] = frozenset()
_MOST = 50_000


def are_nearly_opposed(a: str, b: str, look_up: LookUp) -> bool:
    """Does one exclude a synonym of the other ("revered" / "despised", by "admired"), or a word near to it in meaning?

    Near are words whose vectors are (`text/related.py`), nearer than the two are to one another.
    """
    found = look_up.nearly_opposed.get((a, b))
    if found is None:
        if len(look_up.nearly_opposed) >= _MOST:
            look_up.nearly_opposed.clear()
        found = look_up.nearly_opposed[a, b] = _worked_out(a, b, look_up)
    return found


def are_opposite_deeds(a: str, b: str) -> bool:
    """Do two opposites tell what is done or goes on, one of them by most of its uses, and neither in many senses?

    Or what came of it ("acquitted" / "guilty").
    """
    if a in _OF_MANY_SENSES or b in _OF_MANY_SENSES:
        return False
    if max(_deed(a), _deed(b)) < _A_DEED:
        return False
    return all(_deed(one) >= _SOMETIMES_ONE or kinds_of(one).trait >= _A_DEED for one in (a, b))


def _deed(key: str) -> float:
    """The share of a word's uses as a verb; a phrase of the lexicon ("remain in force") is taken for one."""
    return 1.0 if "_" in key else kinds_of(key).deed


_A_DEED, _SOMETIMES_ONE = 0.5, 0.2


def _worked_out(a: str, b: str, look_up: LookUp) -> bool:
    if _excludes_like(a, b, look_up) or _excludes_like(b, a, look_up):
        return True
    if a in _OF_MANY_SENSES or b in _OF_MANY_SENSES or not (is_word(a) and is_word(b)):
        return False
    opposite = max(_near_an_opposite(a, b, look_up), _near_an_opposite(b, a, look_up))
    return opposite >= _KIN and opposite - nearest([a], [b])[0][0] >= _NEARER


def _near_an_opposite(word: str, other: str, look_up: LookUp) -> float:
    """How near the opposite of a word that is nearest to another is to that: −1 to 1, and −1 where there is none.

    Opposites are near to one another, too: "raise" and "higher" are both opposed to "lower".
    """
    of_other = look_up.opposed.get(other, _NONE)
    known = [one for one in look_up.opposed.get(word, _NONE) if one not in of_other and is_word(one)]
    return nearest([other], known)[0][0] if known else -1.0


def _excludes_like(a: str, b: str, look_up: LookUp) -> bool:
    groups = look_up.groups.get(b)
    return groups is not None and any(
        not groups.isdisjoint(look_up.groups.get(opposite, ())) for opposite in look_up.opposed.get(a, ())
    )
