"""Runs every mutant that mutmut makes, each in a fork of one warm process, against the tests that reach its function.

By hand, in the project's folder (`pip install --group mutation`): `python tests/mutation.py --jobs 2 --seconds 3600`
goes on where the last run stopped, in random order, so that a part is a fair sample of the whole. `--again` tries those
that lived, `--only "claimtrack.when.*"` some, and tests that are named are used alone. What it learns is in `mutants/`:
remove that folder after a change of code or tests, or keep its `results.jsonl` alone to try `--again`. For mutmut 3.8.
"""

import argparse
import contextlib
import fnmatch
import functools
import gc
import importlib
import json
import os
import pkgutil
import random
import resource
import select
import signal
import sys
import time
from collections import Counter, defaultdict
from itertools import accumulate
from pathlib import Path

import pytest
from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants, setup_source_paths
from mutmut.configuration import config
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.file_utils import walk_mutatable_files
from mutmut.utils.format_utils import mangled_name_from_mutant_name as function_of

HERE = Path("mutants").absolute()
REACH, RESULTS = HERE / "reach.json", HERE / "results.jsonl"
EXAMPLES, WAIT, MEMORY = 20, 120.0, 4 << 30
END = b"null\n"


def in_a_fork(work):
    """What the generator `work` gives in a process of its own; the last is None if it came to its end."""
    read, write = os.pipe()
    if not (child := os.fork()):
        os.setsid()
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(quiet, stream)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            for value in work():
                os.write(write, json.dumps(value).encode() + b"\n")
            os.write(write, END)
        finally:
            os._exit(0)
    os.close(write)
    said, until = b"", time.monotonic() + WAIT
    while not said.endswith(END) and select.select([read], [], [], max(0.0, until - time.monotonic()))[0]:
        if not (more := os.read(read, 1 << 16)):
            break
        said += more
    os.close(read)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]


def warm():
    """Everything imported and nothing remembered: a value kept from before the fork would hide a mutant."""
    from hypothesis.internal.charmap import charmap

    import claimtrack

    for module in pkgutil.walk_packages(claimtrack.__path__, "claimtrack."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    charmap()
    for kept in [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]:
        if (kept.__module__ or "").startswith(("claimtrack", "test")):
            kept.cache_clear()
    gc.collect()
    gc.freeze()


class Mutants:
    """A pytest plug-in: where the tests would run, the mutants run."""

    def __init__(self, asked, names):
        self.asked, self.names, self.failed, self.items = asked, names, False, {}
        self.kills = defaultdict(Counter)
        for one in tried():
            self.kills[function_of(one["mutant"])][one["by"]] += 1

    def pytest_collection_modifyitems(self, items):
        from hypothesis import HealthCheck, Phase, settings  # pytest complains where it was imported before

        more = {"phases": (Phase.explicit, Phase.generate), "suppress_health_check": list(HealthCheck)}
        for item in items:
            self.items[item.nodeid] = item
            test = getattr(item.obj, "__func__", item.obj)
            if own := getattr(test, "_hypothesis_internal_use_settings", None):
                few = min(own.max_examples, EXAMPLES)
                test._hypothesis_internal_use_settings = settings(
                    own, max_examples=few, derandomize=True, database=None, deadline=None, **more
                )

    def pytest_runtest_logreport(self, report):
        self.failed = self.failed or report.failed

    def passes(self, name, following=None):
        item = self.items[name]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=self.items.get(following))
        return not self.failed

    def pytest_runtestloop(self, session):
        warm()
        cost, tests = self.reach()
        for job in range(self.asked.jobs):
            if not os.fork():
                session.config._tmp_path_factory._given_basetemp = HERE / f"tmp{os.getpid()}"
                self.work(self.names[job :: self.asked.jobs], cost, tests)
                os._exit(0)
        for _ in range(self.asked.jobs):
            os.wait()
        return True

    def work(self, names, cost, tests):
        until = time.monotonic() + self.asked.seconds
        for mutant in names:
            if time.monotonic() > until:
                break
            killed, room = self.kills[function_of(mutant)], mutant.split(".")[1]
            # first what has killed a mutant of the same function; then those named first, the room's own, the fastest
            order = sorted(
                tests[function_of(mutant)], key=lambda name: (-killed[name], *self.rank(name, room), cost[name])
            )
            spent = accumulate(cost[name] for name in order)
            order = [name for name, sum_ in zip(order, spent, strict=True) if sum_ <= self.asked.budget]
            outcome, by = self.outcome(mutant, order, cost)
            killed[by] += outcome == "killed"
            with RESULTS.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"mutant": mutant, "outcome": outcome, "by": by, "tests": len(order)}) + "\n")

    def rank(self, name, room):
        named = [at for at, one in enumerate(self.asked.tests) if name.startswith(one)]
        return named[0] if named else 0, room not in name

    def outcome(self, mutant, order, cost):
        """What came of a mutant, and the test that it failed or that took too long."""

        def work():
            set_mutant_under_test(mutant)
            for name, following in zip(order, [*order[1:], None], strict=True):
                yield name
                signal.setitimer(signal.ITIMER_PROF, 1 + 4 * cost[name])
                if not self.passes(name, following):
                    yield False
                    return
            yield True

        match in_a_fork(work) if order else None:
            case None:
                return "no tests", None
            case [*_, True, None]:
                return "survived", None
            case [*_, name, False, None]:
                return "killed", name
            case [*_, name]:
                return "timeout", name

    def reach(self):
        """CPU seconds of each test that may be used, and the tests that reach each function."""
        known = json.loads(REACH.read_text()) if REACH.exists() else {}
        for name in [name for name in self.items if name not in known]:

            def work(name=name):
                set_mutant_under_test("stats")
                before, start = sum(os.times()[:4]), time.monotonic()
                good = self.passes(name)
                # A quarter of the time on the clock, where that is more: a test that waits is slow, too.
                yield [good, max(sum(os.times()[:4]) - before, (time.monotonic() - start) / 4), sorted(state()._stats)]

            known[name] = next(iter(in_a_fork(work)), [False, 0, []])
            if len(known) % 50 == 0 or name == list(self.items)[-1]:
                REACH.write_text(json.dumps(known))
        cost, tests = {}, defaultdict(list)
        for name, (good, seconds, functions) in ((name, known[name]) for name in self.items):
            if good and seconds <= self.asked.slow:
                cost[name] = seconds
                for function in functions:
                    tests[function].append(name)
            elif not good:
                print(f"left out, as it fails without a mutant: {name}")
        print(f"{len(self.items)} tests, {len(cost)} of them used")
        return cost, tests


