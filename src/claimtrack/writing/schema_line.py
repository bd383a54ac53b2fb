"""The comment by which editors find the schema of a ledger's files."""

import os
from pathlib import Path

from claimtrack.reading.schema import FILE_NAME


def schema_line(folder: str | os.PathLike[str], path: str | os.PathLike[str]) -> str:
    """The line that stands first in the file at `path` of the ledger in `folder`; without a line break."""
    up = os.path.relpath(Path(folder) / FILE_NAME, Path(path).parent)
    return f"# yaml-language-server: $schema={Path(up).as_posix()}"


def schema_head(folder: str | os.PathLike[str], path: str | os.PathLike[str]) -> str:
    """That line with its line break, where the ledger's folder has the schema; else nothing."""
    return f"{schema_line(folder, path)}\n" if (Path(folder) / FILE_NAME).is_file() else ""
