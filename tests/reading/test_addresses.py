"""What is surely no address, and what may be one."""

import pytest

import claimtrack as ct
from claimtrack.reading.addresses import address_fault


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org",
        "HTTP://EXAMPLE.ORG:8080/a?b#c",
        "https://user@example.org/a page.pdf",
        "https://кремль.рф/новости",
        "http://[2001:db8::1]/x",
        "ftp://example.org/x",
        "file:///home/ann/a scan.pdf",
        "gopher://example.org",
        "doi:10.1000/182",
        "urn:isbn:0451450523",
        "www.example.org/x",
        "example.org",
        "scans/1.pdf",
        "u",
    ],
)
def test_what_may_be_an_address_is_taken(url):
    """Of any scheme, or of none."""
    assert address_fault(url) is None


@pytest.mark.parametrize(
    ("url", "message", "advice"),
    [
        ("not a url", "“not a url” is no address, but several words", "https://example.org/page; a document"),
        ("see https://a.example/x (old)", "several words", "write https://a.example/x alone"),
        ("https://", "it has no host behind `//`", "https://example.org/page"),
        ("http:///page", "it has no host behind `//`", "https://example.org/page"),
        ("https:example.org", "it has no host behind `//`", "https://example.org/page"),
        ("https://exa mple.org", "its host has a space in it", "https://example.org/page"),
        ("?", "“?” is no address", "or leave it out"),
        ("x " * 100, "“" + ("x " * 100)[:60] + "” is no address", "title"),
    ],
)
def test_what_is_none_is_told(url, message, advice):
    """With what was found, and what is wanted."""
    told, hint = address_fault(url)
    assert message in told
    assert advice in hint


def test_it_is_told_once_at_its_own_place():
    """However many claims a sheet has; the claims and what was written stay; a comment passes it over."""
    text = "speakers: {s: {name: S}}\nsource:\n  url: not a url@\nclaims:\n"
    text += "".join(f"  - {{id: c{number}, speaker: s, text: Word {number}.}}\n" for number in range(3))
    ledger = ct.ledger_of(text.replace("@", ""))
    assert [(one.code, str(one.level), one.place.line, one.place.column) for one in ledger.problems] == [
        ("CT114", "warning", 3, 8)
    ]
    assert [claim.source.url for claim in ledger.claims] == ["not a url"] * 3
    assert not ct.ledger_of(text.replace("@", "  # claimtrack: ignore[CT114]")).problems
