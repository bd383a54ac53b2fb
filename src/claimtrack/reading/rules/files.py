"""CT0: what can be wrong in a file as such, before anything in it is understood."""

from collections.abc import Iterator

from claimtrack.problem import Level, Rule
from claimtrack.reading import characters
from claimtrack.reading.syntax import ESCAPE_WORDS as ESCAPE_WORDS

Told = tuple[Rule, str, str]
"""A rule, the message and the hint."""


def _error(code: str, name: str, why: str, bad: str = "", good: str = "") -> Rule:
    return Rule(code=code, name=name, level=Level.ERROR, why=why, bad=bad, good=good)


def _warning(code: str, name: str, why: str, bad: str = "", good: str = "") -> Rule:
    return Rule(code=code, name=name, level=Level.WARNING, why=why, bad=bad, good=good)


MISSING = _error("CT001", "missing-path", "A file or folder that was named is not there.")
UNREADABLE = _error("CT002", "unreadable-file", "The system refuses to let the file or folder be read.")
EMPTY_FOLDER = _error("CT003", "no-ledger", "A folder without any .yaml file holds no ledger.")
ENCODING = _error("CT004", "not-utf-8", "Ledgers are UTF-8: another encoding would be guessed, and guessed wrong.")
SIZE = _error("CT005", "file-too-large", "A file beyond the limit could exhaust the memory of whoever reads it.")
EMPTY_FILE = _error("CT006", "empty-file", "A file that says nothing is more often a mistake than a wish.")
LINKED = _warning(
    "CT007",
    "linked-folder",
    "A link may lead out of the ledger, or round in a circle: what is in the folder that it leads to is not read.",
)
SYNTAX = _error(
    "CT010",
    "yaml-syntax",
    "What the YAML parser cannot read, nobody can rely on.",
    bad="title: a: b\n",
    good="title: >-\n  a: b\n",
)
DUPLICATE_KEY = _error(
    "CT011",
    "duplicate-key",
    "Of two equal keys most YAML readers keep the last one and say nothing.",
    bad="title: one\ntitle: two\n",
    good="title: one\n",
)
CUT = _warning(
    "CT012",
    "cut-by-comment",
    "A # after a space begins a comment: the rest of the text is silently lost.",
    bad="title: We are #1 in the region\n",
    good="title: 'We are #1 in the region'\n",
)
TAB = _error("CT013", "tab", "YAML parsers disagree on tabs.", bad="title:\tTalks\n", good="title: Talks\n")
CHARACTER = _error("CT014", "control-character", "A character that cannot be seen can hide what a file says.")
DIRECTION = _error(
    "CT015",
    "hidden-character",
    "Characters that hide or turn round text make a reviewer see another file than the reader (Boucher & Anderson "
    "2023, “Trojan Source”).",
)
SPACE = _warning(
    "CT016", "odd-space", "A no-break space after a colon is no space to YAML; at an edge it is invisible."
)
TAG = _error("CT017", "tag", "A tag asks the reader to make something else of a value; every value here is text.")
MERGE_KEY = _error("CT018", "merge-key", "Merge keys can blow a small file up, and YAML 1.2 has none.")
ALIAS = _error("CT019", "unknown-alias", "An alias must name an anchor that stands above it.")
DOCUMENTS = _error("CT020", "second-document", "One file holds one document.")
DIRECTIVE = _error("CT021", "directive", "A % directive changes how the rest is read.")
COMPLEX_KEY = _error("CT022", "key-not-text", "A key must be text.")
HIDDEN_COMMENT = _warning(
    "CT023",
    "hidden-in-comment",
    "A comment that turns round or hides what stands beside it shows a reviewer another file than the one that is read "
    "(Boucher & Anderson 2023, “Trojan Source”).",
)
DEPTH = _error("CT030", "too-deep", "Deep nesting can end a process.")
NODES = _error("CT031", "too-many-values", "A limit keeps a hostile file from exhausting memory.")
EXPANDED = _error("CT032", "alias-expansion", "Aliases of aliases grow without bound.")
SCALAR_LENGTH = _error("CT033", "value-too-long", "A limit keeps a hostile value from stopping everything after it.")
KEY_LENGTH = _error("CT034", "key-too-long", "A key is a word, not a text.")
NOT_IMPORTED = _error("CT040", "not-importable", "What is not of the format that was named cannot be imported as such.")
MORE = _error("CT039", "more-problems", "Beyond a limit problems are counted, not listed.")

