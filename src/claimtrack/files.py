"""Files that are there whole or not at all, and that one process at a time changes."""

import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import UsageError, WritingError

PATIENCE = 20.0
"""Seconds to wait for another process that writes in the same folder."""
_PAUSE = 0.005
_LONGEST_PAUSE = 0.05
_NAME = 100
"""Bytes of a file's name that the name of its temporary file takes over."""
_BESIDE = re.compile(r"\A\.(.+)\.[0-9a-f]{16}\.tmp", re.DOTALL)
_BUSY = frozenset({errno.EAGAIN, errno.EACCES, errno.EINTR})
_TRIES = 5


@contextmanager
def replaced(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write what is to stand at `path`; it takes that place at once when all is written.

    It is written beside the place under another name, brought to the disk and then renamed, so that a reader sees the
    old content or the new. Whatever is raised meanwhile, the old content stays and nothing else is left. A link stays
    a link; permissions stay, and the owner where the system allows it. Raises OSError.
    """
    place = Path(os.path.realpath(path))
    beside = place.with_name(_beside(place.name))
    try:
        with beside.open("xb") as file:
            _take_over(place, beside)
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        # what refuses to be deleted now is cleared away by the next edit; the first error is the one to tell
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _beside(name: str) -> str:
    """A name, that nothing has, for what is to be called so."""
    return f".{_short(name)}.{secrets.token_hex(8)}.tmp"


def _short(name: str) -> str:
    return os.fsencode(name)[:_NAME].decode("utf-8", "ignore")


def _take_over(place: Path, beside: Path) -> None:
    """Owner and permissions of what stood there; in this order, because a new owner can cost permissions."""
    try:
        held = place.stat()
    except FileNotFoundError:
        return
    made = beside.stat()
    if (held.st_uid, held.st_gid) != (made.st_uid, made.st_gid):
        with suppress(OSError):
            os.chown(beside, held.st_uid, held.st_gid)
    beside.chmod(held.st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk; where folders cannot be opened for that, the system does it in its own time."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def locked(folder: str | os.PathLike[str], *, patience: float = PATIENCE) -> Iterator[None]:
    """Nobody else who asks for it writes in `folder` meanwhile: an exclusive flock(2) on the folder itself.

    No lock file is left behind, and the system gives the lock back when a process dies. Waits up to `patience`
    seconds. Raises WritingError where it cannot be had, OSError where the folder cannot be opened.
    """
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows
        raise WritingError("this system has no flock, without which two writers could lose each other's work") from None
    opened = os.open(folder, os.O_RDONLY)
    try:
        _wait(lambda: fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB), Path(folder), patience)
        yield
    finally:
        with suppress(OSError):  # what was written is written, whatever the system says of closing a folder
            os.close(opened)


def _wait(take: Callable[[], None], folder: Path, patience: float) -> None:
    until = time.monotonic() + patience
    pause = _PAUSE
    while True:
        try:
            return take()
        except OSError as error:
            if error.errno not in _BUSY:
                raise WritingError(f"{folder}: the folder cannot be locked: {error.strerror}") from None
        if time.monotonic() >= until:
            raise WritingError(
                f"{folder}: another process has been writing here for {patience:g} seconds; nothing was changed"
            )
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def edit(
    path: str | os.PathLike[str],
    change: Callable[[bytes | None], bytes | None],
    *,
    patience: float = PATIENCE,
) -> bool:
    """Change a file: `change` gets what it holds now (None where there is none) and gives what it shall hold.

    `change` is asked under the lock of the file's folder, so that edits of several processes follow one another and
    none is lost; what an editor saved meanwhile without asking for the lock is seen just before the new file takes
    its place, and `change` is asked again. None, or the same bytes, leave the file alone. Gives whether the file was
    changed. Raises WritingError, and whatever `change` raises; the file is then as it was.
    """
    place = _real(path)
    try:
        with locked(place.parent, patience=patience):
            clear_leftovers(place.parent)
            for _ in range(_TRIES):
                held = _held(place)
                wanted = change(held)
                if wanted is None or wanted == held:
                    return False
                if _put(place, wanted, held):
                    return True
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WritingError(f"{path} could not be written: {reason}; it is as it was") from None
    raise WritingError(f"{path} is being changed by another program all the time; nothing was changed")


def put(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write a whole file, whatever stood there; its folder is made. Raises WritingError; the file is then as it was.

    A pipe, or a device such as /dev/stdout, is written to.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    _real(path)
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with open(path, "wb") if _is_special(path) else replaced(path) as file:  # noqa: PTH123
            file.write(data)
    except OSError as error:
        raise WritingError(f"{path} could not be written: {error.strerror or type(error).__name__}") from None


def _is_special(path: str | os.PathLike[str]) -> bool:
    """Is there something that is neither a file nor a folder? It stays, whatever is written to it."""
    return os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path))  # noqa: PTH110, PTH112, PTH113


def new_folder(path: str | os.PathLike[str], texts: Mapping[str, str]) -> None:
    """Write a folder of files by name, all of them or none; an empty folder that is there is filled, and stays.

    Raises UsageError where something is there that is no empty folder, WritingError where the system refuses.
    """
    place = _real(path)
    try:
        if place.is_dir():
            _fill(place, path, texts)
        elif os.path.lexists(place):
            raise UsageError(f"{path} is there already, and nothing was touched")
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            with _all_of(texts, place.with_name(_beside(place.name))) as made:
                made.replace(place)
    except OSError as error:
        raise WritingError(f"{path} could not be written: {error.strerror or type(error).__name__}") from None


@contextmanager
def _all_of(texts: Mapping[str, str], folder: Path) -> Iterator[Path]:
    """A folder that holds all texts, on the disk; what is left of it in the end is deleted."""
    try:
        folder.mkdir()
        for name, text in texts.items():
            with replaced(folder / name) as file:
                file.write(text.encode("utf-8"))
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(place: Path, path: str | os.PathLike[str], texts: Mapping[str, str]) -> None:
    """Put files into an empty folder: whoever stands in it, stands in it still."""
    _refuse_full(place, path)
    moved: list[Path] = []
    try:
        with _all_of(texts, place / _beside(place.name)) as made:
            _refuse_full(place, path, made)
            for name in texts:
                (made / name).replace(place / name)
                moved.append(place / name)
    except BaseException:
        for one in moved:
            with suppress(OSError):
                one.unlink()
        raise
    _sync_folder(place)


def _refuse_full(place: Path, path: str | os.PathLike[str], made: Path | None = None) -> None:
    """Raise UsageError for a folder in which there is anything but what was made there."""
    there = min((one.name for one in place.iterdir() if one != made), default="")
    if there:
        raise UsageError(f"{path} is there already and holds {there}; nothing was touched")


def _real(path: str | os.PathLike[str]) -> Path:
    """Where a path leads; raises WritingError where no file can be called so."""
    try:
        if b"\0" in os.fsencode(path):
            raise ValueError
    except ValueError:
        raise WritingError(f"{path} could not be written: no file can have such a name") from None
    return Path(os.path.realpath(path))


def _held(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None


class _OvertakenError(Exception):
    """Another program changed the file meanwhile."""


def _put(place: Path, wanted: bytes, held: bytes | None) -> bool:
    """Replace the file, unless it no longer holds what the change was made from."""
    if held is not None and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only")
    try:
        with replaced(place) as file:
            file.write(wanted)
            file.flush()
            os.fsync(file.fileno())
            if _held(place) != held:
                raise _OvertakenError
    except _OvertakenError:
        return False
    return True


def clear_leftovers(folder: Path) -> None:
    """Delete what killed edits left in a folder; asked under its lock, when no edit can be under way there."""
    with suppress(OSError):
        for path in folder.iterdir():
            found = _BESIDE.fullmatch(path.name)
            if found and _is_ledger_name(found[1]):
                with suppress(OSError):
                    path.unlink()


def _is_ledger_name(name: str) -> bool:
    # a long name was cut, and has lost its end; a cut inside a character shortens it by up to three bytes
    return name.endswith((".yaml", ".yml", ".json")) or len(os.fsencode(name)) > _NAME - 4
