"""How well a guess agrees with what people said: the figures of the table."""

from collections.abc import Sequence


def accuracy(found: Sequence[bool], truth: Sequence[bool]) -> float:
    """The share that agree."""
    return sum(bool(a) == bool(b) for a, b in zip(found, truth, strict=True)) / max(1, len(truth))


def precision(found: Sequence[bool], truth: Sequence[bool]) -> float:
    """Of those found, the share that are true; 0 where none is found."""
    return sum(bool(a and b) for a, b in zip(found, truth, strict=True)) / max(1, sum(map(bool, found)))


def recall(found: Sequence[bool], truth: Sequence[bool]) -> float:
    """Of the true ones, the share that is found; 0 where there are none."""
    return precision(truth, found)


def f1(found: Sequence[bool], truth: Sequence[bool]) -> float:
    """The harmonic mean of precision and recall."""
    both = sum(bool(a and b) for a, b in zip(found, truth, strict=True))
    return 2 * both / max(1, sum(map(bool, found)) + sum(map(bool, truth)))


def pearson(x: Sequence[float], y: Sequence[float]) -> float:
    """Pearson's correlation, -1 to 1; 0 where one side never varies."""
    mx, my = sum(x) / len(x), sum(y) / len(y)
    top = sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))
    below = (sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y)) ** 0.5
    return float(top / below) if below else 0.0


def auc(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """The chance that a true one scores above a false one, ties counted half (by ranks; Mann & Whitney 1947)."""
    order = sorted(range(len(scores)), key=lambda at: scores[at])
    ranks = [0.0] * len(scores)
    at = 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and scores[order[end + 1]] == scores[order[at]]:
            end += 1
        for place in order[at : end + 1]:
            ranks[place] = (at + end) / 2 + 1
        at = end + 1
    good = sum(map(bool, truth))
    bad = len(scores) - good
    if not good or not bad:
        return 0.0
    return (sum(rank for rank, true in zip(ranks, truth, strict=True) if true) - good * (good + 1) / 2) / (good * bad)
