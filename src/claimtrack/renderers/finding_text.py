"""One finding, one proof, one claim on a page of text: what the report and `explain` show alike."""

from collections.abc import Sequence

from claimtrack.claim import Claim
from claimtrack.finding import Finding, Proof, Shift, Verdict
from claimtrack.renderers.comparison_text import marked_words
from claimtrack.renderers.hanging import hanging_words
from claimtrack.renderers.lines import Piece
from claimtrack.renderers.marking import PLAIN, Marked, marked_pair
from claimtrack.renderers.page import Page
from claimtrack.renderers.phrases import (
    BASES,
    StatedTexts,
    attribution,
    held_alone,
    proofs_to_show,
    said_when,
    side_name,
    silence_words,
    speaker_name,
)
from claimtrack.report import Report

STYLE = {
    Verdict.DIVERGE: "bold red",
    Verdict.PARTIAL: "yellow",
    Verdict.AGREE: "green",
    Verdict.ONE_SIDED: "dim",
    Verdict.UNKNOWN: "dim",
}
"""The colour of each verdict, beside its word."""


def write_finding(page: Page, report: Report, finding: Finding, texts: StatedTexts) -> None:
    """Question, verdict, what carries it, what each side says alone, splits and changes over time."""
    page.blank()
    page.line(finding.question, style="bold")
    page.pieces(standing_words(report, finding))
    for proof in proofs_to_show(finding):
        write_proof(page, report, proof)
    if not finding.because:
        for claim_id in dict.fromkeys(claim for view in finding.sides for claim in view.claims):
            write_claim(page, report, report.claims[claim_id])
    for side, positions in held_alone(texts, finding):
        page.line(f"{side_name(report, side)} alone: {'; '.join(positions)}", 2)
    for split in finding.splits:
        page.line(f"{side_name(report, split.side)} is split:", 2, "magenta")
        for proof in split.because:
            write_proof(page, report, proof)
    if finding.course:
        page.line("Over time:", 2)
        for shift in finding.course:
            page.line(shift_words(report, shift), 4)
    write_hanging(page, report, finding)
    if finding.note:
        page.line(f"Note: {finding.note}", 2)


def write_hanging(page: Page, report: Report, finding: Finding) -> None:
    """What the verdict hangs on, where that was asked."""
    fragility = report.hangs_on(finding)
    if fragility is not None:
        page.line("Hangs on:", 2)
        for words in hanging_words(finding, fragility):
            page.line(words, 4)


def standing_words(report: Report, finding: Finding) -> list[Piece]:
    """Issue, sides, verdict, basis, and why a side says nothing, in one line."""
    between = " and ".join(side_name(report, side) for side in finding.between)
    rest = ""
    if finding.verdict not in (Verdict.ONE_SIDED, Verdict.UNKNOWN):
        rest += f", {BASES[finding.basis]}"
    if finding.computed is not None:
        rest += f"; the wordings alone would give {finding.computed}"
    for view in finding.sides:
        if not view.claims:
            rest += f"; {side_name(report, view.side)}: {silence_words(report, view.silence)}"
    verdict = (str(finding.verdict), STYLE[finding.verdict])
    return [(f"{finding.issue}: {between}: ", "dim"), verdict, (rest, "dim")]


def write_proof(page: Page, report: Report, proof: Proof) -> None:
    """The rule, both claims with the words that differ marked, and every contrast."""
    left, right = report.claims[proof.left], report.claims[proof.right]
    page.line(f"{proof.relation}: {proof.rule}", 2, "italic")
    if left.id == right.id:
        write_claim(page, report, left)
        return
    pieces = marked_pair(proof.comparison)
    write_claim(page, report, left, pieces[0])
    write_claim(page, report, right, pieces[1])
    for contrast in proof.comparison.contrasts:
        told = f"{contrast.kind}: {contrast.reason}"
        if told != proof.rule:
            page.line(told, 4)


def write_claim(page: Page, report: Report, claim: Claim, pieces: Sequence[Marked] = ()) -> None:
    """A claim with its speaker, date, publisher, file and line; marked where it is given in pieces."""
    words = marked_words(pieces or [Marked(claim.text, PLAIN)])
    page.pieces([("“", ""), *words, ("”", "")] if claim.quote else words, 4)
    page.line(f"— {attribution(report, claim)}", 6, "dim")
    page.line(f"{claim.place.path}:{claim.place.line} {claim.id}", 6, "dim")
    if claim.note:
        page.line(f"note: {claim.note}", 6, "dim")


def shift_words(report: Report, shift: Shift) -> str:
    """When, who, what kind of change, and between which claims."""
    later = report.claims[shift.later]
    who = speaker_name(report, later.speaker)
    own = " (the same speaker)" if shift.speaker else ""
    side = side_name(report, shift.side)
    return f"{said_when(later)} {side}: {who}: {shift.kind} {shift.reason}{own} [{shift.earlier} → {shift.later}]"
