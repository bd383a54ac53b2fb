"""Whether two wordings are about one thing."""

from claimtrack.comparing.pairing import Pairing


def theme(pairing: Pairing) -> float:
    """The cosine of what their words are about, weighed and summed: 0.0 other things, 1.0 the same.

    With the vectors of `text/related.py`. Blind to order, denial, numbers, and to which of two related words it is.
    """
    return min(1.0, max(0.0, float(pairing.left.about.theme.dot(pairing.right.about.theme))))
