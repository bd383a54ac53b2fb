"""The lexicon: which words mean much the same, exclude one another, name one thing, or tell how a claim is meant."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Any

from attrs import evolve, field, frozen

from claimtrack.errors import UsageError
from claimtrack.text.lexicon_file import sections_of
from claimtrack.text.stems import inflections, stem
from claimtrack.text.tokens import tokens_of

Phrase = tuple[str, ...]


@frozen(kw_only=True)
class Lexicon:
    """Groups of words as people write them; what the text functions look up is worked out from them once.

    In a group words are set apart by spaces and an underscore joins the words of a phrase; the two
    halves of an antonym pair, the names of an alias, and a place and those that lie in it are set apart by "|".
    """

    synonyms: tuple[str, ...] = ()
    antonyms: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cues: Mapping[str, str] = field(factory=dict, hash=False)
    names: Mapping[str, str] = field(factory=dict, hash=False)
    parts: tuple[str, ...] = ()
    look_up: "LookUp" = field(init=False, repr=False, eq=False, hash=False)

    @look_up.default
    def _work_out(self) -> "LookUp":
        return _look_up(self)

    def extended(
        self,
        *,
        synonyms: Iterable[str] = (),
        antonyms: Iterable[str] = (),
        rivals: Iterable[str] = (),
        aliases: Iterable[str] = (),
    ) -> "Lexicon":
        """This lexicon with further groups, in the notation of the shipped file.

        Raises UsageError for a group that is none: no text, without a word, or a pair without its two halves.
        """
        return evolve(
            self,
            synonyms=(*self.synonyms, *_groups("synonyms", synonyms)),
            antonyms=(*self.antonyms, *_groups("antonyms", antonyms, halves=True)),
            rivals=(*self.rivals, *_groups("rivals", rivals)),
            aliases=(*self.aliases, *_groups("aliases", aliases)),
        )


def _groups(kind: str, given: Iterable[str], *, halves: bool = False) -> list[str]:
    """The groups, each of which has words; `halves`: some on either side of one "|"."""
    if isinstance(given, str):
        raise UsageError(f"{kind} is one text: a list of groups is wanted")
    found = list(given)
    for group in found:
        if not isinstance(group, str):
            raise UsageError(f"{kind} holds {group!r}: a text is wanted, its words set apart by spaces")
        parts = group.split("|")
        if (halves and len(parts) != _TWO) or not all(any(map(str.isalnum, part)) for part in parts):
            raise UsageError(
                f"{kind} holds {group!r}: words are wanted" + (" on both sides of a “|”" if halves else "")
            )
    return found


_TWO = 2


@frozen(kw_only=True)
class LookUp:
    """What the groups come to, by stem or by form; not to be changed but for what is remembered."""

    groups: Mapping[str, frozenset[int]]
    """Stem → numbers of the synonym groups that it stands in."""
    opposed: Mapping[str, frozenset[str]]
    """Stem → stems that exclude it."""
    oppositions: Mapping[str, frozenset[int]]
    """Stem → numbers of the antonym pairs that it stands in."""
    rivals: Mapping[str, frozenset[int]]
    phrases: Mapping[str, tuple[tuple[list[str], str], ...]]
    """First form → phrases that begin with it, longest first, with the key that they stand for."""
    cues: Mapping[str, frozenset[str]]
    """Kind of cue → forms and keys of phrases."""
    cue_stems: Mapping[str, frozenset[str]]
    name_kinds: Mapping[str, str]
    """Name → what it is the name of: people, places; "" for those that may be either."""
    wholes: Mapping[str, frozenset[str]]
    """Place → the places that it lies in."""
    forms: dict[str, Any] = field(factory=dict, init=False, eq=False, repr=False)
    """What was worked out of single forms so far: a memory that changes no answer."""
    masks: dict[str, int] = field(factory=dict, init=False, eq=False, repr=False)
    """By what single keys may answer to others, as far as it was asked: `forms.mask_of`."""
    lone: dict[int, int] = field(factory=dict, init=False, eq=False, repr=False)
    """What the key of a number tells where one wording alone has it, in hundredths, of those met so far that tell
    something."""
    grounds: dict[tuple[str, str], Any] = field(factory=dict, init=False, eq=False, repr=False)
    """On what ground two keys answer to one another, as far as it was asked: a memory too."""
    nearly_opposed: dict[tuple[str, str], bool] = field(factory=dict, init=False, eq=False, repr=False)
    """Whether one key is near an opposite of the other, as far as it was asked: a memory too."""


def _look_up(lexicon: Lexicon) -> LookUp:
    phrases: dict[str, dict[Phrase, str]] = {}
    for group in lexicon.aliases:
        _add_aliases(phrases, group.split("|"))
    keys = _Keys(phrases)
    groups = _numbered(lexicon.synonyms, keys)
    rivals = _numbered(lexicon.rivals, keys)
    opposed, oppositions = _opposed(lexicon.antonyms, keys)
    name_kinds, wholes = _name_kinds(lexicon.names, keys), _wholes(lexicon.parts, keys)
    cues = {kind: frozenset(_cue_key(w, phrases) for w in words.split()) for kind, words in lexicon.cues.items()}
    return LookUp(
        groups=groups,
        rivals=rivals,
        opposed=opposed,
        oppositions=oppositions,
        phrases={
            first: tuple(
                (list(parts), key) for parts, key in sorted(found.items(), key=lambda one: (-len(one[0]), one[0]))
            )
            for first, found in phrases.items()
        },
        cues=cues,
        cue_stems={kind: frozenset(w if "_" in w else stem(w) for w in words) for kind, words in cues.items()},
        name_kinds=name_kinds,
        wholes=wholes,
    )


class _Keys(dict[str, str]):
    """Word or phrase of a group → its key, worked out when it is first met: many stand in several groups."""

    def __init__(self, phrases: dict[str, dict[Phrase, str]]) -> None:
        self._phrases = phrases

    def __missing__(self, word: str) -> str:
        # most are words alone, and begin no phrase
        alone = word.isascii() and word.isalnum() and word.lower() not in self._phrases
        key = self[word] = stem(word) if alone else _word_key(word, self._phrases)
        return key


def _numbered(groups: tuple[str, ...], keys: _Keys) -> dict[str, frozenset[int]]:
    found: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for word in group.split():
            found.setdefault(keys[word], []).append(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _opposed(pairs: tuple[str, ...], keys: _Keys) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[int]]]:
    opposed: dict[str, list[str]] = {}
    numbers: dict[str, list[int]] = {}
    for number, pair in enumerate(pairs):
        left, right = ([keys[word] for word in half.split()] for half in pair.split("|"))
        for one, other in ((left, right), (right, left)):
            for key in one:
                opposed.setdefault(key, []).extend(other)
                numbers.setdefault(key, []).append(number)
    return (
        {key: frozenset(others) for key, others in opposed.items()},
        {key: frozenset(found) for key, found in numbers.items()},
    )


def _name_kinds(names: Mapping[str, str], keys: _Keys) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, words in names.items():
        for word in words.split():
            key = keys[word]
            kinds[key] = "" if kinds.get(key, kind) != kind else kind
    return kinds


def _wholes(groups: tuple[str, ...], keys: _Keys) -> dict[str, frozenset[str]]:
    """Each place with the one that it lies in, and those that this one lies in."""
    told: dict[str, list[str]] = {}
    for group in groups:
        whole, _, parts = group.partition(" | ")
        for part in parts.split():
            told.setdefault(keys[part], []).append(keys[whole])
    found: dict[str, frozenset[str]] = {}
    for part in told:
        beyond, open_ = set[str](), list(told[part])
        while open_:
            whole = open_.pop()
            if whole not in beyond:
                beyond.add(whole)
                open_ += told.get(whole, ())
        found[part] = frozenset(beyond)
    return found


def _key(name: str) -> str:
    return "_".join(name.strip().replace("_", " ").split())


def _parts(name: str) -> Phrase:
    """The tokens of a phrase as the tokeniser gives them: hyphens and dots part words."""
    if name.isascii() and name.isalnum():
        return (name.lower(),)
    return tuple(tokens_of(name.replace("_", " ")).forms)


def _add_aliases(phrases: dict[str, dict[Phrase, str]], names: list[str]) -> None:
    """Names of one thing, and of all that any of them named before: those join one group."""
    parts = [_parts(name) for name in names]
    known = [key for one in parts if (key := phrases.get(one[0], {}).get(one)) is not None]
    key = known[0] if known else _key(names[0])
    joined = set(known) - {key}
    for found in phrases.values() if joined else ():
        found.update({one: key for one, other in found.items() if other in joined})
    for one in parts:
        phrases.setdefault(one[0], {})[one] = key


def _word_key(word: str, phrases: dict[str, dict[Phrase, str]]) -> str:
    """The key of a word or phrase of a group: a stem, an alias's first name, or the phrase itself."""
    parts = _parts(word)
    begun = phrases.get(parts[0])
    if begun is not None and parts in begun:
        return begun[parts]
    if len(parts) == 1:
        return stem(word)
    key = _key(word)
    phrases.setdefault(parts[0], {})[parts] = key
    first, _, rest = word.partition("_")
    after = _parts(rest)
    for form in inflections(first):
        inflected = (*_parts(form), *after)
        if inflected not in phrases.get(form, {}):
            phrases.setdefault(inflected[0], {})[inflected] = key
    return key


