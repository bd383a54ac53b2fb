"""The signals and contrasts that plug-ins bring, asked of two wordings; what fails counts as not asked."""

from collections.abc import Sequence

from claimtrack.comparing.contrasts import Asked
from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals import Signal
from claimtrack.evidence import Contrast, ContrastKind, Evidence, Span
from claimtrack.plugins import asked, plugged

_UNGROUPED: str = Signal._field_defaults["group"]
"""For what has the shape that signals had before there were groups."""


def more_signals(pairing: Pairing, switched_off: frozenset[str]) -> tuple[Evidence, ...]:
    """Each signal of a plug-in: its value from 0.0 to 1.0, and what it adds to the log-odds of paraphrase."""
    found = []
    for plugin in plugged("signals"):
        signal: Signal = plugin.given
        if plugin.name in switched_off:
            continue
        value = asked(plugin, lambda signal=signal: _fraction(signal.measure(pairing)))  # type: ignore[misc]
        if value is not None:
            added = signal.weight * (value - signal.usual)
            found.append(Evidence(plugin.name, value, signal.says, added, str(getattr(signal, "group", _UNGROUPED))))
    return tuple(found)


def more_contrasts(pairing: Pairing, switched_off: frozenset[str]) -> tuple[Contrast, ...]:
    """The contrasts that plug-ins find between two wordings that are not the same words."""
    found: list[Contrast] = []
    for plugin in plugged("contrasts"):
        if plugin.name in switched_off or pairing.left.plain == pairing.right.plain:
            continue
        ask: Asked = plugin.given
        found += asked(plugin, lambda ask=ask: _contrasts(ask, pairing)) or ()  # type: ignore[misc]
    return tuple(found)


def _fraction(value: object) -> float:
    if not isinstance(value, (int, float)) or not 0.0 <= value <= 1.0:
        raise TypeError(f"a signal is a number from 0 to 1, not {value!r}")
    return float(value)


def _contrasts(ask: Asked, pairing: Pairing) -> Sequence[Contrast]:
    found = tuple(ask(pairing))
    for one in found:
        if not isinstance(one, Contrast) or not isinstance(one.kind, ContrastKind):
            raise TypeError(f"a contrast is a Contrast of a ContrastKind, not {one!r}")
        if not (_lies_in(one.left_span, pairing.left.text) and _lies_in(one.right_span, pairing.right.text)):
            raise ValueError("a contrast's spans lie in the two texts")
    return found


def _lies_in(span: Span, text: str) -> bool:
    return 0 <= span[0] <= span[1] <= len(text)
