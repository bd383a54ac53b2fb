"""One file of a ledger as a text that an edit turns into another, under the folder's lock."""

import os
from collections.abc import Callable

from claimtrack.errors import UsageError
from claimtrack.files import edit
from claimtrack.settings import Limits

_LIMITS = Limits()


def edit_text(path: str, change: Callable[[str | None], str | None]) -> bool:
    """Change a file's text; `change` gets what it holds now, None where there is none, and gives what it shall hold.

    Line breaks and a byte order mark come and go as they are. Gives whether the file was changed. Raises UsageError
    where it is no UTF-8, is no file or is too large, WritingError where the system refuses, and what `change` raises;
    the file is then as it was.
    """
    if os.path.lexists(path) and not os.path.isfile(path):  # noqa: PTH113 - a dangling link is no file to write
        raise UsageError(f"{path} is no ordinary file; nothing was changed")

    def change_bytes(held: bytes | None) -> bytes | None:
        new = change(None if held is None else _decoded(held, path))
        return None if new is None else new.encode("utf-8")

    return edit(path, change_bytes)


def _decoded(held: bytes, path: str) -> str:
    if len(held) > _LIMITS.bytes:
        raise UsageError(f"{path} is larger than {_LIMITS.bytes:,} bytes; nothing was changed")
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8; nothing was changed") from None
