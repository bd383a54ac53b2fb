"""Which ledger a file is of, where a path names one file of it."""

import os
from pathlib import Path

from claimtrack.reading import load_ledger


def home_of(path: str) -> str:
    """The ledger that a path names: the path itself, or the folder that a file lies in.

    A file is a ledger of its own where it declares speakers and has claims of them, or where no other file of the
    folder declares any.
    """
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where the system refuses
        return path
    own = load_ledger(path)
    if own.speakers and own.claims:
        return path
    folder = str(Path(path).parent)
    return folder if load_ledger(folder).speakers else path
