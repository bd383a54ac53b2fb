"""What other packages add through entry points: found when first asked for, and named where it is broken."""

import math
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from claimtrack.errors import UsageError
from claimtrack.problem import Level, Place, Problem, Rule

KINDS = ("checks", "signals", "contrasts", "renderers", "exports")
"""What can be added; the entry points of each stand in the group `claimtrack.` and its name."""
SHIPPED: Mapping[str, frozenset[str]] = {
    "renderers": frozenset({"text", "markdown", "json", "html", "github", "sarif"}),
    "exports": frozenset({"jsonl", "csv", "sqlite", "jsonld", "csl", "graphml"}),
}
"""The names of formats that are taken: a plug-in of such a name would never be asked."""
VARIABLE = "CLAIMTRACK_PLUGINS"
"""Set to `none`, this variable of the environment leaves all plug-ins out."""

BROKEN = Rule(
    code="CT601",
    name="broken-plugin",
    level=Level.ERROR,
    why=(
        "A plug-in that is installed here could not be loaded, has not the shape of its kind, or failed when it was "
        "asked. What it would have said is left out, so a report could be another. Mend or uninstall it, or set "
        f"{VARIABLE}=none."
    ),
)

_FAILURES = (Exception, SystemExit)
_Answer = TypeVar("_Answer")


class Plugin(NamedTuple):
    """One thing that another package adds."""

    kind: str
    name: str
    """The name of its entry point."""
    package: str
    """The package that brings it, with its version; empty where that is not known."""
    module: str
    given: Any
    """What the entry point names; its shape is that of its kind."""


class _Found(NamedTuple):
    plugins: tuple[Plugin, ...]
    problems: tuple[Problem, ...]


_failed: dict[tuple[str, str], Problem] = {}


@cache
def plugged(kind: str) -> tuple[Plugin, ...]:
    """The plug-ins of one of KINDS that could be loaded, by name; looked for once in a process."""
    return tuple(one for one in _found().plugins if one.kind == kind)


def broken() -> tuple[Problem, ...]:
    """A problem for each plug-in that could not be loaded or has failed in this process so far, by name."""
    return (*_found().problems, *(_failed[key] for key in sorted(_failed)))


def asked(plugin: Plugin, ask: Callable[[], _Answer]) -> _Answer | None:
    """What a plug-in answers, or None where it failed: that becomes one problem of the process, its first."""
    try:
        return ask()
    except _FAILURES as error:
        key = (plugin.kind, plugin.name)
        if key not in _failed:
            _failed[key] = _problem(plugin.kind, plugin.name, plugin.module, f"failed: {_told(error)}")
        return None


def given_by(plugin: Plugin, ask: Callable[[], _Answer]) -> _Answer:
    """What a plug-in answers, which is never None; raises UsageError where it failed, with its problem's words."""
    found = asked(plugin, ask)
    if found is None:
        raise UsageError(_failed[plugin.kind, plugin.name].message)
    return found


def forget() -> None:
    """Look for plug-ins anew when next asked: for programs that install some while they run."""
    plugged.cache_clear()
    _found.cache_clear()
    _failed.clear()


def taking_part() -> str:
    """A sentence that names the plug-ins by which a verdict could be another than without them; empty without any."""
    names = [f"{one.name} ({one.package or one.module})" for kind in KINDS[:3] for one in plugged(kind)]
    return f"with plug-ins: {', '.join(names)}" if names else ""


@cache
def _found() -> _Found:
    plugins: dict[tuple[str, str], Plugin] = {}
    problems = []
    for kind, point in _entry_points():
        try:
            given = point.load()
            fault = _fault(kind, given)
        except _FAILURES as error:
            fault = f"could not be loaded: {_told(error)}"
        if not fault and point.name in SHIPPED.get(kind, ()):
            fault = "has the name of one that claimtrack brings"
        if not fault and (kind, point.name) in plugins:
            fault = f"has the name of one that {plugins[kind, point.name].package} brings"
        if fault:
            problems.append(_problem(kind, point.name, point.module, fault))
        else:
            package = f"{point.dist.name} {point.dist.version}" if point.dist else ""
            plugins[kind, point.name] = Plugin(kind, point.name, package, point.module, given)
    return _Found(tuple(plugins.values()), tuple(problems))


def _entry_points() -> Iterator[tuple[str, Any]]:
    if os.environ.get(VARIABLE, "").strip().lower() == "none" or not _are_declared():
        return
    from importlib.metadata import entry_points

    every = entry_points()
    for kind in KINDS:
        yield from ((kind, one) for one in sorted(every.select(group=f"claimtrack.{kind}"), key=_by_name))


def _are_declared() -> bool:
    """Does any package here declare a plug-in? Asked of the bare files: importlib.metadata takes 50 ms to load."""
    for folder in dict.fromkeys(sys.path):
        for file in Path(folder or ".").glob("*-info/entry_points.txt"):
            try:
                if b"[claimtrack." in file.read_bytes():
                    return True
            except OSError:
                continue
    return False


def _by_name(point: Any) -> tuple[str, str]:
    return (point.name, point.value)


def _fault(kind: str, given: Any) -> str:
    """Why something has not the shape of its kind, or nothing."""
    if kind == "checks":
        return _check_fault(given)
    if kind == "signals":
        return _signal_fault(given)
    return "" if callable(given) else "is nothing that can be called"


def _check_fault(module: Any) -> str:
    missing = [name for name in ("CODE", "NAME", "LEVEL", "check") if not hasattr(module, name)]
    if missing:
        return f"has no {', '.join(missing)}"
    if not isinstance(module.CODE, str) or module.CODE.startswith("CT") or not module.CODE.isalnum():
        return "wants a CODE of letters and digits that does not begin with CT"
    if not isinstance(module.LEVEL, Level) or not isinstance(module.NAME, str) or not callable(module.check):
        return "wants a LEVEL of claimtrack.Level, a NAME that is text and a check that can be called"
    return ""


def _signal_fault(signal: Any) -> str:
    fields = ("name", "measure", "says", "weight", "usual")
    if not all(hasattr(signal, one) for one in fields) or not callable(signal.measure):
        return "is no claimtrack.comparing.signals.Signal"
    numbers = all(isinstance(one, int | float) and math.isfinite(one) for one in (signal.weight, signal.usual))
    if not numbers or not isinstance(signal.says, str):
        return "wants a weight and a usual value that are finite numbers, and what it says as text"
    return ""


def _problem(kind: str, name: str, module: str, fault: str) -> Problem:
    message = f"the plug-in “{name}” ({kind}) {fault}"
    return BROKEN.at(Place(path=module), message, hint=f"mend or uninstall it, or set {VARIABLE}=none")


def _told(error: BaseException) -> str:
    """One line, however long the error's own words are."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}"[:300].rstrip(": ")
