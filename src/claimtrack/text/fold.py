"""Folding: one spelling for texts that differ only in case, Unicode form, quotation marks, dashes or spaces."""

import unicodedata
from itertools import pairwise

_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a`\u00b4"), "'")
_DOUBLE = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"')
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None)
ONE_FOR_ONE = {**_QUOTES, **_DOUBLE, **_DASHES}
"""For `str.translate`: one quotation mark and one dash; a text keeps its length."""
MARKS: dict[int, str | None] = {**ONE_FOR_ONE, **_NOTHING}
"""The same without invisible joiners."""


def fold(text: str) -> str:
    """One form for all spellings of the same words; folding twice changes nothing.

    Case goes (casefold), compatibility forms become plain ones (NFKC), quotation marks and
    dashes become ' " -, invisible joiners vanish, runs of white space become one space.
    """
    if text.isascii():
        return " ".join(text.translate(MARKS).lower().split())
    # NFKC again after casefold: "ß" + U+0301 is unstable after one pass
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.translate(MARKS)).casefold())
    folded = unicodedata.normalize("NFKC", folded.translate(MARKS))
    return " ".join(folded.split())


def unaccented(folded: str) -> str:
    """Folded words with Latin letters as they are written without accents: "bogota" for "bogotá", "lodz" for "łódź".

    Letters of other scripts keep their marks, which tell one letter from another there ("й").
    """
    if folded.isascii():
        return folded
    bare: list[str] = []
    latin = False
    for character in unicodedata.normalize("NFD", folded):
        if not unicodedata.combining(character):
            latin = "a" <= character <= "z"
        elif latin:
            continue
        bare.append(character)
    return unicodedata.normalize("NFC", "".join(bare)).translate(_STROKED)


_STROKED = str.maketrans("øłđıħ", "oldih")


def signs(text: str) -> str:
    """What is neither letter nor punctuation in a text, in order: "<", "=", "+", "%", emoji, digits raised by a digit.

    Signs that say who owns a name, and lines between columns, are none.
    """
    one_form = unicodedata.normalize("NFC", text.translate(MARKS))
    return "".join([one for before, one in pairwise(f" {one_form}") if _is_sign(one, before)])


def _is_sign(character: str, before: str) -> bool:
    if unicodedata.category(character) == "No":
        return before.isdecimal()
    return character == "%" or (unicodedata.category(character) in _SIGNS and character not in _NO_SIGNS)


_SIGNS = frozenset(["Sm", "So"])
_NO_SIGNS = frozenset("|\u00ae\u2122\u00a9")
