"""The report as Markdown, for a pull request or a page under git."""

from collections.abc import Sequence

from claimtrack.claim import Claim
from claimtrack.finding import Finding, Proof, Verdict
from claimtrack.quantity import quantity
from claimtrack.renderers.hanging import hanging_words
from claimtrack.renderers.markdown_words import code, escaped
from claimtrack.renderers.marking import ALONE, DIFFERS, Marked, marked_pair
from claimtrack.renderers.phrases import (
    BASES,
    MOST_COLUMNS,
    SIGNS,
    VERDICTS,
    StatedTexts,
    attribution,
    filter_words,
    held_alone,
    holders,
    proofs_to_show,
    said_when,
    shows_pairs,
    side_name,
    side_words,
    speaker_name,
    stated_texts,
    worded,
)
from claimtrack.renderers.pinned_words import broken_pins, pinned_title, pinned_words
from claimtrack.renderers.voices_markdown import ascriptions_lines, reprints_lines
from claimtrack.report import Report


def render(report: Report) -> str:
    """The whole report; what users wrote is escaped, so that it is shown and never obeyed."""
    lines = [f"# {escaped(report.title) or 'Claims'}", "", summary_line(report), "", *filter_lines(report)]
    lines += pinned_lines(report)
    lines += _notes(report)
    lines += _table(report)
    if shows_pairs(report):
        lines += ["", "In two wordings, **marked** words differ; *these* stand on one side alone."]
    texts = stated_texts(report)
    for verdict, word in VERDICTS.items():
        found = [finding for finding in report.findings if finding.verdict is verdict]
        if found:
            lines += ["", f"## {SIGNS[verdict]} {word.capitalize()} ({len(found)})"]
            for finding in found:
                lines += _finding(report, finding, texts)
    lines += _positions(report)
    lines += ascriptions_lines(report)
    lines += reprints_lines(report)
    lines += _suggestions(report)
    lines += _problems(report)
    return "\n".join(lines).rstrip("\n") + "\n"


def filter_lines(report: Report) -> list[str]:
    """The filters of the report; nothing where it has none."""
    filters = filter_words(report)
    return [f"Filters: {escaped(filters)}.", ""] if filters else []


def pinned_lines(report: Report) -> list[str]:
    """How many pinned conclusions hold, and each that does not."""
    if not report.pinned:
        return []
    broken = [f"- ≠ {escaped(pinned_words(one))} ({code(str(one.expected.place))})" for one in broken_pins(report)]
    return [f"{pinned_title(report)}.", "", *broken, *([""] if broken else [])]


def summary_line(report: Report) -> str:
    """Date, counts and verdicts in two sentences."""
    counts = report.counts
    verdicts = ", ".join(f"{counts.verdicts[verdict]} {word}" for verdict, word in VERDICTS.items())
    as_of = f"As of {report.as_of}: " if report.as_of else ""
    return (
        f"{as_of}{quantity(counts.claims, 'claim')} by {quantity(counts.speakers, 'speaker')} on "
        f"{quantity(counts.issues, 'issue')}. "
        f"Findings: {verdicts}; {counts.splits} split."
    )


def _notes(report: Report) -> list[str]:
    return [f"> {escaped(note)}" for note in report.notes] + ([""] if report.notes else [])


def _table(report: Report) -> list[str]:
    one_each = len(report.sides) <= MOST_COLUMNS
    sides = [escaped(side.name) for side in report.sides] if one_each else ["one side", "the other"]
    lines = [f"| issue | verdict | {' | '.join(sides)} |", "|---" * (len(sides) + 2) + "|"]
    for finding in report.findings:
        told = {side: escaped(", ".join(side_words(report, finding, side))) for side in finding.between}
        if one_each:
            cells = [told.get(side.id, "") for side in report.sides]
        else:
            cells = [f"{escaped(side_name(report, side))}: {words}" for side, words in told.items()]
        split = f" (split: {escaped(', '.join(finding.split))})" if finding.split else ""
        verdict = f"{SIGNS[finding.verdict]} {finding.verdict}{split}"
        lines.append(f"| {escaped(finding.issue)} | {verdict} | {' | '.join(cells)} |")
    return lines


