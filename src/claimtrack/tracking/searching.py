"""The claims that speak of what a text speaks of: found by the index, put in order by comparing."""

from collections.abc import Iterable

from attrs import frozen

from claimtrack.claim import Claim
from claimtrack.comparing import compare_features
from claimtrack.comparing.comparison import features_within
from claimtrack.comparing.model import shipped_model
from claimtrack.evidence import Comparison
from claimtrack.features import Features
from claimtrack.matching import ClaimIndex
from claimtrack.settings import Settings
from claimtrack.text.lexicon import Lexicon

_LOOKED_AT = 40
_TIMES = 4
"""Hits of the index that are put in order: so many at least, and so many times those that are asked for."""
_PLAIN = Settings()


@frozen(kw_only=True)
class Match:
    """A claim (or a text) that a search found."""

    position: int
    """Where it stands among the items."""
    score: float
    """The probability that it is the one that is looked for, 0 to 1."""
    comparison: Comparison
    """The text searched for (left) beside its wording (right)."""


class ClaimSearch:
    """Searches claims or texts for what a longer or shorter text speaks of.

    The exact index gives the candidates (`ClaimIndex`, IDF cosine); they are put in order by a linear head over the
    index's score and the signals of comparing, learned from posts and the checked claims that they repeat. Likeness
    finds: what a match says of the text is told by its comparison. `items`: any iterable of str or Claim; `lexicon`: a
    ledger's own (`vocabulary.lexicon_of`), else the shipped one.
    """

    def __init__(
        self, items: Iterable[str | Claim], *, settings: Settings = _PLAIN, lexicon: Lexicon | None = None
    ) -> None:
        self._items = list(items)
        self._settings = settings
        self._lexicon = lexicon
        self._index = ClaimIndex(self._items)
        self._known: dict[int, Features] = {}

    def search(self, text: str, *, limit: int = 5) -> tuple[Match, ...]:
        """At most `limit` matches, likest first, ties in the order of the items.

        Raises TooLongError for a text beyond `settings.text_limit` characters; items beyond it are found by the index
        alone and left out.
        """
        asked = features_within(text, self._settings, self._lexicon)
        model = shipped_model()
        found = []
        for hit in self._index.search(text, limit=max(_LOOKED_AT, _TIMES * limit)):
            features = self._features(hit.position)
            if features is None:
                continue
            comparison = compare_features(asked, features, settings=self._settings)
            values = [one.value for one in comparison.signals]
            found.append(Match(position=hit.position, score=model.search_of(values, hit.score), comparison=comparison))
        return tuple(sorted(found, key=lambda one: (-one.score, one.position))[:limit])

    def _features(self, position: int) -> Features | None:
        """Those of an item, worked out when it is first found; None for one that is too long to compare."""
        if position not in self._known:
            item = self._items[position]
            text = item if isinstance(item, str) else item.text
            if len(text) > self._settings.text_limit:
                return None
            self._known[position] = features_within(item, self._settings, self._lexicon)
        return self._known[position]
