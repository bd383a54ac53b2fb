"""One speaks of more of the whole."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from claimtrack.comparing.contrasts.extents import narrower_extent
from claimtrack.comparing.contrasts.few_doubt import FEW, MANY, few_against_most
from claimtrack.comparing.contrasts.the_rest import PARTED
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.once import kept
from claimtrack.text.forms import DENYING, form_of
from claimtrack.text.numbers import Amount
from claimtrack.text.stems import stem

_EXCLUSIVE = frozenset({"only", "solely", "exclusively", "merely"})
_JOINS = frozenset({"and", "or"})
_NEAR = 3
_INCLUDING = frozenset({"including", "among_them"})
_ONE_THING = 0.65
"""Common ground from which "only" and "also" are taken to speak of one thing."""
_HELD = 0.9
"""Share of the shorter wording that the longer one must have, for "including" to name but a part of it."""
_ONE_FIELD = 0.15
"""Common ground from which two extents of a kind do: "all arms, nuclear or not" / "every nuclear warhead"."""


def scope(pairing: Pairing) -> Iterable[Contrast]:
    """All, some, or only: words of extent that one side alone has.

    They narrow, and so does "including". Contrary are "few" beside "most", "only" beside "also" of one thing, "only
    some" beside "all", "only 12" and "12 of the 30" beside "all", "only one" beside "both", "only A" beside "A and B",
    "all but A" beside "all including A", and all that is so beside what is so and what is not ("every nuclear warhead"
    / "arms, nuclear or not").
    """
    if not pairing.left.quantities and not pairing.right.quantities:
        return ()
    left, right = dict(_kinds(pairing.left)), dict(_kinds(pairing.right))
    found = [*_of_unlike_extents(pairing), *_few_of_them(pairing, left, right)]
    excluded = _left_out(pairing, left, right) or _beside_all(pairing, left, right)
    if excluded is not None:
        return [*found, excluded]
    for mine, yours in (("all", "some"), ("some", "all")):
        if mine in left and yours in right and mine not in right and yours not in left:
            one, other = _span(pairing.left, left.pop(mine)), _span(pairing.right, right.pop(yours))
            words = f"“{pairing.left.text[slice(*one)]}” and “{pairing.right.text[slice(*other)]}”"
            reason = f"{words} speak of unlike shares of the whole"
            found.append(pairing.contrast(ContrastKind.SCOPE, one, other, reason, contrary=False))
    for kind in ("all", "some", "only"):
        if (kind in left) != (kind in right):
            one, other = _span(pairing.left, left.get(kind)), _span(pairing.right, right.get(kind))
            word = pairing.left.text[slice(*one)] or pairing.right.text[slice(*other)]
            reason = f"“{word}” stands on one side alone"
            found.append(pairing.contrast(ContrastKind.SCOPE, one, other, reason, contrary=False))
    if pairing.held >= _HELD and ("also" in left) != ("also" in right):
        found += [*_but_for_one(pairing, left, right)] or [*_named_besides(pairing, left, right)]
    return found


@kept
def _kinds(features: Features) -> Mapping[str, int]:
    """The first word of extent of each kind; "any" that goes with a denial or refusal tells of none."""
    told = reversed(features.quantities)
    kinds = {one.kind: one.token for one in told}
    if any(features.forms[token] == "any" for token in kinds.values()) and _refuses(features):
        kinds = {one.kind: one.token for one in reversed(features.quantities) if features.forms[one.token] != "any"}
    return kinds


def _refuses(features: Features) -> bool:
    return bool(features.negators) or any(
        form_of(form, features.look_up).kinds & DENYING or stem(form) in _REFUSALS for form in features.forms
    )


_REFUSALS = frozenset(map(stem, ["oppose", "reject", "rule_out", "condemn", "prohibit", "ban", "forbid"]))


def _of_unlike_extents(pairing: Pairing) -> Iterator[Contrast]:
    """ "Every nuclear warhead" beside "arms, nuclear or not"."""
    extents = narrower_extent(pairing) if pairing.common_ground >= _ONE_FIELD else None
    if extents is not None:
        one, other = pairing.left.place_of(extents[0]), pairing.right.place_of(extents[1])
        reason = f"one takes in what is not “{pairing.left.text[slice(*one)]}”, the other all that is and no more"
        yield pairing.contrast(ContrastKind.SCOPE, one, other, reason, contrary=True)


def _few_of_them(pairing: Pairing, left: dict[str, int], right: dict[str, int]) -> Iterator[Contrast]:
    """ "Few" beside "most", unless what few do is the opposite."""
    if "some" in left and "some" in right and pairing.common_ground >= _ONE_THING:
        mine, yours = pairing.left.forms[left["some"]], pairing.right.forms[right["some"]]
        if ((mine in FEW and yours in MANY) or (mine in MANY and yours in FEW)) and not few_against_most(pairing):
            one, other = _span(pairing.left, left["some"]), _span(pairing.right, right["some"])
            words = f"“{pairing.left.text[slice(*one)]}” and “{pairing.right.text[slice(*other)]}”"
            reason = f"{words} exclude each other"
            yield pairing.contrast(ContrastKind.SCOPE, one, other, reason, contrary=True)


def _left_out(pairing: Pairing, left: dict[str, int], right: dict[str, int]) -> Contrast | None:
    """ "Only A" beside "also B" or "A and B"."""
    if ("only" in left) == ("only" in right) or pairing.common_ground < _ONE_THING:
        return None
    if not _is_excluded(pairing, left, right):
        return None
    one = _span(pairing.left, left["only"] if "only" in left else _other(left))
    other = _span(pairing.right, right["only"] if "only" in right else _other(right))
    words = f"“{pairing.left.text[slice(*one)] or pairing.right.text[slice(*other)]}”"
    return pairing.contrast(
        ContrastKind.SCOPE, one, other, f"{words} leaves out what the other takes in", contrary=True
    )


def _beside_all(pairing: Pairing, left: dict[str, int], right: dict[str, int]) -> Contrast | None:
    """ "Only 12", "three of the five" beside "all": a part of what the other says of the whole."""
    if ("all" in left) == ("all" in right) or pairing.common_ground < _ONE_THING:
        return None
    turned = "all" in left
    if _is_less_some(pairing.left if turned else pairing.right, (left if turned else right)["all"]):
        return None
    part, whole = (pairing.right, pairing.left) if turned else (pairing.left, pairing.right)
    only = (right if turned else left).get("only")
    told = frozenset([(one.low, one.high) for one in whole.amounts])
    found = next((one for one in part.amounts if only is not None and one.first == only + 1), None)
    if found is None or (found.low, found.high) in told:
        found = _part_of_them(part, told)
    if found is None:
        return None
    spans = part.span(found.first, found.last), _span(whole, (left if turned else right)["all"])
    one, other = (spans[1], spans[0]) if turned else spans
    words = f"“{part.text[slice(*spans[0])]}” is a part of what the other says of all"
    return pairing.contrast(ContrastKind.SCOPE, one, other, words, contrary=True)


def _is_less_some(features: Features, token: int) -> bool:
    """ "all but one", "not all", "after all"."""
    before = features.forms[token - 1] if token else ""
    return before in _NO_WHOLE or features.forms[token + 1 : token + 2] in (("but",), ("except",), ("save",))


def _part_of_them(part: Features, whole: frozenset[tuple[float, float]]) -> Amount | None:
    """The first number of "M of the N", where N is the only number that the other names, if it names any."""
    for one, other in pairwise(part.amounts):
        parted = part.forms[one.last : other.first] in PARTED
        told = (one.low, one.high) in whole
        if parted and not told and one.high < other.low and (not whole or (other.low, other.high) in whole):
            return one
    return None


_NO_WHOLE = frozenset(["not", "after", "in", "above", "at"])
"""Words before "all" that make it tell of less, or of no whole."""


def _named_besides(pairing: Pairing, left: dict[str, int], right: dict[str, int]) -> Iterator[Contrast]:
    """ "Weapons, including nuclear ones" beside "weapons": one names what the other leaves open."""
    features, at = (pairing.left, left["also"]) if "also" in left else (pairing.right, right["also"])
    over = pairing.alignment.left_over if "also" in left else pairing.alignment.right_over
    if features.forms[at] not in _INCLUDING:
        return
    ahead = next((nth for nth, token in enumerate(features.tokens) if token > at), -1)
    if ahead in over:
        span = features.span(at, features.tokens[ahead] + 1)
        reason = f"“{features.text[slice(*span)]}” names what the other leaves open"
        spans = (span, (0, 0)) if "also" in left else ((0, 0), span)
        yield pairing.contrast(ContrastKind.SCOPE, spans[0], spans[1], reason, contrary=False)


def _but_for_one(pairing: Pairing, left: dict[str, int], right: dict[str, int]) -> Iterator[Contrast]:
    """ "Every state including A" beside "every state but A": one leaves out what the other takes in."""
    turned = "also" in right
    mine, yours = (pairing.right, pairing.left) if turned else (pairing.left, pairing.right)
    kinds, others = (right, left) if turned else (left, right)
    at = kinds["also"]
    if mine.forms[at] not in _INCLUDING or "all" not in others or "all" not in kinds:
        return
    ahead = next((nth for nth, token in enumerate(mine.tokens) if token > at), -1)
    pairs = [one for one in pairing.alignment.pairs if one.by == "same"]
    answer = next(
        (one.left if turned else one.right for one in pairs if (one.right if turned else one.left) == ahead), -1
    )
    if answer < 0:
        return
    token = yours.tokens[answer]
    but = next((nth for nth in range(token - 1, others["all"], -1) if yours.forms[nth] not in _ARTICLES), -1)
    if but > 0 and but - others["all"] <= _BEFORE_BUT and yours.forms[but] in _BUT:
        spans = mine.span(at, mine.tokens[ahead] + 1), yours.span(but, token + 1)
        one, other = (spans[1], spans[0]) if turned else spans
        words = f"“{pairing.left.text[slice(*one)]}” and “{pairing.right.text[slice(*other)]}” exclude each other"
        yield pairing.contrast(ContrastKind.SCOPE, one, other, words, contrary=True)


_BUT = frozenset(["but", "save", "bar"])
_ARTICLES = frozenset(["the", "a", "an"])
_BEFORE_BUT = 5
"""Tokens from "all" to "but" at most."""


def _other(kinds: dict[str, int]) -> int | None:
    """The word of extent that "only" is contrary to, where there is one."""
    return kinds.get("also", kinds.get("all"))


def _is_excluded(pairing: Pairing, left: dict[str, int], right: dict[str, int]) -> bool:
    """Does the "only" of one side leave out what the other says?"""
    answers = [(one.left, one.right) for one in pairing.alignment.pairs if one.by not in ("antonym", "rival", "place")]
    if "only" in left:
        return _leaves_out(pairing.left, left, pairing.right, right, dict(answers))
    return _leaves_out(pairing.right, right, pairing.left, left, {j: i for i, j in answers})


def _leaves_out(
    mine: Features, kinds: dict[str, int], yours: Features, others: dict[str, int], answers: dict[int, int]
) -> bool:
    at = kinds["only"]
    if mine.forms[at] == "alone":
        behind = [nth for nth, token in enumerate(mine.tokens) if at - _NEAR <= token < at]
        return any(nth in answers and _has_company(yours, answers[nth], frozenset(answers.values())) for nth in behind)
    if mine.forms[at] not in _EXCLUSIVE:
        return False
    if mine.forms[at + 1 : at + 2] == ("one",) and "both" in yours.forms:
        return True
    if kinds.get("some", -1) in (at + 1, at + 2) and "all" in others and "all" not in kinds:
        return True
    ahead = [nth for nth, token in enumerate(mine.tokens) if token > at][:1]
    answer = answers.get(ahead[0]) if ahead else None
    if answer is None:
        return False
    token = yours.tokens[answer]
    if "also" in others and "also" not in kinds:
        return 0 < token - others["also"] <= _NEAR
    return _has_company(yours, answer, frozenset(answers.values()))


def _has_company(features: Features, nth: int, answered: frozenset[int]) -> bool:
    """ "A and B", "B and A": is the word joined to one that the other wording does not have?"""
    tokens, forms = features.tokens, features.forms
    for one, other in ((nth, nth + 1), (nth - 1, nth)):
        if one < 0 or other >= len(tokens):
            continue
        between = forms[tokens[one] + 1 : tokens[other]]
        if (other if one == nth else one) not in answered and len(between) == 1 and between[0] in _JOINS:
            return True
    return False


def _span(features: Features, token: int | None) -> Span:
    return (0, 0) if token is None else features.span(token, token + 1)
