"""Two wordings compared: signals, contrasts, the model's figures, and the relation that follows."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from claimtrack.claim import Claim
from claimtrack.comparing.contrasts import CONTRASTS
from claimtrack.comparing.model import Model, shipped_model, term_of, terms_of
from claimtrack.comparing.pairing import Pairing, pair
from claimtrack.comparing.pairing import turned as turned_by
from claimtrack.comparing.plugged import more_contrasts, more_signals
from claimtrack.comparing.signals import SIGNALS
from claimtrack.comparing.signals.least_covered import least_covered
from claimtrack.comparing.signals.most_kin import most_kin
from claimtrack.errors import TooLongError
from claimtrack.evidence import AlignedWords, Comparison, Contrast, ContrastKind, Evidence, Relation, Span, turned_about
from claimtrack.features import Features, features_of
from claimtrack.plugins import plugged
from claimtrack.settings import Settings
from claimtrack.text.lexicon import Lexicon

_PLAIN = Settings()
_MEASURES = tuple(signal.measure for signal in SIGNALS)
_ONE_QUESTION = {
    ContrastKind.POLARITY: 0.70,
    ContrastKind.ANTONYM: 0.80,
    ContrastKind.NUMBER: 0.95,
    ContrastKind.DATE: 0.75,
    ContrastKind.NAME: 0.40,
    ContrastKind.ROLE: 0.90,
    ContrastKind.SCOPE: 0.0,
}
"""Common ground from which two wordings are taken to speak of one thing, so that a contrary contrast makes them
diverge. Two reports of alike length that differ in more than a number may be of two days: hence that high bar."""
_ON_ONE_ISSUE = _ONE_QUESTION | {ContrastKind.NUMBER: 0.60, ContrastKind.DATE: 0.60}
"""The same for two claims that a person has put under one issue: that they speak of one thing is half known."""
_TOLD_IN_FULL = frozenset([ContrastKind.NUMBER, ContrastKind.DATE, ContrastKind.NAME])
"""Kinds that make two wordings diverge, however short these are, where nothing else differs."""
_SLOT_FOR_SLOT = 0.6
"""Common ground from which opposites are enough where every word of both has a counterpart, be it only by its place."""
_NEARLY_ALL = 0.95
"""It is enough, too, that one wording, however long, has nearly all that the other speaks of."""
_WITHIN, _WELL_WITHIN = 0.8, 0.6
"""A wording of fewer words than this share of the other's is asked of it: is what it says in there? Of numbers only
where it is much shorter: two reports of nearly one length give each their own."""
_HELD = {
    ContrastKind.POLARITY: 0.80,
    ContrastKind.ANTONYM: 0.70,
    ContrastKind.NUMBER: 0.60,
    ContrastKind.DATE: 0.80,
    ContrastKind.NAME: 0.80,
}
"""Share of the shorter wording that the much longer one must speak of, for a contrary contrast to make them diverge."""
_REACH = {ContrastKind.POLARITY: 1, ContrastKind.NUMBER: 1, ContrastKind.ANTONYM: 2}
"""Content words on each side of what differs among which one must answer to another, where little else tells that both
are said of one thing: "pays 40 percent, and those at the bottom" / "the top 1 percent"."""
_BESIDES = 3
"""Aligned words, opposites among them, that this asks for: "the old engine failed" is not of "the new engine"."""
_RELATED = 0.25
"""Overlap below which two wordings have no common question."""
_SAME_FROM = 0.5
_SAME_COVERED, _SAME_GROUND = 0.4, 0.55
"""What the less covered wording, and both together, must have in the other for each to stand for the other: the
paraphrase figure was learned from pairs that editors had picked as alike, and is generous to a short wording inside a
long one."""
_FEW, _MET_OF_FEW = 6, 0.85
"""Where either has so few content words, so much of one must be met, related words counted: "ready to extend
the treaty" beside "ready to discuss the treaty". In long reports many differ, and the figure decides."""
_NARROWS = 0.75
"""Common ground from which a narrowing contrast (will / may) makes the relation partial; in wordings that share less,
a cue on one side alone is as likely a matter of phrasing, and the paraphrase figure decides."""


