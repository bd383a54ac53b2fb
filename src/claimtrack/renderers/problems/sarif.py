"""SARIF 2.1.0 (OASIS 2020): what code scanners and editors take in."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimtrack import __version__
from claimtrack.problem import Problem, Rule
from claimtrack.renderers.json_values import dumps

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(problems: Sequence[Problem], rules: Mapping[str, Rule]) -> str:
    """One run with a result for each problem; `rules` tells what their codes stand for."""
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "claimtrack",
        "version": __version__,
        "rules": [_rule(rules[code]) for code in codes],
    }
    results = [_result(problem, codes.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": str(rule.level)},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    text = f"{problem.message} — {problem.help}" if problem.help else problem.message
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.place.path)}}
    if problem.place.line:
        physical["region"] = {"startLine": problem.place.line, "startColumn": problem.place.column}
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": str(problem.level),
        "message": {"text": text},
        "locations": [{"physicalLocation": physical}],
    }


def _uri(path: str) -> str:
    """A file's URI: relative as it was given, or absolute."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix(), safe="/")
