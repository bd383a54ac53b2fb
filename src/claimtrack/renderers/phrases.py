"""The phrases that text pages share: who said it, when and where it stands; words that differ; names of verdicts."""

from collections.abc import Mapping

from claimtrack.claim import Attitude, Claim, is_made, standing_verb, standing_words
from claimtrack.finding import Basis, Finding, HeldPosition, Proof, SideView, Silence, Verdict
from claimtrack.report import Report

VERDICTS = {
    Verdict.DIVERGE: "diverge",
    Verdict.PARTIAL: "partial",
    Verdict.AGREE: "agree",
    Verdict.ONE_SIDED: "one-sided",
    Verdict.UNKNOWN: "unknown",
}
"""The verdicts in the order in which a page tells of them, with the word that it uses."""

SIGNS = {
    Verdict.DIVERGE: "≠",
    Verdict.PARTIAL: "≈",
    Verdict.AGREE: "=",
    Verdict.ONE_SIDED: "·",
    Verdict.UNKNOWN: "?",
}
"""A shape for each verdict, so that colour never stands alone."""

BASES = {
    Basis.STATED: "stated in the ledger",
    Basis.JUDGED: "judged by a person",
    Basis.COMPUTED: "computed from the wordings",
}

MOST_COLUMNS = 8
"""Sides up to which a table has a column for each; beyond it one for each of the two."""

UNDER_FILTERS = "nothing under these filters"

StatedTexts = Mapping[str, Mapping[str, str]]
"""By issue and position, the wording that the editor gave."""


def speaker_name(report: Report, speaker_id: str) -> str:
    """The name of a speaker; the id where the ledger has none."""
    speaker = report.speakers.get(speaker_id)
    return speaker.name if speaker is not None else speaker_id


def side_name(report: Report, side_id: str) -> str:
    """The name of a side; the id where the ledger has none."""
    side = report.side(side_id)
    return side.name if side is not None else side_id


def holders(report: Report, position: HeldPosition) -> tuple[str, ...]:
    """Who holds a position, or did: the names of the sides, then those of speakers who speak for none."""
    claims = (report.claims[claim] for claim in position.claims)
    alone = dict.fromkeys(claim.speaker for claim in claims if not claim.sides)
    return (
        *(side_name(report, side) + " (earlier)" * (side in position.former) for side in position.sides),
        *(f"{speaker_name(report, speaker)} (no side)" for speaker in alone),
    )


def worded(claim: Claim) -> str:
    """The wording of a claim, between quotation marks where it is verbatim."""
    return f"“{claim.text}”" if claim.quote else claim.text


def said_when(claim: Claim) -> str:
    """The date of a claim as the ledger has it: said, else published, else that none is known."""
    if claim.date is not None:
        return str(claim.date)
    if claim.source.date is not None:
        return f"published {claim.source.date}"
    return "no date"


def said_where(claim: Claim) -> str:
    """The publisher with who passed it on, nearest first."""
    publisher = claim.source.publisher or claim.source.title
    return ", via ".join((publisher, *claim.via)) if publisher else ", via ".join(claim.via)


def attribution(report: Report, claim: Claim) -> str:
    """Speaker, date and publisher in one line."""
    parts = (speaker_name(report, claim.speaker), said_when(claim), said_where(claim))
    return " · ".join(part for part in parts if part)


def filter_words(report: Report) -> str:
    """The filters of a report in one line; empty where it has none."""
    view = report.view
    days = (("as of", view.as_of), ("since", view.since), ("until", view.until))
    names = (("side", view.sides), ("speaker", view.speakers), ("issue", view.issues))
    told = [f"{word} {day}" for word, day in days if day is not None]
    told += [f"{kind}{'s' * (len(given) > 1)}: {', '.join(given)}" for kind, given in names if given]
    return "; ".join(told)


def silence_words(report: Report, silence: Silence) -> str:
    """Why a side says nothing; where filters may have left out what it says, no more than that."""
    return UNDER_FILTERS if silence == Silence.NOT_COVERED and report.view.thins() else str(silence)


def side_words(report: Report, finding: Finding, side: str) -> tuple[str, ...]:
    """What stands in the table for one side: its positions, that it speaks, or why it says nothing."""
    view = next(view for view in finding.sides if view.side == side)
    if view.silence is not Silence.SPEAKS:
        return (silence_words(report, view.silence),)
    stated = [parted(position) for position in view.positions if not is_made(position)]
    return tuple(_standing(report, view, *one) for one in stated) or ("speaks",)


def _standing(report: Report, view: SideView, position: str, attitude: Attitude) -> str:
    said = (report.claims[claim] for claim in view.claims)
    verb = standing_verb((claim.stance for claim in said if claim.holds == position), attitude)
    return standing_words(verb, attitude, position)


def parted(standing: str) -> tuple[str, Attitude]:
    """The id of a standing as the position's and the attitude to it: `spring:against` is to deny `spring`."""
    position, _, attitude = standing.partition(":")
    return position, Attitude(attitude or Attitude.FOR)


def stated_texts(report: Report) -> StatedTexts:
    """The wordings of the stated positions of every issue, for `held_alone`."""
    found: dict[str, dict[str, str]] = {}
    for one in report.positions:
        if one.stated:
            found.setdefault(one.issue, {})[one.id] = one.text
    return found


def held_alone(stated: StatedTexts, finding: Finding) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each side of a compatible pair says that the other does not: side, and the stated positions held alone."""
    if finding.verdict not in (Verdict.PARTIAL, Verdict.AGREE):
        return ()
    texts = stated.get(finding.issue, {})
    left, right = finding.sides
    found = []
    for mine, yours in ((left, right), (right, left)):
        alone = tuple(texts[one] for one in mine.positions if one in texts and one not in yours.positions)
        if alone:
            found.append((mine.side, alone))
    return tuple(found)


def shows_pairs(report: Report) -> bool:
    """Does a proof set two wordings side by side?"""
    proofs = (
        proof
        for finding in report.findings
        for because in (finding.because, *(split.because for split in finding.splits))
        for proof in because
    )
    return any(proof.left != proof.right for proof in proofs)


def proofs_to_show(finding: Finding) -> tuple[Proof, ...]:
    """The proofs without repeats of one pair of claims."""
    seen: dict[tuple[str, str], Proof] = {}
    for proof in finding.because:
        seen.setdefault((proof.left, proof.right), proof)
    return tuple(seen.values())
