"""Words of any script: runs of letters, digits and combining marks; scripts without spaces go by characters."""

import unicodedata

from claimtrack.text.fold import fold

# Scripts written without spaces between words: each character is a word of its own.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # CJK radicals
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)


def is_unspaced(code: int) -> bool:
    """Is this the code of a letter, digit or mark of a script written without spaces?"""
    return any(low <= code <= high for low, high in _UNSPACED) and unicodedata.category(chr(code))[0] in "LMN"


class _Separators(dict[int, str]):
    """A translation table that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        if is_unspaced(code):
            self[code] = f" {chr(code)} "
        elif unicodedata.category(chr(code))[0] in "LMN":
            self[code] = chr(code)
        else:
            self[code] = " "
        return self[code]


SEPARATORS = _Separators()
"""For `str.translate`: what is no letter, digit or mark becomes a space."""


def folded_words(text: str) -> list[str]:
    """The folded words of a text, in order, repeats kept; empty for a text without letters or digits.

    Words are runs of letters, numbers and combining marks (Unicode categories L, N, M) after `fold`;
    apostrophes and hyphens separate. Han, Kana, Thai, Lao, Tibetan, Myanmar and Khmer go by characters.
    """
    return fold(text).translate(SEPARATORS).split()
