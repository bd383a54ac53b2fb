"""Every threshold and limit in one value, each with its meaning, unit and range."""

import json
import math
from collections.abc import Callable, Iterable
from numbers import Integral
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from claimtrack.errors import SettingError, UsageError

if TYPE_CHECKING:
    from attrs import Attribute

_SHOWN = 40
"""Characters of a wrong value that its message shows."""


def _between(low: float, high: float = math.inf) -> Callable[[object, "Attribute[Any]", Any], None]:
    """A validator that takes numbers in this range, both ends included; true and false are none."""
    wanted = f"from {low:g} to {high:g}" if high < math.inf else f"from {low:g} on"

    def check(_: object, setting: "Attribute[Any]", value: Any) -> None:
        try:
            fits = not isinstance(value, bool) and bool(low <= value <= high)
        except TypeError:
            fits = False
        if not fits:
            raise SettingError(f"{setting.name} is {_shown(value)}: a number {wanted} is wanted")

    return check


def _whole(low: int) -> Callable[[object, "Attribute[Any]", Any], None]:
    """A validator that takes whole numbers from this one on."""

    def check(_: object, setting: "Attribute[Any]", value: Any) -> None:
        if not isinstance(value, Integral) or isinstance(value, bool) or value < low:
            raise SettingError(f"{setting.name} is {_shown(value)}: a whole number from {low} on is wanted")

    return check


def _names(given: Any) -> frozenset[str]:
    """Names of a set or any other collection; a text is none, though letters stand in it."""
    example = "as in {'number'}"
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise SettingError(f"switched_off is {_shown(given)}: a set of names is wanted, {example}")
    names = tuple(given)
    for one in names:
        if not isinstance(one, str):
            raise SettingError(f"switched_off holds {_shown(one)}: names are wanted, {example}")
    return frozenset(names)


def _shown(value: object) -> str:
    try:
        return _cut(repr(value))
    except ValueError:  # Python writes out no whole number of more than some thousands of digits
        return "a number of very many digits"


def _cut(shown: str) -> str:
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


_fraction = _between(0.0, 1.0)


@frozen(kw_only=True)
class Limits:
    """How much one file may ask of the reader; beyond a limit the file is refused by name.

    Raises SettingError for a limit out of its range.
    """

    bytes: int = field(default=64 * 1024 * 1024, validator=_whole(1))
    depth: int = field(default=32, validator=_whole(1))
    """Levels of nesting."""
    nodes: int = field(default=5_000_000, validator=_whole(1))
    """Values written in one file."""
    expanded: int = field(default=1_000, validator=_whole(0))
    """Extra values reached through aliases."""
    scalar: int = field(default=100_000, validator=_whole(1))
    """Characters in one value."""
    key: int = field(default=200, validator=_whole(1))
    """Characters in one key."""
    lexicon: int = field(default=5_000, validator=_whole(1))
    """Words and phrases in the `lexicon` sections of a ledger."""
    problems: int = field(default=100, validator=_whole(1))
    """Problems reported per file; further ones are counted."""


def _limits(_: object, setting: "Attribute[Any]", value: Any) -> None:
    if not isinstance(value, Limits):
        raise SettingError(f"{setting.name} is {_shown(value)}: a value of Limits is wanted")


