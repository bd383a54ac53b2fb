"""One small word beside a thing, and another there: "to Marenne" / "from Marenne", "shelled" / "was shelled in"."""

from collections.abc import Iterator, Sequence

from claimtrack.comparing.alignment import Aligned
from claimtrack.comparing.contrasts.scenes import are_scenes
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.cues import BE
from claimtrack.text.stems import stem

_OUT, _AWAY = "out of", "away from"
_TURNED = [("to", "from"), ("to", _OUT), ("into", "from"), ("into", _OUT), ("onto", "from"), ("onto", "off")]
_TURNED += [("towards", "from"), ("toward", "from"), ("towards", _AWAY), ("toward", _AWAY), ("for", "against")]
_TURNED += [("over", "under"), ("above", "below"), ("to", _AWAY)]
_OTHER = [("at", "from"), ("for", "from"), ("with", "against"), ("by", "against"), ("by", "to")]
_OTHER += [("by", "for")]
_EXCLUDES = {frozenset(two): two in _TURNED for two in (*_TURNED, *_OTHER)}
"""Two small words that tell unlike things of what they stand before: can they not both hold?"""
_LOOSE = """different differ averse exempt close due free know similar envoy emissary ambassador representative delegate
delegation mission"""
_EITHER = frozenset(map(stem, _LOOSE.split()))
"""Words behind which one small word may stand for the other: "different from", "different to"; "recalled its envoy from
Oslo", "its envoy to Oslo was recalled"."""
_ARTICLES = frozenset(["a", "an", "the"])
_WHERE = frozenset(["in", "at", "near", "outside", "inside", "around"])
_TO_WHOM = """attack shell bomb bombard shoot kill accuse warn beat defeat arrest threaten blame criticise criticize sue
invite expel detain wound hit strike ambush rescue"""
_DEEDS = frozenset(map(stem, _TO_WHOM.split()))
"""Deeds that somebody does to somebody, so that nobody who is not named has done it to himself."""


def ways_apart(pairing: Pairing, pairs: Sequence[Aligned]) -> Iterator[Contrast]:
    """Where one small word stands on the left before a thing and its opposite, or another, on the right.

    The word before must be the same on both sides ("fled to", "fled from"), and neither may be denied alone. Contrary
    where they are opposite; in two scenes of somebody, which may be two, and else ("for" / "from") it only narrows.
    """
    left, right = pairing.left, pairing.right
    for i, j, by, _ in pairs:
        if by != "same" or not i or not j or left.keys[i - 1] in _EITHER or _base(left, i - 1) != _base(right, j - 1):
            continue
        mine, begin = _way(left, i)
        yours, start = _way(right, j)
        excludes = _EXCLUDES.get(frozenset((mine, yours)))
        if excludes is None or left.denies(i) != right.denies(j):
            continue
        spans = left.span(begin, left.tokens[i] + 1), right.span(start, right.tokens[j] + 1)
        words = f"“{left.text[slice(*spans[0])]}” and “{right.text[slice(*spans[1])]}”"
        contrary = excludes and not are_scenes(left, right)
        told = "exclude each other" if contrary else "are not the same"
        yield pairing.contrast(ContrastKind.ROLE, *spans, f"{words} {told}", contrary=contrary)


def _base(features: Features, nth: int) -> str:
    """ "move" of "moved" and of "moved out"."""
    return features.keys[nth].removesuffix("_out")


def _way(features: Features, nth: int) -> tuple[str, int]:
    """The small word before a content word and its article, and where it begins."""
    forms, at = features.forms, features.tokens[nth] - 1
    while at > 0 and forms[at] in _ARTICLES:
        at -= 1
    if at < 0:
        return "", 0
    two = f"{forms[at - 1].rpartition('_')[2]} {forms[at]}" if at else ""
    return (two, at - 1) if two in (_OUT, _AWAY) else (forms[at], at)


