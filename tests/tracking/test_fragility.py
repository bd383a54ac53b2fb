"""What verdicts hang on, beside the slow twin that leaves the claims out of the whole ledger and walks it anew."""

import json

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.tracking import fragility
from claimtrack.tracking.comparer import comparer_of
from claimtrack.tracking.track import _walker

SENTENCES = (
    "The bridge was destroyed on 28 July.",
    "The bridge was not destroyed.",
    "Twelve trucks were lost when the bridge fell.",
    "40 trucks were lost when the bridge fell.",
    "Talks go on in September.",
    "Talks go on at the end of September.",
)
CLAIM = st.fixed_dictionaries(
    {
        "speaker": st.sampled_from(["ann", "bob", "both"]),
        "text": st.sampled_from(SENTENCES),
        "date": st.sampled_from(["", "2024-02-01", "2024-02-02", "2024-03"]),
        "about": st.sampled_from(["", "what", "why"]),
        "holds": st.sampled_from(["", "yes", "no"]),
        "outlet": st.sampled_from(["", "TASS", "Reuters"]),
        "supersedes": st.sampled_from(["", "", "", "c0", "c1"]),
    }
)
JUDGEMENT = st.tuples(st.sampled_from(["same", "different"]), st.integers(0, 5), st.integers(0, 5))
HEAD = """
sides: {north: North, south: South}
speakers: {ann: {name: Ann, side: north}, bob: {name: Bob, side: south}, both: {name: Both, side: [north, south]}}
issues:
  what: {question: What?, positions: {yes: Yes, no: No}, exclude: [[yes, no]]}
  why: {question: Why?, positions: {yes: Yes, no: No}}
"""


def ledger_of(claims, judgements=()):
    """A ledger of these claims."""
    lines = []
    for number, one in enumerate(claims):
        keys = {"id": f"c{number}", **{key: one[key] for key in ("speaker", "text", "date", "about", "supersedes")}}
        if one["about"]:
            keys["holds"] = one["holds"]
        row = ", ".join(f"{key}: {json.dumps(value)}" for key, value in keys.items() if value)
        outlet = f", source: {{publisher: {one['outlet']}, url: 'u{number}'}}" if one["outlet"] else ""
        lines.append(f"  - {{{row}{outlet}}}\n")
    judged = [
        f"  - {{{word}: [c{a}, c{b}], by: me, because: r}}\n"
        for word, a, b in judgements
        if a != b and max(a, b) < len(claims)
    ]
    return ct.ledger_of(HEAD + "claims:\n" + "".join(lines) + ("judgements:\n" + "".join(judged) if judged else ""))


def slowly(ledger, finding, left_out):
    """The verdict on a finding's issue when the whole ledger is walked without some claims."""
    rest = evolve(ledger, claims=tuple(claim for claim in ledger.claims if claim.id not in left_out))
    then = ct.track(rest)
    return fragility.state_of(fragility.successor(finding, then.findings, then.claims))


