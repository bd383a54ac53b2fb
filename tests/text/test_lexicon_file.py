"""The lexicon's file, read a line at a time, says what a parser of all TOML says of it."""

import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.text.lexicon import shipped_lexicon
from claimtrack.text.lexicon_file import _plain_sections, sections_of

SHIPPED = (files("claimtrack.text") / "lexicon.toml").read_text(encoding="utf-8")


def test_the_shipped_file_is_read_line_by_line():
    """Nothing stands in it that would need the slower parser; both read the same."""
    assert _plain_sections(SHIPPED) == tomllib.loads(SHIPPED)


LINES = st.sampled_from(
    [
        "[words]",
        "[names]",
        "[words.of]",
        "",
        "# told",
        "version = 1",
        "version = 01",
        'cue = "deny refuse"',
        'cue = "deny refuse"  # told',
        "cue = 'deny'",
        'long = """deny',
        'refuse # not told"""',
        'closed = """deny refuse"""',
        'empty = ""',
        "groups = [",
        '  "able capable",',
        '  "able capable"',
        '  "able", "capable",',
        '  "quo\\"ted",',
        "  # told",
        "]",
        '"key" = "x"',
        'tab = "a\tb"',
        "é = 1",
        "nonsense",
    ]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=14))
def test_a_file_is_read_as_all_toml_is(lines):
    """Whatever shapes it is written in, and with the same complaint about what is no TOML."""
    text = "\n".join(lines)
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            sections_of(text)
    else:
        assert sections_of(text) == expected


FIRST_IN_THREADS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from claimtrack.text.lexicon import shipped_lexicon
sys.setswitchinterval(1e-5)
with ThreadPoolExecutor(8) as pool:
    found = list(pool.map(lambda _: shipped_lexicon(), range(8)))
print(len(set(map(id, found))))
"""


def test_threads_that_ask_first_at_one_moment_are_given_one_lexicon():
    """Else what one text taught it would be unknown where the other was read."""
    ran = subprocess.run([sys.executable, "-c", FIRST_IN_THREADS], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "1"


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ({"synonyms": "start begin"}, "synonyms is one text"),
        ({"synonyms": [5]}, "synonyms holds 5"),
        ({"synonyms": ["__ _"]}, "words are wanted"),
        ({"antonyms": ["rise fall"]}, "on both sides"),
        ({"antonyms": ["rise |"]}, "on both sides"),
        ({"aliases": [""]}, "words are wanted"),
        ({"aliases": ["u.n. | "]}, "words are wanted"),
    ],
)
def test_a_group_that_is_none_is_refused(groups, message):
    """By name, when it is given."""
    with pytest.raises(UsageError, match=message):
        shipped_lexicon().extended(**groups)


def test_further_groups_are_added():
    """A group of each kind."""
    more = shipped_lexicon().extended(
        synonyms=["frob grok"], antonyms=["frob | florp"], rivals=["zig zag"], aliases=["big_frob | bf"]
    )
    assert more.synonyms[-1] == "frob grok"
    assert more.antonyms[-1] == "frob | florp"
