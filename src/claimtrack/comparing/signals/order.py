"""Do the words that answer to one another come in the same order?"""

from bisect import bisect_left

from claimtrack.comparing.pairing import Pairing


def order(pairing: Pairing) -> float:
    """The longest run of aligned words in one order, as a share of all aligned: 1.0 the same order, or none aligned."""
    right = [pair[1] for pair in pairing.alignment.pairs]
    return _longest_rise(right) / len(right) if right else 1.0


def _longest_rise(numbers: list[int]) -> int:
    """Length of the longest increasing subsequence (patience sorting)."""
    ends: list[int] = []
    for number in numbers:
        if not ends or number > ends[-1]:
            ends.append(number)
        else:
            ends[bisect_left(ends, number)] = number
    return len(ends)
