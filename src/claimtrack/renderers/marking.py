"""Two wordings beside one another, cut into pieces: what differs, what stands alone, what answers to what."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimtrack.evidence import Comparison, Span

DIFFERS, ALONE, ANSWERS, PLAIN = "differs", "alone", "answers", ""


class Marked(NamedTuple):
    """Some words and how they are marked; joined, the pieces are the text."""

    words: str
    mark: str


def marked_pair(comparison: Comparison) -> tuple[tuple[Marked, ...], tuple[Marked, ...]]:
    """Both wordings in pieces: every page marks these words and no others."""
    left, right = comparison.alone
    contrasts, answers = comparison.contrasts, comparison.alignment
    return (
        _pieces(comparison.left, [c.left_span for c in contrasts], left, [one.left_span for one in answers]),
        _pieces(comparison.right, [c.right_span for c in contrasts], right, [one.right_span for one in answers]),
    )


def _pieces(text: str, differs: Iterable[Span], alone: Iterable[Span], answers: Iterable[Span]) -> tuple[Marked, ...]:
    strong = _strong(differs, alone)
    taken = [span for span, _ in strong]
    faint = [
        (span, ANSWERS)
        for span in dict.fromkeys(answers)
        if span[1] > span[0] and not any(span[0] < end and start < span[1] for start, end in taken)
    ]
    pieces: list[Marked] = []
    at = 0
    for (start, end), mark in sorted(_joined(text, strong + faint)):
        if start < at:
            continue
        if at < start:
            pieces.append(Marked(text[at:start], PLAIN))
        pieces.append(Marked(text[start:end], mark))
        at = end
    if at < len(text):
        pieces.append(Marked(text[at:], PLAIN))
    return tuple(pieces)


def _strong(differs: Iterable[Span], alone: Iterable[Span]) -> list[tuple[Span, str]]:
    """What differs, and what stands alone without touching it."""
    marked = _merged(differs)
    free = _merged(span for span in alone if not any(span[0] < end and start < span[1] for start, end in marked))
    return [(span, DIFFERS) for span in marked] + [(span, ALONE) for span in free]


def _merged(spans: Iterable[Span]) -> Sequence[Span]:
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _joined(text: str, spans: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Neighbours of one mark as one run, where nothing but blanks stands between them."""
    found: list[tuple[Span, str]] = []
    for (start, end), mark in sorted(spans):
        if found and found[-1][1] == mark and not text[found[-1][0][1] : start].strip():
            found[-1] = ((found[-1][0][0], max(end, found[-1][0][1])), mark)
        else:
            found.append(((start, end), mark))
    return found