@given(claims=st.lists(CLAIM, min_size=1, max_size=6), judgements=st.lists(JUDGEMENT, max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_part_walked_again_gives_what_the_whole_would_give(claims, judgements):
    """For every claim and every outlet: it is named exactly where the whole ledger without it has another verdict."""
    ledger = ledger_of(claims, judgements)
    report = ct.track(ledger, fragility=True)
    units = {("claim", claim.id): {claim.id} for claim in report.claims.values()}
    for claim in report.claims.values():
        if claim.source.publisher:
            units.setdefault(("outlet", claim.source.publisher), set()).update(
                one.id for one in ledger.claims if one.source.publisher == claim.source.publisher
            )
    for finding in report.findings:
        told = {(str(one.kind), one.name): (one.after, one.split) for one in report.hangs_on(finding).hangs_on}
        for unit, left_out in units.items():
            becomes = slowly(ledger, finding, left_out)
            expected = None if becomes == fragility.state_of(finding) else becomes
            assert told.get(unit) == expected, (finding.id, unit)


@given(claims=st.lists(CLAIM, min_size=1, max_size=8), judgements=st.lists(JUDGEMENT, max_size=3))
@settings(max_examples=60, deadline=None)
def test_an_outline_is_its_finding_without_the_proof(claims, judgements):
    """The same issues, sides, verdicts, splits and claims, whether or not the look-alikes are known already."""
    ledger = ledger_of(claims, judgements)
    report = ct.track(ledger)
    comparer = comparer_of(ledger, ct.Settings())
    walk = _walker(comparer, ct.View())(ledger)
    found = walk(ledger)
    assert walk(ledger) == found
    told = [(one.issue, one.between, one.verdict, one.split, fragility.claims_of(one)) for one in report.findings]
    assert [(one.issue, one.between, one.verdict, one.split, one.claims) for one in found.findings] == told
    assert list(found.claims) == list(report.claims)
    some = {"what": frozenset(one.between for one in report.findings[::2])}
    among = _walker(comparer, ct.View(), some)(ledger)(ledger).findings
    assert list(among) == [one for one in found.findings if one.issue in some and one.between in some["what"]]


def test_with_many_sides_the_outlines_are_of_the_same_two():
    """Beyond `sides_limit` only those of which anything is known, at most `side_pairs_limit`."""
    sides = "abcdef"
    names = ", ".join(f"{side}: {side.upper()}" for side in sides)
    people = ", ".join(f"s{side}: {{name: S{side}, side: {side}}}" for side in sides)
    text = f"sides: {{{names}}}\nspeakers: {{{people}}}\nissues: {{what: {{question: What?}}}}\nclaims:\n"
    text += "".join(f"  - {{id: c{side}, speaker: s{side}, about: what, text: Talks go on.}}\n" for side in sides)
    ledger = ct.ledger_of(text)
    tight = ct.Settings(sides_limit=2, side_pairs_limit=4)
    comparer = comparer_of(ledger, tight)
    found = _walker(comparer, ct.View())(ledger)(ledger)
    told = [one.between for one in ct.track(ledger, settings=tight).findings]
    assert [one.between for one in found.findings] == told
    assert len(told) == 4


def test_a_chain_of_reprints_counts_as_one_origin():
    """No single outlet carries the verdict, the one readout behind both does."""
    one = {"text": "Talks go on in September.", "date": "2024-02-01", "about": "what", "holds": "yes", "supersedes": ""}
    claims = [
        {**one, "speaker": "ann", "outlet": "TASS"},
        {**one, "speaker": "ann", "outlet": "Reuters"},
        {**one, "speaker": "bob", "outlet": "Reuters"},
        {**one, "speaker": "bob", "outlet": "Xinhua"},
    ]
    report = ct.track(ledger_of(claims), fragility=True)
    (finding,) = [found for found in report.findings if found.issue == "what"]
    told = [(str(support.kind), support.claims, support.after) for support in report.hangs_on(finding).hangs_on]
    assert finding.verdict == "agree"
    assert told == [("origin", ("c0", "c1"), "one-sided"), ("origin", ("c2", "c3"), "one-sided")]


def test_nothing_is_told_where_nobody_asked():
    """And a part that is too large is said not to be tried."""
    one = {"text": "Talks go on.", "date": "", "about": "what", "holds": "yes", "supersedes": "", "outlet": ""}
    ledger = ledger_of([{**one, "speaker": "ann"}, {**one, "speaker": "bob"}])
    report = ct.track(ledger)
    assert report.hangs_on(report.findings[0]) is None


def test_a_part_that_is_too_large_is_said_not_to_be_tried(monkeypatch):
    """A limit that was reached is always stated."""
    monkeypatch.setattr(fragility, "_WORK", 1)
    one = {"text": "Talks go on.", "date": "", "about": "what", "holds": "yes", "supersedes": "", "outlet": ""}
    report = ct.track(ledger_of([{**one, "speaker": "ann"}, {**one, "speaker": "bob"}]), fragility=True)
    assert [report.hangs_on(found).tried for found in report.findings if found.issue == "what"] == [False]


def test_a_large_part_is_tried_issue_by_issue(monkeypatch):
    """As if its claims resembled no others; and it says so."""
    one = {"text": "Talks go on.", "date": "", "about": "what", "holds": "yes", "supersedes": "", "outlet": ""}
    ledger = ledger_of([{**one, "speaker": "ann"}, {**one, "speaker": "bob"}])
    within = ct.track(ledger, fragility=True).fragility
    monkeypatch.setattr(fragility, "_PART_WORK", 1)
    report = ct.track(ledger, fragility=True)
    assert [evolve(one, whole=True) for one in report.fragility] == list(within)
    assert not report.fragility[0].whole
    assert "own claims alone" in ct.render(report, "text")
