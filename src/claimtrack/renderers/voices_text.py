"""Words in another's mouth on a page of text."""

from claimtrack.finding import Ascription, Borne
from claimtrack.renderers.page import Page
from claimtrack.renderers.phrases import attribution
from claimtrack.renderers.shown import shown
from claimtrack.renderers.voices import BORNE_SIGNS, ascribed_words, ascriptions_title, in_order, own_words
from claimtrack.report import Report

_STYLE = {Borne.DISPUTED: "bold red", Borne.CONFIRMED: "green", Borne.UNCONFIRMED: "dim"}


def write_ascriptions(page: Page, report: Report) -> None:
    """Each position that one side says another holds, and what that other says itself."""
    if report.ascriptions:
        page.heading(ascriptions_title(report))
        for one in in_order(report):
            write_ascription(page, report, one)


def write_ascription(page: Page, report: Report, one: Ascription) -> None:
    """Who says what of whom; in the next line what the other says itself."""
    claim = report.claims[one.claim]
    told = f" {claim.id} says {ascribed_words(report, one)} — {attribution(report, claim)}"
    page.pieces([(f"{BORNE_SIGNS[one.borne]} {one.borne}:", _STYLE[one.borne]), (shown(told), "")])
    page.line(shown(own_words(report, one)), 4, "dim")
