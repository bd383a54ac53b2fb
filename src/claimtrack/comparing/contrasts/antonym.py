"""A word answers to its opposite."""

from collections.abc import Iterable

from claimtrack.comparing.contrasts.scenes import INDEFINITE, LINKS, is_scene
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.forms import FUNCTION, MARK, NEGATOR, form_of

_REACH = 4


def antonym(pairing: Pairing) -> Iterable[Contrast]:
    """Aligned opposites or rivals (rose / fell, north / south) of which neither or both are denied; contrary.

    "A tall man" and "a short man" may be two men: opposites that both follow an indefinite article only narrow, and
    so do those in two scenes of somebody ("A man is sitting", "A man is standing").
    """
    if "antonym" not in pairing.grounds and "rival" not in pairing.grounds:
        return ()
    found = []
    for i, j, by, _ in pairing.alignment.pairs:
        if by != "antonym" and by != "rival":
            continue
        left, right = pairing.left.words[i], pairing.right.words[j]
        if pairing.left.denies(i) != pairing.right.denies(j):
            continue
        two = (is_scene(pairing.left) and is_scene(pairing.right)) or (
            _is_indefinite(pairing.left, left.token) and _is_indefinite(pairing.right, right.token)
        )
        told = "may be two that are spoken of" if two else "exclude each other"
        reason = f"“{left.form}” and “{right.form}” {told}"
        found.append(pairing.contrast(ContrastKind.ANTONYM, left.span, right.span, reason, contrary=not two))
    return found


def _is_indefinite(features: Features, token: int) -> bool:
    """Does the word stand after "a", "some", "several", with none but content words between, and not as a predicate?"""
    for at in range(token - 1, max(-1, token - _REACH), -1):
        if features.forms[at] in INDEFINITE:
            return not (at and features.forms[at - 1] in LINKS)
        if form_of(features.forms[at], features.look_up).kinds & _STOPS:
            return False
    return False


_STOPS = FUNCTION | MARK | NEGATOR
