"""Two wordings beside one another, cut into pieces: what differs, what stands alone, what answers to what."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimtrack.evidence import Comparison, Span
from claimtrack.renderers.phrases import differing_spans, marked_spans

DIFFERS, ALONE, ANSWERS, PLAIN = "differs", "alone", "answers", ""


class Piece(NamedTuple):
    """Some words and how they are marked; joined, the pieces are the text."""

    words: str
    mark: str


def marked_pair(comparison: Comparison) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both wordings in pieces."""
    alone = comparison.alone
    differs = differing_spans(comparison) if comparison.contrasts else ((), ())
    answers = comparison.alignment
    return (
        _pieces(comparison.left, differs[0], alone[0], [one.left_span for one in answers]),
        _pieces(comparison.right, differs[1], alone[1], [one.right_span for one in answers]),
    )


def _pieces(text: str, differs: Sequence[Span], alone: Iterable[Span], answers: Iterable[Span]) -> tuple[Piece, ...]:
    strong = [(span, DIFFERS if differing else ALONE) for span, differing in marked_spans(differs, alone)]
    taken = [span for span, _ in strong]
    faint = [
        (span, ANSWERS)
        for span in dict.fromkeys(answers)
        if span[1] > span[0] and not any(span[0] < end and start < span[1] for start, end in taken)
    ]
    pieces: list[Piece] = []
    at = 0
    for (start, end), mark in sorted(_joined(text, strong + faint)):
        if start < at:
            continue
        if at < start:
            pieces.append(Piece(text[at:start], PLAIN))
        pieces.append(Piece(text[start:end], mark))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:], PLAIN))
    return tuple(pieces)


def _joined(text: str, spans: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Neighbours of one mark as one run, where nothing but blanks stands between them."""
    found: list[tuple[Span, str]] = []
    for (start, end), mark in sorted(spans):
        if found and found[-1][1] == mark and not text[found[-1][0][1] : start].strip():
            found[-1] = ((found[-1][0][0], max(end, found[-1][0][1])), mark)
        else:
            found.append(((start, end), mark))
    return found
