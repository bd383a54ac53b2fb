"""A ledger as it stood in a git revision: read out of git's own store, nothing is checked out."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from claimtrack.claim import Ledger
from claimtrack.errors import UsageError
from claimtrack.reading.ledger import SUFFIXES, ledger_of

_FILE_MODES = (b"100644", b"100755")
"""Ordinary files: links and modules are passed over."""
_PATIENCE = 60.0
"""Seconds that git may take."""


def ledger_at(revision: str, path: str | os.PathLike[str]) -> Ledger:
    """The ledger at `path` as it stood in a revision of the repository that the path lies in.

    Files have the names that they would have at `path` now. git is called without a shell, with fixed commands that
    read its store alone; the revision is only ever one argument, never an option. Raises UsageError where git or the
    repository is missing, the revision is unknown, there is no such ledger in it, or a file is not UTF-8.
    """
    if not revision or revision.startswith("-"):
        raise UsageError(f"“{revision}” is no git revision")
    given = Path(path)
    here = next((one for one in (given, given.parent) if os.path.isdir(one)), Path())  # noqa: PTH112 - it never raises
    top = Path(os.fsdecode(_git(here, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    commit = _commit(here, revision)
    inside = _inside(given, top)
    texts = {_named(given, inside, name): _text(data, name, revision) for name, data in _files(top, commit, inside)}
    if not texts:
        raise UsageError(f"{given.as_posix()} holds no ledger in the revision “{revision}”")
    return ledger_of(texts)


def _commit(here: Path, revision: str) -> str:
    try:
        found = _git(here, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except UsageError:
        raise UsageError(f"“{revision}” is neither a folder or file here nor a git revision") from None
    return found.decode("ascii").strip()


def _inside(given: Path, top: Path) -> PurePosixPath:
    """Where the ledger lies in its repository."""
    try:
        return PurePosixPath(given.resolve().relative_to(top.resolve()).as_posix())
    except ValueError:
        raise UsageError(f"{given.as_posix()} lies outside the git repository {top}") from None


def _named(given: Path, inside: PurePosixPath, name: str) -> str:
    rest = PurePosixPath(name).relative_to(inside)
    return given.as_posix() if rest == PurePosixPath() else (given / rest).as_posix()


def _files(top: Path, commit: str, inside: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    """Name and content of every sheet of the ledger, names that begin with a dot passed over."""
    where = [] if inside == PurePosixPath() else ["--", inside.as_posix()]
    listed = _git(top, "ls-tree", "-r", "-z", "--full-tree", commit, *where)
    found = []
    for line in listed.split(b"\0"):
        head, _, name = line.partition(b"\t")
        if head.split(b" ")[0] in _FILE_MODES and _is_sheet(os.fsdecode(name), inside):
            found.append((os.fsdecode(name), head.split(b" ")[2]))
    yield from zip([name for name, _ in found], _blobs(top, [blob for _, blob in found]), strict=True)


def _is_sheet(name: str, inside: PurePosixPath) -> bool:
    rest = PurePosixPath(name).relative_to(inside)
    if rest == PurePosixPath():  # the file itself was named
        return True
    return rest.suffix in SUFFIXES and not any(part.startswith(".") for part in rest.parts)


def _blobs(top: Path, names: Sequence[bytes]) -> Iterator[bytes]:
    """The contents of some blobs, by one call of git: a line “name blob size”, the bytes, a line feed, for each."""
    out = _git(top, "cat-file", "--batch", put_in=b"".join(name + b"\n" for name in names)) if names else b""
    at = 0
    for _ in names:
        end = out.index(b"\n", at)
        size = int(out[at:end].split(b" ")[2])
        yield out[end + 1 : end + 1 + size]
        at = end + size + 2


def _text(data: bytes, name: str, revision: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{name} is not UTF-8 in the revision “{revision}”") from None


def _git(here: Path, *words: str, put_in: bytes = b"") -> bytes:
    command = ["git", "--literal-pathspecs", "--no-pager", "-C", str(here), *words]
    env = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(  # noqa: S603
            command, input=put_in, capture_output=True, env=env, timeout=_PATIENCE, check=False
        )
    except FileNotFoundError:
        raise UsageError("git is not installed: compare two folders, or two dates with --as-of") from None
    except ValueError:  # a NUL byte, or half a character
        raise UsageError("a path or revision holds a character that no name can have") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git did not answer within {_PATIENCE:g} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        if "not a git repository" in said:
            raise UsageError(f"{here.resolve()} lies in no git repository, and so has no revisions")
        raise UsageError(said or "git failed")
    return done.stdout
