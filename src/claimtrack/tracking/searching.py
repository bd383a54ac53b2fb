"""The claims that speak of what a text speaks of: found by a ranking, put in order by comparing."""

from collections.abc import Iterable
from typing import NamedTuple

from attrs import frozen

from claimtrack.claim import Claim
from claimtrack.comparing import compare_features
from claimtrack.comparing.comparison import features_within, signals_of
from claimtrack.comparing.model import chance, shipped_model
from claimtrack.errors import UsageError
from claimtrack.evidence import Comparison
from claimtrack.features import Features, features_of
from claimtrack.matching.ranking import Ranking
from claimtrack.settings import Settings
from claimtrack.switches import refuse_unknown_switches
from claimtrack.text.lexicon import Lexicon
from claimtrack.text.posts import plain_words

_LOOKED_AT = 60
_TIMES = 4
"""Texts of the ranking that are put in order: so many at least, and so many times those that are asked for."""
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


class Candidate(NamedTuple):
    """An item that a ranking found, and what puts it in order: the ranking's two scores, and every signal."""

    position: int
    stems: float
    letters: float
    signals: list[float]


class ClaimSearch:
    """Searches claims or texts for what a longer or shorter text, such as a post, speaks of.

    A ranking (BM25 over stems and letters) gives the candidates; they are put in order by a linear head over its scores
    and the signals of comparing, learned from posts and the checked claims that they repeat. Web addresses are left out
    of it, hashtags and handles taken apart. Likeness finds: what a match says of the text is told by its comparison,
    which sees both texts as they are. `items`: any iterable of str or Claim; `lexicon`: a ledger's own
    (`vocabulary.lexicon_of`), else the shipped one.
    """

    def __init__(
        self, items: Iterable[str | Claim], *, settings: Settings = _PLAIN, lexicon: Lexicon | None = None
    ) -> None:
        refuse_unknown_switches(settings)
        self._items = list(items)
        self._settings = settings
        self._lexicon = lexicon
        self._ranking = Ranking(plain_words(_text(item)) for item in self._items)
        self._known: dict[int, Features] = {}

    def search(self, text: str, *, limit: int = 5) -> tuple[Match, ...]:
        """At most `limit` matches, likest first, ties in the order of the items.

        Raises UsageError for a limit below 1, TooLongError for a text beyond `settings.text_limit` characters; items
        beyond it are left out.
        """
        if limit < 1:
            raise UsageError(f"a search for {limit} matches finds nothing: the limit begins at 1")
        asked = features_within(text, self._settings, self._lexicon)
        model = shipped_model()
        found = [
            (-model.search_of(one.signals, one.stems, one.letters), one.position)
            for one in self.candidates(text, max(_LOOKED_AT, _TIMES * limit))
        ]
        return tuple([self._match(asked, at, chance(-odds)) for odds, at in sorted(found)[:limit]])

    def candidates(self, text: str, limit: int = _LOOKED_AT) -> tuple[Candidate, ...]:
        """What `search` puts in order, in the order of the ranking: at most `limit` items that share a stem."""
        plain = plain_words(text)
        asked = features_of(plain, lexicon=self._lexicon)
        found = self._ranking.search(plain, limit)
        known = ((at, self._features(at)) for at in found.positions.tolist())
        return tuple(
            [
                Candidate(at, stems, letters, signals_of(asked, features, self._settings.switched_off))
                for (at, features), stems, letters in zip(
                    known, found.stems.tolist(), found.letters.tolist(), strict=True
                )
                if features is not None
            ]
        )

    def _match(self, asked: Features, position: int, score: float) -> Match:
        features = features_within(self._items[position], self._settings, self._lexicon)
        return Match(
            position=position, score=score, comparison=compare_features(asked, features, settings=self._settings)
        )

    def _features(self, position: int) -> Features | None:
        """Those of an item as plain text, worked out when it is first found; None for one too long to compare."""
        if position not in self._known:
            item = self._items[position]
            text = _text(item)
            if len(text) > self._settings.text_limit:
                return None
            said = None if isinstance(item, str) else item.known_by
            self._known[position] = features_of(plain_words(text), said=said, lexicon=self._lexicon)
        return self._known[position]


def _text(item: str | Claim) -> str:
    return item if isinstance(item, str) else item.text
