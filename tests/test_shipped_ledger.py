"""The ledger in claims/: what an analyst would publish of it must come out."""

from pathlib import Path

import pytest

import claimtrack as ct

LEDGER = Path(__file__).parents[1] / "claims"


@pytest.fixture(scope="module")
def ledger() -> ct.Ledger:
    """The shipped ledger."""
    return ct.load_ledger(LEDGER)


@pytest.fixture(scope="module")
def report(ledger) -> ct.Report:
    """The report on it."""
    return ct.track(ledger)


def finding(report: ct.Report, issue: str) -> ct.Finding:
    """The one finding on an issue."""
    (found,) = [one for one in report.findings if one.issue == issue]
    return found


def test_all_is_well_in_the_files(ledger, report):
    """No problem at all, and all claims of the facts are there with those of the seed story."""
    assert report.problems == ()
    assert {f"c{number:03}" for number in range(1, 179)} <= {claim.id for claim in ledger.claims}
    for claim in ledger.claims:
        assert claim.source.url.startswith("http"), claim.id
        assert claim.form is not None, claim.id
        assert claim.cue, claim.id


def test_the_seed_story_is_a_sheet_of_its_own(ledger):
    """What the story of 8 September 2021 attributes, to whom."""
    sheet = [claim for claim in ledger.claims if claim.place.path.endswith("2021-09-08-focus-washington.yaml")]
    assert {"c095", "c102", "c105", "c108", "c109"} <= {claim.id for claim in sheet}
    assert {"ryabkov", "lavrov", "price", "pentagon", "biden-and-putin"} <= {claim.speaker for claim in sheet}


def test_the_sides_diverge_on_scope(report):
    """Every nuclear warhead against all strategic arms; stated, with the proof, and the wordings come to the same."""
    found = finding(report, "scope")
    assert (found.verdict, found.basis) == ("diverge", "stated")
    assert any("exclude each other" in proof.rule for proof in found.because)
    assert found.computed is None


def test_one_speech_in_six_outlets_is_current_in_all_of_them(report):
    """Of Lavrov's words of 31 August the version without a day of speech neither replaces the others nor moves him."""
    (russia,) = [view for view in finding(report, "scope").sides if view.side == "russia"]
    assert {"c099", "c100", "c101", "c102", "c103", "c166"} <= set(russia.claims)
    chains = [set(chain.claims) for chain in report.reprints]
    for found in report.findings:
        for shift in found.course:
            assert not any({shift.earlier, shift.later} <= chain for chain in chains)


def test_the_sides_diverge_on_working_groups_after_july(report):
    """To be settled by the next plenary, against no understanding yet; also as of the day after."""
    assert finding(report, "working-groups").verdict == "diverge"


def test_the_verdict_on_working_groups_holds_as_of_the_day_after(ledger):
    """As of 29 July."""
    view = ct.View(as_of=ct.parse_when("2021-07-29"))
    assert finding(ct.track(ledger, view=view), "working-groups").verdict == "diverge"


def test_the_date_of_round_two_narrows_and_does_not_diverge(report):
    """September, end of September, next week, 30 September."""
    found = finding(report, "round-2-date")
    assert found.verdict in ("agree", "partial")
    assert found.split == ()
    narrowings = [shift for shift in found.course if shift.kind == "narrowing"]
    assert {shift.side for shift in narrowings} == {"russia", "usa"}
    assert not [shift for shift in found.course if shift.kind == "reversal"]


def test_russia_is_split_on_what_july_was(report):
    """Peskov says negotiation, Ryabkov something less formal, on one day."""
    found = finding(report, "july-nature")
    assert found.split == ("russia",)
    proof = found.splits[0].because[0]
    assert {proof.left, proof.right} == {"c059", "c074"}


def test_the_two_readouts_of_the_august_call_are_partial(report):
    """Purpose against topics; the merged account of the seed story is one of them."""
    found = finding(report, "austin-shoigu-call")
    assert found.verdict == "partial"
    assert "c095" in found.sides[1].claims
    assert "MERGED" in report.claims["c095"].note
    for proof in found.because:
        assert proof.comparison.left != proof.comparison.right


def test_the_published_numbers_agree(report):
    """The counts of 1 March 2021."""
    assert finding(report, "new-start-numbers").verdict == "agree"


def test_issues_of_one_side_are_one_sided(report):
    """At least a dozen, each with claims of one side alone."""
    lonely = [found for found in report.findings if found.verdict == "one-sided"]
    assert len(lonely) > 12
    for found in lonely:
        assert sum(bool(view.claims) for view in found.sides) == 1


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_page_is_made_and_names_each_issue(report, form):
    """And the text page keeps to 80 columns."""
    page = ct.render(report, form)
    for found in report.findings:
        assert found.issue in page or found.issue.replace("_", "\\_") in page
    if form == "text":
        assert max(map(len, page.splitlines())) <= 80


def test_words_quoted_by_a_proof_stand_at_the_place_it_names(report):
    """Law 21: every pair reported quotes words found at the file and line it names."""
    for found in report.findings:
        for proof in found.because:
            for claim_id in (proof.left, proof.right):
                claim = report.claims[claim_id]
                lines = (LEDGER / Path(claim.place.path).name).read_text(encoding="utf-8").splitlines()
                assert claim.id in lines[claim.place.line - 1]
                body = " ".join(" ".join(lines[claim.text_place.line - 1 :]).split())
                assert claim.text[:60] in body


def test_a_format_that_is_not_there_is_refused(report):
    """With the ones that are."""
    with pytest.raises(ct.UsageError, match="text, markdown, json"):
        ct.render(report, "papyrus")
