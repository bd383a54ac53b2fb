"""EX1 shouting: a wording in capitals.

Why: capitals hide which words are names. Write the wording as it was said.

Passes::

    sides: {a: A}
    speakers: {s: {name: S, side: a}}
    claims: [{id: x, speaker: s, text: The round is now.}]

Fails::

    sides: {a: A}
    speakers: {s: {name: S, side: a}}
    claims: [{id: x, speaker: s, text: THE ROUND IS NOW.}]
"""

from collections.abc import Iterator

import claimtrack as ct

CODE = "EX1"
NAME = "shouting"
LEVEL = ct.Level.WARNING


def check(ledger: ct.Ledger) -> Iterator[ct.Problem]:
    """One warning for each claim in capitals."""
    for claim in ledger.claims:
        if claim.text.isupper():
            yield ct.Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{claim.id}: the wording is in capitals",
                place=claim.place,
                help="write it as it was said",
            )
