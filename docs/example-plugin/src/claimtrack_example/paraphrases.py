"""Wordings of which a person or a score says that they are of one thing, two a line, for experiments of one's own."""

import claimtrack as ct


def export(ledger: ct.Ledger, report: ct.Report) -> str:
    """Relation and the two wordings, tabs between."""
    said = {claim.id: " ".join(claim.text.split()) for claim in ledger.claims}
    return "".join(f"{link.relation}\t{said[link.left]}\t{said[link.right]}\n" for link in report.links)
