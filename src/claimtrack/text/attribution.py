"""Who is named as saying it ("X said that …", "…, according to X", "…, X told reporters"): set aside in comparing."""

from collections.abc import Iterator, Sequence
from itertools import compress, count, islice

from claimtrack.text.cues import BE, is_called_false
from claimtrack.text.forms import DATE, DENYING, FUNCTION, MARK, QUANTITIES, SAYING, Form
from claimtrack.text.lexicon import LookUp

_NEAR = 12
"""Tokens at the beginning among which an attribution ends."""
_FEWEST = 2
"""Words that must be left."""
_LONGEST = 9
"""Tokens on either side of the verb of an attribution that follows."""
_ACCORDING = 20
"""The same of "according to", which may name whom at length."""
_MOST = 20
"""Verbs of saying that are looked at; bounds the worst case."""
_SAY = frozenset(["said", "says"])
_TELL = frozenset(["told", "tells"])
_ADDS = frozenset(["added", "adds"])
_OPENS = frozenset(["the", "a", "an", "there", "this", "these", "those", "both", "all"])
"""Words that begin a clause, so that "said" before them needs no "that"."""
_ARTICLES = (["a"], ["an"], ["the"])
"""What a comma and one of these add tells who somebody is ("said Ann Low, a spokeswoman")."""
_OF_THE_SPEAKER = frozenset(["i", "we", "he", "she", "it", "they", "its", "his", "her", "their", "our", "my"])
"""Words that may stand for who says it, and would stand for nobody without the name."""
_GOES_ON = frozenset(["and", "but", "which", "who", "whom", "that", "as", "or", "if", "when", "what", "where", "not"])
"""Words that begin something else than who says it."""
_HELPING = "will would can could may might shall should must has have had do does did cannot won't can't isn't aren't"
_AUXILIARIES = BE.union(_HELPING.split())
"""Words that stand in a clause, and in no name."""
_RELATIVES = frozenset(["that", "which", "who", "whom", "whose"])
_AND = frozenset(["and", "then", "but"])
"""Words right before a verb of which what else was done stands before: "smiled and said"."""
_BEFORE_NOUNS = """the a an this these those such any no some all its his her their our my of in with by for from
between among member party other many few"""
_OF_A_NOUN = frozenset(_BEFORE_NOUNS.split())
"""Words behind which a verb is none: "the claim that", "member states that"."""
_PAPERS = """it he she who report document text declaration letter law treaty paper article resolution statement
constitution charter also clearly explicitly"""
_WRITTEN = frozenset(_PAPERS.split())
"""Words behind which "states" is a verb."""
_WHEN_OR_WHERE = """on in at after before since during if when while although though because unless until with by under
as despite from"""
_ASIDE = frozenset(_WHEN_OR_WHERE.split())
"""Words that begin what is said of the rest, and not who says it: "On 11 April, the mayor said that …"."""
_HOW_MANY = QUANTITIES["all"] | QUANTITIES["some"] | QUANTITIES["only"]
"""Kinds of words that tell how many say it: "few experts believe that …" claims just that."""
_ENDS = frozenset(",.;:!?()")
_SHORT = 3
"""Letters up to which a word before a dot may be cut short: "Gov.", "U.S."."""


def attributions(forms: Sequence[str], known: Sequence[Form], look_up: LookUp) -> list[tuple[int, int]]:
    """The tokens, each from the first up to not including the last, that tell who says the rest; in order.

    One that is denied ("nobody said that …") or tells how many say it ("most believe that …") stays. Blind to one that
    parts from what is said by no mark and no "that", where what follows could be its object ("said nothing"). Something
    of the wording is always left.
    """
    said, according = look_up.cues["said"], look_up.cues["according"]
    none = said.isdisjoint(forms) and according.isdisjoint(forms)
    if none and "that" not in forms:
        return []
    begins = _leading(forms, known, look_up)
    found = [(_behind_what_is_aside(forms[:begins]), begins)] if begins else []
    if not none:
        for first, last in _following(forms, known, look_up):
            if first > begins:
                found.append((first, last))
                begins = last
    return found if not found or _words_without(forms, found) >= _FEWEST else []


