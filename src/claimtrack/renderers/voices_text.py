"""Words in another's mouth and reprints on a page of text."""

from claimtrack.renderers.page import Page
from claimtrack.renderers.phrases import attribution, said_where
from claimtrack.renderers.voices import (
    BORNE_SIGNS,
    altered,
    ascribed_words,
    ascriptions_title,
    in_order,
    origin_words,
    own_words,
    reprints_title,
    unaltered_words,
    version_words,
)
from claimtrack.report import Report
from claimtrack.voices import Ascription, Borne, Reprint

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
    page.pieces([(f"{BORNE_SIGNS[one.borne]} {one.borne}:", _STYLE[one.borne]), (told, "")])
    page.line(own_words(report, one), 4, "dim")


def write_reprints(page: Page, report: Report) -> None:
    """Each utterance of which a version says more or less than the fullest, and how many others there are."""
    if not report.reprints:
        return
    page.heading(reprints_title(report))
    for one in altered(report):
        write_reprint(page, report, one)
    rest = unaltered_words(report)
    if rest:
        page.line(rest)


def write_reprint(page: Page, report: Report, one: Reprint) -> None:
    """The fullest version in its words, and what each other drops, adds and changes."""
    page.line(origin_words(report, one), style="bold")
    fullest = report.claims[one.fullest]
    page.line(f"{fullest.id} {said_where(fullest)}, the fullest:", 2, "dim")
    page.line(fullest.text, 4)
    for version in one.versions:
        page.line(f"{version.claim} {said_where(report.claims[version.claim])}:", 2, "dim")
        for words in version_words(version):
            page.line(words, 4)
