"""One file, one check: its docstring says why, what passes and what fails."""

from collections.abc import Callable, Iterator

from claimtrack.checks import (
    contradictory_judgements,
    early_claims,
    judgement_without_reason,
    missing_dates,
    missing_urls,
    position_against_judgement,
    unused_issues,
    unused_speakers,
)
from claimtrack.claim import Ledger
from claimtrack.problem import Problem

Check = Callable[[Ledger], Iterator[Problem]]

LEDGER_CHECKS: tuple[Check, ...] = (
    contradictory_judgements.check,
    position_against_judgement.check,
    judgement_without_reason.check,
    missing_urls.check,
    missing_dates.check,
    early_claims.check,
    unused_issues.check,
    unused_speakers.check,
)
"""The checks that need the ledger alone, in the order of their codes."""


def check_ledger(ledger: Ledger) -> tuple[Problem, ...]:
    """Everything that the checks find in a ledger, by place; what reading found is not repeated."""
    found = [problem for check in LEDGER_CHECKS for problem in check(ledger)]
    return tuple(sorted(found, key=Problem.sort_key))
