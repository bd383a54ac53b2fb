"""The report as a pull-request comment or a job's summary: what matters first, the rest folded."""

from claimtrack.finding import Finding, Verdict
from claimtrack.quantity import quantity
from claimtrack.renderers.hanging import hanging_words
from claimtrack.renderers.markdown import filter_lines, pinned_lines, summary_line
from claimtrack.renderers.markdown_words import code, escaped, row
from claimtrack.renderers.phrases import SIGNS, VERDICTS, attribution, side_name, side_words, worded
from claimtrack.report import Report

MOST = 60_000
"""Characters up to which GitHub takes a comment, with room to spare (its limit is 65,536)."""
_CUT = "\n\n*Cut here: `claimtrack report --format markdown` has all.*\n"


def render(report: Report) -> str:
    """Counts, pinned conclusions, divergences and splits with their words, then every verdict in a folded table."""
    lines = [f"## {escaped(report.title) or 'Claims'}", "", summary_line(report), ""]
    lines += [*filter_lines(report), *pinned_lines(report)]
    for finding in report.findings:
        if finding.verdict is Verdict.DIVERGE or finding.splits:
            lines += _finding(report, finding)
    errors = report.errors()
    if errors:
        lines += ["", f"### {quantity(len(errors), 'error')}", ""]
        lines += [f"- {code(str(problem.place))} {problem.code}: {escaped(problem.message)}" for problem in errors]
    for verdict, word in VERDICTS.items():
        found = [finding for finding in report.findings if finding.verdict is verdict]
        if found:
            lines += _folded(report, f"{SIGNS[verdict]} {word} ({len(found)})", found)
    return _fitting("\n".join(lines) + "\n")


def _finding(report: Report, finding: Finding) -> list[str]:
    between = " – ".join(escaped(side_name(report, side)) for side in finding.between)
    split = f", split: {escaped(', '.join(finding.split))}" if finding.splits else ""
    lines = ["", f"### {SIGNS[finding.verdict]} {escaped(finding.question)}", ""]
    lines += [f"{code(finding.issue)} · {between} · **{finding.verdict}{split}**", ""]
    proofs = [*finding.because[:1], *(proof for one in finding.splits for proof in one.because[:1])]
    for proof in proofs:
        lines.append(f"*{proof.relation}*: {escaped(proof.rule)}")
        for claim_id in dict.fromkeys((proof.left, proof.right)):
            claim = report.claims[claim_id]
            lines.append(f"- {escaped(worded(claim))} — {escaped(attribution(report, claim))} ({code(claim.id)})")
        lines.append("")
    fragility = report.hangs_on(finding)
    if fragility is not None:
        lines += ["Hangs on:", *(f"- {escaped(words)}" for words in hanging_words(finding, fragility))]
    return lines


def _folded(report: Report, title: str, found: list[Finding]) -> list[str]:
    lines = ["", f"<details><summary>{title}</summary>", "", "| issue | sides | what they say |", "|---|---|---|"]
    for finding in found:
        told = "; ".join(
            f"{side_name(report, side)}: {', '.join(side_words(report, finding, side))}" for side in finding.between
        )
        sides = ", ".join(finding.between)
        lines.append(row((code(finding.issue), escaped(sides), escaped(told))))
    return [*lines, "", "</details>"]


def _fitting(page: str) -> str:
    """The page up to the last whole line that fits; a first line that is too long by itself is cut inside."""
    if len(page) <= MOST:
        return page
    kept = page[: MOST - len(_CUT)]
    ends = kept.rfind("\n")
    kept = kept[:ends] if ends > 0 else kept.rstrip("\\")
    opened = kept.count("<details>") > kept.count("</details>")
    return kept + ("\n\n</details>" if opened else "") + _CUT
