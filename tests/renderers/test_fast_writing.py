"""The fast ways of writing lines and JSON beside their slow twins."""

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from claimtrack.renderers.json_values import dumps
from claimtrack.renderers.lines import wrapped
from claimtrack.renderers.shown import escaped

WORDS = st.text(st.sampled_from("ab .,-“”—é→漢字\u0301\n"), max_size=80)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(words=WORDS, width=st.integers(4, 30), indent=st.integers(0, 3))
@settings(max_examples=300, deadline=None)
def test_lines_are_broken_as_rich_breaks_them(words, width, indent):
    """The slow twin is a rich console; blanks at the ends of lines aside."""
    out = io.StringIO()
    console = Console(file=out, width=width + indent, color_system=None, highlight=False, markup=False, emoji=False)
    console.print(Padding(Text(words), (0, 0, 0, indent)))
    slow = [line.rstrip() for line in out.getvalue().split("\n")[:-1]]
    assert [line.rstrip() for line in wrapped([(words, "")], width + indent, indent)] == slow


def test_styles_stand_around_their_own_words_on_every_line():
    """A style that goes on over a break begins anew."""
    lines = list(wrapped([("one ", ""), ("two three", "bold red"), (" four", "dim")], 8, color=True))
    assert lines == ["one \x1b[1;31mtwo \x1b[0m", "\x1b[1;31mthree\x1b[0m\x1b[2m \x1b[0m", "\x1b[2mfour\x1b[0m"]


@given(value=VALUES)
@settings(max_examples=200, deadline=None)
def test_json_is_what_the_standard_library_writes(value):
    """The slow twin is json.dumps with an indent of two, what a screen would obey escaped."""
    assert dumps(value) == escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def test_iterators_are_written_as_lists():
    """So that a long report is never held twice."""
    assert dumps({"a": iter([1, 2]), "b": iter([])}) == dumps({"a": [1, 2], "b": []})
