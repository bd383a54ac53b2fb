"""Which renderer goes by which name."""

from collections.abc import Callable, Mapping
from functools import partial

from claimtrack.errors import UsageError
from claimtrack.plugins import broken, given_by, plugged
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


def formats() -> tuple[str, ...]:
    """The names of FORMATS, and those that plug-ins add."""
    return (*FORMATS, *(one.name for one in plugged("renderers")))


def render(report: Report, format: str = "text") -> str:  # noqa: A002
    """`report` as text in one of `formats()`, ending in a newline.

    Raises UsageError for another format, and for one whose plug-in fails.
    """
    if format in FORMATS:
        return FORMATS[format](report)
    for plugin in plugged("renderers"):
        if plugin.name == format:
            return given_by(plugin, partial(_page, plugin.given, report))
    faults = [one.message for one in broken() if f"“{format}”" in one.message]
    known = f"there is no format “{format}”; there are: {', '.join(formats())}"
    raise UsageError("; ".join((known, *faults)))


def _page(write: Callable[[Report], object], report: Report) -> str:
    page = write(report)
    if not isinstance(page, str):
        raise TypeError(f"a renderer gives a text, not {page!r}")
    return page
