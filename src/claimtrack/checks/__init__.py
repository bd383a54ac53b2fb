"""One file, one check: its docstring says why, what passes and what fails."""

from collections.abc import Callable, Iterator

from claimtrack.checks import (
    changed_wordings,
    claims_outside_posts,
    contradictory_judgements,
    early_claims,
    future_dates,
    judgement_without_reason,
    missing_dates,
    missing_urls,
    position_against_judgement,
    stance_against_wording,
    unused_issues,
    unused_speakers,
)
from claimtrack.claim import Ledger
from claimtrack.problem import Problem

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
)
"""The checks that need the ledger alone, in the order of their codes."""

EDITORS_CHECKS: tuple[Check, ...] = (future_dates.check,)
"""What only `check` asks: a report must not depend on the day on which it is made."""


def check_ledger(ledger: Ledger, checks: tuple[Check, ...] = LEDGER_CHECKS) -> tuple[Problem, ...]:
    """Everything that checks find in a ledger, by place; what reading found is not repeated.

    Left out is what a comment in the files asks to ignore.
    """
    found = [one for check in checks for one in check(ledger) if not ledger.ignores(one.code, one.place)]
    return tuple(sorted(found, key=Problem.sort_key))
