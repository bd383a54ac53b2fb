"""Every code: its bad example finds it, its good one does not; checks that look at whole ledgers."""

import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.catalogue import rules
from claimtrack.checks import check_ledger
from claimtrack.reading import load_ledger
from claimtrack.reading.records import BACKENDS

RULES = [rule for rule in rules().values() if rule.code < "CT3"]
HEAD = """
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
issues: {when: {question: When?, positions: {now: Now, later: Later}}, why: {question: Why?}}
"""


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.bad], ids=lambda rule: rule.code)
def test_a_rules_bad_example_finds_it_and_its_good_one_is_clean(rule, backend):
    """In both parsers, with a place in the text."""
    found = ct.ledger_of(rule.bad, backend=backend).problems
    assert rule.code in {problem.code for problem in found}
    for problem in found:
        assert 1 <= problem.place.line <= rule.bad.count("\n") + 1
        assert problem.place.column >= 1
    assert rule.code not in {problem.code for problem in ct.ledger_of(rule.good, backend=backend).problems}


def test_codes_are_unique_and_documented():
    """One code, one rule; the page of problems is current."""
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    script = Path(__file__).parents[2] / "docs" / "make_problems.py"
    if script.exists():
        subprocess.run([sys.executable, str(script), "--check"], check=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEAD + "claims:\n  - {id: c, speaker: s, stance: wants, text: Yes.}\n", "CT105"),
        (HEAD + "judgements:\n  - {different: [c, d], relation: odd}\n", "CT105"),
        (HEAD + "expect:\n  - {issue: when, verdict: split}\n", "CT105"),
        ("title: !!int 3\n", "CT017"),
        ("a: &x 1\ntitle: *y\n", "CT019"),
        ("title: a\n---\ntitle: b\n", "CT020"),
        ("%YAML 1.1\n---\ntitle: a\n", "CT021"),
        ("[a]: b\n", "CT022"),
        ("<<: {title: a}\n", "CT018"),
        ("title: a\u202eb\n", "CT015"),
        ("title: a\x00b\n", "CT014"),
        ("title:\u00a0a\n", "CT016"),
        ("sides: {a\u200b: A}\n", "CT015"),
        ("title: a  # \u200bb\n", "CT023"),
        ("title: >-  # \u2067b\n  a\n", "CT023"),
        ('title: "a\\x00b"\n', "CT014"),
        ("title: 'never closed\n", "CT010"),
        ("title: [a, b\n", "CT010"),
        ("claims: {a: b}\n", "CT102"),
        ("- a\n- b\n", "CT102"),
        (HEAD + "claims:\n  - {id: c, speaker: s}\n", "CT103"),
        (HEAD + "claims:\n  - {id: c, text: Yes.}\n", "CT103"),
        (HEAD + "claims:\n  - {id: 'c d', speaker: s, text: Yes.}\n", "CT106"),
        (HEAD + "claims:\n  - {id: c, speaker: s, supersedes: d, text: Yes.}\n", "CT205"),
        (HEAD + "claims:\n  - {id: c, speaker: s, side: z, text: Yes.}\n", "CT202"),
        (HEAD + "claims:\n  - {speaker: s, text: Yes.}\n  - {speaker: s, text: Yes.}\n", "CT206"),
        (HEAD + "claims:\n  - {id: c, speaker: s, source: {complete: perhaps}, text: Yes.}\n", "CT105"),
        (HEAD + "judgements:\n  - {same: [c], by: me}\n", "CT102"),
        (HEAD + "judgements:\n  - {by: me}\n", "CT103"),
        (HEAD + "expect:\n  - {verdict: agree}\n", "CT203"),
        ("issues: {when: {question: When?, positions: {a: A}, exclude: [[a, b]]}}\n", "CT204"),
        ("issues: {when: {question: When?, positions: {a: A}, exclude: [a]}}\n", "CT102"),
        ("issues: {when: {question: When?, positions: {a: {text: A, narrows: b}}}}\n", "CT204"),
        ("speakers: {s: {name: S, kind: robot}}\n", "CT105"),
        ("sides: {a: A}\nspeakers: {s: {name: S, posts: [{title: T, side: z}]}}\n", "CT202"),
    ],
)
def test_each_fault_has_its_code(text, code):
    """And a place; the ledger is given all the same."""
    found = ct.ledger_of(text).problems
    assert code in {problem.code for problem in found}, found


