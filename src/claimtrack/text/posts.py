"""Posts as plain text: addresses left out, hashtags and handles taken apart into the words that they are made of."""

import re
from itertools import pairwise

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S*", re.IGNORECASE)
_TAG = re.compile(r"[#@\uff03\uff20]\w+")


def plain_words(text: str) -> str:
    """A post without web addresses, its hashtags and handles as words; any other text as it is, to the character.

    `#StopTheCount` gives "Stop The Count", `@IlhanMN` "Ilhan MN", `#march_2020` "march 2020". Only what stands behind #
    or @ is taken apart: "iPhone" and "McConnell" in a sentence stay one word. Blind to words run together in lower
    case. Linear in the length of the text.
    """
    if _ADDRESS.search(text):
        text = _ADDRESS.sub(" ", text)
    return _TAG.sub(_apart, text) if _TAG.search(text) else text


def _apart(tag: re.Match[str]) -> str:
    """The words of a tag, a space around each: they begin at capitals, digits, behind digits, at underscores."""
    name = tag[0][1:].replace("_", " ")
    following = [*name[1:], " "]
    spaced = "".join(
        f"{letter} " if _ends_here(letter, after, following[at + 1 : at + 2]) else letter
        for at, (letter, after) in enumerate(pairwise(f"{name} "))
    )
    return f" {spaced} "


def _ends_here(letter: str, after: str, then: list[str]) -> bool:
    """Does a word end with this letter? "tC" and "SAToday" before its last capital, digits beside letters."""
    if letter.isdigit() != after.isdigit():
        return True
    return after.isupper() and (letter.islower() or (letter.isupper() and then != [] and then[0].islower()))
