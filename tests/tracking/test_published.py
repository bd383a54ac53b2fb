"""A day of publication is the latest on which a thing can have been said: what it shows, and what it does not."""

import pytest

import claimtrack as ct

HEAD = """
sides: {a: A, b: B}
speakers: {ann: {name: Ann, side: a}, abe: {name: Abe, side: a}, bob: {name: Bob, side: b}}
issues:
  when: {question: When?, positions: {spring: In spring, april: {text: In April, narrows: spring}, autumn: In autumn}}
claims:
"""


def claim(name: str, day: str, holds: str, speaker: str = "ann") -> str:
    """A claim from a document of its own; `day` is that of publication where it ends in "p"."""
    source = f"url: 'http://{name}'" + (f", date: {day[:-1]}" if day.endswith("p") else "")
    date = "" if day.endswith("p") else f"date: {day}, "
    return (
        f"  - {{id: {name}, speaker: {speaker}, {date}about: when, holds: {holds}, source: {{{source}}}, "
        f"text: The bridge over the river opens in {holds}.}}\n"
    )


def found_in(claims: str) -> tuple[set[str], list[tuple[str, str]]]:
    """What A holds now, and its moves."""
    ledger = ct.ledger_of(HEAD + claims)
    assert not [one for one in ledger.problems if one.level == "error"]
    (found,) = ct.track(ledger).findings
    return set(found.sides[0].claims), [(shift.earlier, shift.later) for shift in found.course]


@pytest.mark.parametrize(
    ("first", "second", "now", "moves"),
    [
        ("2024-02-01", "2024-02-02", {"y"}, [("x", "y")]),
        ("2024-02-01", "2024-02-02p", {"x", "y"}, []),
        ("2024-02-01p", "2024-02-02", {"y"}, [("x", "y")]),
        ("2024-02-01p", "2024-02-02p", {"x", "y"}, []),
        ("2024-02-02p", "2024-02-02", {"x", "y"}, []),
    ],
)
def test_what_was_only_published_later_may_have_been_said_before(first, second, now, moves):
    """It replaces nothing of its speaker's and moves nobody; what was said after it replaces it."""
    assert found_in(claim("x", first, "spring") + claim("y", second, "autumn")) == (now, moves)


def test_a_move_is_told_across_what_was_only_published():
    """From the last day that is known."""
    said = claim("x", "2024-02-01", "spring") + claim("y", "2024-02-05p", "autumn") + claim("z", "2024-02-09", "autumn")
    assert found_in(said) == ({"z"}, [("x", "z")])


def test_a_side_moves_by_what_another_of_it_published():
    """Of two speakers the day of publication is the first on which the side is heard to say so."""
    said = claim("x", "2024-02-01", "spring") + claim("y", "2024-02-05p", "april", "abe")
    assert found_in(said) == ({"x", "y"}, [("x", "y")])


def test_versions_of_one_utterance_are_no_move():
    """Even where one was published on the day before that of the speech, by the clock of another land."""
    said = claim("x", "2024-02-01p", "spring") + claim("y", "2024-02-02", "april")
    judged = "judgements: [{different: [x, y], relation: partial, by: me, because: one speech}]\n"
    assert found_in(said)[1] == [("x", "y")]
    assert found_in(said + judged)[1] == []
