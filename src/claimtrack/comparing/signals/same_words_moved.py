"""The same words in another order."""

from claimtrack.comparing.pairing import Pairing

_NEARLY_ALL = 0.8


def same_words_moved(pairing: Pairing) -> float:
    """1.0 where the words differ or keep their order; towards 0.0 where nearly all are the same and stand otherwise.

    "Who asked whom" hides here from every measure of overlap (Zhang, Baldridge & He 2019). Blind to roles: a clause
    that moved as a whole lowers it too, if less.
    """
    longest = max(len(pairing.left.stems), len(pairing.right.stems))
    if not longest:
        return 1.0
    alike = (pairing.likeness.stems_shared / longest - _NEARLY_ALL) / (1.0 - _NEARLY_ALL)
    return 1.0 if alike <= 0.0 else 1.0 - alike * (1.0 - pairing.likeness.in_step / longest)