def switches_apart(pairing: Pairing, pairs: Sequence[Aligned]) -> Contrast | None:
    """ "The match is on" beside "the match is off": what stands behind "be" at the end of a clause, of one thing."""
    found = _switches(pairing, pairs)
    if found is None or pairing.left.denies(found[0].left) != pairing.right.denies(found[0].right):
        return None
    left, right = pairing.left, pairing.right
    spans = left.span(found[1], found[1] + 1), right.span(found[2], found[2] + 1)
    words = f"“{left.text[slice(*spans[0])]}” and “{right.text[slice(*spans[1])]}” exclude each other"
    return pairing.contrast(ContrastKind.ROLE, *spans, words, contrary=True)


def is_switched_off(pairing: Pairing) -> bool:
    """ "The match is not on" beside "the match is off": does the denial say what the other says?"""
    small = pairing.left.small_words ^ pairing.right.small_words
    found = _switches(pairing, pairing.alignment.pairs) if "off" in small or "out" in small else None
    return found is not None and pairing.left.denies(found[0].left) != pairing.right.denies(found[0].right)


def _switches(pairing: Pairing, pairs: Sequence[Aligned]) -> tuple[Aligned, int, int] | None:
    """A thing that is on or in by one wording and off or out by the other, and the tokens that tell it."""
    left, right = pairing.left, pairing.right
    for one in pairs:
        mine = _switch(left, one.left) if one.by == "same" else -1
        yours = _switch(right, one.right) if mine >= 0 else -1
        if yours >= 0 and frozenset((left.forms[mine], right.forms[yours])) in _SWITCHES:
            return one, mine, yours
    return None


_SWITCHES = frozenset({frozenset(("on", "off")), frozenset(("in", "out"))})
_SWITCHED = frozenset(["on", "off", "in", "out"])
_IS_NOT = frozenset(["isn't", "aren't", "wasn't", "weren't"])
_STILL = frozenset(["still", "now", "back", "again", "already"])
_BEHIND = frozenset([*".,;:!?", "and", "but", "if", "when", "because", "again", "now", "until", "unless", "so"])
"""What may stand behind "is on" where that is all that is said; "is on the table" tells where."""


def _switch(features: Features, nth: int) -> int:
    """The token of "on", "off", "in" or "out" that is said of a content word; -1 where none is."""
    forms, at = features.forms, features.tokens[nth] + 1
    if at >= len(forms) or (forms[at] not in BE and forms[at] not in _IS_NOT):
        return -1
    at += 1
    at += at < len(forms) and (forms[at] in _STILL or forms[at] == "not")
    told = at < len(forms) and forms[at] in _SWITCHED and (at + 1 == len(forms) or forms[at + 1] in _BEHIND)
    return at if told else -1


def suffered(pairing: Pairing, pairs: Sequence[Aligned]) -> Contrast | None:
    """ "The army shelled the town" beside "the army was shelled in the town": one does what the other suffers.

    Both may hold. Where no object is named ("the army attacked", "was attacked") only of what one does to another.
    """
    left, right = pairing.left, pairing.right
    mine = BE.isdisjoint(left.forms)
    answers = {(one.left, one.right) for one in pairs}
    for i, j, by, _ in pairs:
        if by != "same" or (i - 1, j - 1) not in answers:
            continue
        doer, of, sufferer, to = (left, i, right, j) if mine else (right, j, left, i)
        at, token = doer.tokens[of], sufferer.tokens[to]
        if (
            sufferer.forms[token - 1] not in BE
            or doer.forms[at] != sufferer.forms[token]
            or doer.tokens[of - 1] != at - 1
        ):
            continue
        alone = of + 1 == len(doer.keys) and to + 1 == len(sufferer.keys) and doer.keys[of] in _DEEDS
        if alone or ((i + 1, j + 1) in answers and _has_object(doer, of) and _way(sufferer, to + 1)[0] in _WHERE):
            spans = (
                left.span(left.tokens[i] - (not mine), left.tokens[i] + 1),
                right.span(right.tokens[j] - mine, right.tokens[j] + 1),
            )
            return pairing.contrast(ContrastKind.ROLE, *spans, "one does what the other suffers", contrary=False)
    return None


def _has_object(features: Features, nth: int) -> bool:
    """Does the next content word follow a verb with no more than an article between?"""
    between = features.forms[features.tokens[nth] + 1 : features.tokens[nth + 1]]
    return _ARTICLES.issuperset(between)