def compare(
    left: str | Claim,
    right: str | Claim,
    *,
    settings: Settings = _PLAIN,
    lexicon: Lexicon | None = None,
    meaning: float | None = None,
) -> Comparison:
    """How two wordings stand: relation, paraphrase (probability), similarity, contrasts, each with its reasons.

    Relative dates of a Claim ("next week") are read against its date; of two Claims about one issue less common ground
    is asked before their numbers or dates diverge. Mirrored arguments give the mirrored result;
    a wording beside itself is *same*. `lexicon` is a ledger's (`vocabulary.lexicon_of`), else the shipped one.
    `meaning` is what an encoder says of their likeness, 0 to 1: it can raise the figure of paraphrase, and never
    changes the relation. Raises TooLongError for a text beyond `settings.text_limit` characters.
    """
    return compare_features(
        features_within(left, settings, lexicon),
        features_within(right, settings, lexicon),
        settings=settings,
        one_issue=isinstance(left, Claim) and isinstance(right, Claim) and on_one_issue(left, right),
        meaning=meaning,
    )


def on_one_issue(left: Claim, right: Claim) -> bool:
    """Has a person put both claims under one issue?"""
    return bool(left.about) and left.about == right.about


def features_within(given: str | Claim, settings: Settings = _PLAIN, lexicon: Lexicon | None = None) -> Features:
    """The features of a text or claim; raises TooLongError beyond `settings.text_limit` characters."""
    text, said, name = (given, None, "a text") if isinstance(given, str) else (given.text, given.known_by, given.id)
    if len(text) > settings.text_limit:
        raise TooLongError(
            f"{name} of {len(text):,} characters is longer than the {settings.text_limit:,} that are compared"
        )
    return features_of(text, said=said, lexicon=lexicon)


def compare_features(
    left: Features,
    right: Features,
    *,
    settings: Settings = _PLAIN,
    one_issue: bool = False,
    meaning: float | None = None,
) -> Comparison:
    """`compare` on features that were worked out before."""
    turned = turned_by(left, right)
    pairing = pair(right, left) if turned else pair(left, right)
    model = shipped_model()
    values = measured(pairing, settings.switched_off)
    contrasts = contrasts_of(pairing, settings.switched_off)
    more: tuple[Evidence, ...] = ()
    if plugged("signals") or plugged("contrasts"):
        more = more_signals(pairing, settings.switched_off)
        contrasts += more_contrasts(pairing, settings.switched_off)
    equal = not contrasts and left.plain == right.plain
    terms = terms_of(contrasts)
    shift = settings.shift + settings.slope * sum([one.weight for one in more]) if more else settings.shift
    paraphrase = 1.0 if equal else model.paraphrase_of(values, terms, settings.slope, shift)
    relation, reason = _relation(pairing, contrasts, paraphrase, equal, _ON_ONE_ISSUE if one_issue else _ONE_QUESTION)
    reason = turned_about(reason) if turned and contrasts else reason
    tell = partial(_aligned, pairing)
    tell_signals = partial(_evidence, values, settings.switched_off, more)
    if meaning is not None and not equal:
        # the relation stands by now: likeness finds, it never judges
        added = settings.meaning_weight * max(0.0, meaning - settings.meaning_usual)
        paraphrase = model.paraphrase_of(values, terms, settings.slope, shift + added)
        tell_signals = partial(_with_meaning, tell_signals, meaning, added)
        reason = f"{reason}; alike in meaning: {meaning:.2f}" if added else reason
    return Comparison(
        left=left.text,
        right=right.text,
        relation=relation,
        paraphrase=_dampened(paraphrase, relation),
        contrasts=_weighed(contrasts, model, turned=turned) if contrasts else (),
        reason=reason,
        tell_similarity=_WHOLLY if equal else partial(model.similarity_of, values, terms),
        tell_signals=tell_signals,
        tell_alignment=partial(_turned, tell) if turned else tell,
        tell_alone=partial(_alone, pairing, turned=turned),
    )


