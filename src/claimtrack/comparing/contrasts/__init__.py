"""One file, one contrast: a named difference between two wordings, with the words on both sides."""

from collections.abc import Callable, Iterable

from claimtrack.comparing.contrasts.antonym import antonym
from claimtrack.comparing.contrasts.dates import dates
from claimtrack.comparing.contrasts.modality import modality
from claimtrack.comparing.contrasts.name import name
from claimtrack.comparing.contrasts.number import number
from claimtrack.comparing.contrasts.polarity import polarity
from claimtrack.comparing.contrasts.role import role
from claimtrack.comparing.contrasts.scope import scope
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast

Asked = Callable[[Pairing], Iterable[Contrast]]

CONTRASTS: dict[str, Asked] = {
    "polarity": polarity,
    "antonym": antonym,
    "number": number,
    "date": dates,
    "name": name,
    "role": role,
    "modality": modality,
    "scope": scope,
}
"""Every contrast by its kind, in the order in which they are told."""
