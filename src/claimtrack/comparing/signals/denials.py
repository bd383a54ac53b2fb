"""Do both deny equally often?"""

from claimtrack.comparing.alignment import OPPOSED
from claimtrack.comparing.pairing import Pairing

_ANOTHER = OPPOSED | {"place"}


def denials(pairing: Pairing) -> float:
    """1.0 where both hold as many words of denial, 0.5 where one holds one more, towards 0.0 with each further.

    A denial of a word in whose place the other has another word is one fewer, for that may be its opposite ("not
    fair" / "foul"); where as many are denied otherwise, it is one more ("not fair" / "not foul"). Blind to the rest of
    what is denied: `polarity` asks that.
    """
    left, right = pairing.left, pairing.right
    if not left.negators and not right.negators:
        return 1.0
    apart = abs(len(left.negators) - len(right.negators))
    if left.denials or right.denials:
        for i, j, by, _ in pairing.alignment.pairs:
            if by in _ANOTHER and (left.denies(i) or right.denies(j)):
                apart = abs(apart - 1)
                break
    return 1.0 / (1.0 + apart)
