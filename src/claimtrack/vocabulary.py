"""A ledger's own words and names laid over the shipped lexicon."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve, field, frozen

from claimtrack.claim import Ledger, Side, Speaker, Vocabulary
from claimtrack.text.lexicon import Lexicon, LookUp, shipped_lexicon
from claimtrack.text.stems import stem
from claimtrack.text.tokens import tokens_of

_ORGANISATION = "organisation"


def lexicon_of(ledger: Ledger) -> Lexicon:
    """The lexicon by which the claims of a ledger are compared: the shipped one, and what the ledger adds.

    Added are the groups of its `lexicon:`, the aliases of sides and organisations as aliases of their names, and the
    words in the aliases of persons as names of people. A ledger that says nothing of these has the shipped lexicon.
    """
    given = _Given(
        words=ledger.vocabulary,
        names=tuple(sorted(_name_groups(ledger))),
        people=tuple(sorted(_people(ledger.speakers))),
    )
    return shipped_lexicon() if given == _NOTHING else _extended(given)


@frozen
class _Given:
    """What a ledger adds, by value, so that it is worked out once."""

    words: Vocabulary = field(factory=Vocabulary)
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """A kind of names, and the names of one of that kind."""
    people: tuple[str, ...] = ()


_NOTHING = _Given()


def _name_groups(ledger: Ledger) -> Iterable[tuple[str, tuple[str, ...]]]:
    named: list[Side | Speaker] = [*ledger.sides, *(one for one in ledger.speakers if one.kind == _ORGANISATION)]
    for one in named:
        names = tuple(dict.fromkeys(written for name in (one.name, *one.aliases) if (written := notation(name))))
        if len(names) > 1:
            yield ("sides" if isinstance(one, Side) else "organisations", names)


def _people(speakers: Iterable[Speaker]) -> Iterable[str]:
    # a surname must still answer to the full name, so the words of a person's names are known one by one
    aliases = (alias for one in speakers if one.kind != _ORGANISATION for alias in one.aliases)
    return {written for alias in aliases for word in alias.split() if word[:1].isupper() if (written := notation(word))}


def notation(words: str) -> str:
    """A word or phrase as groups of the lexicon have it: folded, underscores between; "" where no word is in it."""
    forms = tokens_of(words.replace("_", " ")).forms
    return "_".join(forms) if any(form[0].isalnum() for form in forms) else ""


@lru_cache(maxsize=8)
def _extended(given: _Given) -> Lexicon:
    words, shipped = given.words, shipped_lexicon()
    wider = shipped.extended(
        synonyms=[" ".join(map(notation, group)) for group in words.synonyms],
        antonyms=["|".join(" ".join(map(notation, half)) for half in pair) for pair in words.antonyms],
        aliases=[
            *("|".join(map(notation, group)) for group in words.aliases),
            *("|".join(group) for _, group in given.names),
        ],
    )
    kinds = dict(shipped.names)
    people = [name for name in given.people if "_" not in name and not _is_known(name, wider.look_up)]
    kinds["people"] = " ".join([kinds["people"], *people])
    for kind, names in given.names:
        if not _is_known(names[0], wider.look_up):
            kinds[kind] = f"{kinds.get(kind, '')} {names[0]}"
    return evolve(wider, names=kinds)


def _is_known(name: str, look_up: LookUp) -> bool:
    """Is the key for which a name stands known as a name already?"""
    parts = name.split("_")
    phrases = look_up.phrases.get(parts[0], ())
    return next((key for known, key in phrases if known == parts), stem(name)) in look_up.name_kinds