@frozen(kw_only=True)
class Settings:
    """What may be tuned without touching the code; the defaults are those that the docs measure.

    Raises SettingError, a UsageError and a ValueError, for a value out of its range.
    """

    link_at: float = field(default=0.5, validator=_fraction)
    """Paraphrase probability from which two claims are linked."""
    suggest_at: float = field(default=0.5, validator=_fraction)
    """Paraphrase probability from which a link is suggested for a person's review."""
    candidate_cutoff: float = field(default=0.35, validator=_fraction)
    """Cosine of word weights from which two claims that no issue brings together are compared at all."""
    candidate_sure: float = field(default=0.6, validator=_fraction)
    """The same cosine, from which two look-alikes are compared however many others resemble them."""
    candidates_per_claim: int = field(default=5, validator=_whole(1))
    """Look-alikes below `candidate_sure` with which each claim is compared: the likest, equals counting as one."""
    issue_pairs_limit: int = field(default=40, validator=_whole(1))
    """Claims of one issue up to which all its pairs are compared; beyond it only look-alikes are."""
    sides_limit: int = field(default=20, validator=_whole(2))
    """Sides up to which every two of them are told of on every issue; beyond it only pairs with evidence are."""
    side_pairs_limit: int = field(default=40, validator=_whole(1))
    """Findings per issue where there are more than `sides_limit` sides: divergences first, then agreement."""
    text_limit: int = field(default=2_000, validator=_whole(1))
    """Characters of a wording up to which two wordings are compared."""
    slope: float = field(default=1.0, validator=_between(0.01, 100.0))
    """What the log-odds of paraphrase are multiplied by; `claimtrack calibrate` finds it from a person's pairs."""
    shift: float = field(default=0.0, validator=_between(-50.0, 50.0))
    """What is added to the log-odds of paraphrase after that."""
    occasion_weight: float = field(default=1.5, validator=_between(0.0, 100.0))
    """What is added to the log-odds of paraphrase of two claims that one speaker made within a day, and taken off for
    two speakers; 0 leaves out who said it."""
    meaning_cutoff: float = field(default=0.5, validator=_fraction)
    """Where there is an encoder: likeness of meaning from which two claims that no issue joins are compared."""
    meaning_usual: float = field(default=0.4, validator=_fraction)
    """Likeness of meaning above which it counts: what two texts of one field have that differ. Not fitted."""
    meaning_weight: float = field(default=8.0, validator=_between(0.0, 100.0))
    """What a likeness of meaning adds to the log-odds of paraphrase, a unit above the usual one. Not fitted."""
    switched_off: frozenset[str] = field(default=frozenset(), converter=_names)
    """Names of signals and contrasts that are not asked; given as any collection of names."""
    limits: Limits = field(factory=Limits, validator=_limits)

    @classmethod
    def from_file(cls, path: str | PathLike[str]) -> "Settings":
        """The settings that a file of `claimtrack calibrate` holds; every other one has its default.

        Raises UsageError for a file that is absent, no JSON object with an object of settings under `settings`, or
        that holds an unknown or impossible setting.
        """
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
        except OSError as error:
            raise UsageError(f"{path} could not be read: {error.strerror}") from None
        except (ValueError, RecursionError):
            raise UsageError(f"{path} is no settings file: JSON is wanted") from None
        given = _wrapped(path, data)
        unknown = sorted(set(given) - _IN_FILES)
        if unknown:
            raise UsageError(
                f"{path}: not a setting of a file: {', '.join(unknown)}; known: {', '.join(sorted(_IN_FILES))}"
            )
        try:
            changes: dict[str, Any] = {name: _number(name, value) for name, value in given.items()}
            return cls(**changes)
        except SettingError as error:
            raise UsageError(f"{path}: {error}") from None


def _wrapped(path: str | PathLike[str], data: object) -> dict[str, object]:
    """What stands under `settings` in what a file holds."""
    wanted = "an object with an object of settings under “settings” is wanted"
    if not isinstance(data, dict):
        raise UsageError(f"{path} is no settings file: it is {_as_json(data)}; {wanted}")
    if "settings" not in data:
        found = f"it holds {_cut(', '.join(sorted(data)))}" if data else "it is empty"
        raise UsageError(f"{path} is no settings file: {found}; {wanted}")
    given = data["settings"]
    if not isinstance(given, dict):
        raise UsageError(f"{path}: settings is {_as_json(given)}: an object of settings is wanted")
    return given


def _as_json(value: object) -> str:
    return _cut(json.dumps(value, ensure_ascii=False))


def _number(name: str, value: object) -> float:
    """The value as a number; what no float can hold stays as it is, beyond every range."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SettingError(f"{name} is {_as_json(value)}: a number is wanted")
    try:
        return float(value)
    except OverflowError:
        return value


_OF_MEANING = ("meaning_cutoff", "meaning_usual", "meaning_weight")
_IN_FILES = frozenset({"slope", "shift", "link_at", "suggest_at", "candidate_cutoff", "occasion_weight", *_OF_MEANING})
