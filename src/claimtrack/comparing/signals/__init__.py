"""One file, one signal: a measured reason to think that two wordings speak of one thing, 0 to 1."""

from collections.abc import Callable
from typing import NamedTuple

from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals.denials import denials
from claimtrack.comparing.signals.fewest_left_over import fewest_left_over
from claimtrack.comparing.signals.figures import figures
from claimtrack.comparing.signals.figures_alone import figures_alone
from claimtrack.comparing.signals.first_word import first_word
from claimtrack.comparing.signals.in_blocks import in_blocks
from claimtrack.comparing.signals.in_step import in_step
from claimtrack.comparing.signals.last_word import last_word
from claimtrack.comparing.signals.least_contained import least_contained
from claimtrack.comparing.signals.least_covered import least_covered
from claimtrack.comparing.signals.least_kin import least_kin
from claimtrack.comparing.signals.least_left_over import least_left_over
from claimtrack.comparing.signals.least_letters import least_letters
from claimtrack.comparing.signals.least_traits import least_traits
from claimtrack.comparing.signals.lone_words import lone_words
from claimtrack.comparing.signals.most_covered import most_covered
from claimtrack.comparing.signals.most_deeds import most_deeds
from claimtrack.comparing.signals.most_kin import most_kin
from claimtrack.comparing.signals.most_letters import most_letters
from claimtrack.comparing.signals.most_things import most_things
from claimtrack.comparing.signals.places_apart import places_apart
from claimtrack.comparing.signals.rarest_left_over import rarest_left_over
from claimtrack.comparing.signals.rarest_shared import rarest_shared
from claimtrack.comparing.signals.rivals import rivals
from claimtrack.comparing.signals.same_words_moved import same_words_moved
from claimtrack.comparing.signals.shared_neighbours import shared_neighbours
from claimtrack.comparing.signals.shared_twos import shared_twos
from claimtrack.comparing.signals.spelling import spelling
from claimtrack.comparing.signals.synonyms import synonyms
from claimtrack.comparing.signals.theme import theme
from claimtrack.comparing.signals.weight_shared import weight_shared


class Signal(NamedTuple):
    """A name, what is asked (a figure from 0.0 to 1.0), and what the figure tells.

    The weights of the shipped signals are those of the model; only a plug-in's signal brings its own.
    """

    name: str
    measure: Callable[[Pairing], float]
    says: str
    weight: float = 0.0
    """What a plug-in's signal adds to the log-odds of paraphrase for each unit beside its usual value."""
    usual: float = 0.5
    """The value of a plug-in's signal that speaks neither for nor against."""
    group: str = "of plug-ins"
    """Under which it is told: signals of one group overlap, and what they add is best read together."""


_BY_GROUP: dict[str, tuple[Signal, ...]] = {
    "words in common": (
        Signal("least_covered", least_covered, "weight of the less covered wording that has a counterpart"),
        Signal("most_covered", most_covered, "weight of the more covered wording that has a counterpart"),
        Signal("weight_shared", weight_shared, "weight in common, in all"),
        Signal("rarest_shared", rarest_shared, "how rare the rarest word in common is"),
        Signal("rarest_left_over", rarest_left_over, "1 where nothing rare is left over"),
        Signal("least_left_over", least_left_over, "1 where one wording leaves nothing over"),
        Signal("fewest_left_over", fewest_left_over, "1 where one wording leaves no word over"),
        Signal("least_contained", least_contained, "stems in common, of the longer wording"),
        Signal("lone_words", lone_words, "above 0.5 where one may well leave out what it does, below where not"),
    ),
    "words side by side": (
        Signal("shared_twos", shared_twos, "two words side by side in both"),
        Signal("shared_neighbours", shared_neighbours, "content words that follow one another in both"),
    ),
    "letters": (
        Signal("least_letters", least_letters, "letter trigrams in common, of the wording with more"),
        Signal("most_letters", most_letters, "letter trigrams in common, of the wording with fewer"),
        Signal("spelling", spelling, "letters in common order"),
    ),
    "order": (
        Signal("in_step", in_step, "words in common that come in one order"),
        Signal("in_blocks", in_blocks, "aligned words that stand together"),
        Signal("same_words_moved", same_words_moved, "0 where nearly all words are the same in another order"),
    ),
    "beginning and end": (
        Signal("first_word", first_word, "both begin with one thing"),
        Signal("last_word", last_word, "both end with one thing"),
    ),
    "related words": (
        Signal("theme", theme, "both are about one thing"),
        Signal("least_kin", least_kin, "the less covered wording, related words counted"),
        Signal("most_kin", most_kin, "the more covered wording, related words counted"),
        Signal("most_things", most_things, "things in common, of the wording with most in common"),
        Signal("most_deeds", most_deeds, "deeds in common, of the wording with most in common"),
        Signal("least_traits", least_traits, "traits in common, of the wording with least in common"),
        Signal("places_apart", places_apart, "1 where not each names a place of its own"),
        Signal("synonyms", synonyms, "1 where no word answers to a synonym"),
        Signal("rivals", rivals, "1 where no word answers to one of another kind"),
    ),
    "numbers and denials": (
        Signal("figures", figures, "numbers and dates in common"),
        Signal("figures_alone", figures_alone, "1 where neither names a number or date of its own"),
        Signal("denials", denials, "1 where both deny equally often"),
    ),
}

SIGNALS: tuple[Signal, ...] = tuple(
    signal._replace(group=group) for group, signals in _BY_GROUP.items() for signal in signals
)
"""Every signal, in the order in which the model reads them."""
