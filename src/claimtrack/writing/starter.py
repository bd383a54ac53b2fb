"""A small commented ledger to begin with."""

import os
from functools import partial
from pathlib import Path

from claimtrack.errors import UsageError, WritingError
from claimtrack.reading.ledger import SUFFIXES
from claimtrack.reading.schema import FILE_NAME, schema_text
from claimtrack.writing.schema_line import schema_line
from claimtrack.writing.text_file import edit_text

_LEDGER = """\
# What the sides say. Every value is text; dates are 2021-09-30, 2021-09 or 2021.
claimtrack: 1
title: The bridge at Karsk
sides: {north: North, south: South}
speakers:
  mayor: {name: Anna Berg, role: Mayor of Karsk, side: north}
  ministry: {name: Ministry of Transport, kind: organisation, side: south}
issues:
  reopening:
    question: When does the bridge reopen?
    positions:
      spring: In spring
      april: {text: In April, narrows: spring}      # more precise, no contradiction
  damage:
    question: How many trucks were lost?
# Pinned conclusions: `claimtrack check` fails when one no longer holds.
expect:
  - {issue: damage, between: [north, south], verdict: diverge}
"""

_SHEET = """\
# One sheet for one source or event: its claims have the date and the source from here.
date: 2024-02-01
source: {publisher: Karsk Courier, url: "https://example.org/bridge", date: 2024-02-02}
claims:
  - id: mayor-spring
    speaker: mayor
    about: reopening
    holds: spring
    cue: promised
    text: The bridge will reopen in spring.
  - id: ministry-april
    speaker: ministry
    about: reopening
    holds: april
    cue: said
    text: The bridge will reopen in April.
  - id: mayor-trucks
    speaker: mayor
    about: damage
    cue: said
    text: Twelve trucks were lost when the bridge fell.
  - id: ministry-trucks
    speaker: ministry
    about: damage
    cue: reported
    text: Forty trucks were lost when the bridge fell.
"""


def begin_ledger(folder: str) -> tuple[str, ...]:
    """Write the starter into `folder` and give the paths written.

    Raises UsageError where a ledger or a file is there already, WritingError where the system refuses.
    """
    into = Path(folder)
    sheets = {into / "ledger.yaml": _LEDGER, into / "2024-02-01-bridge.yaml": _SHEET}
    wanted = {path: f"{schema_line(folder, path)}\n{text}" for path, text in sheets.items()}
    wanted[into / FILE_NAME] = schema_text()
    present = [path.as_posix() for path in wanted if os.path.lexists(path)]
    if present:
        raise UsageError(f"{', '.join(present)} is there already, and nothing was touched")
    sheet = _first_sheet(into)
    if sheet is not None:
        message = f"{sheet.as_posix()} is there already, and the example would be mixed into its ledger"
        raise UsageError(f"{message}; name a folder without .yaml files; nothing was touched")
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WritingError(f"{folder} could not be made: {error.strerror}") from None
    for path, text in wanted.items():
        edit_text(str(path), partial(_begin, path, text))
    return tuple(path.as_posix() for path in wanted)


def _first_sheet(folder: Path) -> Path | None:
    """A file in a folder, however deep, that reading would take for part of its ledger; None where there is none."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                return Path(here) / name
    return None


def _begin(path: Path, text: str, held: str | None) -> str:
    if held is not None:
        raise UsageError(f"{path.as_posix()} is there already, and was not touched")
    return text
