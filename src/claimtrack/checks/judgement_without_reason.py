"""CT403 judgement-without-reason: a judgement says neither who judged nor why.

Why: whoever reads it later cannot tell whether to trust it.

Passes: ``{same: [a, b], by: me, because: one sentence, two outlets}``.

Fails: ``{same: [a, b]}``.
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT403"
NAME = "judgement-without-reason"


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each judgement without `by` or without `because`."""
    for judgement in ledger.judgements:
        missing = [key for key, value in (("by", judgement.by), ("because", judgement.because)) if not value]
        if missing:
            yield Problem(
                code=CODE,
                name=NAME,
                level=Level.WARNING,
                message=f"this judgement does not say {' and '.join(f'`{key}`' for key in missing)}",
                place=judgement.place,
                help="add who judged and why, in a sentence",
            )
