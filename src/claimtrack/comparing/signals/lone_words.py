"""What the words tell that one wording alone has."""

from itertools import repeat

from claimtrack.comparing.pairing import Pairing
from claimtrack.text.lone_words import HUNDRED, SPAN


def lone_words(pairing: Pairing) -> float:
    """0.5 where such words tell nothing, towards 0.0 the more they speak against one content, towards 1.0 for it.

    "But", "will" or "if" on one side alone tells more than another word of its weight would, "say", "their" or "Friday"
    less. Weights of words learned from pairs, as in TF-KLD (Ji & Eisenstein 2013), but of words alone: blind to what
    stands in their place.
    """
    known = pairing.left.look_up.lone
    apart = pairing.left.shape.telling ^ pairing.right.shape.telling
    told = sum(map(known.get, apart, _NOTHING))
    return min(1.0, max(0.0, 0.5 + told / (HUNDRED * SPAN)))


_NOTHING = repeat(0)
