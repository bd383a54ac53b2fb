"""Names on the page: anchors that stay, sides with their shapes, web addresses that are safe to follow."""

import re
from collections.abc import Iterable

from attrs import field, frozen

from claimtrack.claim import Claim
from claimtrack.renderers.phrases import side_name, speaker_name
from claimtrack.report import Report

SHAPES = ("circle", "square", "triangle", "diamond", "pentagon", "cross", "ring", "bar")
"""One for each of the first sides; further ones share the last."""
JOINT = "joint"
NOBODY = "none"
_UNSAFE = re.compile(r"[^\w.-]")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)


def anchor(*parts: str) -> str:
    """A name inside the page that is the same in every run: `finding:scope:russia:usa`; different parts never meet."""
    return ":".join(_UNSAFE.sub(lambda found: f"~{ord(found[0]):x}~", part) for part in parts)


def web_address(url: str) -> str:
    """The address if it is one of the web and nothing in it is hidden, else ""."""
    return url if url.isprintable() and _ADDRESS.fullmatch(url) else ""


@frozen(kw_only=True)
class Names:
    """What things of one report are called."""

    report: Report
    told: frozenset[str] = field(init=False, repr=False)
    """The issues that have a place on the page: those with a finding."""
    _shapes: dict[str, str] = field(init=False, repr=False)

    @told.default
    def _with_finding(self) -> frozenset[str]:
        return frozenset(finding.issue for finding in self.report.findings)

    @_shapes.default
    def _shape_of_sides(self) -> dict[str, str]:
        return {side.id: SHAPES[min(index, len(SHAPES) - 1)] for index, side in enumerate(self.report.sides)}

    def side(self, side_id: str) -> str:
        """The name of a side; of none, that it is neither."""
        return side_name(self.report, side_id) if side_id else "of no side"

    def shape(self, sides: tuple[str, ...]) -> str:
        """The shape that stands for these sides."""
        if len(sides) > 1:
            return JOINT
        return self._shapes.get(sides[0], NOBODY) if sides else NOBODY

    def speaker(self, speaker_id: str) -> str:
        """The name of a speaker."""
        return speaker_name(self.report, speaker_id)

    def speakers(self, claim_ids: Iterable[str]) -> str:
        """The names of those who made these claims, each once."""
        return ", ".join(dict.fromkeys(self.speaker(self.claim(one).speaker) for one in claim_ids))

    def claim(self, claim_id: str) -> Claim:
        """A claim that the report knows, be it corrected since."""
        found = self.report.claims.get(claim_id)
        return found if found is not None else self.report.superseded[claim_id]

    def between(self, sides: tuple[str, ...]) -> str:
        """The names of sides in one phrase."""
        return " and ".join(self.side(side) for side in sides)
