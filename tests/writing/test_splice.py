"""Splices: only the lines concerned change, and every text survives being written and read."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.errors import UsageError
from claimtrack.reading import characters
from claimtrack.reading.page import Page
from claimtrack.reading.records import BACKENDS, marks_of, read_node
from claimtrack.settings import Limits
from claimtrack.writing import splice
from claimtrack.writing.entries import block_lines, flow_entry
from claimtrack.writing.scalars import inline, lines_of, refuse_unwritable
from claimtrack.writing.splice import (
    Cut,
    add_ids,
    add_schema_line,
    append_entries,
    quote_cut,
    read_plain,
    spliced,
    taken_back,
)

HAND_MADE = """\
# A sheet that was typed by hand.

source: {publisher: 'The "Courier"', url: "https://example.org/?a=1#b"}   # where it was read


speakers:
    mayor:   {name: "Anna O'Berg"}

claims:   # odd indents from here on
   -   id: 'c1'   # quoted
       speaker: mayor

       text: >-
         Folded
         here.

   # about the next one
   -   id: "c2"
       speaker:   mayor
       text: 'it''s no'     # note

   -   speaker: mayor
       text: |
          Kept

issues: {}
# the end
"""
CLAIM = {"id": "new", "speaker": "mayor", "text": "It reopens: soon #1"}
BREAKS = [
    pytest.param(lambda text: text, id="lf"),
    pytest.param(lambda text: text.replace("\n", "\r\n"), id="crlf"),
    pytest.param(lambda text: "\ufeff" + text, id="bom"),
    pytest.param(lambda text: text.removesuffix("\n"), id="no-final-newline"),
    pytest.param(lambda text: "\ufeff" + text.replace("\n", "\r\n").removesuffix("\r\n"), id="all"),
]
NASTY = [
    "no", "1e3", "08", "a #b", "a: b", "@a", "&a", "*a", "!a", "%a", "[a", "{a", "]", "}", ",", "#", "-", "- a",
    "?", "? a", ":", "a:", "|", ">", ">-", "'", '"', "it's", 'a "b"', "both ' and \"", "\\", "a\\n", "a\nb",
    "\n", "a\n", "\na", "a\n\nb", " a", "a ", "  ", "a  b", "~", "null", "true", "12:30", "2021-09-08", "=",
    "<<", "---", "...", "--- a", "a\tb", "\t", "é", "日本語", "😀", "\u00a0a", "a\u00a0", "\u200b", "\ufeff",
    "a\u3000b", "x" * 5_000, "word " * 900 + "end", "`", "a\n  b", "  a\nb", "a \nb", "0x1F", ".5", "+1",
    "1_000", "key: [a", "https://example.org/#x", "\u00ad", "a\n#b",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(
        st.characters(exclude_categories=("Cs",)).filter(
            lambda char: not characters.refused_in_value.match(char) and not characters.bidi.match(char)
        ),
        min_size=1,
        max_size=200,
    ),
    st.text(st.sampled_from("ab \n#:'\"-[]{},&*!|>%@`?\\\t"), min_size=1, max_size=60),
    st.sampled_from(NASTY),
)


def unchanged_but(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came, when the others stand in their order."""
    import difflib

    told = list(difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)))
    return [line[2:] for line in told if line[0] == "-"], [line[2:] for line in told if line[0] == "+"]


@pytest.mark.parametrize("breaks", BREAKS)
def test_a_claim_goes_behind_the_last_one_and_nothing_else_moves(breaks):
    """In the file's own indentation, blank lines and line breaks."""
    before = breaks(HAND_MADE)
    after = append_entries(before, "x.yaml", "claims", [CLAIM])
    gone, come = unchanged_but(before, after)
    assert gone == []
    told = "".join(come).replace("\r", "").strip("\n")
    assert told == "   -   id: new\n       speaker: mayor\n       text: 'It reopens: soon #1'"
    assert len(come) == 4
    assert ("\r\n" in before) == ("\r\n" in after)
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in before


@pytest.mark.parametrize("breaks", BREAKS)
def test_the_lines_come_back_when_an_edit_is_taken_back(breaks):
    """Add, then remove, restores the bytes."""
    before = breaks(HAND_MADE)
    after = append_entries(before, "x.yaml", "claims", [CLAIM])

    def without(said):
        said["claims"].pop()
        return said

    assert taken_back(after, "x.yaml", before, after, without) == before