def _behind_what_is_aside(forms: Sequence[str]) -> int:
    """Where who says it begins: behind "On 11 April,", else with the first word."""
    if forms[0] not in _ASIDE or "," not in forms[:-1]:
        return 0
    return len(forms) - 1 - list(forms[-2::-1]).index(",")


def _words_without(forms: Sequence[str], found: Sequence[tuple[int, int]]) -> int:
    cut = [form for first, last in found for form in forms[first:last]]
    return len(forms) - len(cut) - _marks(forms) + _marks(cut)


def _marks(forms: Sequence[str]) -> int:
    return sum(map(_ENDS.__contains__, forms))


def _leading(forms: Sequence[str], known: Sequence[Form], look_up: LookUp) -> int:
    """The first token after "X said that …" or "according to X, …"; 0 where nothing is set aside."""
    near = forms[:_NEAR]
    at = -1
    for _ in range(near.count("that")):
        at = near.index("that", at + 1)
        if (
            at
            and _RELATIVES.isdisjoint(near[: at - 1])
            and near[max(0, at - 2)] not in _AND  # "visited the camp and said that": a clause stands before
            and (
                (known[at - 1].kinds & SAYING and not near[at - 1].endswith("ing") and not _is_noun(near, at - 1))
                or _is_told_somewhere(near[:at], look_up)
            )
        ):
            who = slice(_behind_what_is_aside(near[:at]), at)
            many = any(one.kinds & _HOW_MANY for one in known[who]) or _is_counted(near[who])
            stays = many or _is_denied(known[:at]) or is_called_false(forms, at)
            return 0 if stays or not _OF_THE_SPEAKER.isdisjoint(forms[at + 1 : at + 2]) else at + 1
    said = _first_said(near, look_up)
    named = next((at for at in range(said) if forms[at] not in _ENDS), said)  # behind a bracket or dots
    if said > named and not any(_is_end(forms, at) for at in range(named, said)) and _names_who(near[named:said]):
        after = _begins_after(forms, said, look_up)
        return 0 if _is_denied(known[:after]) else after
    if near and near[0] in look_up.cues["according"] and "," in near:
        end = near.index(",")
        return 0 if (at >= 0 and _is_denied(known[:_NEAR])) or _is_counted(near[:end]) else end + 1
    return 0


def _is_noun(forms: Sequence[str], at: int) -> bool:
    """ "the claim that", "fifty states that": is it no verb?"""
    before = forms[at - 1] if at else ""
    if forms[at] in ("state", "states"):
        return before not in _WRITTEN
    return before in _OF_A_NOUN


def _names_who(forms: Sequence[str]) -> bool:
    """May these be who says it, with nothing that is done before?"""
    return forms[0] not in _GOES_ON | _ASIDE and forms[-1] not in _AND and _RELATIVES.isdisjoint(forms)


def _begins_after(forms: Sequence[str], said: int, look_up: LookUp) -> int:
    """Behind "X said" the token that what is said begins with: "said the", "added:", "told reporters on Monday,"."""
    ahead = forms[said + 1 : said + 1 + _LONGEST]
    if forms[said] in _SAY and ahead and ahead[0] in _OPENS:
        return said + 1
    mark = next((nth for nth, form in enumerate(ahead) if form in _ENDS), -1)
    if mark < 0 or not _adds_little(forms[said], ahead[:mark], look_up):
        return 0
    if ahead[mark] != ":" and not (ahead[mark] == "," and forms[said] in _SAY | _TELL):
        return 0
    return said + 2 + mark


def _first_said(forms: Sequence[str], look_up: LookUp) -> int:
    said = look_up.cues["said"]
    return -1 if said.isdisjoint(forms) else next(at for at, form in enumerate(forms) if form in said)


def _is_told_somewhere(forms: Sequence[str], look_up: LookUp) -> bool:
    """ "told reporters", "said on Monday", before "that"."""
    said = _first_said(forms, look_up)
    rest = forms[said + 1 :]
    if said < 1 or not rest or len(rest) >= _LONGEST or any(_is_end(forms, at) for at in range(len(forms))):
        return False
    return _adds_little(forms[said], rest, look_up)


def _adds_little(verb: str, rest: Sequence[str], look_up: LookUp) -> bool:
    """What follows "said": nothing, when or where; what follows "told": the press."""
    if not _AUXILIARIES.isdisjoint(rest) or (verb in _ADDS and rest[:1] == ["to"]):
        return False
    if verb in _TELL:
        return not look_up.cues["press"].isdisjoint(rest)
    return not rest or rest[0] in look_up.cues["circumstances"]


