"""Which renderer goes by which name."""

from collections.abc import Callable, Mapping

from claimtrack.errors import UsageError
from claimtrack.report import Report


def _text(report: Report) -> str:
    from claimtrack.renderers.text import render as as_text

    return as_text(report)


def _markdown(report: Report) -> str:
    from claimtrack.renderers.markdown import render as as_markdown

    return as_markdown(report)


def _json(report: Report) -> str:
    from claimtrack.renderers.as_json import render as as_json

    return as_json(report)


def _html(report: Report) -> str:
    from claimtrack.renderers.html import render as as_html

    return as_html(report)


def _github(report: Report) -> str:
    from claimtrack.renderers.comment import render as as_comment

    return as_comment(report)


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
    "html": _html,
    "github": _github,
}
"""Every format by name; each loads what it needs when it is first used."""


def render(report: Report, format: str = "text") -> str:  # noqa: A002
    """`report` as text in one of FORMATS, ending in a newline; raises UsageError for another format."""
    if format not in FORMATS:
        raise UsageError(f"there is no format “{format}”; there are: {', '.join(FORMATS)}")
    return FORMATS[format](report)
