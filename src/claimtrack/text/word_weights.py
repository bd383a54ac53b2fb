"""How much a word weighs in a comparison: its rarity in English, from a table that comes with claimtrack."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

RAREST = 10.3
"""The weight of a word that the shipped table does not know, rounded: what the weights of words are measured by."""


@frozen
class WordWeights:
    """Rarity by stem: ln(N / df) in the sentences of the UN general debates 2014 to 2024, version 1.

    The table is shipped, so that comparing two claims depends on those two alone.
    """

    table: Mapping[str, float]
    unseen: float

    def of(self, key: str) -> float:
        """The weight of a stem, or of a phrase joined by underscores: the rarest of its words."""
        if "_" in key:
            return max((self.table.get(part, self.unseen) for part in key.split("_") if part), default=self.unseen)
        return self.table.get(key, self.unseen)


@cache
def shipped_weights() -> WordWeights:
    """The table; read once."""
    data = json.loads((files("claimtrack.text") / "word_weights.json").read_text(encoding="utf-8"))
    return WordWeights(data["weights"], data["unseen"])
