"""What is surely no address of a page, where one is wanted."""

import re

_WEB = re.compile(r"https?:(?P<slashes>/*)(?P<host>[^/?#]*)", re.IGNORECASE)
_OTHER = re.compile(r"\A[a-z][a-z0-9+.-]{0,100}+://\S", re.IGNORECASE)
_INSIDE = re.compile(r"https?://[^\s/?#][^\s<>\"“”]*", re.IGNORECASE)
_GOOD = "write it as in https://example.org/page"


def address_fault(text: str) -> tuple[str, str] | None:
    """What is wrong with a text as an address, and what to do; None where it may be one.

    An address of the web has a host without a space. Of another scheme, or of none, only a text of several words or
    without a letter or digit is none: `file:scan.pdf`, `doi:10.1000/182` and `example.org/page` may be found.
    """
    said = f"“{text[:60]}”"
    web = _WEB.match(text)
    if web is not None:
        host = web["host"]
        if web["slashes"] != "//" or not any(map(str.isalnum, host)):
            return f"{said} is no address: it has no host behind `//`", _GOOD
        if any(map(str.isspace, host)):
            return f"{said} is no address: its host has a space in it", _GOOD
        return None
    if _OTHER.match(text):
        return None
    if text and not any(map(str.isalnum, text)):
        return f"{said} is no address", f"{_GOOD}, or leave it out"
    if any(map(str.isspace, text)):
        inside = _INSIDE.search(text)
        advice = f"write {inside[0][:200]} alone" if inside else f"{_GOOD}; a document that has none has a `title`"
        return f"{said} is no address, but several words", advice
    return None
