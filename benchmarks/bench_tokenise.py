"""How long it takes to turn texts into numbered words: the one part that no join can do without."""

from claimtrack.matching.tokens import Vocabulary


def test_tokenise(benchmark, texts):
    """Words of all texts, with a vocabulary that begins empty."""
    benchmark(lambda: Vocabulary().tokens(texts))