def _following(forms: Sequence[str], known: Sequence[Form], look_up: LookUp) -> Iterator[tuple[int, int]]:
    """ "…, X said", "…, said X", "…, X told reporters on Monday, …", "…, according to X"."""
    said, according = look_up.cues["said"], look_up.cues["according"]
    verbs = compress(count(), map((said | according).__contains__, forms))
    for at in islice(verbs, _MOST):
        first = _last_comma(forms, at)
        is_according = forms[at] in according
        if is_according and first != at - 1:
            first = at
        last = _next_end(forms, at, _ACCORDING if is_according and first < at else _LONGEST)
        if first < 0 or last < at + 1 + (at <= first + 1):  # who says it is named before the verb or behind it
            continue
        if _is_denied(known[first:last]) or forms[first + 1] in _GOES_ON or _is_counted(forms[first + 1 : at]):
            continue
        if is_according and _is_counted(forms[at:last]):
            continue  # "according to the 2000 census"
        if not is_according and at <= first + 1 and _goes_on(forms, known, first, at, last):
            continue
        named = forms[first + 1 : at]
        if not (_AUXILIARIES.isdisjoint(named[:-1]) and _RELATIVES.isdisjoint(named)):
            continue
        if named and (named[-1] in BE or named[-1] in _AND):
            continue
        turned = at <= first + 1 and (is_according or forms[at] in _SAY)
        if turned or (at > first + 1 and _adds_little(forms[at], forms[at + 1 : last], look_up)):
            if turned and forms[last : last + 1] == [","] and forms[last + 1 : last + 2] in _ARTICLES:
                more = _next_end(forms, last, len(forms))
                last = more if more == len(forms) or forms[more] == "." else last
            yield first, last + (forms[last : last + 1] == [","])


def _goes_on(forms: Sequence[str], known: Sequence[Form], first: int, at: int, last: int) -> bool:
    """ ", said the deal would …," and ", said she made …,": what stands behind the verb is said, and names nobody."""
    behind = forms[at + 1 : last]
    if not _AUXILIARIES.isdisjoint(behind) or (len(behind) > 1 and behind[0] in _OF_THE_SPEAKER):
        return True
    return len(behind) >= _NAMED and _is_named(forms, known, first)


def _is_named(forms: Sequence[str], known: Sequence[Form], comma: int) -> bool:
    """ "Jan Low, a shopkeeper, said the men …": do a name and who that is stand before this comma, and no clause?"""
    before = next((at for at, form in enumerate(forms[: _NAME + 1]) if form == ","), -1)
    if not 0 < before <= _NAME or any(one.kinds & (FUNCTION | MARK | DATE) for one in known[:before]):
        return False
    return comma > before + 1 and _AUXILIARIES.isdisjoint(forms[before:comma])


_NAME = 4
"""Words of a name."""
_NAMED = 3
"""Words behind "said" up to which these may be who says it, though somebody is named before."""


def _is_counted(forms: Sequence[str]) -> bool:
    """ "more than the $6 trillion added by others", "74 percent believe that": nobody's name has a number."""
    return any(form[0].isdigit() for form in forms)


def _last_comma(forms: Sequence[str], at: int) -> int:
    """The comma before a verb and who is named as saying it; -1 where none is near."""
    return next((nth for nth in range(at - 1, max(-1, at - _LONGEST - 1), -1) if forms[nth] == ","), -1)


def _next_end(forms: Sequence[str], at: int, reach: int) -> int:
    """The mark that ends what stands at this token, or the end of the text; -1 where neither is near."""
    mark = next((nth for nth in range(at + 1, min(len(forms), at + reach + 1)) if _is_end(forms, nth)), -1)
    return len(forms) if mark < 0 and len(forms) <= at + reach else mark


def _is_end(forms: Sequence[str], at: int) -> bool:
    """Is it a mark, and not the dot of a word cut short?"""
    if forms[at] not in _ENDS:
        return False
    return forms[at] != "." or at + 1 == len(forms) or at == 0 or len(forms[at - 1]) > _SHORT


def _is_denied(known: Sequence[Form]) -> bool:
    return any(one.kinds & DENYING for one in known)
