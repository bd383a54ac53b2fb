"""Pairs made from sentences of the labelled sets: what these hold too little of, so that a head would say anything.

Each maker takes sentences and a seed and gives pairs, with 1 for those that say the same and 0 for those that do not.
"""

import random

from claimtrack.features import features_of
from claimtrack.text.lexicon import shipped_lexicon
from claimtrack.text.stems import stem

SEED = 20210908
ORDER, STRANGERS, OTHER_WORDS = "order", "strangers", "other words"
MADE = (ORDER, STRANGERS, OTHER_WORDS)
BEGINNINGS = frozenset(["in", "on", "at", "after", "before", "during", "since", "near", "for"])
"""Words that begin what may stand at the end of a sentence as well as before it."""
SHORT_ENDING = 6
ARTICLES = frozenset(["the", "a", "an"])
MANY, LONG = 3, 4
"""Synonyms that a sentence must have, and letters from which a word carries something."""


def reordered(texts: list[str], seed: int = SEED) -> tuple[list[tuple[str, str]], list[int]]:
    """Sentences beside themselves with two words changed over (0), or with two halves or an ending moved (1)."""
    rng = random.Random(seed)
    pairs, labels = [], []
    for text in texts:
        words = text.split()
        places = [at for at in range(1, len(words)) if words[at].isalpha() and len(words[at]) > 3]
        names = [at for at in places if words[at][0].isupper()]
        chosen = names if len(names) > 1 else [at for at in places if words[at].islower()]
        far = [(a, b) for a in chosen for b in chosen if b - a > 1 and words[a] != words[b]]
        if far:
            a, b = rng.choice(far)
            other = list(words)
            other[a], other[b] = other[b], other[a]
            if features_of(" ".join(other)).plain != features_of(text).plain:  # all but who is named as saying it
                pairs.append((text, " ".join(other)))
                labels.append(0)
        halves = text.rstrip(". ").split(", ")
        if len(halves) == 2 and min(map(len, halves)) > 12:
            pairs.append((text, f"{halves[1]}, {halves[0]}."))
            labels.append(1)
        begin = next((at for at in range(len(words) - 2, 2, -1) if words[at] in BEGINNINGS), 0)
        if begin and len(words) - begin <= SHORT_ENDING:
            pairs.append((text, " ".join([*words[begin:], *words[:begin]])))
            labels.append(1)
    return pairs, labels


def in_other_words(texts: list[str], seed: int = SEED) -> tuple[list[tuple[str, str]], list[int]]:
    """Sentences beside themselves with words put as the lexicon's synonyms (1), or with others in their place (0).

    So are their beginnings without articles (1): short wordings of one content.

    The labelled sets have few paraphrases that share little but synonyms, and a head fitted without takes none for one.
    """
    rng = random.Random(seed)
    synonyms = _synonyms()
    every = sorted({word for groups in synonyms.values() for group in groups for word in group})
    pairs, labels = [], []
    for text in texts:
        words = text.split()
        places = [at for at, word in enumerate(words) if any(synonyms.get(stem(word.lower()), ()))]
        if len(places) < MANY or len(places) * 2 < sum(len(word) > LONG for word in words):
            continue
        other, wrong = list(words), list(words)
        for at in places:
            groups = [group for group in synonyms[stem(words[at].lower())] if group]
            other[at], wrong[at] = rng.choice(rng.choice(groups)), rng.choice(every)
        pairs += [(text, " ".join(other)), (text, " ".join(wrong))]
        labels += [1, 0]
    for text in texts:
        words = text.split()
        piece = words[: rng.randint(3, 8)]
        bare = [word for word in piece if word.lower() not in ARTICLES]
        if 1 < len(bare) < len(piece):
            pairs.append((" ".join(piece), " ".join(bare)))
            labels.append(1)
    return pairs, labels


def strangers(texts: list[str], seed: int = SEED) -> list[tuple[str, str]]:
    """Sentences beside others that speak of something else, beside pieces of these, and beside pieces of themselves.

    None is a paraphrase. The labelled sets have hardly any such pair, and what a head says of them would be chance.
    """
    rng = random.Random(seed)
    pairs = []
    for text in texts:
        other = rng.choice(texts)
        words, mine = other.split(), text.split()
        at, count = rng.randrange(len(words)), rng.randint(1, 6)
        pairs.append((text, other))
        pairs.append((text, " ".join(words[at : at + count])))
        piece = mine[: rng.randint(1, max(1, len(mine) // 3))]
        pairs.append((text, " ".join(piece)))
        pairs.append((" ".join(piece), " ".join(words[at : at + count])))
    return [(left, right) for left, right in pairs if left != right]


def _synonyms() -> dict[str, list[list[str]]]:
    """Stem → the other single words of each of its groups in the lexicon."""
    found: dict[str, list[list[str]]] = {}
    for group in shipped_lexicon().synonyms:
        words = [word for word in group.split() if "_" not in word]
        for word in words:
            found.setdefault(stem(word), []).append([other for other in words if stem(other) != stem(word)])
    return found
