"""What hides or turns round text in a comment is told, beside a slow twin that knows what is comment."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.reading.records import BACKENDS

BOTH = pytest.mark.parametrize("backend", list(BACKENDS))
UNSEEN = ["\u202e", "\u200b", "\u00ad", "\u2066", "\u200d"]
VALUES = ["plain", "'a # \u200b b'", '"a \u200b # b"', "[a, 'b\u200b']", ">-", "|", "", "'no'"]


def told_of(comment: str) -> bool:
    """Does a comment hold what cannot be seen, joiners between two letters of a script aside? Slow and obvious."""
    for at, char in enumerate(comment):
        beside = [comment[at - 1 : at] or "#", comment[at + 1 : at + 2] or "\n"]
        if char == "\u200d" and not any(one.isascii() for one in beside):
            continue
        if char in UNSEEN:
            return True
    return False


@BOTH
@given(
    lines=st.lists(
        st.tuples(
            st.sampled_from(VALUES), st.lists(st.sampled_from([*UNSEEN, "a", " ", "é", "ک", "#", "'", '"']), max_size=6)
        ),
        max_size=6,
    )
)
@settings(max_examples=150, deadline=None)
def test_a_comment_is_told_of_where_it_holds_what_cannot_be_seen(backend, lines):
    """On its line, whatever stands in the values beside it; the same in both parsers."""
    text, wanted, line = "", [], 0
    for number, (value, comment) in enumerate(lines):
        line += 1
        text += f"k{number}: {value} # {''.join(comment)}\n"
        if told_of(" " + "".join(comment)):
            wanted.append(line)
        if value in (">-", "|"):
            text += "  inside # \u200b of it\n"
            line += 1
    found = ct.ledger_of(text, backend=backend).problems
    assert [problem.place.line for problem in found if problem.code == "CT023"] == wanted
