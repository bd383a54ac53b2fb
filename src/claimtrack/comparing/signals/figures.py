"""Numbers and dates in common."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def figures(pairing: Pairing) -> Evidence:
    """The share of numbers and dates that both name: 1.0 all, 0.5 where neither names any, 0.0 none."""
    left = {(one.low, one.high) for one in pairing.left.amounts} | {(p.first, p.last) for p in pairing.left.periods}
    right = {(one.low, one.high) for one in pairing.right.amounts} | {(p.first, p.last) for p in pairing.right.periods}
    if not left and not right:
        return Evidence(name="figures", value=0.5, reason="neither names a number or a date")
    value = 2 * len(left & right) / (len(left) + len(right))
    return Evidence(name="figures", value=value, reason=f"{len(left & right)} numbers or dates shared")
