"""A ledger that is exported and imported again is the same ledger, and so is one that is written as YAML."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.exporting.choose import export
from claimtrack.importing.choose import import_ledger
from claimtrack.writing.whole import texts_of
from strategies import DATES, WORDINGS, Made, files_of, made_ledgers, quoted, without_places

SHIPPED = Path(__file__).parents[2] / "claims"
ROUND = ("jsonl", "csv")
"""The formats that carry a whole ledger."""
HARD = """\
title: "=SUM(A1) #1: no"
sides: {a: A, b: {name: '- B', aliases: [bees, "the; others"]}}
lexicon:
  synonyms: [[lorry, goods wagon, haulier], ["span; arch", bridge deck]]
  antonyms: [[mothballed, commissioned], [[shelved, mothballed], [revived]]]
  aliases: [[KGT, Kern Gas Terminal]]
speakers:
  ann: {name: "'=Ann", kind: organisation, side: [a, b], aliases: ["a; b", 'c\\d', ' e '], note: "two\\n lines"}
  bob:
    name: Bob
    side: a
    posts: [{title: "x; y", organisation: O, side: b, since: 2020, until: ../2021-03}, {side: a}]
issues:
  when:
    question: "When?"
    topic: t
    positions: {may: In May, early: {text: "+1", narrows: may}, june: {}}
    exclude: [[may, june]]
    note: "@n"
claims:
  - {speaker: ann, date: 2021-03~, text: "=1+1", via: ["A; B", 'c\\'], event: e}
  - {speaker: ann, quote: "''-said", side: b, note: "'", source: {url: "https://x.y/?a=1;b", complete: true}}
  - {id: c1, speaker: bob, about: when, holds: early, stance: doubts, form: readout, cue: said, text: '1',
     date: 2021-01-02, supersedes: [c2, c3], reports: {a: {holds: june, stance: denies}},
     source: {title: T, publisher: "P, Q", url: u, date: early 2021-02, language: en}}
  - {id: c2, speaker: bob, about: when, holds: may, text: "no", date: 2021-04-01}
  - {id: c3, speaker: bob, text: "tab\\there"}
judgements:
  - {same: [c2, c1], by: me, on: 2021-05, because: "a, \\"b\\""}
  - {different: [c2, c3], relation: diverge}
  - {unsure: [c1, c3], of: ["0123456789abcdef", "fedcba9876543210"]}
expect:
  - {issue: when, between: [a, b], verdict: diverge, as-of: 2021-09}
  - {issue: when, split: [a], because: x}
"""


def again(ledger: ct.Ledger, format_: str, folder: Path) -> ct.Ledger:
    """The ledger after an export and an import."""
    content = export(ledger, ct.track(ledger), format_)
    place = folder / f"x.{format_}"
    if isinstance(content, str):
        place.write_text(content, encoding="utf-8", newline="")
    else:
        place.mkdir(exist_ok=True)
        for old in place.iterdir():
            old.unlink()
        for name, text in content.items():
            (place / name).write_text(text, encoding="utf-8", newline="")
    return import_ledger(place, format_)


def test_the_hard_ledger_is_without_fault():
    """What the round trips start from is a valid ledger."""
    assert not [one for one in ct.ledger_of(HARD).problems if one.level is ct.Level.ERROR]


@pytest.mark.parametrize("format_", ROUND)
@pytest.mark.parametrize("ledger", [ct.ledger_of(HARD), ct.load_ledger(SHIPPED)], ids=["hard", "shipped"])
def test_exported_and_imported_it_is_the_same_ledger(ledger, format_, tmp_path):
    """Every side, speaker, issue, claim, judgement and pinned conclusion comes back as it was."""
    found = again(ledger, format_, tmp_path)
    assert found.problems == ()
    assert without_places(found) == without_places(ledger)


@pytest.mark.parametrize("ledger", [ct.ledger_of(HARD), ct.load_ledger(SHIPPED)], ids=["hard", "shipped"])
def test_written_as_yaml_it_is_the_same_ledger(ledger):
    """The files that an import writes read as the ledger does."""
    assert without_places(ct.ledger_of(texts_of(ledger))) == without_places(ledger)


@st.composite
def ledgers(draw: st.DrawFn) -> ct.Ledger:
    """A valid ledger with notes, sources and cues of any text, some ids left out."""
    made: Made = draw(made_ledgers())
    judged = {name for _, *pair in made.judgements for name in pair}
    claims = []
    for claim in made.claims:
        more = {"note": draw(WORDINGS), "via": draw(WORDINGS), "cue": draw(WORDINGS)}
        held = {**claim, **{key: value for key, value in more.items() if draw(st.booleans())}}
        if claim["id"] not in judged and draw(st.booleans()):
            del held["id"]
        claims.append(held)
    source = {"title": draw(WORDINGS), "publisher": draw(WORDINGS), "date": draw(DATES)}
    head = "source: {" + ", ".join(f"{key}: {quoted(value)}" for key, value in source.items()) + "}\n"
    files = files_of(
        Made(**{**{name: getattr(made, name) for name in Made.__slots__ if name[0] != "_"}, "claims": claims})
    )
    return ct.ledger_of({**files, "b.yaml": head + files["b.yaml"]})


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@pytest.mark.parametrize("format_", ROUND)
@given(ledger=ledgers())
def test_any_ledger_comes_back_the_same(ledger, format_, tmp_path):
    """Law: export, then import, is the identity on all that a ledger says."""
    assert without_places(again(ledger, format_, tmp_path)) == without_places(ledger)


@settings(deadline=None)
@given(ledger=ledgers())
def test_any_ledger_written_as_yaml_is_the_same(ledger):
    """Law: the files written read as the ledger does, with either parser."""
    for backend in ("c", "python"):
        assert without_places(ct.ledger_of(texts_of(ledger), backend=backend)) == without_places(ledger)


NAMES = st.sampled_from(("text", "note", "cue", "event", "via", "id", "speaker", "url", "title"))


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(NAMES, st.text()))
def test_what_is_imported_without_error_can_be_written(values, tmp_path):
    """Law: any text that an import lets through stands in the files that it writes, and reads the same."""
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"speaker": "s", "text": "t", **values}), encoding="utf-8")
    ledger = import_ledger(path, "jsonl")
    if not [one for one in ledger.problems if one.level is ct.Level.ERROR]:
        found = ct.ledger_of(texts_of(ledger))
        assert not [one for one in found.problems if one.level is ct.Level.ERROR]
        assert without_places(found) == without_places(ledger)
