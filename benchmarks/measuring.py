"""CPU seconds, peak memory and growth, as every benchmark script measures them."""

import gc
import math
import resource
from collections.abc import Iterator
from pathlib import Path

_STATUS = Path("/proc/self/status")


def cpu_seconds() -> float:
    """User and system time of this process, all its threads, and its children that have ended."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def peak_mb() -> float:
    """The most resident memory that this process has had, in MB of 2**20 bytes."""
    if _STATUS.exists():  # ru_maxrss of a new process begins at that of the one that started it
        return _status("VmHWM")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def begin_peak_anew() -> float:
    """Forget the peak so far and give the memory in use now, in MB; the peak so far where it cannot be forgotten."""
    gc.collect()
    try:
        (_STATUS.parent / "clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return peak_mb()
    return _status("VmRSS")


def _status(name: str) -> float:
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / 1024


def exponent(sizes: tuple[float, float], costs: tuple[float, float]) -> float | None:
    """k of cost ~ size**k between two sizes; None where a cost is too small to tell."""
    if min(costs) <= 0.0 or sizes[0] == sizes[1]:
        return None
    return math.log(costs[1] / costs[0]) / math.log(sizes[1] / sizes[0])


def growths(measured: dict[int, float]) -> Iterator[tuple[int, float | None]]:
    """Each size with its exponent from the size before; None for the first."""
    before: tuple[int, float] | None = None
    for size, cost in sorted(measured.items()):
        yield size, exponent((before[0], size), (before[1], cost)) if before else None
        before = (size, cost)
