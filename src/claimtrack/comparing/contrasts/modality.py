"""One is less sure than the other."""

from collections.abc import Iterable, Mapping, Sequence

from claimtrack.comparing.alignment import OPPOSED
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.once import kept
from claimtrack.text.cues import BE
from claimtrack.text.related import kinds_of
from claimtrack.text.stems import stem

_NAMES = {1: "possible", 2: "expected", 3: "plain"}
_MUCH_ALIKE = 0.9
"""Common ground from which a further hedge is no matter of phrasing."""


def modality(pairing: Pairing) -> Iterable[Contrast]:
    """Another degree of certainty ("will" / "may" / "is expected to"); it narrows, and is never contrary.

    So does what somebody was asked to do, beside what he did ("urged the ministry to open it" / "the ministry opened
    it"). A cue beside its opposite ("able" / "unable") is told by `polarity` or `antonym` alone. Of two wordings that
    are much alike and both unsure, the one with a further hedge is less so ("will be asked whether it could", "may be
    asked whether it could"). What is being done is not done yet ("is being repaired", "was repaired").
    """
    left, right = pairing.left, pairing.right
    if _asks(left) != _asks(right) and left.forms[-1:] != right.forms[-1:] and left.forms[:1] != right.forms[:1]:
        spans = _asked(left) if _asks(left) else (0, 0), _asked(right) if _asks(right) else (0, 0)
        return (pairing.contrast(ContrastKind.MODALITY, *spans, "one asks what the other says", contrary=False),)
    if "being" in pairing.rare_alone:
        under_way = _under_way(pairing)
        if under_way is not None:
            return (under_way,)
    a, b = left.certainty, right.certainty
    if a is b:
        return _one_more(pairing) if len(left.hedges) != len(right.hedges) else _asked_for(pairing)
    for i, j, by, _ in pairing.alignment.pairs:
        if by in OPPOSED and (left.tokens[i] == left.certainty_at or right.tokens[j] == right.certainty_at):
            return ()
    reason = f"one says it as {_NAMES[a]}, the other as {_NAMES[b]}"
    return (pairing.contrast(ContrastKind.MODALITY, _span(left), _span(right), reason, contrary=False),)


_ASKING = """did does do is are was were has have had will would can could should shall may might who what when where
why how which whose whom"""
_ASKS = frozenset(_ASKING.split())
"""Words that begin a question: a mark behind a statement makes none of it."""


@kept
def _asks(features: Features) -> bool:
    """ "Did Ordal open the gates?" """
    return features.forms[-1:] == ("?",) and features.forms[0] in _ASKS


def _asked(features: Features) -> Span:
    return features.span(0, 1)


def _under_way(pairing: Pairing) -> Contrast | None:
    """ "Is being repaired" beside "was repaired": the two words, where the one is told to go on."""
    left, right = pairing.left, pairing.right
    mine = _being_done(left)
    yours = -1 if mine >= 0 else _being_done(right)
    for i, j, by, _ in pairing.alignment.pairs:
        if (i == mine or j == yours) and by not in OPPOSED and by != "place":
            if not (_is_done(right, j) if i == mine else _is_done(left, i)):
                return None
            spans = left.place_of(i), right.place_of(j)
            reason = "one tells as under way what the other tells as done"
            return pairing.contrast(ContrastKind.MODALITY, *spans, reason, contrary=False)
    return None


def _is_done(features: Features, nth: int) -> bool:
    """ "Was repaired", "has been repaired", and not "is repairing"."""
    at = features.tokens[nth]
    before = features.forms[max(0, at - _NEAR) : at]
    return not features.forms[at].endswith("ing") and not _DONE.isdisjoint(before)


_NEAR = 3
_DONE = frozenset(["was", "were", "has", "have", "had"])


