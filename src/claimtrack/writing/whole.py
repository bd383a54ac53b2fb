"""A whole ledger as the files that a person would write: declarations, a sheet for each source, judgements."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field

from claimtrack.claim import Claim, Ledger, Source
from claimtrack.exporting.records import Plain, claim_record, records_of, source_record
from claimtrack.reading.statements import side_at
from claimtrack.when import When
from claimtrack.writing.add import KEYS
from claimtrack.writing.scalars import WIDTH, inline, lines_of
from claimtrack.writing.schema_line import schema_line
from claimtrack.writing.sheets import slug

SHEETS = 1_000
"""Sources up to which each has a sheet of its own."""


def texts_of(ledger: Ledger) -> Mapping[str, str]:
    """The files of a folder by name that read as the ledger does, places apart; problems are not written.

    `ledger.yaml` declares, each sheet has the claims of one source (of one year where there are more than 1,000),
    `judgements.yaml` has what was judged.
    """
    kept: dict[str, list[Plain]] = {}
    for kind, record in records_of(ledger):
        kept.setdefault(kind, []).append(record)
    head: Plain = {"claimtrack": "1"}
    for one in kept.get("ledger", ()):
        head |= one
    for kind, section in (("side", "sides"), ("speaker", "speakers"), ("issue", "issues")):
        if kind in kept:
            head[section] = {one["id"]: _named(kind, one) for one in kept[kind]}
    for words in kept.get("lexicon", ()):
        head["lexicon"] = words
    if "expectation" in kept:
        head["expect"] = kept["expectation"]
    pages = {"ledger.yaml": head, **_sheets(ledger)}
    if "judgement" in kept:
        pages["judgements.yaml"] = {"judgements": kept["judgement"]}
    return {name: text_of(name, page) for name, page in pages.items()}


def text_of(name: str, page: Plain) -> str:
    """One file of a ledger, with the line by which editors find the schema."""
    return "".join(f"{line}\n" for line in (schema_line("", name), *_lines(page, 0)))


def _named(kind: str, record: Plain) -> Any:
    if kind == "side" and "aliases" not in record:
        return record["name"]
    own = {key: value for key, value in record.items() if key != "id"}
    if kind == "issue" and "positions" in own:
        own["positions"] = {name: one if "narrows" in one else one["text"] for name, one in own["positions"].items()}
    return own


def _sheets(ledger: Ledger) -> Mapping[str, Plain]:
    by_source: dict[Source, list[Claim]] = {}
    for claim in ledger.claims:
        by_source.setdefault(claim.source, []).append(claim)
    if len(by_source) > SHEETS:
        return _sheets_by_year(ledger)
    names = _Names()
    pages: dict[str, Plain] = {}
    for source, claims in by_source.items():
        said = source_record(source)
        head = {"source": said} if said else {}
        name = names.of(source, claims[0].date)
        pages[name] = head | {"claims": [_claim(ledger, claim) for claim in claims]}
    return pages


def _sheets_by_year(ledger: Ledger) -> Mapping[str, Plain]:
    """A sheet for each year, its claims each with their source."""
    pages: dict[str, Plain] = {}
    for claim in ledger.claims:
        year = "undated" if claim.known_by is None else f"{claim.known_by.last.year:04}"
        source = source_record(claim.source)
        record = _claim(ledger, claim) | ({"source": source} if source else {})
        pages.setdefault(f"{year}.yaml", {"claims": []})["claims"].append(record)
    return pages


def sheets_of(sources: Iterable[Source]) -> Mapping[str, str]:
    """A sheet without claims for each source, by file name."""
    names = _Names()
    pages: dict[str, str] = {}
    for source in sources:
        name = names.of(source, None)
        pages[name] = text_of(name, {"source": source_record(source)}) + "claims: []\n"
    return pages


@define
class _Names:
    """Names for sheets, each given once."""

    _given: Counter[str] = field(factory=Counter)

    def of(self, source: Source, said: When | None) -> str:
        """The date of a source, else when a claim was said, then the publisher, then a number where that is taken."""
        day = re.sub(r"[^0-9A-Za-z-]+", "-", str(source.date or said or "undated")).strip("-")
        stem = f"{day}-{slug(source.publisher) or 'claims'}"
        self._given[stem] += 1
        number = self._given[stem]
        if number == 1:
            return f"{stem}.yaml"
        return self._numbered(f"{stem}-{number}")

    def _numbered(self, stem: str) -> str:
        """A numbered name, unless a publisher is called so."""
        self._given[stem] += 1
        return f"{stem}.yaml" if self._given[stem] == 1 else self._numbered(f"{stem}-{self._given[stem]}")


def _claim(ledger: Ledger, claim: Claim) -> Plain:
    """A claim without what its sheet says, what follows from its speaker, and an id made of its wording."""
    record = claim_record(claim)
    speaker = ledger.speaker(claim.speaker)
    usual = side_at(speaker, claim.known_by) if speaker is not None else ()
    left_out = {"source", "derived_id"} | ({"id"} if claim.derived_id else set()) | _side_if(claim.sides == usual)
    own = {key: value for key, value in record.items() if key not in left_out}
    return {key: own[key] for key in sorted(own, key=_place)}


def _side_if(known: bool) -> set[str]:
    return {"side"} if known else set()


def _place(key: str) -> int:
    return KEYS.index(key) if key in KEYS else len(KEYS)


def _lines(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    """The lines of a mapping in block style."""
    for key, inner in value.items():
        yield from _entry(inline(key), inner, indent)


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    if isinstance(value, bool):
        yield f"{margin}{key}: {'true' if value else 'false'}"
    elif isinstance(value, str):
        first, *rest = lines_of(value, indent, WIDTH - indent - len(key) - 2)
        yield f"{margin}{key}: {first}"
        yield from rest
    elif isinstance(value, dict):
        yield f"{margin}{key}:"
        yield from _lines(value, indent + 2)
    elif all(isinstance(one, str) for one in value):
        yield f"{margin}{key}: {_flow(value)}"
    else:
        yield f"{margin}{key}:"
        for one in value:
            yield from _item(one, indent + 2)


def _item(value: Any, indent: int) -> Iterator[str]:
    margin = " " * indent
    if not isinstance(value, dict):
        yield f"{margin}- {_flow(value)}"
        return
    first, *rest = _lines(value, indent + 2)
    yield f"{margin}- {first[indent + 2 :]}"
    yield from rest


def _flow(values: Iterable[Any]) -> str:
    """A list on one line; of texts, or of lists of them."""
    return f"[{', '.join(inline(one, flow=True) if isinstance(one, str) else _flow(one) for one in values)}]"
