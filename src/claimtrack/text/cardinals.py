"""Numbers below a hundred told in one word."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = frozenset(_TENS.split())
"""Those that one more may follow: "twenty-five"."""
SMALL = {word: value for value, word in enumerate(_ONES.split())}
"""Word → number."""
SMALL |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
