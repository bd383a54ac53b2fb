"""The words that a ledger adds to those that comparing knows: synonyms, antonyms and aliases."""

from collections.abc import Iterable, Sequence
from functools import cache

from attrs import define, field

from claimtrack.claim import Vocabulary
from claimtrack.reading.page import Page
from claimtrack.reading.records import Fields, Items, Node
from claimtrack.reading.rules import shapes
from claimtrack.reading.structure import LIST, Words, each_item, record_of
from claimtrack.text.lexicon import shipped_lexicon
from claimtrack.text.tokens import tokens_of

LEXICON = {"synonyms": LIST, "antonyms": LIST, "aliases": LIST}
_PAIR = 2
_LONGEST = 12
_OWN_CUES = ("negators", "all", "some", "only", "also")
Form = tuple[str, ...]
"""A word or phrase as comparing sees it: its folded tokens."""


@define
class OwnWords:
    """The groups of every `lexicon` section met so far; one in which anything is wrong is told, and left out."""

    limit: int
    """Words and phrases in all."""
    synonyms: set[Words] = field(factory=set)
    aliases: set[Words] = field(factory=set)
    _antonyms: list[tuple[Words, Words, Page, int]] = field(factory=list, init=False)
    _count: int = field(default=0, init=False)

    def read(self, page: Page, section: Fields) -> None:
        """Read a `lexicon` section."""
        record = record_of(page, section, LEXICON, "a lexicon")
        for key, kept in (("synonyms", self.synonyms), ("aliases", self.aliases)):
            for node, at in each_item(record.get(key)):
                if not isinstance(node, Items) or len(node) < _PAIR:
                    page.report(shapes.BAD_WORDS, at, "a group is a list of two words or more", "write [one, other]")
                elif (words := self._words(page, each_item(node))) is not None:
                    kept.add(words)
        for node, at in each_item(record.get("antonyms")):
            self._opposites(page, node, at)

    def _opposites(self, page: Page, node: Node, at: int) -> None:
        if not isinstance(node, Items) or len(node) != _PAIR:
            message = "antonyms are a list of two words, or of two groups of words, that exclude each other"
            page.report(shapes.BAD_WORDS, at, message, "write [one, other] or [[one, its like], [other]]")
            return
        left, right = (
            self._words(page, each_item(half) if isinstance(half, Items) else [(half, half_at)])
            for half, half_at in each_item(node)
        )
        if left is not None and right is not None:
            self._antonyms.append((left, right, page, at))

    def _words(self, page: Page, items: Sequence[tuple[Node, int]]) -> Words | None:
        """The words of a group, each once; None, and problems, where one of them cannot be used."""
        words: dict[Form, str] = {}
        fine = True
        for node, at in items:
            told = self._wrong(node)
            if told:
                page.report(shapes.BAD_WORDS, at, *told)
                fine = False
            else:
                words.setdefault(_form(str(node)), str(node))
        return tuple(words.values()) if fine and words else None

    def _wrong(self, node: Node) -> tuple[str, str] | None:
        """What is wrong with a word: message and hint."""
        self._count += 1
        if self._count > self.limit:
            return f"more than {self.limit:,} words in the lexicon", "the limits stand in Settings.limits"
        if not isinstance(node, str):
            return "a text is wanted here: a word, a phrase or a name", "write [one, other]"
        form = _form(node)
        if not any(token[0].isalnum() for token in form):
            return f"“{node[:40]}” has no word in it", "write a word, a phrase or a name"
        if len(form) > _LONGEST:
            return f"a phrase of more than {_LONGEST} words is never met in a claim", "name its words"
        if form in _kept():
            return f"“{node[:40]}” decides what a claim denies or how much it covers", "leave it out"
        return None

    def settle(self) -> Vocabulary:
        """All groups, in an order that does not depend on that of the files."""
        meanings = _meanings(self.synonyms | self.aliases)
        kept: set[tuple[Words, Words]] = set()
        for left, right, page, at in self._antonyms:
            excluded = {meaning for word in left for meaning in _of(word, meanings)}
            both = [word for word in right if not excluded.isdisjoint(_of(word, meanings))]
            if both:
                message = f"“{both[0][:60]}” excludes a word that it is, or is said to mean"
                page.report(shapes.SAME_AND_OPPOSITE, at, message, "take it out of one of the two groups")
            else:
                kept.add((left, right))
        return Vocabulary(
            synonyms=tuple(sorted(self.synonyms)), antonyms=tuple(sorted(kept)), aliases=tuple(sorted(self.aliases))
        )


def _form(word: str) -> Form:
    return tuple(tokens_of(word.replace("_", " ")).forms)


@cache
def _kept() -> frozenset[Form]:
    """Words that comparing reads by themselves: as a name or a synonym they would be lost to it."""
    cues = shipped_lexicon().cues
    return frozenset(_form(word) for kind in _OWN_CUES for word in cues[kind].split())


def _meanings(groups: Iterable[Words]) -> dict[Form, set[int]]:
    found: dict[Form, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(_form(word), set()).add(number)
    return found


def _of(word: str, meanings: dict[Form, set[int]]) -> set[object]:
    form = _form(word)
    return {form, *meanings.get(form, ())}