def test_an_edit_is_taken_back_from_between_later_ones():
    """What others have added since stays."""
    first = append_entries(HAND_MADE, "x.yaml", "claims", [CLAIM])
    both = append_entries(first, "x.yaml", "claims", [{**CLAIM, "id": "later"}])

    def without(said):
        said["claims"] = [claim for claim in said["claims"] if claim.get("id") != "new"]
        return said

    assert taken_back(both, "x.yaml", HAND_MADE, first, without) == append_entries(
        HAND_MADE, "x.yaml", "claims", [{**CLAIM, "id": "later"}]
    )
    with pytest.raises(UsageError, match="meanwhile"):
        taken_back(HAND_MADE, "x.yaml", HAND_MADE, first, without)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: x\n", "title: x\nclaims:\n  - {}\n"),
        ("title: x", "title: x\nclaims:\n  - {}"),
        ("title: x\nclaims:\ndate: 2021\n", "title: x\nclaims:\n  - {}\ndate: 2021\n"),
        ("claims: [] # none yet\n", "claims: # none yet\n  - {}\n"),
        ("claims: []", "claims:\n  - {}"),
        ("# nothing yet\n", "# nothing yet\nclaims:\n  - {}\n"),
        ("claims:\n- a: b\n", "claims:\n- a: b\n- {}\n"),
        ("claims:\n  - {a: b}   # c\n# d\n", "claims:\n  - {a: b}   # c\n  - {{}}\n# d\n"),
        ("claims: [{a: b}]\n", "claims: [{a: b}, {{}}]\n"),
        ("claims: [{a: b},]\n", "claims: [{a: b}, {{}},]\n"),
        ("claims: [\n  {a: b}  # c\n]\n", "claims: [\n  {a: b},  # c\n  {{}}\n]\n"),
        ("claims: [\n  {a: b},  # c\n]\n", "claims: [\n  {a: b},  # c\n  {{}},\n]\n"),
        ("claims: [\n  {a: b}]\n", "claims: [\n  {a: b},\n  {{}}]\n"),
        ("{title: x}\n", "{title: x, claims: [{{}}]}\n"),
        ("{}\n", "{claims: [{{}}]}\n"),
        ("claims:\n  - a: |+\n      b\n\n\ntitle: x\n", "claims:\n  - a: |+\n      b\n\n\n\n  - {}\ntitle: x\n"),
        ("claims:\n  - a: |\n      b\n\n\ntitle: x\n", "claims:\n  - a: |\n      b\n  - {}\n\n\ntitle: x\n"),
        ("claims:\n  - a: >-  # c\n      b\n", "claims:\n  - a: >-  # c\n      b\n  - {}\n"),
        ("claims:\n  - a:\n", "claims:\n  - a:\n  - {}\n"),
        ("claims:\n  - a: >-\n      b", "claims:\n  - a: >-\n      b\n  - {}"),
        ("{claims: []}\n", "{claims: [{{}}]}\n"),
        ("---\nclaims:\n  - a: b\n...\n", "---\nclaims:\n  - a: b\n  - {}\n...\n"),
        ("  title: x\n  claims:\n  -\n     a: b\n", "  title: x\n  claims:\n  -\n     a: b\n  - {}\n"),
        ("  title: x\n", "  title: x\n  claims:\n    - {}\n"),
        ("---\n", "---\nclaims:\n  - {}\n"),
        ("{title: x, date: 2021}\n", "{title: x, date: 2021, claims: [{{}}]}\n"),
        ("title: x\nclaims: [\n  {a: b}\n]\n", "title: x\nclaims: [\n  {a: b},\n  {{}}\n]\n"),
        ("claims: [\n  {a: b}  # a , b\n]\n", "claims: [\n  {a: b},  # a , b\n  {{}}\n]\n"),
        ("claims: [\n  {a: b}]", "claims: [\n  {a: b},\n  {{}}]"),
        ("claims: [\n  {a: b}\n]\nvia: [a\n  , b]\n", "claims: [\n  {a: b},\n  {{}}\n]\nvia: [a\n  , b]\n"),
        ("claims: [\n  {a: b}\n  , {c: d}]\n", "claims: [\n  {a: b}\n  , {c: d}, {{}}]\n"),
        (
            "claims:\n  - a: |  # b + c\n      d\n\n\ntitle: x\n",
            "claims:\n  - a: |  # b + c\n      d\n  - {}\n\n\ntitle: x\n",
        ),
        ("claims:\n  - a: |-\n      XX", "claims:\n  - a: |-\n      XX\n  - {}"),
        (
            "claims:\n  - a: |\n      b\n      XX\ntitle: x\n",
            "claims:\n  - a: |\n      b\n      XX\n  - {}\ntitle: x\n",
        ),
        ("claims:\n  - a: |+\n      b\n\n  ", "claims:\n  - a: |+\n      b\n\n  - {}\n  "),
    ],
)
def test_where_an_entry_goes(before, after):
    """Every layout of a section: missing, empty, in block style, in braces, on one line or several."""
    made = append_entries(before, "x.yaml", "claims", [{"id": "new"}])
    wanted = after.replace("{{}}", "{id: new}").replace(
        "- {}", "- {id: new}" if "{a: b}   # c" in before else "- id: new"
    )
    if "|+" in before:
        wanted = wanted.replace("\n\n\n\n  -", "\n\n\n  -")
    assert made == wanted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claims: [\n  {a: b}\n]\n", "claims: [\n  {a: b},\n  {id: one},\n  {id: two}\n]\n"),
        ("claims: [\n  {a: b},\n]\n", "claims: [\n  {a: b},\n  {id: one},\n  {id: two},\n]\n"),
        ("claims: [{a: b}]\n", "claims: [{a: b}, {id: one}, {id: two}]\n"),
        ("claims: []\n", "claims:\n  - id: one\n  - id: two\n"),
        ("{claims: []}\n", "{claims: [{id: one}, {id: two}]}\n"),
        ("claims:\n  - a: b\n\n  - c: d\n", "claims:\n  - a: b\n\n  - c: d\n\n  - id: one\n\n  - id: two\n"),
        ("claims:\n  - {a: b}\n", "claims:\n  - {a: b}\n  - {id: one}\n  - {id: two}\n"),
    ],
)
def test_several_entries_go_one_behind_another(before, after):
    """In the order given, apart as those that are there."""
    assert append_entries(before, "x.yaml", "claims", [{"id": "one"}, {"id": "two"}]) == after


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: append_entries(text, "x.yaml", "claims", [CLAIM]),
        lambda text: add_ids(text, "x.yaml", {0: "one"}),
        lambda text: add_schema_line(text, "x.yaml", "# line"),
        lambda text: quote_cut(text, "x.yaml", 7),
    ],
    ids=["append", "ids", "schema", "quote"],
)
def test_a_file_with_errors_is_named_with_their_place(edit):
    """And with what to do first."""
    with pytest.raises(UsageError) as error:
        edit("title: a #b\ntitle: c\nclaims: [{a: b}]\n")
    assert str(error.value) == (
        "x.yaml:2:1: the key “title” stands on line 1 already; mend that first (`claimtrack check` tells how)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "claims: x\n",
        "- a\n",
        "claims: &a [{id: x}]\nother: *a\n",
        "claims: a: b\n",
        "a: 1\na: 2\n",
        'claims: ""\n',
        "x\n",
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text):
    """Errors of its own, another kind of value, a list that stands elsewhere too."""
    with pytest.raises(UsageError):
        append_entries(text, "x.yaml", "claims", [CLAIM])


