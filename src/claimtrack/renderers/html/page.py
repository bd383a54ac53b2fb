"""The one door to Jinja2: the page's template, filled with a Report and what the overviews draw of it."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import claimtrack
from claimtrack.claim import is_made
from claimtrack.overviews.hanging import hanging_of
from claimtrack.overviews.lanes import Timeline, issue_timelines, movements_of, speaker_timelines
from claimtrack.overviews.leads import MOST_LEADS, leads_of
from claimtrack.overviews.making import making_of
from claimtrack.overviews.matrix import WEIGHT, folded, rows_of, topics_of
from claimtrack.overviews.readouts import readouts_of
from claimtrack.overviews.shares import shares_of
from claimtrack.quantity import quantity
from claimtrack.renderers.hanging import hanging_words
from claimtrack.renderers.html.drawing import Drawing, drawing_of
from claimtrack.renderers.html.names import Names, anchor, web_address
from claimtrack.renderers.marking import marked_pair
from claimtrack.renderers.phrases import (
    BASES,
    MOST_COLUMNS,
    VERDICTS,
    filter_words,
    held_alone,
    proofs_to_show,
    said_when,
    said_where,
    silence_words,
    stated_texts,
)
from claimtrack.renderers.pinned_words import pinned_title, pinned_words
from claimtrack.renderers.shown import shown
from claimtrack.renderers.voices import (
    altered,
    ascribed_words,
    in_order,
    origin_words,
    own_words,
    unaltered_words,
    version_words,
)
from claimtrack.report import Report


def render(report: Report) -> str:
    """The whole report as one page; what users wrote is text in it, never markup.

    The page asks for nothing from anywhere: its policy (CSP) lets nothing run but its own script and style, which are
    named by their hashes.
    """
    rows = rows_of(report)
    first, rest = folded(rows)
    leads = leads_of(report, rows)
    hanging = hanging_of(report)
    on_one_outlet = [one for one in hanging if one.of_both and one.outlets]
    timelines = issue_timelines(report)
    names = Names(report=report)
    page = _environment().get_template("page.html.j2")
    return page.render(
        report=report,
        names=names,
        rows=rows,
        several_verdicts=len(report.findings) > len(rows),
        leads=leads[:MOST_LEADS],
        leads_left_out=max(0, len(leads) - MOST_LEADS),
        first_topics=topics_of(first),
        folded_topics=topics_of(rest),
        by_verdict=[(verdict, [row for row in rows if row.verdict is verdict]) for verdict in WEIGHT],
        one_column_each=len(report.sides) <= MOST_COLUMNS,
        texts=stated_texts(report),
        drawings=_drawings(names, timelines),
        speakers=_drawings(names, speaker_timelines(report)),
        moves=movements_of(report),
        readouts=readouts_of(report),
        hanging=hanging,
        on_one_outlet=on_one_outlet,
        issues_on_one_outlet={one.finding.issue for one in on_one_outlet},
        ascriptions=in_order(report),
        reprints=altered(report),
        shares=shares_of(report),
        making=making_of(report),
        version=claimtrack.__version__,
        style=_file("page.css"),
        script=_file("page.js"),
        style_hash=_hash("page.css"),
        script_hash=_hash("page.js"),
    )


def _drawings(names: Names, timelines: Mapping[str, Timeline]) -> Mapping[str, Drawing]:
    return {name: drawing_of(names, one) for name, one in timelines.items()}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("claimtrack.renderers.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
        keep_trailing_newline=True,
    )
    made.filters["quantity"] = quantity
    made.globals.update(
        anchor=anchor,
        is_made=is_made,
        marked_pair=marked_pair,
        held_alone=held_alone,
        proofs_to_show=proofs_to_show,
        filter_words=filter_words,
        silence_words=silence_words,
        said_when=said_when,
        said_where=said_where,
        web_address=web_address,
        verdict_words=VERDICTS,
        bases=BASES,
        hanging_words=hanging_words,
        pinned_title=pinned_title,
        pinned_words=pinned_words,
        ascribed_words=ascribed_words,
        own_words=own_words,
        origin_words=origin_words,
        unaltered_words=unaltered_words,
        version_words=version_words,
    )
    return made


def _finalized(value: Any) -> str:
    """Everything that is printed, a place too: what a screen would obey or hide is shown by its code."""
    return value if isinstance(value, Markup) else shown(str(value))


@cache
def _file(name: str) -> Markup:
    """One of the page's own files; they hold nothing that a user wrote."""
    return Markup((files("claimtrack.renderers.html") / name).read_text(encoding="utf-8"))  # noqa: S704


def _hash(name: str) -> str:
    """The hash by which the page's policy knows a file (CSP level 3, section 2.3.1)."""
    return f"sha256-{b64encode(sha256(_file(name).encode()).digest()).decode()}"
