"""The comment by which editors find the schema of a ledger's files."""

import os
from pathlib import Path

SCHEMA = "ledger.schema.json"
"""The schema's name in a ledger's folder."""


def schema_line(folder: str | os.PathLike[str], path: str | os.PathLike[str]) -> str:
    """The line that stands first in the file at `path` of the ledger in `folder`; without a line break."""
    up = os.path.relpath(Path(folder) / SCHEMA, Path(path).parent)
    return f"# yaml-language-server: $schema={Path(up).as_posix()}"
