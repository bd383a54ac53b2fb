"""Which claims an index finds that share a text's words, or only words that the lexicon puts in a group with them."""

from collections.abc import Iterator, Sequence

from claimtrack.features import features_of
from claimtrack.matching import ClaimIndex
from claimtrack.text.lexicon import Lexicon
from claimtrack.text.stems import inflections

_NEAR = 10
"""Claims that share the text's own words that are looked at."""
_FURTHER = 12
"""Those that share these or synonyms: more, because any word of a group counts as much as the one that was meant."""


def near(index: ClaimIndex, text: str, lexicon: Lexicon) -> Sequence[int]:
    """The positions of the claims that a text may resemble, each once: by its words, then by these and their synonyms.

    Two searches; what they find is for comparing to judge.
    """
    own = index.search(text, limit=_NEAR)
    others = " ".join(dict.fromkeys(_synonyms(text, lexicon)))
    further = index.search(f"{text} {others}", limit=_FURTHER) if others else []
    return tuple(dict.fromkeys(hit.position for hit in (*own, *further)))


def _synonyms(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of every group in which a word of a text stands, in the forms that a verb or a noun may take."""
    groups = lexicon.look_up.groups
    for word in features_of(text, lexicon=lexicon).words:
        for number in sorted(groups.get(word.key, ())):
            for other in lexicon.synonyms[number].replace("_", " ").split():
                yield other
                yield from inflections(other)
