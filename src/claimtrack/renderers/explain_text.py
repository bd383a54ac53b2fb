"""The whole proof of a verdict as text: what each side says, by which rule, on which words, and what it hangs on."""

from collections.abc import Sequence

from claimtrack.claim import Claim, Stance
from claimtrack.evidence import Comparison
from claimtrack.finding import Basis, Finding, Proof, SideView, Verdict
from claimtrack.renderers.comparison_text import contrast_line, marked_words
from claimtrack.renderers.finding_text import shift_words, standing_words, write_hanging
from claimtrack.renderers.marking import PLAIN, Marked, marked_pair
from claimtrack.renderers.page import WIDTH, Page
from claimtrack.renderers.phrases import BASES, attribution, side_name, silence_words
from claimtrack.renderers.voices_text import write_ascription, write_reprint
from claimtrack.report import Report

_RULES = {
    Verdict.DIVERGE: "some current claim of one side cannot hold beside some current claim of the other",
    Verdict.AGREE: "the sides hold the same position, and nothing of theirs diverges",
    Verdict.PARTIAL: "what the sides say is compatible, but not the same",
    Verdict.ONE_SIDED: "only one side speaks to it",
    Verdict.UNKNOWN: "neither side speaks to it",
}
_MOST_SIGNALS = 5


def render_explanation(report: Report, findings: Sequence[Finding], *, color: bool = False, width: int = WIDTH) -> str:
    """Everything that the verdicts of some findings of one issue rest on."""
    page = Page(color=color, width=width)
    for finding in findings:
        _finding(page, report, finding)
    issues = {finding.issue for finding in findings}
    said = [one for one in report.ascriptions if one.issue in issues]
    if said:
        page.heading("Words in another's mouth")
        for one in said:
            write_ascription(page, report, one)
    retold = [one for one in report.reprints if one.issue in issues]
    if retold:
        page.heading("Versions of one utterance")
        for chain in retold:
            write_reprint(page, report, chain)
    for note in report.notes:
        page.line(f"Note: {note}")
    return page.text()


def _finding(page: Page, report: Report, finding: Finding) -> None:
    page.heading(finding.question)
    page.pieces(standing_words(report, finding))
    page.line(f"Rule: {_RULES[finding.verdict]}.")
    for view in finding.sides:
        _side(page, report, view)
    for proof in finding.because:
        _proof(page, report, proof)
    for split in finding.splits:
        page.blank()
        page.line(f"{side_name(report, split.side)} is split: its own current claims cannot both hold", style="magenta")
        for proof in split.because:
            _proof(page, report, proof)
    if finding.course:
        page.heading("Over time")
        for shift in finding.course:
            page.line(shift_words(report, shift))
    if report.hangs_on(finding) is not None:
        page.blank()
        write_hanging(page, report, finding)
    if finding.note:
        page.blank()
        page.line(f"Note: {finding.note}")


def _side(page: Page, report: Report, view: SideView) -> None:
    name = side_name(report, view.side)
    if not view.claims:
        page.heading(f"{name}: {silence_words(report, view.silence)}")
        return
    page.heading(f"{name} says")
    for claim_id in view.claims:
        _claim(page, report, report.claims[claim_id])
    if view.earlier:
        page.line("earlier:", 2, "dim")
        for claim_id in view.earlier:
            claim = report.claims[claim_id]
            page.line(f"{claim_id} {_position(claim)} — {attribution(report, claim)}", 4, "dim")


def _claim(page: Page, report: Report, claim: Claim) -> None:
    page.line(f"{claim.id} {_position(claim)}", 2, "bold")
    page.line(f"“{claim.text}”" if claim.quote else claim.text, 4)
    page.line(f"— {attribution(report, claim)}", 6, "dim")
    page.line(f"{claim.place.path}:{claim.place.line}", 6, "dim")
    if claim.source.url:
        page.line(claim.source.url, 6, "dim")


def _position(claim: Claim) -> str:
    if not claim.holds:
        return "(no position stated)"
    return f"“{claim.holds}”" if claim.stance is Stance.AFFIRMS else f"“{claim.holds}” ({claim.stance})"


def _proof(page: Page, report: Report, proof: Proof) -> None:
    page.heading(f"Because: {proof.relation}, {BASES[proof.basis]}")
    page.line(proof.rule, style="italic")
    left, right = report.claims[proof.left], report.claims[proof.right]
    if left.id == right.id:
        _worded(page, left, [Marked(left.text, PLAIN)])
        return
    for claim, pieces in zip((left, right), marked_pair(proof.comparison), strict=True):
        _worded(page, claim, pieces)
    _wordings(page, proof.comparison, proof.basis)


def _worded(page: Page, claim: Claim, pieces: Sequence[Marked]) -> None:
    page.line(f"{claim.id} {claim.place.path}:{claim.text_place.line}", 2, "dim")
    page.pieces(marked_words(pieces), 4)


def _wordings(page: Page, found: Comparison, basis: Basis) -> None:
    aside = "" if basis is Basis.COMPUTED else "; not what decides"
    page.line(
        f"computed: {found.relation}, paraphrase {found.paraphrase:.2f}, similarity {found.similarity:.2f}{aside}",
        2,
    )
    for contrast in found.contrasts:
        page.line(f"contrast {contrast_line(contrast)}", 4)
    for one in sorted(found.signals, key=lambda one: (-abs(one.weight), one.name))[:_MOST_SIGNALS]:
        page.line(f"signal {one.name} {one.value:.2f}, weighs {one.weight:+.2f}", 4, "dim")
