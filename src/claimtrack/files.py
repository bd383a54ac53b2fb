"""Files that are there whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replaced(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write what is to stand at `path`; it takes that place at once when all is written.

    It is written beside the place under another name, brought to the disk and then renamed, so that a reader sees the
    old content or the new. Whatever is raised meanwhile, the old content stays and nothing else is left. A link stays
    a link. Raises OSError.
    """
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{place.name[:100]}.{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            if place.exists():
                beside.chmod(place.stat().st_mode & 0o777)
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk; where folders cannot be opened for that, the system does it in its own time."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
