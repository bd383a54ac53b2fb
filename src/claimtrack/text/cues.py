"""How a wording is meant: what is denied, how sure it is, and of how much it speaks."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from claimtrack.text.forms import NEGATOR, QUANTITIES, Form
from claimtrack.text.stems import stem

_REACH = 4
"""Tokens before a negator among which it denies where nothing follows."""
_SHORT = 5
_DOING = frozenset(["being", "doing", "using"])
_CLAUSE_ENDS = frozenset([*".,;:!?()", "but", "because", "although", "though", "while", "whereas", "unless"])
_ADVERBS = frozenset(
    [
        "far",
        "ever",
        "really",
        "fully",
        "always",
        "often",
        "entirely",
        "necessarily",
        "particularly",
        "especially",
        "long",
        "soon",
    ]
)
_READY = frozenset(["able", "unable", "ready", "willing"])
_FORESEEN = frozenset(["planned", "expected", "intended", "scheduled", "proposed", "suggested", "possible", "likely"])
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
"""Forms of "be" that may stand before a participle."""
_LINKS = BE.union(
    ["am", "it's", "he's", "she's", "that's", "isn't", "aren't", "wasn't", "weren't", "has", "have", "had"],
    ["seem", "seems", "looks", "appears", "remain", "remains", "becomes", "became"],
)
_BESIDE = frozenset(["not", "also", "now", "still", "more", "most", "very", "quite", "just", "well", "it", "as"])
_LACKS = frozenset(["lack", "lacks", "lacked", "lacking"])
_APART = frozenset(["outside_of", "regardless_of", "independent_of", "independently_of"])
"""Phrases that deny the noun behind them, and have a plain word that means the same ("outside", "despite")."""
_HARMLESS_AHEAD = frozenset(["until", "only", "just", "merely", "least", "simply", "solely"])
_OPEN_DENIALS = frozenset(["not", "neither", "no", "never", "cannot", "don't", "doesn't", "didn't", "isn't", "wasn't"])
_ASKED_OF = frozenset(["i", "you", "he", "she", "it", "we", "they", "there", "that", "this"])
_ASKING = frozenset(["who", "what", "when", "where", "why", "how", "which", "and", "or", "but", "if"])
_MARKS = frozenset(".,;:!?")
_FALSE = frozenset(["fake", "false", "untrue", "baseless", "unfounded", "groundless", "fabricated", "lie", "lies"])
"""What is said of a report to deny what it tells."""
_OF_FALSE = ("fake", "fals", "untru", "baseless", "unfound", "groundless", "fabricat", "lie", "lying")
"""Beginnings of these words and of others that deny nothing ("lied to reporters")."""
_TRUE = frozenset(["true", "correct", "accurate"])
_REPORTED = """report reports claim claims allegation allegations accusation accusations rumour rumours rumor rumors
statement statements suggestion suggestions assertion assertions story stories charge charges news information notion"""
_REPORTS = frozenset(_REPORTED.split())
_BEFORE_REPORTS = """the a an any all these those such some this its his her their our media press news earlier recent
said says and that"""
_OF_A_REPORT = frozenset(_BEFORE_REPORTS.split())
"""Words behind which "claims" and "reports" are no verbs."""
_FAR = 40
"""Tokens of what a report tells."""
_EACH = frozenset(map(stem, ["each", "every"]))
_SPANS = frozenset(map(stem, ["second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "time"]))
_LONGEST = 12


class Denial(NamedTuple):
    """What one negator denies."""

    by: int
    """The index of the negator among the content words ("refused", "denied"); -1 where it is none of them ("not")."""
    of: tuple[int, ...]
    """The indexes of the content words denied, the nearest first."""


class Certainty(IntEnum):
    """How sure a wording is of what it says."""

    POSSIBLE = 1
    EXPECTED = 2
    PLAIN = 3


class Quantity(NamedTuple):
    """A word of scope: of what kind (all, some, only, also) and which token."""

    kind: str
    token: int


def negators_of(forms: Sequence[str], known: Sequence[Form], where: Iterable[int]) -> tuple[int, ...]:
    """Those of the DENYING tokens that deny what follows; phrases like "not only" are neither.

    "Nor" goes on with a denial that stands before it, and is none by itself then.
    """
    opened = _first_denial(forms) if "nor" in forms else 0
    return tuple(
        [
            at
            for at in where
            if (
                (forms[at] != "nor" or at <= opened) and _denies(forms, at)
                if known[at].kinds & NEGATOR
                else _governs(forms, at)
            )
        ]
    )


def _first_denial(forms: Sequence[str]) -> int:
    """The first token that "nor" may go on from; beyond the last where there is none."""
    return next((at for at, form in enumerate(forms) if form in _OPEN_DENIALS), len(forms))


def _denies(forms: Sequence[str], at: int) -> bool:
    """ "not only", "isn't until", "do-not-call": nothing is denied there."""
    if at + 1 == len(forms):
        return True
    if at and forms[at - 1] == "-" == forms[at + 1] and forms[at] != "non":
        return False
    return forms[at + 1] not in _HARMLESS_AHEAD and not _is_tag(forms, at)


def _is_tag(forms: Sequence[str], at: int) -> bool:
    """ "She is ill, isn't she?": what is asked at the end denies nothing."""
    if forms[at + 1] not in _ASKED_OF or not forms[at].endswith("n't") or forms[at + 2 : at + 3] not in _ENDS:
        return False
    before = [form for form in forms[max(0, at - _REACH) : at] if form not in _MARKS]
    return len(before) >= _CLAUSE and before[-1] not in _ASKING


_CLAUSE = 2
"""Words of the shortest clause that something is asked after."""
_ENDS: tuple[list[str], ...] = ([], ["?"], ["."], ["!"])


def _governs(forms: Sequence[str], at: int) -> bool:
    """Does a quiet denial ("failed to", "denied that", "stopped paying", "barred her from going") take a clause?

    "Lack" and "outside of" take a noun as well ("they lack access"), and any of them one with "any" ("denied any
    role").
    """
    ahead = forms[at + 1] if at + 1 < len(forms) else ""
    if forms[at].startswith(_OF_FALSE):
        return forms[at] in _FALSE and (ahead == "that" or _what_is_told(forms, at) is not None)
    if forms[at] in _LACKS or forms[at] in _APART:
        return ahead[:1].isalpha() and ahead != "of"
    if ahead in ("of", "in", "at") and at + 2 < len(forms):
        ahead = forms[at + 2]
        return ahead in _DOING or (ahead.endswith("ing") and len(ahead) > _SHORT)
    takes = ahead in ("to", "that", "from", "comment", "any") or (ahead.endswith("ing") and len(ahead) > _SHORT)
    takes = takes or _keeps_from(forms, at)
    return takes and (not forms[at].endswith("ly") or forms[at] == "unlikely")


def _what_is_told(forms: Sequence[str], at: int) -> tuple[int, int] | None:
    """ "reports that X are false": the tokens between "that" and "are" for that of "false", or None."""
    be = at - 1
    while be > 0 and (forms[be] in ("a", "all") or _is_adverb(forms[be])):
        be -= 1
    if be <= 0 or forms[be] not in BE:
        return None
    that = next((nth for nth in range(be - 1, max(0, be - _FAR), -1) if _begins_report(forms, nth)), None)
    return None if that is None else (that, be)


def _begins_report(forms: Sequence[str], at: int) -> bool:
    """ "reports that", "Ordal's claim that"."""
    if forms[at] != "that" or forms[at - 1] not in _REPORTS:
        return False
    before = forms[at - 2] if at > 1 else "the"
    return before in _OF_A_REPORT or before.endswith("'s") or before in _MARKS


def is_called_false(forms: Sequence[str], at: int) -> bool:
    """Is what "reports that" with this "that" begins denied at the end of the clause ("are false", "are not true")?"""
    if not _begins_report(forms, at) or (_FALSE.isdisjoint(forms) and _TRUE.isdisjoint(forms)):
        return False
    return any(
        (forms[nth] in _FALSE and _what_is_told(forms, nth) is not None)
        or (forms[nth] in _TRUE and _what_is_not_true(forms, nth - 1) is not None)
        for nth in range(at + 1, min(len(forms), at + _FAR))
    )


def _what_is_not_true(forms: Sequence[str], at: int) -> tuple[int, int] | None:
    """The same for this negator before "true": "reports that X are not true", "aren't true"."""
    if forms[at].endswith("n't"):
        return _what_is_told([*forms[:at], "is"], at + 1)
    return _what_is_told(forms, at) if forms[at] == "not" else None


def _keeps_from(forms: Sequence[str], at: int) -> bool:
    """ "barred the envoy from going"."""
    near = forms[at + 2 : at + 1 + _REACH]
    ahead = forms[at + 3 + near.index("from") :][:1] if "from" in near else ()
    return any(form.endswith("ing") and len(form) > _SHORT for form in ahead)


def denial_of(at: int, forms: Sequence[str], words: Sequence[int]) -> Denial:
    """Which content words (`words` holds their tokens) a negator denies.

    Those that follow in its clause, up to a dozen, adverbs aside; where none follows, the one before it. "Non" denies
    the next alone, and "false" what a report tells ("reports that … are false").
    """
    by = words.index(at) if at in words else -1
    told, ahead = None, forms[at + 1] if at + 1 < len(forms) else ""
    if forms[at] in _FALSE and ahead != "that":
        told = _what_is_told(forms, at)
    elif ahead in _TRUE:
        told = _what_is_not_true(forms, at)
    if told is not None:
        return Denial(by, tuple([nth for nth, token in enumerate(words) if told[0] < token < told[1]][-_LONGEST:]))
    last = next((ahead for ahead in range(at + 1, len(forms)) if _ends_clause(forms, ahead)), len(forms))
    scope = [nth for nth, token in enumerate(words) if at < token < last][:_LONGEST]
    if scope and forms[at] == "non":
        return Denial(by, (scope[0],))
    if scope:
        plain = [nth for nth in scope if not _is_adverb(forms[words[nth]])]
        return Denial(by, tuple(plain or scope))
    return Denial(by, tuple([nth for nth, token in enumerate(words) if at - _REACH <= token < at][-1:]))


def _ends_clause(forms: Sequence[str], at: int) -> bool:
    """Dots that stand for a pause end nothing.

    "And will not" begins a doing with a denial of its own, "as they" a reason.
    """
    if forms[at] not in _CLAUSE_ENDS:
        if forms[at] in _REASONS:
            return not _WHO.isdisjoint(forms[at + 1 : at + 2])
        return forms[at] == "and" and _is_denied_again(forms, at)
    return forms[at] != "." or "." not in (forms[at - 1], *forms[at + 1 : at + 2])


_REASONS = frozenset(["as", "since"])
_WHO = frozenset(["i", "you", "he", "she", "it", "we", "they", "there"])


def _is_denied_again(forms: Sequence[str], at: int) -> bool:
    """ "and will not", "and has never", "and won't": does a helping verb with a denial stand behind this token?"""
    ahead = forms[at + 1 : at + 3]
    if not ahead:
        return False
    return ahead[0].endswith("n't") or ahead[0] == "cannot" or (ahead[0] in _HELPING and ahead[-1] in _AGAIN)


_HELPING = frozenset(
    ["is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "will", "would", "shall"]
).union(["can", "could", "should", "may", "might", "must"])
_AGAIN = frozenset(["not", "never"])


def _is_adverb(form: str) -> bool:
    return form in _ADVERBS or (form.endswith("ly") and len(form) > _SHORT)


def hedges_of(
    forms: Sequence[str], where: Iterable[int], taken: frozenset[int], *, told: bool = False
) -> tuple[int, ...]:
    """Those of the UNSURE tokens that tell how sure a wording is of what it says. `taken` is a date's ("May").

    "The planned talks" and "weapons able to reach" tell what something is, not how sure the speaker is; where somebody
    is named as saying it (`told`), "would" is what was "will", unless there is a condition.
    """
    found = [at for at in where if at not in taken and not _describes(forms, at)]
    if told and _CONDITIONS.isdisjoint(forms):
        found = [at for at in found if forms[at] != "would"]
    return tuple(found)


def certainty_of(known: Sequence[Form], hedges: Sequence[int]) -> tuple[Certainty, int | None]:
    """How sure a wording is that has these hedges, and the one that tells it; plain where there is none."""
    if not hedges:
        return Certainty.PLAIN, None
    at = min(hedges, key=lambda hedge: known[hedge].certainty)
    return Certainty(known[at].certainty), at


_CONDITIONS = frozenset(["if", "unless", "otherwise", "were", "rather", "like", "provided", "could", "might"])
"""Words beside which "would" tells what may be."""
_APPEAR = "appear"
_NOT: tuple[Sequence[str], ...] = (["not"], ("not",))
_WHERE = frozenset(["in", "at", "on", "before", "with", "for", "from", "under", "alongside"])
"""Behind "appeared" they tell where somebody came to be seen."""


def _describes(forms: Sequence[str], at: int) -> bool:
    """Is the cue an adjective beside a noun, or "could not", which tells what did not happen?

    An adjective tells of the whole after a form of "be", or before "to".
    """
    form = forms[at]
    if form == "could":
        return forms[at + 1 : at + 2] in _NOT
    if form == "accused" and at and forms[at - 1] in ("the", "an"):
        return True
    if form.startswith(_APPEAR):
        return at + 1 < len(forms) and forms[at + 1] in _WHERE
    if form not in _READY and form not in _FORESEEN:
        return False
    before = [one for one in forms[max(0, at - _REACH) : at] if one not in _BESIDE and not _is_adverb(one)]
    if at == 0 or (before and before[-1] in _LINKS):
        return False
    return form in _READY or not (at + 1 < len(forms) and forms[at + 1] in ("to", "that"))


def quantities_of(known: Sequence[Form], where: Iterable[int], taken: frozenset[int]) -> tuple[Quantity, ...]:
    """The words that tell of how much of a whole a wording speaks, of those of SCOPE; `taken` are those of amounts.

    "Each week" tells how often.
    """
    return tuple(
        [
            Quantity(kind, at)
            for at in where
            if at not in taken and not _tells_how_often(known, at)
            for kind, flag in QUANTITIES.items()
            if known[at].kinds & flag
        ]
    )


def _tells_how_often(known: Sequence[Form], at: int) -> bool:
    return known[at].key in _EACH and at + 1 < len(known) and known[at + 1].key in _SPANS
