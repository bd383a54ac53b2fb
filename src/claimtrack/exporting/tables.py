"""A ledger and what was found in it as flat tables: what CSV, SQLite and data frames are made of."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from claimtrack.cells import as_text, joined
from claimtrack.claim import COLUMNS, Claim, Issue, Ledger, Speaker
from claimtrack.exporting.records import stance_word
from claimtrack.finding import Finding, Link
from claimtrack.frames import frame
from claimtrack.renderers.json_values import figure
from claimtrack.report import Report

Value: TypeAlias = "str | int | float | None"
"""A cell: truth values are 0 and 1, None is a cell in which nothing stands."""


class Table(NamedTuple):
    """A name, its columns, and a row for each thing."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]

    def to_frame(self, library: str = "pandas") -> Any:
        """The table as a data frame of "pandas" or "polars"; raises UsageError where that is not installed."""
        return frame(self.columns, self.rows, library)


_POST = ("title", "organisation", "side", "since", "until")
SOURCE_COLUMNS = ("publisher", "title", "url", "published", "language", "complete")
"""What a claim's row says of its source."""


def tables_of(ledger: Ledger, report: Report) -> tuple[Table, ...]:
    """Every table, those that others refer to first; those of the ledger, then `links`, `findings` and `proofs`.

    Several values in one cell have `; ` between, and a backslash before a semicolon or backslash of their own.
    `first_day` and `last_day` are the ends of a date, ISO 8601, None where it is open.
    """
    return (
        Table("ledger", ("title",), [(ledger.title,)] if ledger.title else []),
        Table("sides", ("id", "name", "aliases"), [(one.id, one.name, joined(one.aliases)) for one in ledger.sides]),
        Table(
            "speakers",
            ("id", "name", "kind", "role", "organisation", "side", "aliases", "note"),
            [_speaker(one) for one in ledger.speakers],
        ),
        Table("posts", ("speaker", *_POST), [row for one in ledger.speakers for row in _posts(one)]),
        Table(
            "issues",
            ("id", "question", "topic", "note"),
            [(one.id, one.question, one.topic, one.note) for one in ledger.issues],
        ),
        Table(
            "positions",
            ("issue", "id", "text", "narrows"),
            [(one.id, held.id, held.text, held.narrows or None) for one in ledger.issues for held in one.positions],
        ),
        Table("exclusions", ("issue", "one", "other"), [row for one in ledger.issues for row in _exclusions(one)]),
        Table("lexicon", ("kind", "words", "opposites"), list(_lexicon(ledger))),
        Table("claims", COLUMNS, [claim.row() for claim in ledger.claims]),
        Table(
            "reports",
            ("claim", "side", "issue", "holds", "stance"),
            [told for claim in ledger.claims for told in _reports(claim)],
        ),
        Table(
            "judgements", ("word", "one", "other", "relation", "by", "on", "because", "of"), list(_judgements(ledger))
        ),
        Table(
            "expectations", ("issue", "between", "verdict", "split", "as_of", "because"), list(_expectations(ledger))
        ),
        Table(
            "links",
            ("one", "other", "relation", "by", "paraphrase", "similarity", "suggested", "because"),
            [_link(one) for one in (*report.links, *report.suggestions)],
        ),
        Table(
            "findings",
            ("id", "issue", "question", "one_side", "other_side", "verdict", "basis", "split", "note"),
            [_finding(one) for one in report.findings],
        ),
        Table(
            "proofs",
            ("finding", "one", "other", "relation", "basis", "rule", "paraphrase", "contrasts"),
            [row for one in report.findings for row in _proofs(one)],
        ),
    )


def _speaker(one: Speaker) -> tuple[Value, ...]:
    sides, aliases = joined(one.sides), joined(one.aliases)
    return (one.id, one.name, one.kind, one.role, one.organisation, sides, aliases, one.note)


def _posts(one: Speaker) -> Iterator[tuple[Value, ...]]:
    for post in one.posts:
        yield one.id, post.title, post.organisation, post.side or None, as_text(post.since), as_text(post.until)


def _exclusions(issue: Issue) -> Iterator[tuple[Value, ...]]:
    for one, other in issue.exclude:
        yield issue.id, one, other


def _reports(claim: Claim) -> Iterator[tuple[Value, ...]]:
    for one in claim.reports:
        yield claim.id, one.side, one.issue, one.holds or None, stance_word(one.stance)


def _lexicon(ledger: Ledger) -> Iterator[tuple[Value, ...]]:
    words = ledger.vocabulary
    for kind, groups in (("synonyms", words.synonyms), ("aliases", words.aliases)):
        for group in groups:
            yield kind, joined(group), ""
    for left, right in words.antonyms:
        yield "antonyms", joined(left), joined(right)


def _judgements(ledger: Ledger) -> Iterator[tuple[Value, ...]]:
    for one in ledger.judgements:
        yield str(one.word), one.left, one.right, one.relation, one.by, as_text(one.on), one.because, joined(one.of)


def _expectations(ledger: Ledger) -> Iterator[tuple[Value, ...]]:
    for one in ledger.expectations:
        yield one.issue, joined(one.between), one.verdict, joined(one.split), as_text(one.as_of), one.because


def _link(one: Link) -> tuple[Value, ...]:
    figures = figure(one.paraphrase), figure(one.similarity)
    return (one.left, one.right, str(one.relation), str(one.by), *figures, int(one.suggested), one.because)


def _finding(one: Finding) -> tuple[Value, ...]:
    said = one.id, one.issue, one.question, *one.between
    return (*said, str(one.verdict), str(one.basis), joined(one.split), one.note)


def _proofs(finding: Finding) -> Iterator[tuple[Value, ...]]:
    for one in finding.because:
        contrasts = joined(str(contrast.kind) for contrast in one.comparison.contrasts)
        said = finding.id, one.left, one.right, str(one.relation), str(one.basis), one.rule
        yield (*said, figure(one.comparison.paraphrase), contrasts)


def rows_by_name(table: Table) -> Iterator[Mapping[str, Any]]:
    """The rows of a table as mappings."""
    for row in table.rows:
        yield dict(zip(table.columns, row, strict=True))
