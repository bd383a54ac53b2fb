"""Calibration: the paraphrase figure fitted to pairs that a person labelled, by a line through its log-odds."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from claimtrack.comparing.comparison import contrasts_of
from claimtrack.comparing.inside import measured
from claimtrack.comparing.model import chance, shipped_model, terms_of
from claimtrack.comparing.pairing import pair, turned
from claimtrack.comparing.plugged import more_contrasts, more_signals
from claimtrack.features import Features

_ROUNDS = 100
_HALVINGS = 40
_ENOUGH = 1e-9
_SLIGHT = 1e-4
"""The share of the fall that the gradient promises which a step must bring."""
_RIDGE = 1e-3
_FLATTEST, _STEEPEST, _FARTHEST = 0.05, 20.0, 20.0
_SURE = 1e-12
_PLACES = 4
"""Decimal places of slope and shift: a settings file holds the very line that was weighed."""


class _Line(NamedTuple):
    slope: float
    shift: float


_AS_SHIPPED = _Line(1.0, 0.0)


@frozen(kw_only=True)
class Calibration:
    """A line through the log-odds of paraphrase, and how well it fits the pairs it was fitted to."""

    slope: float
    shift: float
    pairs: int
    before: float
    """Mean log loss of the figures as shipped; smaller is better."""
    after: float
    """Mean log loss of the figures so calibrated, on the same pairs; never larger than `before`."""


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
    without a rest, give no extreme one; each step stays within the bounds and is halved until it helps (Armijo 1966).
    Where that line has no smaller log loss on the labels, it is the shipped one: slope 1, shift 0. Both labels must be
    present.
    """
    good = sum(same)
    high, low = (good + 1) / (good + 2), 1 / (len(same) - good + 2)
    line = _fitted(odds, [high if one else low for one in same])
    before, after = _log_loss(odds, same, _AS_SHIPPED), _log_loss(odds, same, line)
    if after >= before:
        line, after = _AS_SHIPPED, before
    return Calibration(slope=line.slope, shift=line.shift, pairs=len(same), before=before, after=after)


def _fitted(odds: Sequence[float], targets: Sequence[float]) -> _Line:
    """The line with the least penalised loss within the bounds."""
    line = _AS_SHIPPED
    for _ in range(_ROUNDS):
        last, line = line, _better(odds, targets, line)
        if max(abs(line.slope - last.slope), abs(line.shift - last.shift)) < _ENOUGH:
            break
    return _Line(round(line.slope, _PLACES), round(line.shift, _PLACES))


def _better(odds: Sequence[float], targets: Sequence[float], line: _Line) -> _Line:
    """A line with a smaller penalised loss: all the way to where it should be least, half of it, a quarter …"""
    bowl = _bowl_at(odds, targets, line)
    aim, loss, share = bowl.lowest(), _penalised_loss(odds, targets, line), 1.0
    promised = -bowl.by_slope * (aim.slope - line.slope) - bowl.by_shift * (aim.shift - line.shift)
    for _ in range(_HALVINGS):
        tried = _within_bounds(
            line.slope + share * (aim.slope - line.slope), line.shift + share * (aim.shift - line.shift)
        )
        if loss - _penalised_loss(odds, targets, tried) > _SLIGHT * share * promised:
            return tried
        share /= 2
    return line


def _within_bounds(slope: float, shift: float) -> _Line:
    return _Line(min(_STEEPEST, max(_FLATTEST, slope)), min(_FARTHEST, max(-_FARTHEST, shift)))


class _Bowl(NamedTuple):
    """The penalised loss around a line as a paraboloid: its gradient and its curvature there."""

    line: _Line
    by_slope: float
    by_shift: float
    curvature: tuple[float, float, float]
    """Along slope, along both, along shift."""

    def lowest(self) -> _Line:
        """Where it is least within the bounds: inside, or on one of the four edges."""
        xx, x1, one = self.curvature
        area = xx * one - x1 * x1
        found = _Line(
            self.line.slope - (one * self.by_slope - x1 * self.by_shift) / area,
            self.line.shift - (xx * self.by_shift - x1 * self.by_slope) / area,
        )
        return found if found == _within_bounds(*found) else min(self._lowest_on_edges(), key=self._rise)

    def _lowest_on_edges(self) -> Iterator[_Line]:
        xx, x1, one = self.curvature
        for slope in (_FLATTEST, _STEEPEST):
            yield _within_bounds(slope, self.line.shift - (self.by_shift + x1 * (slope - self.line.slope)) / one)
        for shift in (-_FARTHEST, _FARTHEST):
            yield _within_bounds(self.line.slope - (self.by_slope + x1 * (shift - self.line.shift)) / xx, shift)

    def _rise(self, to: _Line) -> float:
        xx, x1, one = self.curvature
        a, b = to.slope - self.line.slope, to.shift - self.line.shift
        return self.by_slope * a + self.by_shift * b + (xx * a * a + 2 * x1 * a * b + one * b * b) / 2


def _bowl_at(odds: Sequence[float], targets: Sequence[float], line: _Line) -> _Bowl:
    size = len(odds)
    off = [(chance(line.slope * x + line.shift), x, target) for x, target in zip(odds, targets, strict=True)]
    return _Bowl(
        line,
        math.fsum((p - t) * x for p, x, t in off) / size + _RIDGE * (line.slope - 1.0),
        math.fsum(p - t for p, _, t in off) / size + _RIDGE * line.shift,
        (
            math.fsum(p * (1 - p) * x * x for p, x, _ in off) / size + _RIDGE,
            math.fsum(p * (1 - p) * x for p, x, _ in off) / size,
            math.fsum(p * (1 - p) for p, _, _ in off) / size + _RIDGE,
        ),
    )


def _penalised_loss(odds: Sequence[float], targets: Sequence[float], line: _Line) -> float:
    losses = []
    for x, target in zip(odds, targets, strict=True):
        said = line.slope * x + line.shift
        losses.append(max(0.0, said) - target * said + math.log1p(math.exp(-abs(said))))
    return math.fsum(losses) / len(odds) + _RIDGE / 2 * ((line.slope - 1.0) ** 2 + line.shift**2)


def _log_loss(odds: Sequence[float], same: Sequence[bool], line: _Line) -> float:
    said = [chance(line.slope * x + line.shift) for x in odds]
    right = [p if one else 1.0 - p for p, one in zip(said, same, strict=True)]
    return -math.fsum(math.log(max(_SURE, p)) for p in right) / len(right)