def test_a_splice_that_says_more_than_it_should_is_refused():
    """The proof is the values read again, not the intention."""
    with pytest.raises(UsageError, match="cannot be edited safely"):
        spliced("title: x\n", "x.yaml", lambda body, root: [Cut(7, 8, "y")], lambda said: said)
    with pytest.raises(UsageError, match="never closed"):
        spliced("title: x\n", "x.yaml", lambda body, root: [Cut(7, 8, "[")], lambda said: said)


class Counted(str):
    """A text that counts the characters that are copied out of it, and out of what is made of it by adding."""

    copied = 0

    def __getitem__(self, part):
        found = Counted(super().__getitem__(part))
        Counted.copied += len(found)
        return found

    def __add__(self, other):
        return Counted(super().__add__(other))


def test_many_cuts_copy_a_text_once(monkeypatch):
    """However many there are, and in whichever order they are given; line breaks become those of the text."""
    monkeypatch.setattr(Counted, "copied", 0)
    text = "a: b\r\n" * 200
    cuts = [Cut(at, at + (at % 12), f"<{at}>\n") for at in range(0, len(text), 6)]
    made = splice._cut(Counted(text), [*cuts[100:], *cuts[:100]])
    assert Counted.copied <= len(text)
    assert made == "".join(f"<{at}>\r\n" + ("" if at % 12 else "a: b\r\n") for at in range(0, len(text), 6))