def _being_done(features: Features) -> int:
    """The content word behind "is being"; -1 where there is none."""
    at = features.forms.index("being") if "being" in features.forms else 0
    if not at or features.forms[at - 1] not in BE:
        return -1
    return next((nth for nth, token in enumerate(features.tokens) if token > at), -1)


def _one_more(pairing: Pairing) -> Iterable[Contrast]:
    """The first hedge that only the wording with more of them has, where the two are much alike."""
    left, right = pairing.left, pairing.right
    if pairing.common_ground < _MUCH_ALIKE:
        return ()
    turned = len(left.hedges) < len(right.hedges)
    more, less = (right, left) if turned else (left, right)
    known = [less.forms[at] for at in less.hedges]
    at = next((at for at in more.hedges if more.forms[at] not in known), more.hedges[-1])
    span = more.span(at, at + 1)
    reason = f"“{more.text[slice(*span)]}” stands on one side alone"
    spans = ((0, 0), span) if turned else (span, (0, 0))
    return (pairing.contrast(ContrastKind.MODALITY, *spans, reason, contrary=False),)


def _asked_for(pairing: Pairing) -> Iterable[Contrast]:
    """The word by which one wording alone tells that what the other says was asked for, or let be done."""
    if pairing.common_ground < _ALIKE or not (_askings(pairing.left) or _askings(pairing.right)):
        return ()
    over, beyond = pairing.alignment.left_over, pairing.alignment.right_over
    answers = {i: j for i, j, by, _ in pairing.alignment.pairs if by != "place" and by not in OPPOSED}
    span = _asks_for(pairing.left, over, pairing.right, answers)
    if span is not None:
        return (pairing.contrast(ContrastKind.MODALITY, span, (0, 0), _ASKED_FOR, contrary=False),)
    span = _asks_for(pairing.right, beyond, pairing.left, {j: i for i, j in answers.items()})
    if span is not None:
        return (pairing.contrast(ContrastKind.MODALITY, (0, 0), span, _ASKED_FOR, contrary=False),)
    return ()


def _asks_for(mine: Features, over: Sequence[int], yours: Features, answers: Mapping[int, int]) -> Span | None:
    """The place of a word like "urged" whose "to do" answers to "did"."""
    for at, token in _askings(mine):
        if at not in over:
            continue
        done = next((nth for nth in answers if mine.tokens[nth] > token and _is_to_do(mine, nth)), None)
        if done is not None and not _is_to_do(yours, answers[done]):
            return mine.place_of(at)
    return None


@kept
def _askings(features: Features) -> Sequence[tuple[int, int]]:
    """The words like "urged" with "to" behind them, by their index, and the token of each."""
    if _ASKINGS.isdisjoint(features.keys):
        return ()
    told = zip(features.keys, features.tokens, strict=True)
    return [
        (nth, token)
        for nth, (key, token) in enumerate(told)
        if key in _ASKINGS and "to" in features.forms[token + 1 : token + _FAR]
    ]


def _is_to_do(features: Features, nth: int) -> bool:
    """ "to open", "to be opened": does "to" stand before the word, and is it a deed?"""
    token = features.tokens[nth]
    before = [form for form in features.forms[max(0, token - 2) : token] if form != "be"]
    return before[-1:] == ["to"] and kinds_of(features.keys[nth]).deed >= _A_DEED


_ALIKE = 0.55
"""Common ground from which what was asked for is what the other tells."""
_FAR = 8
"""Tokens behind such a word among which "to" stands."""
_A_DEED = 0.3
"""Share of a word's uses as a verb from which it is one behind "to"."""
_ASKED_FOR = "one says that it was asked for, the other that it is so"
_WORDS = """urge ask order tell call_on call want advise warn invite encourage press beg instruct request push appeal
lobby pressure command direct authorise authorize allow permit implore petition recommend"""
_ASKINGS = frozenset([*_WORDS.split(), *map(stem, _WORDS.split())])


def _span(features: Features) -> Span:
    at = features.certainty_at
    return (0, 0) if at is None else features.span(at, at + 1)
