"""What changed between two ledgers, as text, Markdown and JSON."""

from collections import Counter
from collections.abc import Mapping, Sequence

from claimtrack.change import Cause, Difference, Edit, EditKind, Turn
from claimtrack.claim import Claim, Ledger
from claimtrack.renderers.json_values import Json, dumps
from claimtrack.renderers.markdown_words import code, escaped, row
from claimtrack.renderers.page import WIDTH, Page
from claimtrack.renderers.phrases import said_when, said_where

_VERBS = {
    EditKind.ADDED: "new",
    EditKind.REMOVED: "gone",
    EditKind.CHANGED: "changed",
    EditKind.JUDGED: "judged",
    EditKind.UNJUDGED: "judgement gone",
    EditKind.DECLARED: "issue changed",
    EditKind.WORDS: "the ledger's own words changed",
}
_NO_CAUSE = "no claim, judgement or position was found that does it alone"
_MOST = 8


def render_text(found: Difference, ledgers: Sequence[Ledger], *, color: bool = False, width: int = WIDTH) -> str:
    """Each verdict that changed with its causes, and how much else differs; `ledgers`: earlier and later."""
    page = Page(color=color, width=width)
    page.heading(f"{found.before} → {found.after}")
    page.line(summary(found))
    claims = _claims(ledgers)
    for turn in found.turns:
        page.blank()
        page.line(turn.question, style="bold")
        sides = " and ".join(_side(ledgers, side) for side in turn.between)
        page.pieces([(f"{turn.issue}: {sides}: ", "dim"), (f"{turn.before} → {turn.after}", "bold")])
        for cause in turn.causes:
            page.line(cause_words(cause), 2)
            for edit in cause.edits[:_MOST]:
                for words in _told(edit, claims):
                    page.line(words, 4, "dim")
        if not turn.causes:
            page.line(_NO_CAUSE, 2)
    return page.text()


def render_markdown(found: Difference, ledgers: Sequence[Ledger]) -> str:
    """A table of the verdicts that changed, and below it their causes."""
    lines = [f"# {escaped(found.before)} → {escaped(found.after)}", "", escaped(summary(found))]
    if found.turns:
        lines += ["", "| issue | sides | before | after | cause |", "|---|---|---|---|---|"]
    for turn in found.turns:
        sides = ", ".join(_side(ledgers, side) for side in turn.between)
        causes = "; ".join(cause_words(cause) for cause in turn.causes) or _NO_CAUSE
        verdicts = escaped(turn.before), f"**{escaped(turn.after)}**"
        lines.append(row((code(turn.issue), escaped(sides), *verdicts, escaped(causes))))
    return "\n".join(lines) + "\n"


def render_json(found: Difference) -> str:
    """Every verdict that changed, with its causes, and every edit."""
    return dumps(
        {
            "claimtrack": 1,
            "before": found.before,
            "after": found.after,
            "counts": {"changed": len(found.turns), "steady": found.steady, "edits": len(found.edits)},
            "turns": [_turn(turn) for turn in found.turns],
            "edits": [_edit(edit) for edit in found.edits],
        }
    )


def summary(found: Difference) -> str:
    """How many verdicts changed, and how much else differs, in a sentence."""
    kinds = Counter(edit.kind for edit in found.edits)
    told = ", ".join(
        words
        for words in (
            _counted(kinds[EditKind.ADDED], "claim added", "claims added"),
            _counted(kinds[EditKind.REMOVED], "claim removed", "claims removed"),
            _counted(kinds[EditKind.CHANGED], "claim changed", "claims changed"),
            _counted(kinds[EditKind.JUDGED] + kinds[EditKind.UNJUDGED], "judgement", "judgements"),
            _counted(kinds[EditKind.DECLARED], "issue changed", "issues changed"),
            "the ledger's own words changed" if kinds[EditKind.WORDS] else "",
        )
        if words
    )
    verdicts = _counted(len(found.turns), "verdict changed", "verdicts changed") or "no verdict changed"
    return f"{verdicts}, {found.steady} did not; {told or 'no claim differs'}."


def cause_words(cause: Cause) -> str:
    """“new: c105; without it partial”."""
    kinds: dict[EditKind, list[str]] = {}
    for edit in cause.edits:
        kinds.setdefault(edit.kind, []).append(" and ".join(edit.names))
    told = "; ".join(_VERBS[kind] + (f": {_listed(names)}" if any(names) else "") for kind, names in kinds.items())
    return f"{told}; without {'it' if len(cause.edits) == 1 else 'them'}: {cause.without}"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {rest} more" if rest > 0 else "")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""


def _claims(ledgers: Sequence[Ledger]) -> Mapping[str, tuple[Claim, Ledger]]:
    return {claim.id: (claim, ledger) for ledger in ledgers for claim in ledger.claims}


def _side(ledgers: Sequence[Ledger], side_id: str) -> str:
    return next((side.name for ledger in reversed(ledgers) for side in ledger.sides if side.id == side_id), side_id)


def _told(edit: Edit, claims: Mapping[str, tuple[Claim, Ledger]]) -> Sequence[str]:
    told = []
    for name in edit.names:
        if name in claims:
            claim, ledger = claims[name]
            speaker = ledger.speaker(claim.speaker)
            who = speaker.name if speaker is not None else claim.speaker
            head = " · ".join(part for part in (claim.id, who, said_when(claim), said_where(claim)) if part)
            told.append(f"{head}: {claim.text}")
    return told


def _turn(turn: Turn) -> Json:
    return {
        "issue": turn.issue,
        "question": turn.question,
        "between": list(turn.between),
        "before": turn.before,
        "after": turn.after,
        "causes": [{"edits": [_edit(edit) for edit in cause.edits], "without": cause.without} for cause in turn.causes],
    }


def _edit(edit: Edit) -> Json:
    return {"kind": str(edit.kind), "names": list(edit.names)}
