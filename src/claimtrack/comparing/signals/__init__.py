"""One file, one signal: a measured reason to think that two wordings speak of one thing, 0 to 1."""

from collections.abc import Callable
from typing import NamedTuple

from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals.brevity import brevity
from claimtrack.comparing.signals.denials import denials
from claimtrack.comparing.signals.evenly_covered import evenly_covered
from claimtrack.comparing.signals.figures import figures
from claimtrack.comparing.signals.first_word import first_word
from claimtrack.comparing.signals.kept_neighbours import kept_neighbours
from claimtrack.comparing.signals.last_word import last_word
from claimtrack.comparing.signals.least_covered import least_covered
from claimtrack.comparing.signals.least_in_step import least_in_step
from claimtrack.comparing.signals.least_left_over import least_left_over
from claimtrack.comparing.signals.length import length
from claimtrack.comparing.signals.most_contained import most_contained
from claimtrack.comparing.signals.most_covered import most_covered
from claimtrack.comparing.signals.most_in_step import most_in_step
from claimtrack.comparing.signals.most_left_over import most_left_over
from claimtrack.comparing.signals.no_other_figures import no_other_figures
from claimtrack.comparing.signals.nothing_rare_missing import nothing_rare_missing
from claimtrack.comparing.signals.order import order
from claimtrack.comparing.signals.rarest_left_over import rarest_left_over
from claimtrack.comparing.signals.same_words_moved import same_words_moved
from claimtrack.comparing.signals.shared_neighbours import shared_neighbours
from claimtrack.comparing.signals.shared_threes import shared_threes
from claimtrack.comparing.signals.shared_twos import shared_twos
from claimtrack.comparing.signals.shared_words import shared_words
from claimtrack.comparing.signals.sorted_spelling import sorted_spelling
from claimtrack.comparing.signals.spelling import spelling


class Signal(NamedTuple):
    """A name, what is asked (a figure from 0.0 to 1.0), and what the figure tells."""

    name: str
    measure: Callable[[Pairing], float]
    says: str


SIGNALS: tuple[Signal, ...] = (
    Signal("least_covered", least_covered, "weight of the less covered wording that has a counterpart"),
    Signal("most_covered", most_covered, "weight of the more covered wording that has a counterpart"),
    Signal("evenly_covered", evenly_covered, "words with a counterpart, rare or not"),
    Signal("rarest_left_over", rarest_left_over, "1 where nothing rare is left over"),
    Signal("nothing_rare_missing", nothing_rare_missing, "1 where one wording has every rare word of the other"),
    Signal("least_left_over", least_left_over, "1 where one wording leaves nothing over"),
    Signal("most_left_over", most_left_over, "1 where neither wording leaves anything over"),
    Signal("most_contained", most_contained, "stems shared, of the wording with fewer of them"),
    Signal("shared_words", shared_words, "content words in both"),
    Signal("shared_twos", shared_twos, "two words side by side in both"),
    Signal("shared_threes", shared_threes, "three words in a row in both"),
    Signal("shared_neighbours", shared_neighbours, "content words that follow one another in both"),
    Signal("least_in_step", least_in_step, "words in one order, of the longer wording"),
    Signal("most_in_step", most_in_step, "words in one order, of the shorter wording"),
    Signal("same_words_moved", same_words_moved, "0 where nearly all words are the same in another order"),
    Signal("spelling", spelling, "letters in common order"),
    Signal("sorted_spelling", sorted_spelling, "letters in common once the words are sorted"),
    Signal("length", length, "the shorter length by the longer"),
    Signal("brevity", brevity, "how short the wordings are"),
    Signal("figures", figures, "numbers and dates in both; a half where there are none"),
    Signal("no_other_figures", no_other_figures, "1 where no number or date stands against another"),
    Signal("denials", denials, "1 where both deny, or neither"),
    Signal("order", order, "aligned words that keep their order"),
    Signal("kept_neighbours", kept_neighbours, "aligned words that keep the word after them"),
    Signal("first_word", first_word, "both begin with one thing"),
    Signal("last_word", last_word, "both end with one thing"),
)
"""Every signal, in the order in which they are shown."""
