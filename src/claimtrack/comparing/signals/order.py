"""Do the words that answer to one another come in the same order?"""

from bisect import bisect_left

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def order(pairing: Pairing) -> Evidence:
    """The longest run of aligned words in one order, as a share of all aligned: 1.0 the same order."""
    right = [pair.right for pair in pairing.alignment.pairs]
    value = _longest_rise(right) / len(right) if right else 0.0
    return Evidence(name="order", value=value, reason=f"{value:.0%} of the aligned words keep their order")


def _longest_rise(numbers: list[int]) -> int:
    """Length of the longest increasing subsequence (patience sorting)."""
    ends: list[int] = []
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)
