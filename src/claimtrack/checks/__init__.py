"""One file, one check: its docstring says why, what passes and what fails."""

from collections.abc import Iterable
from functools import partial
from types import ModuleType
from typing import Any

from claimtrack.checks import (
    changed_wordings,
    claims_outside_posts,
    conclusions,
    contradictory_judgements,
    early_claims,
    future_dates,
    judgement_without_reason,
    long_wordings,
    missing_dates,
    missing_urls,
    odd_supersedes,
    position_against_judgement,
    speakers_without_side,
    stance_against_wording,
    stance_alone,
    unjudged_paraphrases,
    unused_issues,
    unused_speakers,
)
from claimtrack.claim import Ledger
from claimtrack.plugins import asked, plugged
from claimtrack.problem import Level, Place, Problem

LEDGER_CHECKS: tuple[ModuleType, ...] = (
    stance_against_wording,
    contradictory_judgements,
    position_against_judgement,
    judgement_without_reason,
    changed_wordings,
    missing_urls,
    missing_dates,
    early_claims,
    unused_issues,
    unused_speakers,
    claims_outside_posts,
    odd_supersedes,
    long_wordings,
    speakers_without_side,
)
"""The checks that need the ledger alone, in the order of their codes."""

EDITORS_CHECKS: tuple[ModuleType, ...] = (future_dates, stance_alone)
"""What only `check` asks: a report must not depend on the day on which it is made, or tell of what decides nothing."""

REPORT_CHECKS: tuple[ModuleType, ...] = (conclusions, unjudged_paraphrases)
"""Those that need what was found in the ledger; each is asked by name where that is known."""

CHECKS = (*LEDGER_CHECKS, *EDITORS_CHECKS, *REPORT_CHECKS)
"""Every check that there is."""


def check_ledger(ledger: Ledger, checks: tuple[ModuleType, ...] = LEDGER_CHECKS) -> tuple[Problem, ...]:
    """Everything that checks find in a ledger, by place; what reading found is not repeated.

    Left out is what a comment in the files asks to ignore.
    """
    found = [one for check in checks for one in check.check(ledger)]
    return _kept(ledger, found)


def check_by_plugins(ledger: Ledger) -> tuple[Problem, ...]:
    """The same from the checks of plug-ins; one that fails has said nothing."""
    found: list[Problem] = []
    for plugin in plugged("checks"):
        found += asked(plugin, partial(_answers, plugin.given, ledger)) or ()
    return _kept(ledger, found)


def _kept(ledger: Ledger, found: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted((one for one in found if not ledger.ignores(one.code, one.place)), key=Problem.sort_key))


def _answers(module: Any, ledger: Ledger) -> tuple[Problem, ...]:
    found = tuple(module.check(ledger))
    for one in found:
        if not isinstance(one, Problem) or one.code != module.CODE:
            raise TypeError(f"a check gives problems of its own code, {module.CODE}, not {one!r}")
        if not _is_whole(one):
            raise TypeError(f"a problem has a Level, a Place with path and line, and texts, not as in {one!r}")
    return found


def _is_whole(problem: Problem) -> bool:
    """Are its parts of their kinds? What a plug-in makes, no type checker has seen."""
    place = problem.place
    return (
        isinstance(problem.level, Level)
        and isinstance(place, Place)
        and all(isinstance(one, str) for one in (problem.name, problem.message, problem.help, problem.excerpt))
        and isinstance(place.path, str)
        and isinstance(place.line, int)
        and isinstance(place.column, int)
    )