@pytest.mark.parametrize(
    ("limits", "text", "code"),
    [
        ({"depth": 3}, "a: {b: {c: {d: e}}}\n", "CT030"),
        ({"nodes": 3}, "a: [b, c, d, [e]]\n", "CT031"),
        ({"expanded": 2}, "a: &x [1, 2, 3]\nb: [*x, *x]\n", "CT032"),
        ({"scalar": 5}, "title: abcdefgh\n", "CT033"),
        ({"key": 5}, "abcdefgh: a\n", "CT034"),
        ({"problems": 2}, "a: 1\nb: 2\nc: 3\nd: 4\n", "CT039"),
    ],
)
def test_each_limit_refuses_by_name(limits, text, code):
    """The limits stand in Settings."""
    settings = ct.Settings(limits=ct.Limits(**limits))
    assert code in {problem.code for problem in ct.ledger_of(text, settings=settings).problems}


def test_files_that_cannot_be_read_are_named(tmp_path):
    """Missing, empty folder, too large."""
    (tmp_path / "ledger.yaml").write_text("title: abc\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    small = ct.Settings(limits=ct.Limits(bytes=3))
    assert load_ledger(tmp_path / "nowhere").problems[0].code == "CT001"
    assert load_ledger(tmp_path / "empty").problems[0].code == "CT003"
    assert load_ledger(tmp_path / "ledger.yaml", settings=small).problems[0].code == "CT005"


def codes(more: str) -> list[str]:
    """What the checks find in HEAD with more."""
    ledger = ct.ledger_of(HEAD + more)
    assert not ledger.problems
    return [problem.code for problem in check_ledger(ledger)]


PAIR = """
claims:
  - {id: x, speaker: s, date: 2024-01-01, about: when, source: {url: u}, text: Now.}
  - {id: y, speaker: t, date: 2024-01-01, about: why, source: {url: u}, text: Later.}
  - {id: z, speaker: t, date: 2024-01-01, about: why, source: {url: u}, text: Never.}
"""


def test_a_ledger_that_is_well_kept_is_silent():
    """Nothing to say."""
    assert codes(PAIR) == []


def test_contradictory_judgements_are_named_with_their_chain():
    """Through a third claim."""
    more = PAIR.replace("about: why", "about: when") + "judgements:\n"
    more += "  - {same: [x, y], by: me, because: r}\n  - {same: [y, z], by: me, because: r}\n"
    more += "  - {different: [x, z], by: me, because: r}\n"
    found = [problem for problem in check_ledger(ct.ledger_of(HEAD + more)) if problem.code == "CT401"]
    assert "x and y the same" in found[0].message
    assert "y and z the same" in found[0].message


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (PAIR + "judgements: [{same: [x, y], by: me, because: r}]\n", "CT402"),
        (PAIR + "judgements: [{unsure: [x, y]}]\n", "CT403"),
        (PAIR.replace("source: {url: u}, text: Now", "text: Now"), "CT501"),
        (PAIR.replace("date: 2024-01-01, about: when", "about: when"), "CT502"),
        (PAIR.replace("{url: u}, text: Now", "{url: u, date: 2023}, text: Now"), "CT503"),
        (PAIR.replace("about: when, ", ""), "CT504"),
        (PAIR.replace("speaker: s", "speaker: t"), "CT505"),
    ],
)
def test_each_check_finds_its_fault(more, code):
    """One file, one check."""
    assert code in codes(more)


SHEET = (
    HEAD
    + """date: 2024-01-01
source:
  url: u
claims:
  - {id: x, speaker: s, about: when, text: Now.}
  - {id: y, speaker: t, about: why, text: Later.}
  - {id: z, speaker: t, about: why, text: Never.}
"""
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("url: u", "title: T", [("CT501", 6, "3 claims: their source has no `url`")]),
        ("date: 2024-01-01\n", "\n", [("CT502", 6, "3 claims: neither they nor their source have a `date`")]),
        ("  url: u\n", "  title: T\nevent: e # claimtrack: ignore[CT5]\n", [("CT501", 6, "3 claims: ")]),
        ("source:\n  url: u", "source: {title: T}  # claimtrack: ignore[CT501]", []),
        ("source:\n  url: u", "# claimtrack: ignore[CT501]\nsource:\n  title: T", []),
        (
            "url: u\nclaims:\n  - {id: x,",
            "title: T\nclaims:\n  # claimtrack: ignore[CT501]\n  - {id: x,",
            [("CT501", 6, "2 claims: ")],
        ),
        (
            "url: u\nclaims:\n  - {id: x,",
            "title: T\nclaims:\n  - {id: x, source: {url: v},",
            [("CT501", 6, "2 claims: ")],
        ),
        (
            "url: u\nclaims:\n  - {id: x,",
            "url: u\nclaims:\n  - {id: x, source: {url: ''},",
            [("CT501", 9, "x: its source has no `url`")],
        ),
        (
            "date: 2024-01-01\nsource:\n  url: u\nclaims:\n  - {id: x,",
            "source:\n  url: u\nclaims:\n  - {id: x, date: 2024,",
            [("CT502", 9, "y: neither the claim nor its source"), ("CT502", 10, "z: neither")],
        ),
        (
            "date: 2024-01-01\nsource:\n  url: u\nclaims:\n  - {id: x,",
            "source:\n  url: u\nclaims:\n  - {id: x, note: No day was shown.,",
            [("CT502", 9, "y: neither the claim nor its source"), ("CT502", 10, "z: neither")],
        ),
        ("source:\n  url: u\n", "", [("CT501", line, "") for line in (7, 8, 9)]),
    ],
)
def test_what_a_sheets_source_lacks_is_told_once(old, new, told):
    """At its place, with the number of claims; a claim that a comment passes over does not count."""
    assert old in SHEET
    found = check_ledger(ct.ledger_of(SHEET.replace(old, new)))
    assert [(one.code, one.place.line) for one in found] == [(code, line) for code, line, _ in told]
    assert [one.message[: len(words)] for one, (_, _, words) in zip(found, told, strict=True)] == [
        words for _, _, words in told
    ]


