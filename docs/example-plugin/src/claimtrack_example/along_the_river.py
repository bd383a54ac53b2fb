"""What lies upstream does not lie downstream."""

from collections.abc import Iterable

import claimtrack as ct
from claimtrack.comparing.pairing import Pairing

WAYS = frozenset({"upstream", "downstream"})


def along_the_river(pairing: Pairing) -> Iterable[ct.Contrast]:
    """A contrary contrast where one side says upstream and the other downstream."""
    left = [at for at, form in enumerate(pairing.left.forms) if form in WAYS]
    right = [at for at, form in enumerate(pairing.right.forms) if form in WAYS]
    if len(left) == len(right) == 1 and pairing.left.forms[left[0]] != pairing.right.forms[right[0]]:
        one, other = pairing.left.spans[left[0]], pairing.right.spans[right[0]]
        reason = f"“{pairing.left.text[slice(*one)]}” is not “{pairing.right.text[slice(*other)]}”"
        yield pairing.contrast(ct.ContrastKind.ANTONYM, one, other, reason, contrary=True)
