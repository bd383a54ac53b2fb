"""SARIF 2.1.0 (OASIS 2020): what code scanners and editors take in."""

import os
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from claimtrack import __version__
from claimtrack.problem import Place, Problem, Rule
from claimtrack.renderers.json_values import Json, dumps

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(problems: Sequence[Problem], rules: Mapping[str, Rule]) -> str:
    """One run with a result for each problem; `rules` tells what their codes stand for."""
    codes = sorted({problem.code for problem in problems})
    return log(
        [rule_of(rules[code]) for code in codes], [_result(problem, codes.index(problem.code)) for problem in problems]
    )


def log(rules: Sequence[Json], results: Sequence[Json]) -> str:
    """A log with one run."""
    driver = {"name": "claimtrack", "version": __version__, "rules": list(rules)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(results)}
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def rule_of(rule: Rule) -> Json:
    """What stands in the driver for one code."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": str(rule.level)},
    }


def _result(problem: Problem, index: int) -> Json:
    text = f"{problem.message} — {problem.help}" if problem.help else problem.message
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": str(problem.level),
        "message": {"text": text},
        "locations": [location(problem.place)],
    }


def location(place: Place) -> Json:
    """Where a result points."""
    physical: Json = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line:
        physical["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    """A file's URI, of the bytes of its name: relative as it was given, or absolute."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()), safe="/")
