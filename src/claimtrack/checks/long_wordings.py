"""CT510 wording-too-long: the wording of a claim is longer than what is compared.

Why: wordings of more than 2,000 characters are compared with none. What is stated or judged of such a claim counts, but
no likeness and no difference is found in its words; where it says several things, it is better told as several claims.
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem
from claimtrack.settings import Settings

CODE = "CT510"
NAME = "wording-too-long"
LEVEL = Level.WARNING
_LIMIT = Settings().text_limit


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each claim whose wording is beyond the limit that ships."""
    for claim in ledger.claims:
        if len(claim.text) > _LIMIT:
            stated = "" if claim.holds else ", or state what it `holds`"
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{claim.id}: its wording of {len(claim.text):,} characters is longer than the {_LIMIT:,} that "
                "are compared",
                place=claim.text_place,
                help=f"keep to what is claimed, in one claim or several{stated}",
            )