def _finding(report: Report, finding: Finding, texts: StatedTexts) -> list[str]:
    lines = ["", f"### {escaped(finding.question)}", ""]
    basis = "" if finding.verdict in (Verdict.ONE_SIDED, Verdict.UNKNOWN) else f", {BASES[finding.basis]}"
    computed = f"; the wordings alone would give *{finding.computed}*" if finding.computed else ""
    between = " – ".join(escaped(side_name(report, side)) for side in finding.between)
    lines.append(f"{code(finding.issue)} · {between} · **{finding.verdict}**{basis}{computed}")
    for proof in proofs_to_show(finding):
        lines += _proof(report, proof)
    if not finding.because:
        lines += [""] + [_claim_line(report, report.claims[claim]) for view in finding.sides for claim in view.claims]
    for side, positions in held_alone(texts, finding):
        lines += ["", f"{escaped(side_name(report, side))} alone: {escaped('; '.join(positions))}"]
    for split in finding.splits:
        lines += ["", f"**{escaped(side_name(report, split.side))} is split:**"]
        for proof in split.because:
            lines += _proof(report, proof)
    fragility = report.hangs_on(finding)
    if fragility is not None:
        lines += ["", "Hangs on:", "", *(f"- {escaped(words)}" for words in hanging_words(finding, fragility))]
    if finding.course:
        lines += ["", "Over time:", ""]
        for shift in finding.course:
            later = report.claims[shift.later]
            who = escaped(speaker_name(report, later.speaker))
            lines.append(f"- {said_when(later)}, {who}: {shift.kind} {escaped(shift.reason)} ({code(shift.later)})")
    return lines


def _proof(report: Report, proof: Proof) -> list[str]:
    left, right = report.claims[proof.left], report.claims[proof.right]
    if left.id == right.id:
        return ["", f"*{proof.relation}*: {escaped(proof.rule)}", "", _claim_line(report, left)]
    lines = ["", f"*{proof.relation}*: {escaped(proof.rule)}", ""]
    for claim, pieces in zip((left, right), marked_pair(proof.comparison), strict=True):
        lines.append(_quoted(report, claim, pieces))
    told = [f"{contrast.kind}: {contrast.reason}" for contrast in proof.comparison.contrasts]
    lines += [f"  - {escaped(one)}" for one in told if one != proof.rule]
    return lines


def _quoted(report: Report, claim: Claim, pieces: Sequence[Marked]) -> str:
    words = "".join(
        f"{_MARKS[mark]}{escaped(some)}{_MARKS[mark]}" if mark in _MARKS else _spaced(some) for some, mark in pieces
    )
    return f"- {f'“{words}”' if claim.quote else words}  \n  {_whence(report, claim)}"


_MARKS = {DIFFERS: "**", ALONE: "*"}


def _spaced(piece: str) -> str:
    """Escaped, with the blanks at its ends kept: they stand between marked words."""
    body = escaped(piece)
    return (" " if piece[:1].isspace() else "") + body + (" " if piece[-1:].isspace() and body else "")


def _claim_line(report: Report, claim: Claim) -> str:
    return f"- {escaped(worded(claim))}  \n  {_whence(report, claim)}"


def _whence(report: Report, claim: Claim) -> str:
    place = code(f"{claim.place.path}:{claim.place.line}")
    return f"— {escaped(attribution(report, claim))} · {place} ({code(claim.id)})"


def _positions(report: Report) -> list[str]:
    held = [position for position in report.positions if position.stated or len(position.claims) > 1]
    if not held:
        return []
    lines = ["", "## Positions", "", "| issue | position | held by | since | claims |", "|---|---|---|---|---|"]
    for position in held:
        held_by = escaped(", ".join(holders(report, position)))
        since = str(position.since) if position.since else ""
        claims = escaped(", ".join(position.claims))
        lines.append(f"| {escaped(position.issue)} | {escaped(position.text)} | {held_by} | {since} | {claims} |")
    return lines


def _suggestions(report: Report) -> list[str]:
    if not report.suggestions:
        return []
    lines = ["", f"## Links for a person to judge ({len(report.suggestions)})", ""]
    lines += [f"- {code(link.left)} {code(link.right)} {link.paraphrase:.2f}" for link in report.suggestions]
    return lines


def _problems(report: Report) -> list[str]:
    if not report.problems:
        return []
    lines = ["", f"## Problems ({len(report.problems)})", ""]
    for problem in report.problems:
        about = f"{problem.code} {escaped(problem.name)} ({problem.level})"
        lines.append(f"- {code(str(problem.place))} {about}: {escaped(problem.message)}")
    return lines
