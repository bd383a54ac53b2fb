"""Two wordings compared: signals, contrasts, the model's figures, and the relation that follows."""

from itertools import chain

from claimtrack.claim import Claim
from claimtrack.comparing.circumstances import NOTHING_KNOWN, OCCASION, Circumstances, circumstances_of, occasion
from claimtrack.comparing.contrasts import CONTRASTS
from claimtrack.comparing.contrasts.of_two import of_two
from claimtrack.comparing.inside import Inside, measured
from claimtrack.comparing.model import Model, shipped_model, term_of, terms_of
from claimtrack.comparing.pairing import Pairing, pair
from claimtrack.comparing.pairing import turned as turned_by
from claimtrack.comparing.persons import speaker_word
from claimtrack.comparing.plugged import more_contrasts, more_signals
from claimtrack.comparing.relation import relation_of
from claimtrack.errors import TooLongError, UsageError
from claimtrack.evidence import Comparison, Contrast, Evidence, Relation, turned_about
from claimtrack.features import Features, features_of
from claimtrack.plugins import plugged
from claimtrack.settings import Settings
from claimtrack.text.fold import signs
from claimtrack.text.lexicon import Lexicon

_PLAIN = Settings()
_ASKED = tuple(CONTRASTS.values())


def compare(
    left: str | Claim,
    right: str | Claim,
    *,
    settings: Settings = _PLAIN,
    lexicon: Lexicon | None = None,
    meaning: float | None = None,
) -> Comparison:
    """How two wordings stand: relation, paraphrase (probability), similarity, contrasts, each with its reasons.

    Relative dates of a Claim ("next week") are read against its date. Two Claims about one issue have a question in
    common, so that they are never *unrelated*, and less common ground is asked before their numbers or dates diverge;
    two of one speaker and day are the likelier, two of two speakers the less likely, to be one claim
    (`Settings.occasion_weight`). What "we" or "they" did is not *same* in the mouths of two sides. Mirrored arguments
    give the mirrored result; a wording beside itself is *same*. `lexicon` is a ledger's (`vocabulary.lexicon_of`), else
    the shipped one. `meaning` is what an encoder says of their likeness, 0 to 1: it can raise the figure of paraphrase,
    and never changes the relation. Raises TooLongError for a text beyond `settings.text_limit` characters, UsageError
    for what is neither a text nor a claim, for no settings, and for a `meaning` out of its range.
    """
    known = circumstances_of(left, right) if isinstance(left, Claim) and isinstance(right, Claim) else NOTHING_KNOWN
    return compare_features(
        features_within(left, settings, lexicon),
        features_within(right, settings, lexicon),
        settings=settings,
        known=known,
        meaning=meaning,
    )


def features_within(given: str | Claim, settings: Settings = _PLAIN, lexicon: Lexicon | None = None) -> Features:
    """The features of a text or claim.

    Raises TooLongError beyond `settings.text_limit` characters, UsageError for what is neither, or for no settings.
    """
    if not isinstance(given, str | Claim):
        raise UsageError(f"a text or a claim is wanted to compare, and this is neither: {type(given).__name__}")
    if not isinstance(settings, Settings):
        raise UsageError(f"settings is of the kind {type(settings).__name__}: a value of Settings is wanted")
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
    known: Circumstances = NOTHING_KNOWN,
    meaning: float | None = None,
) -> Comparison:
    """`compare` on features that were worked out before; `known` is what is known of two claims beside them."""
    if meaning is not None and not 0.0 <= meaning <= 1.0:
        raise UsageError(f"meaning is {meaning}: a number from 0 to 1 is wanted")
    turned = turned_by(left, right)
    pairing = pair(right, left) if turned else pair(left, right)
    contrasts = contrasts_of(pairing, settings.switched_off)
    more: tuple[Evidence, ...] = ()
    of_occasion = 0.0
    if plugged("signals") or plugged("contrasts"):
        more = more_signals(pairing, settings.switched_off)
        contrasts += more_contrasts(pairing, settings.switched_off)
    if known.one_occasion is not None and OCCASION not in settings.switched_off:
        said = occasion(known.one_occasion, settings.occasion_weight)
        more, of_occasion = (*more, said), settings.slope * said.weight
    equal = not contrasts and left.plain == right.plain and _are_of_one_sign(left.text, right.text)
    inside = Inside(pairing, turned, equal, terms_of(contrasts), settings, more, of_occasion, meaning)
    relation, reason = relation_of(pairing, contrasts, inside, one_issue=known.one_issue)
    if known.two_sides and relation is Relation.SAME and (left.persons or right.persons):
        relation, reason = _in_two_mouths(pairing, reason)
    related = relation is not Relation.UNRELATED
    if known.one_issue and not related:
        relation, reason = Relation.PARTIAL, "they share little but the issue that a person put them under"
    elif of_occasion > 0.0 and not related and inside.odds >= 0.0:
        relation, reason = Relation.PARTIAL, "few words in common, but who said it and when speaks for one remark"
    if turned:
        reason = turned_about(reason)
    if contrasts:
        contrasts = _weighed(contrasts, shipped_model(), turned=turned)
    if meaning is not None and inside.added:
        reason = f"{reason}; alike in meaning: {meaning:.2f}"
    return Comparison(
        left=left.text,
        right=right.text,
        relation=relation,
        contrasts=contrasts,
        reason=reason,
        related=related,
        inside=inside,
    )


def _in_two_mouths(pairing: Pairing, reason: str) -> tuple[Relation, str]:
    """The relation of two wordings that would be the same by one speaker, and the reason: "we" may be others."""
    for features in (pairing.left, pairing.right):
        at = speaker_word(features)
        if at >= 0:
            return Relation.PARTIAL, f"“{features.text[slice(*features.spans[at])]}” may be others in another's mouth"
    return Relation.SAME, reason


def _are_of_one_sign(left: str, right: str) -> bool:
    """ "> 5" and "< 5" have one word, and are not the same."""
    return left == right or signs(left) == signs(right)


def signals_of(left: Features, right: Features, switched_off: frozenset[str] = frozenset()) -> list[float]:
    """`measured` for two wordings in either order: all that a search asks of them."""
    return measured(pair(right, left) if turned_by(left, right) else pair(left, right), switched_off)


def contrasts_of(pairing: Pairing, switched_off: frozenset[str] = frozenset()) -> tuple[Contrast, ...]:
    """Every contrast between two wordings but for the kinds that are switched off."""
    if not switched_off:
        found = tuple(chain.from_iterable([ask(pairing) for ask in _ASKED]))
    else:
        asked = [ask for kind, ask in CONTRASTS.items() if kind not in switched_off]
        found = tuple(chain.from_iterable([ask(pairing) for ask in asked]))
    return tuple(of_two(found)) if len(found) > 1 else found


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
