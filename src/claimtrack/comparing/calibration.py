"""Calibration: the paraphrase figure fitted to pairs that a person labelled, by a line through its log-odds."""

import math
from collections.abc import Sequence

from attrs import frozen

from claimtrack.comparing.comparison import contrasts_of
from claimtrack.comparing.inside import measured
from claimtrack.comparing.model import chance, shipped_model, terms_of
from claimtrack.comparing.pairing import pair, turned
from claimtrack.comparing.plugged import more_contrasts, more_signals
from claimtrack.features import Features

_ROUNDS = 50
_ENOUGH = 1e-9
_RIDGE = 1e-3
_FLATTEST, _STEEPEST, _FARTHEST = 0.05, 20.0, 20.0
_SURE = 1e-12


@frozen(kw_only=True)
class Calibration:
    """A line through the log-odds of paraphrase, and how well it fits the pairs it was fitted to."""

    slope: float
    shift: float
    pairs: int
    before: float
    """Mean log loss of the figures as shipped; smaller is better."""
    after: float
    """Mean log loss of the figures so calibrated, on the same pairs."""


def log_odds(left: Features, right: Features) -> float:
    """The log-odds of paraphrase as the shipped model and plug-ins give them, before any calibration."""
    if turned(left, right):
        left, right = right, left
    pairing = pair(left, right)
    contrasts = (*contrasts_of(pairing), *more_contrasts(pairing, frozenset()))
    more = sum(one.weight for one in more_signals(pairing, frozenset()))
    return shipped_model().paraphrase.sum(measured(pairing), terms_of(contrasts)) + more


def calibrated(odds: Sequence[float], same: Sequence[bool]) -> Calibration:
    """The slope and shift under which the figures fit the labels best (Platt 1999, with his smoothed targets).

    Newton's method on the log loss with a light pull towards the shipped line, so that few pairs, or pairs that part
    without a rest, give no extreme one. Both labels must be present.
    """
    good = sum(same)
    high, low = (good + 1) / (good + 2), 1 / (len(same) - good + 2)
    targets = [high if one else low for one in same]
    slope, shift = 1.0, 0.0
    for _ in range(_ROUNDS):
        step = _newton_step(odds, targets, slope, shift)
        slope = min(_STEEPEST, max(_FLATTEST, slope - step[0]))
        shift = min(_FARTHEST, max(-_FARTHEST, shift - step[1]))
        if max(map(abs, step)) < _ENOUGH:
            break
    return Calibration(
        slope=slope,
        shift=shift,
        pairs=len(same),
        before=_log_loss(odds, same, 1.0, 0.0),
        after=_log_loss(odds, same, slope, shift),
    )


def _newton_step(odds: Sequence[float], targets: Sequence[float], slope: float, shift: float) -> tuple[float, float]:
    """How far to go back along slope and shift: the inverse of the curvature times the gradient."""
    size = len(odds)
    off = [(chance(slope * x + shift), x, target) for x, target in zip(odds, targets, strict=True)]
    gradient = (
        math.fsum((p - t) * x for p, x, t in off) / size + _RIDGE * (slope - 1.0),
        math.fsum(p - t for p, _, t in off) / size + _RIDGE * shift,
    )
    xx = math.fsum(p * (1 - p) * x * x for p, x, _ in off) / size + _RIDGE
    x1 = math.fsum(p * (1 - p) * x for p, x, _ in off) / size
    one = math.fsum(p * (1 - p) for p, _, _ in off) / size + _RIDGE
    area = xx * one - x1 * x1
    return (
        (one * gradient[0] - x1 * gradient[1]) / area,
        (xx * gradient[1] - x1 * gradient[0]) / area,
    )


def _log_loss(odds: Sequence[float], same: Sequence[bool], slope: float, shift: float) -> float:
    said = [chance(slope * x + shift) for x in odds]
    right = [p if one else 1.0 - p for p, one in zip(said, same, strict=True)]
    return -math.fsum(math.log(max(_SURE, p)) for p in right) / len(right)
