"""How much a word weighs in a comparison, for those who compare; the table lies with the texts."""

from claimtrack.text.word_weights import WordWeights, shipped_weights

__all__ = ["WordWeights", "shipped_weights"]
