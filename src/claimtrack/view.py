"""What part of a ledger is looked at: dates, sides, speakers, issues."""

from collections.abc import Iterable

from attrs import Attribute, field, frozen

from claimtrack.errors import UsageError
from claimtrack.when import When


def _once(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(dict.fromkeys(names))


def _date(_: "View", attribute: "Attribute[When | None]", given: object) -> None:
    if given is not None and not isinstance(given, When):
        raise UsageError(f"{attribute.name} is {given!r}: None or a date is wanted, as of parse_when")


@frozen(kw_only=True)
class View:
    """The filters of a report; what is empty or None does not restrict.

    `as_of`: only what had been said by the end of that date. `since`, `until`: only what was said
    in between, both included. A claim whose date is too coarse to tell is left out.
    `sides`: one side is compared with every other; two or more are compared among themselves alone.
    A name that is given twice counts once. Raises UsageError for what is no date.
    """

    as_of: When | None = field(default=None, validator=_date)
    since: When | None = field(default=None, validator=_date)
    until: When | None = field(default=None, validator=_date)
    sides: tuple[str, ...] = field(default=(), converter=_once)
    speakers: tuple[str, ...] = field(default=(), converter=_once)
    issues: tuple[str, ...] = field(default=(), converter=_once)

    def dated(self) -> bool:
        """Does any filter ask for a date?"""
        return not (self.as_of is None and self.since is None and self.until is None)

    def thins(self) -> bool:
        """May it leave out what a side of the report says on an issue of the report?"""
        return self.dated() or bool(self.speakers)
