"""What lies windward does not lie leeward."""

from collections.abc import Iterable

import claimtrack as ct
from claimtrack.comparing.pairing import Pairing

WAYS = frozenset({"windward", "leeward"})


def by_the_wind(pairing: Pairing) -> Iterable[ct.Contrast]:
    """A contrary contrast where one side says windward and the other leeward."""
    left = [at for at, form in enumerate(pairing.left.forms) if form in WAYS]
    right = [at for at, form in enumerate(pairing.right.forms) if form in WAYS]
    if len(left) == len(right) == 1 and pairing.left.forms[left[0]] != pairing.right.forms[right[0]]:
        one, other = pairing.left.spans[left[0]], pairing.right.spans[right[0]]
        reason = f"“{pairing.left.text[slice(*one)]}” is not “{pairing.right.text[slice(*other)]}”"
        yield pairing.contrast(ct.ContrastKind.ANTONYM, one, other, reason, contrary=True)