def to_try(asked):
    """Names of mutants in random order: those without a result, or those that lived."""
    every = []
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        every += data.exit_code_by_key
    random.Random(asked.seed).shuffle(every := sorted(every))
    last = {one["mutant"]: one["outcome"] for one in tried()}
    wanted = ("survived", "no tests") if asked.again else (None,)
    return [name for name in every if last.get(name) in wanted and fnmatch.fnmatch(name, asked.only)]


def tried():
    """Every result so far, first to last."""
    return [json.loads(line) for line in RESULTS.read_text(encoding="utf-8").splitlines()] if RESULTS.exists() else []


def table():
    """A row for each room: mutants tried, killed when first tried, killed when last tried."""
    outcomes, rooms = defaultdict(list), defaultdict(list)
    for one in tried():
        outcomes[one["mutant"]].append(one["outcome"] in ("killed", "timeout"))
    for name, (first, *_, last) in ((name, (*found, found[-1])) for name, found in outcomes.items()):
        for room in (name.split(".")[1], "all"):
            rooms[room].append((first, last))
    for room, found in sorted(rooms.items(), key=lambda one: one[0] == "all"):
        print(f"{room:10}{len(found):6}", *(f"{n:6} {n / len(found):6.1%}" for n in map(sum, zip(*found, strict=True))))


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("tests", nargs="*", help="files or folders of tests; those of pyproject.toml where none is named")
    ask.add_argument("--again", action="store_true", help="try those that lived")
    ask.add_argument("--only", default="*", help="a pattern for names of mutants")
    ask.add_argument("--jobs", type=int, default=1, help="so many at once")
    ask.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long")
    ask.add_argument("--budget", type=float, default=10.0, help="CPU seconds of tests for one mutant")
    ask.add_argument("--slow", type=float, default=1.5, help="leave out tests of more CPU seconds")
    ask.add_argument("--seed", type=int, default=0, help="of the order")
    asked = ask.parse_args()
    set_mutant_under_test("mutant_generation")
    HERE.mkdir(exist_ok=True)
    copy_src_dir(), copy_also_copy_files(), setup_source_paths(), create_mutants(1)
    set_mutant_under_test("")
    plugin, own = Mutants(asked, to_try(asked)), config().pytest_add_cli_args
    os.chdir(HERE)
    given = f"--rootdir=. --tb=native -s -q --basetemp={HERE}/tmp -o tmp_path_retention_policy=none".split()
    code = pytest.main([*given, *own, *(asked.tests or config().pytest_add_cli_args_test_selection)], plugins=[plugin])
    table()
    return code


if __name__ == "__main__":
    sys.exit(main())
