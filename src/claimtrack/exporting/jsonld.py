"""JSON-LD: claims as schema.org has them, with how they stand to one another, and reviews where a person rated them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import fields, frozen

from claimtrack.claim import Claim, Ledger, Source, Speaker
from claimtrack.errors import UsageError
from claimtrack.evidence import Relation
from claimtrack.exporting.csl import source_id
from claimtrack.finding import Verdict
from claimtrack.renderers.json_values import dumps
from claimtrack.report import Report
from claimtrack.when import Precision, When

Json = dict[str, Any]
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "claimtrack": "urn:claimtrack:",
    **{word: {"@id": f"claimtrack:{word}", "@type": "@id"} for word in ("says", "partlySays", "conflictsWith")},
    "replaces": {"@id": "claimtrack:replaces", "@type": "@id"},
}
_WORDS = {Relation.SAME: "says", Relation.PARTIAL: "partlySays", Relation.DIVERGE: "conflictsWith"}


@frozen(kw_only=True)
class Rating:
    """A person's rating of a claim: the word for it, a figure on a scale where there is one, who gave it and where."""

    claim: str
    rating: str
    value: str = ""
    best: str = ""
    worst: str = ""
    by: str = ""
    url: str = ""
    date: str = ""


def ratings_of(ledger: Ledger, rows: Iterable[tuple[int, Mapping[str, Any]]], path: str) -> tuple[Rating, ...]:
    """Ratings from the rows of a table with the names of `Rating`'s fields, each with its line.

    Raises UsageError, with the line, for a row without `claim` or `rating`, another column, or a claim that is not in
    the ledger.
    """
    known = [one.name for one in fields(Rating)]
    found = []
    for line, row in rows:
        values = {str(key): str(value) for key, value in row.items() if value not in (None, "")}
        for key in values:
            if key not in known:
                raise UsageError(f"{path}:{line}: a rating has no “{key[:60]}”; it has: {', '.join(known)}")
        if not (values.get("claim") and values.get("rating")):
            raise UsageError(f"{path}:{line}: a rating names its `claim`, and the word for it under `rating`")
        if ledger.claim(values["claim"]) is None:
            raise UsageError(f"{path}:{line}: there is no claim “{values['claim'][:60]}” in the ledger")
        found.append(Rating(**values))
    return tuple(found)


def export(ledger: Ledger, report: Report, ratings: tuple[Rating, ...] = ()) -> str:
    """A graph of schema.org `Claim`s; of a `ClaimReview` for each rating.

    `says`, `partlySays` and `conflictsWith` stand between linked claims and those that carry a verdict, `replaces`
    before an earlier claim; they are terms of claimtrack's own, schema.org having none.
    """
    relations = _relations(report)
    nodes: list[Json] = [_claim(ledger, claim, relations.get(claim.id, {})) for claim in ledger.claims]
    nodes += [_review(ledger, one) for one in ratings if ledger.claim(one.claim) is not None]
    return dumps({"@context": _CONTEXT, "@graph": nodes})


def _claim(ledger: Ledger, claim: Claim, relations: Mapping[str, list[str]]) -> Json:
    speaker = ledger.speaker(claim.speaker)
    issue = ledger.issue(claim.about)
    found: Json = {
        "@type": "Claim",
        "@id": _iri(claim.id),
        "identifier": claim.id,
        "text": claim.text,
        "author": _author(claim.speaker, speaker),
        "datePublished": "" if claim.date is None else _date(claim.date),
        "temporal": "" if claim.date is None else claim.date.text,
        "about": {} if issue is None else {"@type": "Question", "identifier": issue.id, "name": issue.question},
        "appearance": _source(claim.source),
        "claimtrack:side": list(claim.sides),
        **relations,
        "replaces": [_iri(one) for one in claim.supersedes],
    }
    return _filled(found)


def _author(name: str, speaker: Speaker | None) -> Json:
    if speaker is None:
        return {"@type": "Thing", "name": name}
    found: Json = {
        "@type": "Person" if speaker.kind == "person" else "Organization",
        "@id": f"urn:claimtrack:speaker:{speaker.id}",
        "identifier": speaker.id,
        "name": speaker.name,
        "alternateName": list(speaker.aliases),
    }
    if speaker.kind == "person":
        found |= {"jobTitle": speaker.role, "affiliation": speaker.organisation}
    return _filled(found)


def _source(source: Source) -> Json:
    if source == Source():
        return {}
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": f"urn:claimtrack:{source_id(source)}",
            "url": source.url,
            "name": source.title,
            "publisher": _filled({"@type": "Organization", "name": source.publisher}) if source.publisher else {},
            "datePublished": "" if source.date is None else _date(source.date),
            "temporal": "" if source.date is None else source.date.text,
            "inLanguage": source.language,
        }
    )


def _date(when: When) -> str:
    """The date as ISO 8601 has it, where it is one; the text that was typed stands under `temporal`."""
    exact = when.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and not when.approximate
    return when.text if exact else ""


def _relations(report: Report) -> Mapping[str, Mapping[str, list[str]]]:
    """By claim, the claims to which it stands in each relation; each pair once, at the first of the two."""
    pairs = dict(_pairs(report))
    found: dict[str, dict[str, list[str]]] = {}
    for (left, right), relation in sorted(pairs.items()):
        if relation in _WORDS:
            found.setdefault(left, {}).setdefault(_WORDS[relation], []).append(_iri(right))
    return found


def _pairs(report: Report) -> Iterator[tuple[tuple[str, str], Relation]]:
    for link in report.links:
        yield (link.left, link.right), link.relation
    for finding in report.findings:
        splits = [proof for split in finding.splits for proof in split.because]
        carrying = finding.because if finding.verdict is not Verdict.ONE_SIDED else ()
        for proof in (*carrying, *splits):
            yield (min(proof.left, proof.right), max(proof.left, proof.right)), proof.relation


def _review(ledger: Ledger, one: Rating) -> Json:
    claim = ledger.claim(one.claim)
    rating = {
        "@type": "Rating",
        "alternateName": one.rating,
        "ratingValue": one.value,
        "bestRating": one.best,
        "worstRating": one.worst,
    }
    return _filled(
        {
            "@type": "ClaimReview",
            "claimReviewed": claim.text if claim is not None else "",
            "itemReviewed": {"@id": _iri(one.claim)},
            "reviewRating": _filled(rating),
            "author": _filled({"@type": "Organization", "name": one.by}) if one.by else {},
            "url": one.url,
            "datePublished": one.date,
        }
    )


def _iri(claim_id: str) -> str:
    return f"urn:claimtrack:claim:{claim_id}"


def _filled(found: Json) -> Json:
    return {key: value for key, value in found.items() if value}
