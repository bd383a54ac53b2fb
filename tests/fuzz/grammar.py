"""A grammar of YAML-like texts, most of them nearly right: what both parsers are set against each other on.

Run by hand: `python tests/fuzz/grammar.py --count 100000 --seconds 60 --seed 1`. Prints the inputs on which the two
parsers disagree, or on which something is raised, and how many were tried; exit 1 where there was one.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random

from slow_reader import RefusedError, slow_read

from claimtrack.problem import Level
from claimtrack.reading.ledger import ledger_of
from claimtrack.reading.page import Page
from claimtrack.reading.records import BACKENDS, Fields, Items, Node, read_node
from claimtrack.settings import Limits

KEYS = (
    *("claims", "sides", "speakers", "issues", "source", "text", "quote", "note", "id", "speaker", "about", "holds"),
    *("date", "title", "judgements", "same", "expect", "a", "b", "a b", "<<", "k?", "k:v", "-k", "ключ", "1", "~", ""),
)
WORDS = (
    *("a", "b", "now", "Talks go on.", "When?", "12:30", "no", "on", "1e3", "0x1f", "2021-09-30", "a:b", "a#b", "it's"),
    *('say "x"', "x?", "?x", ":x", "-x", "--", "-", "?", ":", "a, b", "x: y", "a #b", "$1", "é", "日本", "👍", "..."),
    *(
        "---",
        "a ",
        "http://a.b/c?d=e&f#g",
        "100%",
        "%d",
        "@a",
        "`a`",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "[",
        "{",
        "",
        "=",
        "~",
    ),
)
SPICE = (
    *(
        "-",
        "- ",
        "?",
        "? ",
        ":",
        ": ",
        ",",
        ", ",
        "[",
        "]",
        "{",
        "}",
        "#",
        " #",
        "&a",
        "&a ",
        "*a",
        "*a ",
        "!",
        "!!str ",
    ),
    *("!t ", "|", "|-\n", "|2\n", ">", ">+\n", "'", '"', "\\", "%", "@", "`", " ", "  ", "\n", "\n\n", "\n  ", "\n- "),
    *(
        "\r\n",
        "\r",
        "\t",
        "---\n",
        "...\n",
        "\n---",
        "\n...",
        "<<: *a",
        "!<x> ",
        "\u00a0",
        "\u0085",
        "\u2028",
        "\ufeff",
    ),
    *("\x00", "\x1b", "\u202e", "\u200b", "\U0001f44d", "\ud800", "\\x41", "\\U00110000", "\\\n", "x" * 130, "0", "~"),
)
ESCAPES = ("\\n", "\\x41", "\\u263a", "a\\\n  b", "a\n\n  b", "\\e", "\\ ", "\\/")
DEEPEST = 4


class Grammar:
    """Makes texts from a seeded source of chance; the same seed gives the same texts."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def text(self) -> str:
        """One text: a document, at times with one to three spots of spice in it."""
        made = self._document()
        if self.chance.random() < 0.6:
            for _ in range(self.chance.randint(1, 3)):
                made = self._spiced(made)
        return made

    def _document(self) -> str:
        shape = self.chance.random()
        body = self._block(0) if shape < 0.8 else self._flow(0) + "\n"
        if self.chance.random() < 0.06:
            body = self._anchored()
        if self.chance.random() < 0.05:
            body = "--- " + body if shape >= 0.8 else "---\n" + body
        if self.chance.random() < 0.05:
            body = body.replace("\n", "\r\n")
        return body.rstrip("\n") if self.chance.random() < 0.1 else body

    def _anchored(self) -> str:
        """Anchors named again, on keys and values of every kind, each with an alias after it."""
        lines = []
        for key in ("k", "l", "m"):
            value = self._flow(2) if self.chance.random() < 0.5 else self._scalar(flow=True)
            mark = self.chance.choice(("&a ", "&a ", "&b ", ""))
            lines += [f"{key}: {mark}{value}", f"{key}{key}: *{self.chance.choice('aab')}"]
            if self.chance.random() < 0.2:
                lines += [f"&c {key}c: d", f"{key}d: *c"]
        return "\n".join(lines) + "\n"

    def _spiced(self, text: str) -> str:
        at = self.chance.randint(0, len(text))
        way = self.chance.random()
        if way < 0.6:
            return text[:at] + self.chance.choice(SPICE) + text[at:]
        end = min(len(text), at + self.chance.randint(1, 4))
        if way < 0.8:
            return text[:at] + text[end:]
        if way < 0.9:
            return text[:at] + self.chance.choice(SPICE) + text[end:]
        return text[:end] + text[at:end] + text[end:]

    def _block(self, depth: int) -> str:
        pad = "  " * depth
        count = self.chance.choice((1, 1, 2, 2, 3))
        if self.chance.random() < 0.65:
            return "".join(f"{pad}{self._key()}:{self._value(depth)}" for _ in range(count))
        return "".join(f"{pad}-{self._value(depth)}" for _ in range(count))

    def _value(self, depth: int) -> str:
        way = self.chance.random()
        mark = self._properties()
        if way < 0.25 and depth < DEEPEST:
            return f"{mark}{self._comment()}\n{self._block(depth + 1)}"
        if way < 0.5:
            return f" {mark}{self._flow(depth)}{self._comment()}\n"
        if way < 0.6:
            return f" {mark}{self._literal(depth)}"
        if way < 0.65:
            return "\n"
        if way < 0.72:
            return f" {mark}{self._folded_plain(depth)}\n"
        return f" {mark}{self._scalar(flow=False)}{self._comment()}\n"

    def _properties(self) -> str:
        way = self.chance.random()
        if way < 0.9:
            return ""
        return self.chance.choice((" &a ", " &b ", " !!str ", " ! ", " !t ", " &a !!str ", " !!map ", " !!seq "))

    def _comment(self) -> str:
        return self.chance.choice((" # c", "  #c", "#", " #1 of: it")) if self.chance.random() < 0.12 else ""

    def _key(self) -> str:
        way = self.chance.random()
        if way < 0.8:
            return self.chance.choice(KEYS)
        if way < 0.9:
            return self._scalar(flow=False)
        return self.chance.choice(
            (
                f"'{self.chance.choice(KEYS)}'",
                "? a\n",
                "*a ",
                "&a k",
                "[a]",
                "{a: b}",
                '"a\\tb"',
                '"\\x001"',
                '"\\n"',
                "- a",
            )
        )

    def _scalar(self, *, flow: bool) -> str:
        word = self.chance.choice(WORDS)
        way = self.chance.random()
        if way < 0.55:
            return word
        if way < 0.7:
            return "'" + word.replace("'", "''") + "'"
        if way < 0.85:
            return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if way < 0.92:
            return (
                '"' + self.chance.choice(("\\n", "\\x41", "\\u263a", "a\\\n  b", "a\n\n  b", "\\e", "\\ ", "\\/")) + '"'
            )
        return f"{word} {self.chance.choice(WORDS)}" if flow else f"{word}: {self.chance.choice(WORDS)}"

    def _folded_plain(self, depth: int) -> str:
        pad = "\n" * self.chance.randint(1, 2) + "  " * (depth + 1)
        return pad.join(self.chance.choice(WORDS) for _ in range(self.chance.randint(2, 3)))

    def _literal(self, depth: int) -> str:
        head = self.chance.choice("|>") + self.chance.choice(("", "", "-", "+", "1", "2", "2-", "-2", "0", "+1", "9"))
        pad = "  " * (depth + 1)
        lines = [
            self.chance.choice(("", "", pad, pad + " ")) + self.chance.choice(("", pad)) + self.chance.choice(WORDS)
            for _ in range(self.chance.randint(0, 3))
        ]
        return f"{head}{self._comment()}\n" + "".join(line + "\n" for line in lines)

    def _flow(self, depth: int) -> str:
        inner = [self._flow_item(depth) for _ in range(self.chance.randint(0, 3))]
        gap = self.chance.choice((", ", ", ", ",", ",\n  ", " , "))
        if self.chance.random() < 0.4:
            return "[" + gap.join(inner) + self.chance.choice(("", "", ",")) + "]"
        pairs = [self._flow_key() + self.chance.choice((": ", ": ", ":", " : ", "")) + item for item in inner]
        return "{" + gap.join(pairs) + self.chance.choice(("", "", ", ")) + "}"

    def _flow_key(self) -> str:
        return self.chance.choice(("", "? ", "?")) * (self.chance.random() < 0.1) + (
            self.chance.choice(KEYS) if self.chance.random() < 0.7 else self._scalar(flow=True)
        )

    def _flow_item(self, depth: int) -> str:
        if depth < DEEPEST and self.chance.random() < 0.25:
            return self._flow(depth + 1)
        return self._properties().lstrip() + self._scalar(flow=True)


