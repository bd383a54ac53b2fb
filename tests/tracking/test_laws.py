"""Laws of tracking, on ledgers that hypothesis makes."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct

SENTENCES = st.sampled_from(
    [
        "The bridge was destroyed on 28 July.",
        "The bridge was not destroyed.",
        "Twelve trucks were lost when the bridge fell.",
        "40 trucks were lost when the bridge fell.",
        "Talks go on in September.",
        "Talks go on at the end of September.",
        "Nobody knows who built it.",
    ]
)
CLAIM = st.tuples(
    st.sampled_from(["ann", "bob"]),
    SENTENCES,
    st.sampled_from(["", "2024-02-01", "2024-03"]),
    st.sampled_from(["", "what", "why"]),
)
CLAIMS = st.lists(CLAIM, max_size=7)
HEAD = {
    "head.yaml": "sides: {north: North, south: South}\n"
    "speakers: {ann: {name: Ann, side: north}, bob: {name: Bob, side: south}}\n"
    "issues: {what: {question: What?}, why: {question: Why?}}\n"
}


def line(number: int, claim: tuple[str, str, str, str]) -> str:
    """One claim in YAML."""
    speaker, text, date, about = claim
    keys = {"id": f"c{number}", "speaker": speaker, "date": date, "about": about, "text": text}
    return "  - {" + ", ".join(f"{key}: {json.dumps(value)}" for key, value in keys.items() if value) + "}\n"


def report(files: dict[str, list[str]]) -> ct.Report:
    """The report on these claims in these files."""
    texts = {name: "claims:\n" + "".join(lines) for name, lines in files.items() if lines}
    return ct.track(ct.ledger_of({**HEAD, **texts}))


def findings(found: ct.Report) -> object:
    """What a report says, without places."""
    data = json.loads(ct.render(found, "json"))
    return [data["findings"], data["positions"], data["links"], data["suggestions"], data["counts"]["verdicts"]]


@given(claims=CLAIMS, seed=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_claims_and_files_changes_nothing(claims, seed):
    """Laws 2 and 3: the order of claims and files, and splitting a file, change nothing but places."""
    lines = [line(number, claim) for number, claim in enumerate(claims)]
    shuffled = list(lines)
    seed.shuffle(shuffled)
    half = len(shuffled) // 2
    split = report({"z.yaml": shuffled[:half], "a.yaml": shuffled[half:]})
    assert findings(split) == findings(report({"one.yaml": lines}))


@given(claims=CLAIMS)
@settings(max_examples=40, deadline=None)
def test_counts_in_the_summary_equal_the_rows(claims):
    """Law 20: counts equal rows in detail equal items in the JSON."""
    found = report({"one.yaml": [line(number, claim) for number, claim in enumerate(claims)]})
    data = json.loads(ct.render(found, "json"))
    assert sum(data["counts"]["verdicts"].values()) == len(data["findings"])
    for key in ("claims", "positions", "links", "suggestions", "problems"):
        assert data["counts"][key] == len(data[key])
    for text in (ct.render(found, "text"), ct.render(found, "markdown")):
        assert text.endswith("\n")


@given(claims=st.lists(CLAIM, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_an_unrelated_claim_changes_no_other_link(claims):
    """Law 16: adding an unrelated claim changes no other link."""
    lines = [line(number, claim) for number, claim in enumerate(claims)]
    more = '  - {id: zz, speaker: ann, text: "Quokkas xylophone merrily."}\n'
    assert report({"one.yaml": lines}).links == report({"one.yaml": [*lines, more]}).links


@given(claims=st.lists(CLAIM, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_a_duplicate_changes_no_verdict(claims):
    """Law 17: adding a duplicate changes no verdict, only counts."""
    claims = [(*claim[:3], claim[3] or "what") for claim in claims]
    lines = [line(number, claim) for number, claim in enumerate(claims)]
    again = line(99, claims[0])
    before, after = report({"one.yaml": lines}), report({"one.yaml": [*lines, again]})
    assert [(f.id, f.verdict) for f in before.findings] == [(f.id, f.verdict) for f in after.findings]
