"""Who speaks in one wording, and who is spoken of in the other: "we opened the gates" / "they opened the gates"."""

from collections.abc import Iterator, Sequence

from claimtrack.comparing.alignment import Aligned
from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.persons import speaker_word
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import FIRST, Features


def persons_apart(pairing: Pairing, pairs: Sequence[Aligned]) -> Iterator[Contrast]:
    """ "We" beside "they" before words that answer to one another, which may be others; it narrows.

    Not where it is told what somebody said, for "we" is then "they" (""We agree," she said" / "she said they agreed"),
    nor where "they" may be somebody named before.
    """
    left, right = pairing.left, pairing.right
    if left.reported or right.reported:
        return
    mine, yours = speaker_word(left), speaker_word(right)
    if mine < 0 or yours < 0 or (left.forms[mine] in FIRST) == (right.forms[yours] in FIRST):
        return
    if (_next(left, mine), _next(right, yours)) in {(one.left, one.right) for one in pairs}:
        spans = left.span(mine, mine + 1), right.span(yours, yours + 1)
        words = f"“{left.text[slice(*spans[0])]}” and “{right.text[slice(*spans[1])]}”"
        yield pairing.contrast(ContrastKind.ROLE, *spans, f"{words} may be others", contrary=False)


def _next(features: Features, token: int) -> int:
    """The first content word behind a token."""
    return next((nth for nth, at in enumerate(features.tokens) if at > token), -1)