def texts(seed: int) -> Iterator[str]:
    """Texts without end."""
    grammar = Grammar(seed)
    while True:
        yield grammar.text()


def _plain(node: Node | None) -> object:
    """A node with the offsets of all that is in it."""
    if isinstance(node, Fields):
        return ("{", node.at, list(node.marks), [(key, _plain(value)) for key, value in node.items()])
    if isinstance(node, Items):
        return ("[", node.at, list(node.marks), [_plain(value) for value in node])
    return node


Reader = Callable[[Page, Limits, str], Node | None]


def seen(text: str, backend: str, reader: Reader = read_node) -> tuple[object, list[tuple[str, str, str]], bool]:
    """What one parser makes of a text: value with offsets, problems, and whether it was refused."""
    page = Page("a.yaml", text)
    value = _plain(reader(page, Limits(), backend))
    told = sorted((problem.code, str(problem.place), problem.message) for problem in page.problems)
    return value, told, any(problem.level is Level.ERROR for problem in page.problems)


def disagreement(text: str) -> str:
    """How the two parsers and the slow twin differ on a text; "" where they give equal values or all refuse."""
    fast, slow = seen(text, "c"), seen(text, "python")
    if fast[2] != slow[2] or (not fast[2] and fast[:2] != slow[:2]):
        return f"c: {fast[1] or fast[0]!r}\n  python: {slow[1] or slow[0]!r}"
    try:
        value, cuts = slow_read(text, Limits())
    except RefusedError:
        return "" if fast[2] else f"should be refused: {fast[0]!r}"
    if fast[2]:
        return f"should not be refused: {fast[1]!r}"
    page = Page("a.yaml", text.removeprefix("\ufeff"))
    told = sorted(place for code, place, _ in fast[1] if code == "CT012")
    if value != fast[0] or told != sorted(str(page.place(at)) for at in cuts):
        return f"twin: {value!r} {cuts}\n  reader: {fast[0]!r} {told}"
    return ""