def test_a_stance_without_a_position_is_told_to_editors_alone():
    """It decides nothing, so that no report need speak of it."""
    from claimtrack.checks import EDITORS_CHECKS

    for stance, told in (("denies", ["CT512"]), ("affirms", [])):
        alone = HEAD + PAIR.replace("about: when", f"about: when, stance: {stance}")
        assert [one.code for one in check_ledger(ct.ledger_of(alone), EDITORS_CHECKS)] == told
        assert "CT512" not in codes(PAIR.replace("about: when", f"about: when, stance: {stance}"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("about: why", "about: why", []),
        ("note: n", "about: why", []),
        ("about: why, date: 2024-01", "about: why", []),
        ("about: why, side: [a, b]", "about: why", []),
        ("about: when", "about: why", ["is about “when”, not “why”"]),
        ("about: when", "note: n", ["is about “when”, while this one names no issue"]),
        ("side: a", "about: why", ["“t” said for another side"]),
        ("date: 2024-01-02", "note: n", ["is of 2024-01-02, and so later than 2024-01-01"]),
        (
            "about: when, side: a, date: 2025",
            "about: why",
            [
                "is about “when”, not “why”",
                "is of 2025, and so later than 2024-01-01",
                "“t” said for another side",
            ],
        ),
    ],
)
def test_a_claim_that_supersedes_fits_the_one_that_it_replaces(old, new, told):
    """In issue, side and time; each misfit is told by itself."""
    more = "source: {url: u}\nclaims:\n"
    more += f"  - {{id: x, speaker: t, {old if 'date' in old else old + ', date: 2024-01-01'}, text: One.}}\n"
    more += f"  - {{id: y, speaker: t, date: 2024-01-01, supersedes: [x, y], {new}, text: Two.}}\n"
    found = [one for one in check_ledger(ct.ledger_of(HEAD + more)) if one.code == "CT509"]
    assert [one.message for one in found] == [f"y supersedes x, which {words}" for words in told]


def test_claims_judged_the_same_with_two_positions_contradict():
    """Both are a person's word."""
    more = PAIR.replace("about: why", "about: when").replace("text: Now", "holds: now, text: Now")
    more = (
        more.replace("text: Later", "holds: later, text: Later") + "judgements: [{same: [x, y], by: me, because: r}]\n"
    )
    assert "CT402" in codes(more + "")


def test_a_speakers_side_is_that_of_the_post_held_then():
    """Posts have dates."""
    ledger = ct.ledger_of(
        "sides: {a: A, b: B}\nspeakers:\n"
        "  s: {name: S, side: a, posts: [{title: T, side: b, since: 2020, until: 2021}]}\n"
        "claims:\n  - {id: c, speaker: s, date: 2020-06, text: Yes.}\n  - {id: d, speaker: s, date: 2023, text: No.}\n"
    )
    assert [claim.sides for claim in ledger.claims] == [("b",), ("a",)]


def test_an_id_left_out_comes_from_speaker_date_and_wording():
    """Another wording gives another id."""
    texts = [HEAD + f"claims: [{{speaker: s, date: 2024-01, text: {text}}}]\n" for text in ("Yes.", "No.")]
    one, other = (ct.ledger_of(text).claims[0].id for text in texts)
    assert one.startswith("s-2024-01-")
    assert one != other
