"""The phrases of words in another's mouth, shared by text and Markdown."""

from collections import Counter

from claimtrack.finding import Ascription, Borne
from claimtrack.renderers.phrases import BASES, side_name
from claimtrack.report import Report

BORNE_SIGNS = {Borne.DISPUTED: "≠", Borne.CONFIRMED: "=", Borne.UNCONFIRMED: "?"}
"""A shape for each, in the order in which a page tells of them."""
_MOST_NAMED = 6


def ascriptions_title(report: Report) -> str:
    """“Words in another's mouth (18): 1 disputed, 5 confirmed, 12 unconfirmed”."""
    found = Counter(one.borne for one in report.ascriptions)
    told = ", ".join(f"{found[borne]} {borne}" for borne in BORNE_SIGNS if found[borne])
    return f"Words in another's mouth ({len(report.ascriptions)}): {told}"


def in_order(report: Report) -> list[Ascription]:
    """The disputed first, then the confirmed."""
    rank = {borne: index for index, borne in enumerate(BORNE_SIGNS)}
    return sorted(report.ascriptions, key=lambda one: rank[one.borne])


def ascribed_words(report: Report, one: Ascription) -> str:
    """What is said of whom: “that Russia holds “settled-in-principle” (working-groups)”."""
    who = side_name(report, one.side)
    position, _, attitude = one.position.partition(":")
    if not position:
        return f"of {who} on {one.issue}"
    verb = {"": "holds", "open": "leaves open", "against": "denies"}[attitude]
    return f"that {who} {verb} “{position}” ({one.issue})"


def own_words(report: Report, one: Ascription) -> str:
    """What that side itself says of it, and where."""
    who = side_name(report, one.side)
    if not one.own:
        return f"{who} says nothing of it in the ledger"
    rest = len(one.own) - _MOST_NAMED
    named = ", ".join(one.own[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    if not one.because:
        return f"{who} says nothing comparable ({named})"
    first = one.because[0]
    when = ", later" if one.later else ""
    return f"{who} itself{when} ({first.right}): {first.rule} [{BASES[one.basis]}]"
