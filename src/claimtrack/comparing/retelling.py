"""What a retelling dropped, added or changed of a fuller wording: hedge, number, date, denial, scope."""

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.evidence import Alteration, Comparison, Contrast, ContrastKind, Fate, Span
from claimtrack.features import Features


def alterations(fuller: Features, retold: Features, compared: Comparison) -> tuple[Alteration, ...]:
    """Every contrast of `compared` (the fuller wording on its left) with its fate, and what has no counterpart at all.

    A contrast of numbers, dates or denials needs both sides; here a side that names none dropped what the other names.
    Linear in the two wordings.
    """
    found = [_of_contrast(fuller, retold, one) for one in compared.contrasts]
    kinds = {one.kind for one in compared.contrasts}
    for kind, mine, yours in (
        (ContrastKind.POLARITY, _negators(fuller), _negators(retold)),
        (ContrastKind.NUMBER, _amounts(fuller), _amounts(retold)),
        (ContrastKind.DATE, _periods(fuller), _periods(retold)),
    ):
        if kind not in kinds:
            found.extend(_one_sided(kind, fuller, retold, (mine, yours)))
    return tuple(found)


def _of_contrast(fuller: Features, retold: Features, one: Contrast) -> Alteration:
    fate = Fate.CHANGED
    if one.kind is ContrastKind.MODALITY:
        fate = Fate.DROPPED if not one.right else Fate.ADDED if not one.left else Fate.CHANGED
    elif one.kind is ContrastKind.POLARITY:
        mine, yours = len(fuller.denials), len(retold.denials)
        fate = Fate.DROPPED if mine > yours else Fate.ADDED if yours > mine else Fate.CHANGED
    elif not (one.left and one.right):
        fate = Fate.DROPPED if one.left else Fate.ADDED
    return Alteration(one.kind, fate, one.left, one.right, one.left_span, one.right_span, one.reason)


def _one_sided(
    kind: ContrastKind, fuller: Features, retold: Features, spans: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Alteration]:
    mine, yours = spans
    if mine and not yours:
        yield from (_alone(kind, Fate.DROPPED, fuller.text[slice(*span)], span) for span in mine)
    if yours and not mine:
        yield from (_alone(kind, Fate.ADDED, retold.text[slice(*span)], span) for span in yours)


def _alone(kind: ContrastKind, fate: Fate, words: str, span: Span) -> Alteration:
    reason = f"“{words}” has no counterpart"
    if fate is Fate.DROPPED:
        return Alteration(kind, fate, words, "", fuller_span=span, reason=reason)
    return Alteration(kind, fate, "", words, retold_span=span, reason=reason)


def _negators(features: Features) -> Sequence[Span]:
    return [features.span(at, at + 1) for at in features.negators]


def _amounts(features: Features) -> Sequence[Span]:
    return [features.span(one.first, one.last) for one in features.amounts]


def _periods(features: Features) -> Sequence[Span]:
    return [features.span(one.start, one.end) for one in features.periods]


def words_at(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The words at some spans, as they stand."""
    return tuple(text[slice(*span)] for span in spans)
