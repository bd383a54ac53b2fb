"""A drawing of size against CPU seconds, both by powers of ten: SVG by hand, one line an engine, named at its end."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 800, 560
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 176, 56, 48
_LETTER = 6.5
"""Width of a letter of a name, about."""
_APART = 14
"""Least distance of two names, one above the other."""

_STYLE = """
    text { font: 12px system-ui, sans-serif; fill: #333 }
    .title { font-size: 15px; font-weight: 600 }
    .grid { stroke: #ddd; stroke-width: 1 }
    .line { fill: none; stroke: #7a7a7a; stroke-width: 1.5 }
    .reckoned { stroke-dasharray: 5 4 }
    .point { fill: #7a7a7a }
    .lead { stroke: #bbb; stroke-width: 1 }
    .back { fill: #fff }
    .ours.line { stroke: #0b62c4; stroke-width: 3 }
    .ours.point { fill: #0b62c4 }
    .ours.name { fill: #0b62c4; font-weight: 600 }
    @media (prefers-color-scheme: dark) {
      text { fill: #ddd }
      .grid { stroke: #3a3a3a }
      .line { stroke: #9a9a9a }
      .point { fill: #9a9a9a }
      .lead { stroke: #555 }
      .back { fill: #16181c }
      .ours.line { stroke: #6db3ff }
      .ours.point { fill: #6db3ff }
      .ours.name { fill: #6db3ff }
    }
"""

Points = Sequence[tuple[float, float]]


def chart(lines: Mapping[str, Points], ours: str, reckoned: Collection[str] = ()) -> str:
    """The drawing; every line has points (texts, CPU seconds), more than zero, by growing size.

    The line named `ours` stands out; those that were `reckoned` from a sample are dashed.
    """
    drawn = _Plane([point for points in lines.values() for point in points])
    parts = [*drawn.grid()]
    for name in sorted(lines, key=lambda name: name == ours):  # ours last, on top
        parts += drawn.line(lines[name], "ours " if name == ours else "reckoned " if name in reckoned else "")
    parts += drawn.names({name: points[-1] for name, points in lines.items()}, ours)
    told = "; ".join(
        f"{name}{', reckoned' if name in reckoned else ''}: {_told(points)}" for name, points in lines.items()
    )
    key = "dashed: reckoned from a sample of the texts" if set(reckoned) & set(lines) else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="title desc">\n<title id="title">CPU seconds for all pairs, by number of texts</title>\n'
        f'<desc id="desc">Both axes go by powers of ten. {escape(told)}.</desc>\n<style>{_STYLE}</style>\n'
        f'<rect class="back" width="{WIDTH}" height="{HEIGHT}"/>\n'
        f'<text class="title" x="16" y="26">CPU seconds to find every two texts that are alike</text>\n'
        f'<text x="{WIDTH - 16}" y="{HEIGHT - 8}" text-anchor="end">{key}</text>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _seconds(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"


def _told(points: Points) -> str:
    return ", ".join(f"{seconds:.3g} s at {size:,.0f}" for size, seconds in points)


class _Plane:
    """Where texts and seconds stand on the drawing."""

    def __init__(self, points: Points) -> None:
        sizes, seconds = [math.log10(x) for x, _ in points], [math.log10(y) for _, y in points]
        self._x = (math.floor(min(sizes)), max(math.ceil(max(sizes)), math.floor(min(sizes)) + 1))
        self._y = (math.floor(min(seconds)), max(math.ceil(max(seconds)), math.floor(min(seconds)) + 1))

    def x(self, size: float) -> float:
        low, high = self._x
        return _LEFT + (math.log10(size) - low) / (high - low) * (WIDTH - _LEFT - _RIGHT)

    def y(self, seconds: float) -> float:
        low, high = self._y
        return HEIGHT - _BOTTOM - (math.log10(seconds) - low) / (high - low) * (HEIGHT - _TOP - _BOTTOM)

    def grid(self) -> Iterator[str]:
        for power in range(self._x[0], self._x[1] + 1):
            at = self.x(10**power)
            yield f'<line class="grid" x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP}" y2="{HEIGHT - _BOTTOM}"/>'
            yield f'<text x="{at:.1f}" y="{HEIGHT - _BOTTOM + 18}" text-anchor="middle">{10**power:,}</text>'
        for power in range(self._y[0], self._y[1] + 1):
            at = self.y(10**power)
            yield f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}"/>'
            yield f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{_seconds(power)} s</text>'
        middle = (_LEFT + WIDTH - _RIGHT) / 2
        yield f'<text x="{middle:.0f}" y="{HEIGHT - 8}" text-anchor="middle">texts</text>'

    def line(self, points: Points, kind: str) -> Iterator[str]:
        places = [(self.x(size), self.y(seconds)) for size, seconds in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline class="{kind}line" points="{path}"/>'
        for x, y in places:
            yield f'<circle class="{kind}point" cx="{x:.1f}" cy="{y:.1f}" r="{4 if kind == "ours " else 2.5}"/>'

    def names(self, ends: Mapping[str, tuple[float, float]], ours: str) -> Iterator[str]:
        """Each name right of the last point of its line, moved up or down where names would touch."""
        for size in {size for size, _ in ends.values()}:
            here = {name: self.y(seconds) for name, (end, seconds) in ends.items() if end == size}
            x = self.x(size)
            for name, y in _spread(here, _TOP - 8, HEIGHT - _BOTTOM).items():
                kind = "ours " if name == ours else ""
                yield f'<line class="lead" x1="{x + 4:.1f}" y1="{here[name]:.1f}" x2="{x + 14:.1f}" y2="{y:.1f}"/>'
                # what passes beneath a name would strike it through
                wide = len(name) * _LETTER + 4
                yield f'<rect class="back" x="{x + 15:.1f}" y="{y - 6:.1f}" width="{wide:.0f}" height="13"/>'
                yield f'<text class="{kind}name" x="{x + 17:.1f}" y="{y + 4:.1f}">{escape(name)}</text>'


def _spread(wanted: Mapping[str, float], top: float, bottom: float) -> dict[str, float]:
    """Places at least _APART from each other, near to the wanted ones, between top and bottom if there is room."""
    order = sorted(wanted, key=lambda name: wanted[name])
    groups: list[tuple[list[str], float]] = []  # names that touch, and where their middle is
    for name in order:
        names, middle = [name], wanted[name]
        while groups and middle - (len(names) - 1) * _APART / 2 < groups[-1][1] + (len(groups[-1][0]) + 1) * _APART / 2:
            names = groups.pop()[0] + names
            middle = sum(wanted[one] for one in names) / len(names)
        half = (len(names) - 1) * _APART / 2
        groups.append((names, max(top + half, min(bottom - half, middle))))
    return {
        name: middle + (at - (len(names) - 1) / 2) * _APART for names, middle in groups for at, name in enumerate(names)
    }
