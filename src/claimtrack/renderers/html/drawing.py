"""A timeline as the page draws it: where marks, intervals, changes and ticks stand, in hundredths of the width."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from claimtrack.overviews.lanes import Lane, Mark, Timeline
from claimtrack.renderers.html.names import Names
from claimtrack.renderers.phrases import said_when

LANE = 54
"""Height of a lane in pixels; the words on it have the upper part, the marks the lower one."""
_MARKS = 40
"""Where on a lane the marks stand, in pixels from its top."""
_ASIDE = 5.0
"""Width kept for what has no date."""
_EDGE = 1.5
_NEAR = 1.6
"""Marks that are nearer than this would hide one another."""


@frozen(kw_only=True)
class Dot:
    """A mark: its place, shape and interval; `words` is what it tells when pointed at."""

    x: float
    y: int
    begin: float
    width: float
    shape: str
    claim: str
    number: int
    words: str
    exact: bool
    superseded: bool


@frozen(kw_only=True)
class Arrow:
    """A change from one mark to another."""

    kind: str
    x1: float
    y1: int
    x2: float
    y2: int
    words: str


@frozen(kw_only=True)
class Tick:
    """A month or a year on the scale; only some have room for their name."""

    x: float
    name: str


@frozen(kw_only=True)
class Row:
    """A lane's words and height; `told` says what its marks say, for who does not see them."""

    y: int
    label: str
    depth: int
    id: str
    told: tuple[str, ...]


@frozen(kw_only=True)
class Drawing:
    """Everything that a template draws of one timeline."""

    id: str
    height: int
    rows: tuple[Row, ...]
    dots: tuple[Dot, ...]
    arrows: tuple[Arrow, ...]
    ticks: tuple[Tick, ...]
    timeline: Timeline

    @property
    def worth_drawing(self) -> bool:
        """Is there more than one mark, and more than one moment?"""
        return len(self.dots) > 1 and (self.timeline.first != self.timeline.last or self.timeline.undated())


def drawing_of(names: Names, timeline: Timeline) -> Drawing:
    """Lay a timeline out."""
    scale = _Scale.of(timeline)
    by_lane = [_dots(names, lane, index * LANE, scale) for index, lane in enumerate(timeline.lanes)]
    dots = [dot for lane in by_lane for dot in lane]
    where = {claim: dot for dot, claims in dots for claim in claims}
    return Drawing(
        id=timeline.id,
        height=LANE * len(timeline.lanes),
        rows=tuple(
            Row(
                y=index * LANE,
                label=lane.label,
                depth=lane.depth,
                id=lane.id,
                told=tuple(dot.words for dot, _ in by_lane[index]),
            )
            for index, lane in enumerate(timeline.lanes)
        ),
        dots=tuple(dot for dot, _ in dots),
        arrows=tuple(_arrows(timeline, where)),
        ticks=tuple(_ticks(timeline, scale)),
        timeline=timeline,
    )


@frozen(kw_only=True)
class _Scale:
    """From days to hundredths of the width."""

    first: date
    days: int
    left: float

    @classmethod
    def of(cls, timeline: Timeline) -> "_Scale":
        first = timeline.first or date(1, 1, 1)
        last = timeline.last or first
        days = max(1, (last - first).days)
        return cls(first=first, days=days, left=_EDGE + (_ASIDE if timeline.undated() else 0.0))

    def x(self, day: date) -> float:
        """Where a day stands; days beyond the scale stand at its edge."""
        part = min(max((day - self.first).days / self.days, 0.0), 1.0)
        return round(self.left + part * (100.0 - _EDGE - self.left), 2)


def _dots(names: Names, lane: Lane, top: int, scale: _Scale) -> list[tuple[Dot, tuple[str, ...]]]:
    found: list[tuple[Dot, tuple[str, ...]]] = []
    for mark in lane.marks:
        begin = scale.x(mark.when.first) if mark.when else _EDGE
        end = scale.x(mark.when.last) if mark.when else _EDGE
        x = round((begin + end) / 2, 2)
        crowd = sum(abs(other.x - x) < _NEAR for other, _ in found)
        dot = Dot(
            x=x,
            y=top + _MARKS + (0, -7, 7)[crowd % 3],
            begin=begin,
            width=round(end - begin, 2),
            shape=names.shape(mark.sides),
            claim=mark.claims[0],
            number=len(mark.claims),
            words=_words(names, mark),
            exact=mark.when is not None and mark.when.first == mark.when.last and not mark.published,
            superseded=mark.superseded,
        )
        found.append((dot, mark.claims))
    return found


def _words(names: Names, mark: Mark) -> str:
    first = names.claim(mark.claims[0])
    who = ", ".join(dict.fromkeys(names.speaker(names.claim(claim).speaker) for claim in mark.claims))
    corrected = ", corrected later" if mark.superseded else ""
    return f"{said_when(first)}: {who} ({', '.join(mark.claims)}){corrected}"


def _arrows(timeline: Timeline, where: Mapping[str, Dot]) -> Iterable[Arrow]:
    drawn: dict[tuple[Dot, Dot, str], Arrow] = {}
    steps = [(shift.earlier, shift.later, str(shift.kind), shift.reason) for shift in timeline.shifts]
    steps += [(one.earlier, one.later, "correction", "the later claim corrects it") for one in timeline.corrections]
    for earlier, later, kind, reason in steps:
        a, b = where[earlier], where[later]
        words = f"{kind}: {reason} ({earlier} → {later})"
        drawn.setdefault((a, b, kind), Arrow(kind=kind, x1=a.x, y1=a.y, x2=b.x, y2=b.y, words=words))
    return drawn.values()


def _ticks(timeline: Timeline, scale: _Scale) -> Iterable[Tick]:
    """Months, or years where there are many of them; both ends where no two begin."""
    if timeline.first is None or timeline.last is None:
        return []
    years = (timeline.last - timeline.first).days > _DAYS_IN_MONTHS
    begin = _years(timeline.first, timeline.last) if years else _months(timeline.first, timeline.last)
    named = [Tick(x=scale.x(day), name=f"{day.year:04}" if years else f"{day:%Y-%m}") for day in begin]
    if len(named) < _FEW:
        ends = dict.fromkeys((timeline.first, timeline.last))
        return [Tick(x=scale.x(day), name=day.isoformat()) for day in ends]
    return _with_room([tick for tick in named if tick.x >= _ROOM or not timeline.undated()])


_DAYS_IN_MONTHS = 800
"""Days up to which a scale has months."""
_FEW = 2
_ROOM = 9.0
"""Width that a name on the scale wants."""


def _with_room(ticks: Sequence[Tick]) -> Iterable[Tick]:
    last = -_ROOM
    for tick in ticks:
        if tick.x - last >= _ROOM:
            last = tick.x
            yield tick


def _months(first: date, last: date) -> Iterable[date]:
    """The first days of months within."""
    count = (last.year - first.year) * _YEAR + last.month - first.month + 1
    begin = first.year * _YEAR + first.month - 1
    days = (date(month // _YEAR, month % _YEAR + 1, 1) for month in range(begin, begin + count))
    return [day for day in days if day >= first]


def _years(first: date, last: date) -> Iterable[date]:
    return [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]


_YEAR = 12
