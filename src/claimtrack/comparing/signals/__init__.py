"""One file, one signal: a measured reason to think that two wordings speak of one thing, 0 to 1."""

from collections.abc import Callable

from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals.figures import figures
from claimtrack.comparing.signals.least_covered import least_covered
from claimtrack.comparing.signals.length import length
from claimtrack.comparing.signals.most_covered import most_covered
from claimtrack.comparing.signals.order import order
from claimtrack.comparing.signals.shared_neighbours import shared_neighbours
from claimtrack.comparing.signals.shared_words import shared_words
from claimtrack.comparing.signals.sorted_spelling import sorted_spelling
from claimtrack.comparing.signals.spelling import spelling
from claimtrack.evidence import Evidence

Signal = Callable[[Pairing], Evidence]

SIGNALS: dict[str, Signal] = {
    "least_covered": least_covered,
    "most_covered": most_covered,
    "shared_words": shared_words,
    "shared_neighbours": shared_neighbours,
    "order": order,
    "spelling": spelling,
    "sorted_spelling": sorted_spelling,
    "length": length,
    "figures": figures,
}
"""Every signal by name, in the order in which they are shown."""
