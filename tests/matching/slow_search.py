"""The slow and obvious twin of the search: every text scored word by word."""

import math
from collections import Counter
from decimal import Decimal, localcontext
from functools import cache

from claimtrack.matching import Hit
from claimtrack.text.words import folded_words


@cache
def mass(df: int, texts: int) -> int:
    """ln(1 + N / df)² × 2^20, to the nearest whole number, worked out to forty places."""
    with localcontext() as context:
        context.prec = 40
        weight = (1 + Decimal(texts) / max(df, 1)).ln()
        return int((weight * weight * 2**20).to_integral_value())


def slow_hits(texts: list[str], query: str, limit: int = 10, cutoff: float = 0.0) -> list[Hit]:
    """What a search must find."""
    sets = [set(folded_words(text)) for text in texts]
    df = Counter(word for one in sets for word in one)
    asked = set(folded_words(query))
    whole = sum(mass(df[word], len(texts)) for word in asked)
    hits = []
    for position, one in enumerate(sets):
        shared = sum(mass(df[word], len(texts)) for word in one & asked)
        own = sum(mass(df[word], len(texts)) for word in one)
        if shared:
            score = min(1.0, round(shared / math.sqrt(float(own) * float(whole)), 6))
            hits.append(Hit(position, str(position), score))
    hits = [hit for hit in hits if hit.score > 0.0 and hit.score >= cutoff]
    return sorted(hits, key=lambda hit: (-hit.score, hit.position))[:limit]