LIMIT_HINT = "split the file; the limits stand in Settings.limits"
LINKED_WORDS = (
    "a link to a folder, which is not followed: nothing in it is read",
    "name that folder as well, or put its files here",
)
KEY_LENGTH_HINT = "is this a text that lost its key?"
TAB_WORDS = ("a tab character; YAML parsers disagree on tabs", "use spaces")
DIRECTIVE_WORDS = ("a line that begins with % is a YAML directive, and none is allowed", "put the text in quotes")
COMPLEX_KEY_WORDS = ("a key must be plain text", "is a value that begins with { or [ or * missing its quotes?")
EMPTY_KEY_WORDS = ("an empty key", "write the key before the colon")
DOCUMENTS_WORDS = ("a second document begins here", "keep one document per file, without ---")
MERGE_WORDS = ("the merge key << is not allowed", "write the keys out")


def tag_words(tag: str) -> tuple[str, str]:
    """Message and hint for a tag, as it was typed: parsers write the two marks of YAML's own out."""
    typed = tag.replace("tag:yaml.org,2002:", "!!", 1)
    return f"the tag {typed[:60]!r} is not allowed", "write plain text; quote a value that begins with !"


def alias_words(name: str) -> tuple[str, str]:
    """Message and hint for an alias without its anchor."""
    return f"the alias *{name[:60]} has no anchor above it", f"quote it if it is text: '*{name[:60]}'"


def expanded_words(limit: int) -> tuple[str, str]:
    """Message and hint for aliases that grow."""
    return f"aliases repeat more than {limit:,} values", "write the values out, or split the file"


def duplicate_words(name: str, line: int) -> tuple[str, str]:
    """Message and hint for a key that was there already."""
    return f"the key “{name[:60]}” stands on line {line} already", "keep one of the two"


def cut_words(value: str, comment: str) -> tuple[str, str]:
    """Message and hint for a text that ` #` cut."""
    end = value[-30:]
    return (
        f"the text ends at “{end}”, because ` #` begins a comment: “{comment[:40]}” is not read",
        "put the text in quotes, or after >- on lines of its own",
    )


def refused_character(character: str) -> Told:
    """The rule and words for a character that no file may hold."""
    named = characters.named(character)
    if characters.bidi.match(character) or characters.hidden.match(character):
        return DIRECTION, f"the hidden character {named}", "delete it"
    return CHARACTER, f"the character {named} is not allowed", "delete it, or type what was meant"


def comment_words(character: str) -> tuple[str, str]:
    """Message and hint for a character in a comment that cannot be seen."""
    named = characters.named(character)
    if characters.bidi.match(character):
        return f"a comment holds {named}, which changes the direction of what is read", "delete it"
    return f"a comment holds the hidden character {named}", "delete it"


def odd_in_name(name: str, what: str) -> Iterator[Told]:
    """What is odd in a key, an id or a name: control and hidden characters, odd spaces."""
    if name.isascii() and name.isprintable():
        return
    if found := characters.refused_in_value.search(name):
        yield CHARACTER, f"{what} holds the character {characters.named(found[0])}", "delete it"
        return
    for pattern in (characters.bidi, characters.hidden):
        if found := pattern.search(name):
            yield DIRECTION, f"{what} holds the hidden character {characters.named(found[0])}", "delete it"
            return
    if found := characters.odd_space.search(name):
        yield SPACE, f"{what} holds {characters.named(found[0])}", "type an ordinary space in its place"


def odd_in_value(value: str, key: str, *, plain: bool) -> Iterator[Told]:
    """What is odd in a value: characters that turn text round, a key swallowed by an odd space, odd edges."""
    if found := characters.bidi.search(value):
        named = characters.named(found[0])
        yield DIRECTION, f"“{key[:60]}” holds {named}, which changes the direction of what is read", "delete it"
    if plain and (found := characters.key_then_odd_space.search(value)):
        named = characters.named(found[0][-1])
        yield SPACE, f"{named} after a colon: this is read as one text, not as a key", "type an ordinary space"
    elif plain and (found := characters.odd_space_at_edge.search(value)):
        yield SPACE, f"{characters.named(found[0])} at the edge of “{key[:60]}”", "delete it, or put the text in quotes"
