"""What a person is told when the YAML itself is wrong: one place, one sentence, one thing to do, by either parser."""

import pytest

from claimtrack.reading import ledger_of
from claimtrack.reading.records import BACKENDS

QUOTE = "put the value in quotation marks, or after >- on lines of their own"
NEIGHBOURS = "indent it like its neighbours; quote values that hold quotes"
COLONS = "a second `: ` in one value, or a line indented too far"
ESCAPE = ("an escape in double quotes that YAML does not know", "write \\\\ for a backslash, or use single quotes")
BLOCK = ("nothing may follow > or | but + - and a digit", "put the text on the next lines, indented")
OPEN = "this { is never closed, or a comma is missing"
SEQUENCE = ("this [ is never closed, or a comma is missing", "write [one, two]")
MAPPING = ("this { is never closed, or a comma is missing", "write {key: value, key: value}")
ANCHORS = "* and & begin names of anchors"
WHOLE = 'put the whole text in "…", or in \'…\' where it holds a "'
SECOND = "a second `: ` in one value inside { }, or a comma is missing"
ENDED = "this quotation mark ends the text, and more follows"
DASH = ("a dash without a space after it", "write `- key: value`")
SPACE = ("a colon without a space after it", "write `key: value`, or put the value in quotation marks")
TURNS = "“title” holds U+202E RIGHT-TO-LEFT OVERRIDE, which changes the direction of what is read"


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize(
    ("text", "code", "place", "message", "help_"),
    [
        ("title: a: b\n", "CT010", "1:9", COLONS, QUOTE),
        ("title: a\n  b: c\n", "CT010", "2:4", COLONS, QUOTE),
        ("claims:\n  -id: c1\n    speaker: s\n", "CT010", "2:4", *DASH),
        ("claims:\n  -id: c1\n\n    speaker: s\n", "CT010", "2:4", *DASH),
        ("claims:\n  - id: c1\n  -id: c2\n", "CT010", "3:4", *DASH),
        ("claims:\n  - id: c1\n  -id:\n", "CT010", "3:4", *DASH),
        ("claims:\n  - id: c1\n  -5: c2\n  x: y\n", "CT010", "3:4", *DASH),
        ("claims:\n  - id: c1\n  id: c2\n", "CT010", "3:3", "this does not fit what stands above", NEIGHBOURS),
        ("-id: c1\n", "CT101", "1:1", "a ledger has no key “-id”", "write a space after the dash: `- id: …`"),
        ("title: [a, :]\n", "CT010", "1:12", "a value cannot begin with :", QUOTE),
        (
            "title: b\nword\nc: d\n",
            "CT010",
            "2:1",
            "this line is neither `key: value` nor part of a value",
            "add the colon, or indent the line",
        ),
        (
            "title: 'a\nb: c\n",
            "CT010",
            "1:8",
            "this quotation mark is never closed",
            "close it, or write '' for an apostrophe inside '…'",
        ),
        ('title: "a\\qb"\n', "CT010", "1:8", *ESCAPE),
        ('title: "a\\xzz"\n', "CT010", "1:8", *ESCAPE),
        ("title: @a\n", "CT010", "1:8", "a value cannot begin with @", QUOTE),
        ("title: %a\n", "CT010", "1:8", "a value cannot begin with %", QUOTE),
        ("title: ]\n", "CT010", "1:8", "a value cannot begin with ]", QUOTE),
        ("title: [a, b\n", "CT010", "1:8", *SEQUENCE),
        ("title: [a b: c\n", "CT010", "1:8", *SEQUENCE),
        (
            "title: {a: b\n",
            "CT010",
            "1:8",
            *MAPPING,
        ),
        ("{", "CT010", "1:1", *MAPPING),
        ("[", "CT010", "1:1", *SEQUENCE),
        ("title: [", "CT010", "1:8", *SEQUENCE),
        ("title: [\n\n# a\n", "CT010", "1:8", *SEQUENCE),
        ("title: {\n", "CT010", "1:8", *MAPPING),
        ("title: [a,\n", "CT010", "1:8", *SEQUENCE),
        ("title: {a: b,\n", "CT010", "1:8", *MAPPING),
        ("sides: [a, {\n", "CT010", "1:12", *MAPPING),
        ("sides: {a: [b], c: [\n", "CT010", "1:20", *SEQUENCE),
        ("title: [, a]\n", "CT010", "1:9", "a value cannot begin with ,", QUOTE),
        ("- {a: b\n- {c: d}\n", "CT010", "1:3", OPEN, "write {key: value, key: value}"),
        ("x: {a: b, c: 'd'\n- {e: f}\n", "CT010", "1:4", OPEN, "write {key: value, key: value}"),
        ("x: {id: c1, text: Vesk said: we pay}\n", "CT010", "1:28", SECOND, WHOLE),
        ("x: {id: c1,\n    text: a: b}\n", "CT010", "2:12", SECOND, WHOLE),
        ("x: [a: b: c]\n", "CT010", "1:9", SECOND.replace("{ }", "[ ]"), WHOLE),
        (
            "x: {id: c1, text: 'Tarn's money'}\n",
            "CT010",
            "1:24",
            ENDED,
            "write '' for an apostrophe inside '…', or put the whole text in \"…\"",
        ),
        (
            'x: {id: c1, text: "Tarn "really" pays."}\n',
            "CT010",
            "1:25",
            ENDED,
            'put the whole text in \'…\', or write \\" for a quotation mark inside "…"',
        ),
        (
            "x: {id: c1, text: Article [5] is void}\n",
            "CT010",
            "1:27",
            "a text inside { } that holds [ wants quotation marks",
            WHOLE,
        ),
        (
            "x: {id: c1, text: Costs {in crowns}}\n",
            "CT010",
            "1:25",
            "a text inside { } that holds { wants quotation marks",
            WHOLE,
        ),
        (
            "x: {id: c1, text: [5] is void}\n",
            "CT010",
            "1:21",
            "this ] ends the value, and more follows",
            f"set a comma, or {WHOLE}",
        ),
        ("- id:a\n  speaker: x\n", "CT010", "1:6", *SPACE),
        ("- id:a\n  speaker:x\n  text: y\n", "CT010", "1:6", *SPACE),
        ("- id: a\n  speaker:x\n  text: y\n", "CT010", "2:11", *SPACE),
        ("- https://x\n  a: b\n", "CT010", "2:4", COLONS, QUOTE),
        ("title: > text\n", "CT010", "1:8", *BLOCK),
        ("title: |x\n  a\n", "CT010", "1:8", *BLOCK),
        ("sides: - a\n", "CT010", "1:8", "a list cannot begin on the line of its key", "put `- ` on the next line"),
        (
            "title: 'a' b\n",
            "CT010",
            "1:10",
            ENDED,
            "write '' for an apostrophe inside '…', or put the whole text in \"…\"",
        ),
        (
            'title: "Tarn "really" pays."\n',
            "CT010",
            "1:14",
            ENDED,
            'put the whole text in \'…\', or write \\" for a quotation mark inside "…"',
        ),
        ("title: [5] is void\n", "CT010", "1:10", "this ] ends the value, and more follows", WHOLE),
        ("title: {a} is void\n", "CT010", "1:10", "this } ends the value, and more follows", WHOLE),
        ("title: 'a'\n b: c\n", "CT010", "2:2", "this does not fit what stands above", NEIGHBOURS),
        ("sides:\n  a: A\n b: B\n", "CT010", "3:2", "this does not fit what stands above", NEIGHBOURS),
        ("title: * a\n", "CT010", "1:9", ANCHORS, QUOTE),
        ("title: & a\n", "CT010", "1:9", ANCHORS, QUOTE),
        (
            "title: a\n...\nb\n",
            "CT010",
            "3:1",
            "text after the end of the document",
            "keep one document per file, without ... and ---",
        ),
        (
            "title: !x a\n",
            "CT017",
            "1:8",
            "the tag '!x' is not allowed",
            "write plain text; quote a value that begins with !",
        ),
        (
            "title: !!str a\n",
            "CT017",
            "1:8",
            "the tag '!!str' is not allowed",
            "write plain text; quote a value that begins with !",
        ),
        ("title: *x\n", "CT019", "1:8", "the alias *x has no anchor above it", "quote it if it is text: '*x'"),
        ("title: \u202ea\n", "CT015", "1:8", TURNS, "delete it"),
        ('title: "\\u202e"\n', "CT015", "1:8", TURNS, "delete it"),
        (
            "title: a\x85b\n",
            "CT014",
            "1:9",
            "the character U+0085 NEXT LINE is not allowed",
            "delete it, or type what was meant",
        ),
        (
            "title: a\n# \x01\n",
            "CT014",
            "2:3",
            "the character U+0001 is not allowed",
            "delete it, or type what was meant",
        ),
    ],
)
def test_a_complaint_of_yaml_is_told_in_plain_words(text, code, place, message, help_, backend):
    """It is the first that is told, and where the syntax is wrong the only one."""
    first, *more = ledger_of(text, backend=backend).problems
    assert (first.code, f"{first.place.line}:{first.place.column}") == (code, place)
    assert (first.message, first.help) == (message, help_)
    assert not more


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: a\nclaims:\n  - id: c1\n\tspeaker: s\n", ["CT013 4:1"]),
        ("claims:\n  - id: c1\n \tspeaker: s\n\n    text: t\n", ["CT013 3:2"]),
        ("claims:\n  - id: c1\n\t  about:\n      text: t: u\n", ["CT013 3:1"]),
        ("title:\ta: b\n", ["CT013 1:7", "CT010 1:9"]),
        ("sides:\n\ta: A\ntitle: 'a\n", ["CT013 2:1", "CT010 3:8"]),
        ("sides:\n\ta: A\nevent: e\ntitle: a: b\n", ["CT013 2:1", "CT010 4:9"]),
    ],
)
def test_a_tab_for_indentation_is_one_mistake(text, told, backend):
    """How far its line is indented nobody knows; what is wrong elsewhere is told still."""
    found = ledger_of(text, backend=backend).problems
    assert [f"{one.code} {one.place.line}:{one.place.column}" for one in found] == told