def fault(text: str, *, whole: bool = False) -> str:
    """What is wrong with how a text is read; "" where nothing is. `whole` makes a ledger of it too."""
    try:
        told = disagreement(text)
        if whole and not told:
            for backend in BACKENDS:
                for problem in ledger_of(text, backend=backend).problems:
                    if problem.place.line < 1 and problem.code != "CT039":
                        return f"a problem without a place: {problem}"
    except Exception:  # noqa: BLE001 - whatever is raised is what is looked for
        return traceback.format_exc()
    return told


def main() -> int:
    """Run by hand."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--count", type=int, default=100_000)
    ask.add_argument("--seconds", type=float, default=60.0)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--show", type=int, default=10, help="stop after so many faults")
    given = ask.parse_args()
    started, tried, found, slowest = time.process_time(), 0, 0, 0.0
    with suppress(KeyboardInterrupt):
        for text in texts(given.seed):
            before = time.process_time()
            if tried >= given.count or before - started > given.seconds or found >= given.show:
                break
            told = fault(text, whole=tried % 10 == 0)
            tried += 1
            slowest = max(slowest, time.process_time() - before)
            if told:
                found += 1
                print(f"{text!r}\n  {told}", flush=True)
    print(f"{tried:,} inputs, {found} faults, slowest {slowest:.3f} s of CPU, seed {given.seed}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
