"""One file, one check: its docstring says why, what passes and what fails."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from claimtrack.checks import (
    changed_wordings,
    claims_outside_posts,
    contradictory_judgements,
    early_claims,
    future_dates,
    judgement_without_reason,
    missing_dates,
    missing_urls,
    odd_supersedes,
    position_against_judgement,
    stance_against_wording,
    unused_issues,
    unused_speakers,
)
from claimtrack.claim import Ledger
from claimtrack.plugins import asked, plugged
from claimtrack.problem import Level, Place, Problem

Check = Callable[[Ledger], Iterator[Problem]]

LEDGER_CHECKS: tuple[Check, ...] = (
    stance_against_wording.check,
    contradictory_judgements.check,
    position_against_judgement.check,
    judgement_without_reason.check,
    changed_wordings.check,
    missing_urls.check,
    missing_dates.check,
    early_claims.check,
    unused_issues.check,
    unused_speakers.check,
    claims_outside_posts.check,
    odd_supersedes.check,
)
"""The checks that need the ledger alone, in the order of their codes."""

EDITORS_CHECKS: tuple[Check, ...] = (future_dates.check,)
"""What only `check` asks: a report must not depend on the day on which it is made."""


def check_ledger(ledger: Ledger, checks: tuple[Check, ...] = LEDGER_CHECKS) -> tuple[Problem, ...]:
    """Everything that checks find in a ledger, by place; what reading found is not repeated.

    Left out is what a comment in the files asks to ignore.
    """
    found = [one for check in checks for one in check(ledger)]
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
