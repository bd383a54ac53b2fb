"""GraphML: who agrees and who conflicts, as networkx, Gephi and Cytoscape open it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from claimtrack.cells import joined
from claimtrack.claim import Ledger
from claimtrack.evidence import Relation
from claimtrack.finding import Verdict
from claimtrack.renderers.shown import referenced
from claimtrack.report import Report

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIELDS = (
    ("node", "label", "string"),
    ("node", "kind", "string"),
    ("node", "sides", "string"),
    ("node", "claims", "int"),
    ("edge", "relation", "string"),
    ("edge", "weight", "int"),
    ("edge", "issues", "string"),
)
_WORDS = {Verdict.AGREE: "agree", Verdict.PARTIAL: "partial", Verdict.DIVERGE: "conflict"}


class _Edge(NamedTuple):
    one: str
    other: str
    relation: str


def export(ledger: Ledger, report: Report) -> str:
    """An undirected graph of sides and speakers that have claims (GraphML 1.0).

    Two speakers *agree* on the issues where claims of theirs hold one position, and *conflict* on those where claims of
    theirs carry a divergence or a split; two sides agree, are `partial` or conflict as the findings have it. `weight`
    counts the issues, `issues` names them. Two nodes can have an edge of each relation.
    """
    edges = {**_of_speakers(report), **_of_sides(report)}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for what, name, kind in _FIELDS:
        lines.append(f'  <key id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="{kind}"/>')
    lines.append('  <graph id="claims" edgedefault="undirected">')
    lines += _nodes(ledger, report)
    for number, (edge, issues) in enumerate(sorted(edges.items()), 1):
        lines.append(f'    <edge id="e{number}" source={_attribute(edge.one)} target={_attribute(edge.other)}>')
        lines += _data("edge", relation=edge.relation, weight=len(issues), issues=joined(sorted(issues)))
        lines.append("    </edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _nodes(ledger: Ledger, report: Report) -> Iterator[str]:
    said: dict[str, int] = {}
    spoken_for: dict[str, dict[str, None]] = {}
    for claim in report.claims.values():
        for name in (_speaker(claim.speaker), *map(_side, claim.sides)):
            said[name] = said.get(name, 0) + 1
        spoken_for.setdefault(claim.speaker, {}).update(dict.fromkeys(claim.sides))
    for side in ledger.sides:
        yield from _node(_side(side.id), label=side.name, kind="side", claims=said.get(_side(side.id), 0))
    for speaker in ledger.speakers:
        if speaker.id in spoken_for:
            sides = joined(spoken_for[speaker.id])
            name = _speaker(speaker.id)
            yield from _node(name, label=speaker.name, kind="speaker", sides=sides, claims=said[name])


def _node(name: str, **data: str | int) -> Iterator[str]:
    yield f"    <node id={_attribute(name)}>"
    yield from _data("node", **data)
    yield "    </node>"


def _of_speakers(report: Report) -> Mapping[_Edge, set[str]]:
    edges: dict[_Edge, set[str]] = {}
    for held in report.positions:
        speakers = sorted({report.claims[one].speaker for one in held.claims if one in report.claims})
        for one, other in combinations(speakers, 2):
            edges.setdefault(_Edge(_speaker(one), _speaker(other), "agree"), set()).add(held.issue)
    for finding in report.findings:
        proofs = [*finding.because, *(proof for split in finding.splits for proof in split.because)]
        for proof in proofs:
            if proof.relation is Relation.DIVERGE:
                one, other = sorted(_speaker(report.claims[name].speaker) for name in (proof.left, proof.right))
                if one != other:
                    edges.setdefault(_Edge(one, other, "conflict"), set()).add(finding.issue)
    return edges


def _of_sides(report: Report) -> Mapping[_Edge, set[str]]:
    edges: dict[_Edge, set[str]] = {}
    for finding in report.findings:
        if finding.verdict in _WORDS:
            one, other = sorted(map(_side, finding.between))
            edges.setdefault(_Edge(one, other, _WORDS[finding.verdict]), set()).add(finding.issue)
    return edges


def _side(name: str) -> str:
    return f"side:{name}"


def _speaker(name: str) -> str:
    return f"speaker:{name}"


def _data(what: str, **values: str | int) -> Iterable[str]:
    return [
        f'      <data key="{what}-{name}">{referenced(escape(_clean(str(value))))}</data>'
        for name, value in values.items()
        if value != ""
    ]


def _attribute(text: str) -> str:
    return referenced(quoteattr(_clean(text)))


def _clean(text: str) -> str:
    """What XML 1.0 can hold."""
    return _NO_XML.sub("\ufffd", text)
