"""The signals and contrasts that plug-ins bring, asked of two wordings; what fails counts as not asked."""

from collections.abc import Sequence
from functools import partial

from claimtrack.comparing.contrasts import Asked
from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals import Signal
from claimtrack.evidence import Contrast, ContrastKind, Evidence, Span
from claimtrack.plugins import Plugin, asked, plugged

_UNGROUPED: str = Signal._field_defaults["group"]
"""For what has the shape that signals had before there were groups."""


def more_signals(pairing: Pairing, switched_off: frozenset[str]) -> tuple[Evidence, ...]:
    """Each signal of a plug-in: its value from 0.0 to 1.0, and what it adds to the log-odds of paraphrase."""
    found = []
    for plugin in plugged("signals"):
        if plugin.name in switched_off:
            continue
        told = asked(plugin, partial(_evidence, plugin, pairing))
        if told is not None:
            found.append(told)
    return tuple(found)


def more_contrasts(pairing: Pairing, switched_off: frozenset[str]) -> tuple[Contrast, ...]:
    """The contrasts that plug-ins find between two wordings that are not the same words."""
    found: list[Contrast] = []
    for plugin in plugged("contrasts"):
        if plugin.name in switched_off or pairing.left.plain == pairing.right.plain:
            continue
        found += asked(plugin, partial(_contrasts, plugin.given, pairing)) or ()
    return tuple(found)


def _evidence(plugin: Plugin, pairing: Pairing) -> Evidence:
    signal: Signal = plugin.given
    value = _fraction(signal.measure(pairing))
    added = signal.weight * (value - signal.usual)
    return Evidence(plugin.name, value, signal.says, added, str(getattr(signal, "group", _UNGROUPED)))


def _fraction(value: object) -> float:
    if not isinstance(value, (int, float)) or not 0.0 <= value <= 1.0:
        raise TypeError(f"a signal is a number from 0 to 1, not {value!r}")
    return float(value)


def _contrasts(ask: Asked, pairing: Pairing) -> Sequence[Contrast]:
    found = tuple(ask(pairing))
    for one in found:
        if not isinstance(one, Contrast) or not isinstance(one.kind, ContrastKind):
            raise TypeError(f"a contrast is a Contrast of a ContrastKind, not {one!r}")
        if not all(isinstance(text, str) for text in (one.left, one.right, one.reason)):
            raise TypeError(f"a contrast's words and its reason are texts, not as in {one!r}")
        if not (_lies_in(one.left_span, pairing.left.text) and _lies_in(one.right_span, pairing.right.text)):
            raise ValueError("a contrast's spans lie in the two texts")
    return found


def _lies_in(span: Span, text: str) -> bool:
    start, end = span
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(text)
