"""The names by which signals and contrasts can be switched off, and the refusal of any other."""

from claimtrack.comparing.circumstances import OCCASION
from claimtrack.comparing.contrasts import CONTRASTS
from claimtrack.comparing.signals import SIGNALS
from claimtrack.errors import UsageError
from claimtrack.plugins import plugged
from claimtrack.settings import Settings


def refuse_unknown_switches(settings: Settings) -> None:
    """Raise UsageError where a name is switched off that no signal or contrast has, shipped or of a plug-in."""
    if not settings.switched_off:
        return
    known = {OCCASION, *CONTRASTS, *(signal.name for signal in SIGNALS)}
    known.update(plugin.name for kind in ("signals", "contrasts") for plugin in plugged(kind))
    for name in sorted(settings.switched_off - known):
        from claimtrack.reading.nearest import hint

        advice = hint(name, known)
        shown = name[:60]
        message = f"switched_off names “{shown}”, which is no signal or contrast"
        raise UsageError(f"{message}; {advice}" if advice else message)
