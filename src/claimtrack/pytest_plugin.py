"""Ledgers as tests of pytest, where `--claimtrack` or the ini-file asks for it: files and pinned conclusions."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from claimtrack.problem import Problem

_PINNED = "CT301"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option and the ini-file's setting."""
    said = "a ledger whose files and pinned conclusions are tests; may be repeated"
    parser.getgroup("claimtrack").addoption("--claimtrack", action="append", default=[], metavar="PATH", help=said)
    parser.addini("claimtrack", "ledgers whose files and pinned conclusions are tests", type="paths", default=[])


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the ledgers' tests behind the others, before -k and -m choose."""
    asked = [config.invocation_params.dir / one for one in config.getoption("--claimtrack")]
    for path in dict.fromkeys([*asked, *config.getini("claimtrack")]):
        items.extend(_items(session, Path(path)))


def _items(session: pytest.Session, path: Path) -> Iterator[pytest.Item]:
    import claimtrack as ct
    from claimtrack.problem import Level

    if not path.exists():
        raise pytest.UsageError(f"--claimtrack: there is no ledger at {path}")
    ledger = ct.load_ledger(path)
    report = ct.track(ledger)
    errors = [one for one in report.problems if one.level is Level.ERROR]
    pinned = {(one.place.path, one.place.line, one.place.column) for one in ledger.expectations}
    told: dict[tuple[str, int, int], list[Problem]] = {}
    for error in errors:
        where = (error.place.path, error.place.line, error.place.column)
        told.setdefault(where if error.code == _PINNED and where in pinned else (error.place.path, 0, 0), []).append(
            error
        )
    for name in dict.fromkeys([*ledger.files, *(one.place.path for one in errors)]):
        file = _File.from_parent(session, path=Path(name) if Path(name).exists() else path)
        yield _Item.from_parent(file, name="file", line=0, problems=told.get((name, 0, 0), ()))
        for expected in ledger.expectations:
            if expected.place.path == name:
                where = (name, expected.place.line, expected.place.column)
                words = (*expected.between, expected.verdict, *expected.split)
                title = f"expect:{expected.place.line} {expected.issue} {' '.join(filter(None, words))}"
                yield _Item.from_parent(file, name=title, line=where[1], problems=told.get(where, ()))


class _File(pytest.File):
    """A file of a ledger; its tests are made with the whole ledger's."""

    def collect(self) -> Iterable[pytest.Item]:
        return ()


class _BrokenError(Exception):
    """What a test of a ledger fails with."""


class _Item(pytest.Item):
    """A file without errors, or a conclusion that holds."""

    def __init__(self, *, line: int, problems: Iterable["Problem"], **more: Any) -> None:
        super().__init__(**more)
        self._line = line
        self._problems = tuple(problems)

    def runtest(self) -> None:
        if self._problems:
            raise _BrokenError

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if not isinstance(excinfo.value, _BrokenError):
            return super().repr_failure(excinfo, style)
        from claimtrack.reading.excerpts import with_excerpts
        from claimtrack.renderers.problems import full
        from claimtrack.settings import Limits

        return full.render(with_excerpts(self._problems, Limits()))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, max(0, self._line - 1), f"claimtrack: {self.name}"