@pytest.mark.parametrize("breaks", BREAKS)
def test_ids_are_added_as_first_keys(breaks):
    """In block style and in braces; one line becomes two."""
    before = breaks(HAND_MADE)
    gone, come = unchanged_but(before, add_ids(before, "x.yaml", {2: "c3"}))
    assert [line.strip() for line in gone] == ["-   speaker: mayor"]
    assert [line.rstrip() for line in come] == ["   -   id: c3", "       speaker: mayor"]
    assert add_ids("claims: [{a: b}]\n", "x", {0: "c1"}) == "claims: [{id: c1, a: b}]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: We are #1 here\n", "title: 'We are #1 here'\n"),
        ("title: It's   #1  \nx: y\n", 'title: "It\'s   #1"  \nx: y\n'),
        ("a:\n  - b #c\n  - d\n", "a:\n  - 'b #c'\n  - d\n"),
        ("title: x #1", "title: 'x #1'"),
        ("title: x #1\r\n", "title: 'x #1'\r\n"),
    ],
)
def test_a_text_that_was_cut_is_quoted_whole(before, after):
    """With what stood behind ` #`; white space at the line's end stays."""
    page_at = re.search(r"(?<=: )\w|(?<=- )\w", before).start()
    assert quote_cut(before, "x.yaml", page_at) == after


def test_a_text_in_braces_is_not_quoted_by_itself():
    """What follows there may be more than text."""
    with pytest.raises(UsageError):
        quote_cut("a: [b #c\n]\n", "x.yaml", 4)


@pytest.mark.parametrize("breaks", BREAKS)
def test_the_schema_line_stands_first_and_once(breaks):
    """After a byte order mark, if there is one."""
    before = breaks(HAND_MADE)
    line = "# yaml-language-server: $schema=ledger.schema.json"
    after = add_schema_line(before, "x.yaml", line)
    assert unchanged_but(before.removeprefix("\ufeff"), after.removeprefix("\ufeff"))[0] == []
    assert after.removeprefix("\ufeff").startswith(line)
    assert add_schema_line(after, "x.yaml", line) == after


@settings(deadline=None, max_examples=300)
@given(text=TEXTS)
def test_any_text_survives_on_a_line_and_in_braces(text):
    """Every text that a claim can hold survives write and read."""
    for written in (
        f"a: {inline(text)}\n",
        f"a: {{b: {inline(text, flow=True)}}}\n",
        f"a: [{inline(text, flow=True)}]\n",
    ):
        said, problems = read_plain(written, "x")
        assert not [problem for problem in problems if problem.level == "error"]
        assert said["a"] in (text, {"b": text}, [text])


@settings(deadline=None, max_examples=300)
@given(
    text=TEXTS, breaks=st.sampled_from([one.values[0] for one in BREAKS]), section=st.sampled_from(["claims", "new"])
)
def test_any_text_survives_in_a_file(text, breaks, section):
    """Beside what a person wrote, in every kind of file; read by either parser."""
    entry = {"id": "n", "note": text, "via": [text, "b"], "source": {"url": text}, "text": text}
    before = breaks(HAND_MADE)
    after = append_entries(before, "x.yaml", section, [entry, entry])
    assert read_plain(after, "x.yaml")[0][section][-2:] == [entry, entry]
    assert unchanged_but(before, after)[0] in ([], ["# the end"])
    for backend in BACKENDS:
        said = read_node(Page("x.yaml", after), Limits(), backend)
        assert said[section][-2:] == [entry, entry]
        assert marks_of(after, backend) is not None


def test_long_texts_are_folded_and_short_ones_are_not():
    """No line of running text beyond the width."""
    written = "".join(block_lines({"id": "a", "text": "word " * 60 + "end"}, 2, 2))
    assert ">-" in written
    assert max(map(len, written.split("\n"))) <= 96
    assert lines_of("two\nlines", 2, 80) == ["|-", "    two", "    lines"]
    assert flow_entry({"a": "x, y", "b": ["c"]}) == "{a: 'x, y', b: [c]}"


@pytest.mark.parametrize("text", ["a\x1bb", "\x00", "a\u202eb", "\x85"])
def test_what_no_ledger_may_hold_is_refused_by_name(text):
    """Controls, and characters that turn text round."""
    with pytest.raises(UsageError, match=r"U\+"):
        refuse_unwritable(text, "the text")


def test_both_parsers_mark_alike():
    """Where values begin, and where those not in block style end."""

    def told(mark):
        end = mark.end if mark.style not in ("|", ">") and (mark.style or mark.kind == "scalar") else None
        return (mark.kind, mark.start, end, mark.style, mark.value, [told(part) for part in mark.parts])

    found = [told(marks_of(HAND_MADE, backend)) for backend in BACKENDS]
    assert all(one == found[0] for one in found)
    assert splice.newline_of("a\r\nb") == "\r\n"
    assert ct.ledger_of(HAND_MADE).speaker("mayor").name == "Anna O'Berg"
