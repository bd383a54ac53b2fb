"""A ledger as its wordings, one a line, for a concordance or a count of words."""

import claimtrack as ct


def export(ledger: ct.Ledger, report: ct.Report) -> str:
    """Id and wording, a tab between; line breaks of a wording become spaces."""
    return "".join(f"{claim.id}\t{' '.join(claim.text.split())}\n" for claim in ledger.claims)
