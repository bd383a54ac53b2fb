"""Two clauses that changed places while the word that joins them stayed: what was first now comes after."""

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.comparing.alignment import Aligned
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Span
from claimtrack.features import Features

_JOINTS = frozenset(["after", "before", "because", "if", "unless", "until"])
"""Words that say how the clause that they begin stands to the other."""


def clauses_turned(pairing: Pairing, pairs: Sequence[Aligned]) -> tuple[Span, Span] | None:
    """The words that the joint stands before, left and right: "after A, B" / "after B, A"; None where it is another.

    `pairs` are in the order of the left wording; on the right the second clause's words must all come first.
    """
    left, right = _joined(pairing.left), _joined(pairing.right)
    if left is None or right is None or left[0] != right[0]:
        return None
    tokens, forms = pairing.left.tokens, pairing.left.forms
    rest = [one for one in pairs if forms[tokens[one.left]] != left[0]]
    falls = [at for at, (one, other) in enumerate(pairwise(rest), 1) if other.right < one.right]
    if len(falls) != 1 or rest[-1].right > rest[0].right:
        return None
    first, second = rest[0], rest[falls[0]]
    if (left[1], right[1]) not in ((first.left, second.right), (second.left, first.right)):
        return None
    return pairing.left.place_of(left[1]), pairing.right.place_of(right[1])


def _joined(features: Features) -> tuple[str, int] | None:
    """The only joint of a wording and the index of the first content word after it."""
    joints = [at for at, form in enumerate(features.forms) if form in _JOINTS]
    if len(joints) != 1:
        return None
    after = next((nth for nth, token in enumerate(features.tokens) if token > joints[0]), None)
    return None if after is None else (features.forms[joints[0]], after)