def _cue_key(word: str, phrases: dict[str, dict[Phrase, str]]) -> str:
    parts = _parts(word)
    if len(parts) == 1:
        return word
    key = _key(word)
    phrases.setdefault(parts[0], {}).setdefault(parts, key)
    return key


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with claimtrack; read once, and one for all threads.

    What is learned of words is remembered in it: of two texts, each read by another one, neither would know all.
    """
    with _READING:
        return _read_once()


_READING = Lock()


@cache
def _read_once() -> Lexicon:
    data = sections_of((files("claimtrack.text") / "lexicon.toml").read_text(encoding="utf-8"))
    words = data["words"]
    return Lexicon(
        synonyms=tuple(words["synonyms"]),
        antonyms=tuple(words["antonyms"]),
        rivals=tuple(words["rivals"]),
        aliases=tuple(data["aliases"]["groups"]),
        cues=data["cues"],
        names=_with_places(data["names"], data["parts"]["groups"]),
        parts=tuple(data["parts"]["groups"]),
    )


def _with_places(names: Mapping[str, str], parts: Iterable[str]) -> dict[str, str]:
    """The names by kind, with every place that lies in another and every one in which others lie."""
    return {**names, "places": " ".join([names["places"], *(group.replace("|", " ") for group in parts)])}