def measured(pairing: Pairing, switched_off: frozenset[str] = frozenset()) -> list[float]:
    """The value of every signal, in their order; one that is switched off has its usual value."""
    if not switched_off:
        return [measure(pairing) for measure in _MEASURES]
    usual = shipped_model().paraphrase.usual_values()
    return [
        mean if signal.name in switched_off else signal.measure(pairing)
        for signal, mean in zip(SIGNALS, usual, strict=True)
    ]


def signals_of(left: Features, right: Features, switched_off: frozenset[str] = frozenset()) -> list[float]:
    """`measured` for two wordings in either order: all that a search asks of them."""
    return measured(pair(right, left) if turned_by(left, right) else pair(left, right), switched_off)


def contrasts_of(pairing: Pairing, switched_off: frozenset[str] = frozenset()) -> tuple[Contrast, ...]:
    """Every contrast between two wordings but for the kinds that are switched off."""
    return tuple([found for kind, asked in CONTRASTS.items() if kind not in switched_off for found in asked(pairing)])


def _evidence(
    values: Sequence[float], switched_off: frozenset[str], more: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    parts = shipped_model().paraphrase.told(values)
    shipped = tuple(
        Evidence(signal.name, value, signal.says, part, signal.group)
        for signal, value, part in zip(SIGNALS, values, parts, strict=True)
        if signal.name not in switched_off
    )
    return (*shipped, *more)


def _with_meaning(tell: Callable[[], tuple[Evidence, ...]], meaning: float, added: float) -> tuple[Evidence, ...]:
    return (*tell(), Evidence("meaning", meaning, "likeness that an encoder finds", added, "of an encoder"))


def _weighed(contrasts: tuple[Contrast, ...], model: Model, *, turned: bool) -> tuple[Contrast, ...]:
    """Each contrast with its weight, told once for each kind as it counts once."""
    weights = model.paraphrase.weights
    seen: list[str] = []
    told = []
    for one in contrasts:
        term = term_of(one)
        weight = 0.0 if term in seen else weights.get(term, 0.0)
        seen.append(term)
        kind, left, right, left_span, right_span, reason, contrary, _ = one.mirrored() if turned else one
        told.append(Contrast(kind, left, right, left_span, right_span, reason, contrary, weight))
    return tuple(told)


def _alone(pairing: Pairing, *, turned: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    left = tuple(pairing.left.words[at].span for at in pairing.alignment.left_over)
    right = tuple(pairing.right.words[at].span for at in pairing.alignment.right_over)
    return (right, left) if turned else (left, right)


def _turned(tell: Callable[[], tuple[AlignedWords, ...]]) -> tuple[AlignedWords, ...]:
    turned = (AlignedWords(one.right_span, one.left_span, one.by, one.strength) for one in tell())
    return tuple(sorted(turned, key=lambda one: one.left_span))


def _relation(
    pairing: Pairing, contrasts: Sequence[Contrast], paraphrase: float, equal: bool, asked: Mapping[ContrastKind, float]
) -> tuple[Relation, str]:
    """Diverge on contrary evidence alone; a score never says it."""
    if equal:
        return Relation.SAME, "the same words"
    nothing_else = bool(contrasts) and _nothing_else_differs(pairing, contrasts)
    contrary = [
        one
        for one in contrasts
        if one.contrary and (_answers_it(pairing, one, asked) or (nothing_else and one.kind in _TOLD_IN_FULL))
    ]
    if contrary:
        return Relation.DIVERGE, f"{contrary[0].kind}: {contrary[0].reason}"
    if pairing.overlap < _RELATED:
        return Relation.UNRELATED, "they share too little to answer one question"
    if contrasts and (
        nothing_else
        or pairing.common_ground >= _NARROWS
        or any(one.contrary or (one.left and one.right) for one in contrasts)
    ):
        hedge = ", if both speak of one thing" if contrasts[0].contrary else ""
        return Relation.PARTIAL, f"{contrasts[0].kind}: {contrasts[0].reason}{hedge}"
    if paraphrase >= _SAME_FROM and pairing.common_ground >= _SAME_GROUND and least_covered(pairing) >= _SAME_COVERED:
        if min(len(pairing.left.keys), len(pairing.right.keys)) > _FEW or most_kin(pairing) >= _MET_OF_FEW:
            return Relation.SAME, "each says what the other says"
        return Relation.PARTIAL, "of so few words each tells, and both have some that the other does not"
    return Relation.PARTIAL, "they overlap, and one says what the other does not"


def _nothing_else_differs(pairing: Pairing, contrasts: Sequence[Contrast]) -> bool:
    """Is every word that has no counterpart, or one by its place alone, told by a contrast?"""
    left, right, alignment = pairing.left.words, pairing.right.words, pairing.alignment
    placed = [one for one in alignment.pairs if one.by == "place"]
    mine = [left[at].span for at in (*alignment.left_over, *(one.left for one in placed))]
    yours = [right[at].span for at in (*alignment.right_over, *(one.right for one in placed))]
    return _are_within(mine, [one.left_span for one in contrasts]) and _are_within(
        yours, [one.right_span for one in contrasts]
    )


def _are_within(spans: Sequence[Span], told: Sequence[Span]) -> bool:
    return all(any(begin <= span[0] and span[1] <= end for begin, end in told) for span in spans)


def _answers_it(pairing: Pairing, found: Contrast, asked: Mapping[ContrastKind, float]) -> bool:
    """Do the two speak so much of one thing that a contrary contrast cannot be of another?"""
    kind = found.kind
    if pairing.common_ground >= asked[kind]:
        return True
    if kind is ContrastKind.ANTONYM and pairing.common_ground >= _SLOT_FOR_SLOT and _answers_in_full(pairing):
        return True
    if pairing.held < _HELD.get(kind, 2.0) or not _stands_in_one_place(pairing, found):
        return False
    if kind is ContrastKind.ANTONYM and sum([by != "place" for by in pairing.grounds]) < _BESIDES:
        return False
    left, right = len(pairing.left.keys), len(pairing.right.keys)
    if kind is ContrastKind.NUMBER:
        return min(left, right) <= _WELL_WITHIN * max(left, right)
    return min(left, right) <= _WITHIN * max(left, right) or pairing.held >= _NEARLY_ALL


def _stands_in_one_place(pairing: Pairing, found: Contrast) -> bool:
    """Does a content word that stands near what differs on the left answer to one that stands near it on the right?"""
    reach = _REACH.get(found.kind)
    if reach is None:
        return True
    mine = _near(pairing.left, found.left_span, reach)
    yours = _near(pairing.right, found.right_span, reach)
    return any(i in mine and j in yours for i, j, by, _ in pairing.alignment.pairs if by != "place")


def _near(features: Features, span: Span, reach: int) -> frozenset[int]:
    """The content words that stand nearest before and behind a place, so many on each side, by their index."""
    before = sum([word.span[1] <= span[0] for word in features.words])
    behind = sum([word.span[0] < span[1] for word in features.words])
    return frozenset([*range(max(0, before - reach), before), *range(behind, min(len(features.words), behind + reach))])


def _answers_in_full(pairing: Pairing) -> bool:
    """Has every word of both its counterpart, be it only by its place?"""
    return not pairing.alignment.left_over and not pairing.alignment.right_over


def _dampened(paraphrase: float, relation: Relation) -> float:
    """A wording that cannot hold beside another is no paraphrase of it, however alike the words are."""
    return paraphrase * _CONTRARY_SHARE if relation is Relation.DIVERGE else paraphrase


_CONTRARY_SHARE = 0.001
_WHOLLY = partial(float, 1)
"""The similarity of equal wordings."""


def _aligned(pairing: Pairing) -> tuple[AlignedWords, ...]:
    left, right = pairing.left.words, pairing.right.words
    return tuple(
        [AlignedWords(left[i].span, right[j].span, by, strength) for i, j, by, strength in pairing.alignment.pairs]
    )
