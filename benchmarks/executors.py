"""The join on one core, on threads, on processes and on a Dask cluster: the same pairs, at what cost?

    python -m pip install -e '.[distributed]'
    python benchmarks/executors.py --shared ../shared --size 50000

Prints CPU seconds (of this process and of the workers, their start included) and seconds by the clock, and whether the
arrays are the same to the bit. The first line counts what an executor is handed: how many tiles, and the bytes of
their pickled arguments and results, which is what a cluster moves.
"""

import argparse
import multiprocessing
import pickle
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import numpy as np

import corpora
from claimtrack.matching import ClaimIndex, Pairs
from measuring import cpu_seconds

WORKERS = 2

Given = ParamSpec("Given")
Result = TypeVar("Result")


class CountingExecutor(Executor):
    """Runs each call at once, as a worker would get it: arguments and result go through pickle, and are counted."""

    def __init__(self) -> None:
        self.calls = self.sent = self.received = self.largest = 0

    def submit(self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> "Future[Result]":
        message = pickle.dumps((fn, args, kwargs), protocol=5)
        function, positional, named = pickle.loads(message)
        answer = pickle.dumps(function(*positional, **named), protocol=5)
        self.calls += 1
        self.sent += len(message)
        self.received += len(answer)
        self.largest = max(self.largest, len(message))
        done: Future[Result] = Future()
        done.set_result(pickle.loads(answer))
        return done


def main() -> None:
    """Print a line for each executor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--cutoff", type=float, default=0.6)
    options = parser.parse_args()
    sentences, what = corpora.real_or_made_up(options.size, options.shared)
    index = ClaimIndex(corpora.perturbed(sentences, options.size).texts)
    index.search("talks", limit=1)
    print(f"{options.size:,} perturbed copies of {what}, cutoff {options.cutoff}")
    counting = CountingExecutor()
    counted = index.pairs(options.cutoff, counting)
    print(f"{counting.calls} tiles; to the workers {_mb(counting.sent)}, the largest {_mb(counting.largest)};")
    print(f"back from them {_mb(counting.received)}")
    print("executor            CPU s  clock s      pairs  the same")
    alone = _timed("none", index, options.cutoff, _none)
    print(_line("counted above", "", "", counted, _same(alone, counted)))
    for name, executor in (
        (f"{WORKERS} threads", _threads),
        (f"{WORKERS} processes", _processes),
        (f"Dask, {WORKERS} workers", _dask),
    ):
        if executor is _dask and find_spec("distributed") is None:
            print(f"{name:17} skipped: distributed is not installed")
            continue
        _timed(name, index, options.cutoff, executor, alone)


def _timed(name: str, index: ClaimIndex, cutoff: float, executor: Any, alone: Pairs | None = None) -> Pairs:
    cpu, clock = cpu_seconds(), time.perf_counter()
    with executor() as workers:
        found = index.pairs(cutoff, workers)
    # the workers have ended by now, so that their time is counted
    cpu, clock = cpu_seconds() - cpu, time.perf_counter() - clock
    same = "" if alone is None else _same(alone, found)
    print(_line(name, f"{cpu:.2f}", f"{clock:.2f}", found, same), flush=True)
    return found


def _line(name: str, cpu: str, clock: str, found: Pairs, same: str) -> str:
    return f"{name:17} {cpu:>7} {clock:>8} {len(found.left):10d}  {same}"


def _mb(size: int) -> str:
    return f"{size / 2**20:.1f} MB"


def _same(one: Pairs, other: Pairs) -> str:
    same = all(
        a.dtype == b.dtype and np.array_equal(a, b)
        for a, b in ((one.left, other.left), (one.right, other.right), (one.score, other.score))
    )
    return "yes" if same else "NO"


@contextmanager
def _none() -> Iterator[None]:
    yield None


@contextmanager
def _threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(WORKERS) as executor:
        yield executor


@contextmanager
def _processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(WORKERS, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield executor


@contextmanager
def _dask() -> Iterator[Executor]:
    """Worker processes that are spoken to over TCP, as on several machines."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=WORKERS, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client.get_executor(pure=False)


if __name__ == "__main__":
    main()
