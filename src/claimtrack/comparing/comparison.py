"""Two wordings compared: signals, contrasts, the model's figures, and the relation that follows."""

from collections.abc import Sequence

from attrs import evolve

from claimtrack.claim import Claim
from claimtrack.comparing.contrasts import CONTRASTS
from claimtrack.comparing.model import Model, shipped_model
from claimtrack.comparing.pairing import Pairing, pair
from claimtrack.comparing.signals import SIGNALS
from claimtrack.errors import TooLongError
from claimtrack.evidence import AlignedWords, Comparison, Contrast, ContrastKind, Evidence, Relation
from claimtrack.features import Features, features_of
from claimtrack.settings import Settings

_PLAIN = Settings()
_ONE_QUESTION = {
    ContrastKind.POLARITY: 0.70,
    ContrastKind.ANTONYM: 0.70,
    ContrastKind.NUMBER: 0.80,
    ContrastKind.DATE: 0.70,
    ContrastKind.NAME: 0.45,
    ContrastKind.ROLE: 0.90,
}
"""Overlap from which two wordings are taken to speak of one thing, so that a contrary contrast makes them diverge."""
_RELATED = 0.25
"""Overlap below which two wordings have no common question."""
_SAME_FROM = 0.5


def compare(left: str | Claim, right: str | Claim, *, settings: Settings = _PLAIN) -> Comparison:
    """How two wordings stand: relation, paraphrase (probability), similarity, contrasts, each with its reasons.

    Relative dates of a Claim ("next week") are read against its date. Mirrored arguments give the mirrored result;
    a wording beside itself is *same*. Raises TooLongError for a text beyond `settings.text_limit` characters.
    """
    return compare_features(_features(left, settings), _features(right, settings), settings=settings)


def _features(given: str | Claim, settings: Settings) -> Features:
    text, said, name = (given, None, "a text") if isinstance(given, str) else (given.text, given.known_by, given.id)
    if len(text) > settings.text_limit:
        raise TooLongError(
            f"{name} of {len(text):,} characters is longer than the {settings.text_limit:,} that are compared"
        )
    return features_of(text, said=said)


def compare_features(left: Features, right: Features, *, settings: Settings = _PLAIN) -> Comparison:
    """`compare` on features that were worked out before."""
    if _order(right) < _order(left):
        return mirrored(compare_features(right, left, settings=settings))
    pairing = pair(left, right)
    model = shipped_model()
    signals = tuple(
        _weighed(signal(pairing), model) for name, signal in SIGNALS.items() if name not in settings.switched_off
    )
    contrasts = tuple(
        contrast
        for kind, asked in CONTRASTS.items()
        if kind not in settings.switched_off
        for contrast in asked(pairing)
    )
    equal = left.folded == right.folded and not contrasts
    paraphrase = 1.0 if equal else model.paraphrase_of(signals)
    similarity = 1.0 if equal else model.similarity_of(signals)
    relation, reason = _relation(pairing, contrasts, paraphrase, equal)
    return Comparison(
        left=left.text,
        right=right.text,
        relation=relation,
        paraphrase=_dampened(paraphrase, relation),
        similarity=similarity,
        contrasts=contrasts,
        signals=signals,
        alignment=_aligned(pairing),
        reason=reason,
    )


def mirrored(found: Comparison) -> Comparison:
    """The same comparison seen from the other side."""
    return evolve(
        found,
        left=found.right,
        right=found.left,
        contrasts=tuple(contrast.mirrored() for contrast in found.contrasts),
        alignment=tuple(
            evolve(one, left_span=one.right_span, right_span=one.left_span)
            for one in sorted(found.alignment, key=lambda one: one.right_span)
        ),
    )


def _order(features: Features) -> tuple[int, str, str]:
    """One order for every two wordings, so that a comparison never depends on which stood left."""
    return (len(features.words), features.folded, features.text)


def _weighed(one: Evidence, model: Model) -> Evidence:
    return evolve(one, weight=model.paraphrase.weights.get(one.name, 0.0) * one.value)


def _relation(pairing: Pairing, contrasts: Sequence[Contrast], paraphrase: float, equal: bool) -> tuple[Relation, str]:
    """Diverge on contrary evidence alone; a score never says it."""
    if equal:
        return Relation.SAME, "the same words"
    contrary = [one for one in contrasts if one.contrary and pairing.overlap >= _ONE_QUESTION[one.kind]]
    if contrary:
        return Relation.DIVERGE, f"{contrary[0].kind}: {contrary[0].reason}"
    if pairing.overlap < _RELATED:
        return Relation.UNRELATED, "they share too little to answer one question"
    if contrasts:
        return Relation.PARTIAL, f"{contrasts[0].kind}: {contrasts[0].reason}"
    if paraphrase >= _SAME_FROM:
        return Relation.SAME, "each says what the other says"
    return Relation.PARTIAL, "they overlap, and one says what the other does not"


def _dampened(paraphrase: float, relation: Relation) -> float:
    """A wording that cannot hold beside another is no paraphrase of it, however alike the words are."""
    return paraphrase * _CONTRARY_SHARE if relation is Relation.DIVERGE else paraphrase


_CONTRARY_SHARE = 0.1


def _aligned(pairing: Pairing) -> tuple[AlignedWords, ...]:
    left, right = pairing.left.words, pairing.right.words
    words = [
        AlignedWords(left_span=left[one.left].span, right_span=right[one.right].span, by=one.by, strength=one.strength)
        for one in pairing.alignment.pairs
    ]
    return tuple(sorted(words, key=lambda one: one.left_span))
