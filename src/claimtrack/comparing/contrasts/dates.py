"""Another date."""

from collections.abc import Iterator

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.text.dates import Period


def dates(pairing: Pairing) -> Iterator[Contrast]:
    """Dates that exclude each other (28 July / 21 July: contrary) or contain one another (September / 30 September).

    Dates that both name are set aside first; those that are left are taken in their order.
    """
    left, right = _apart(pairing.left.periods, pairing.right.periods)
    for a, b in zip(left, right, strict=False):
        left_span, right_span = pairing.left.span(a.start, a.end), pairing.right.span(b.start, b.end)
        contrary = a.excludes(b)
        words = f"“{pairing.words(pairing.left, left_span)}” and “{pairing.words(pairing.right, right_span)}”"
        yield Contrast(
            kind=ContrastKind.DATE,
            left=pairing.words(pairing.left, left_span),
            right=pairing.words(pairing.right, right_span),
            left_span=left_span,
            right_span=right_span,
            reason=f"{words} cannot be one date" if contrary else f"{words}: one is more exact than the other",
            contrary=contrary,
        )


def _apart(left: tuple[Period, ...], right: tuple[Period, ...]) -> tuple[list[Period], list[Period]]:
    mine, yours = list(left), list(right)
    for a in left:
        b = next((one for one in yours if one.same(a)), None)
        if b is not None:
            mine.remove(a)
            yours.remove(b)
    return mine, yours
