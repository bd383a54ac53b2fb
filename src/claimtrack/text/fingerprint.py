"""A short name for a wording, by which a change of it is noticed."""

import hashlib

from claimtrack.text.fold import fold

_DIGITS = 8


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits of SHA-256 of a folded wording: case, spaces and kinds of marks change nothing."""
    return hashlib.sha256(fold(" ".join(text.split())).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
