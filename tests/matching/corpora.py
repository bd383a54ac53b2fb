"""Texts made up for the tests: few words, so that many are shared, common ones and rare ones."""

import random

from hypothesis import strategies as st

from claimtrack.claim import Claim
from claimtrack.problem import Place

WORDS = st.sampled_from(
    ["the", "of", "to", "talks", "arms", "geneva", "round", "treaty", "not", "12", "café", "中国", "हिन्दी"]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=8).map(" ".join),
    st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), max_size=6).map(" ".join),
)
CORPORA = st.lists(TEXTS, max_size=30)


def zipf(texts: int, seed: int, words: int = 600) -> list[str]:
    """Texts whose words are as unevenly common as those of a language; some are near copies of others."""
    chance = random.Random(seed)
    weights = [1 / (rank + 1) for rank in range(words)]
    names = [f"w{rank}" for rank in range(words)]
    made: list[str] = []
    for _ in range(texts):
        if made and chance.random() < 0.2:
            known = chance.choice(made).split()
            made.append(" ".join(word for word in known if chance.random() > 0.2))
        else:
            made.append(" ".join(chance.choices(names, weights, k=chance.randrange(1, 20))))
    return made


def claim(claim_id: str, text: str) -> Claim:
    """A claim with this id and this wording."""
    place = Place(path="made-up.yaml")
    return Claim(id=claim_id, text=text, speaker="s", place=place, text_place=place)
