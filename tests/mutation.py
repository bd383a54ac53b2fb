"""Runs every mutant that mutmut makes, each in a fork of one warm process, against the tests that reach its function.

Run by hand, in the project's folder (`pip install --group mutation`): `python tests/mutation.py --seconds 3600` goes on where
the last run stopped, in a random order set by `--seed`, so that a part is a fair sample of the whole; `--again` tries those that
lived once more, `--only "claimtrack.when.*"` some of them. All that it learns is in `mutants/`; after a change of the code or of
tests remove that folder (or copy `mutants/results.jsonl` into a new one, to try what had lived). mutmut 3.8 makes the mutants.
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
from mutmut.utils.format_utils import mangled_name_from_mutant_name

REACH, RESULTS = Path("mutants/reach.json").absolute(), Path("mutants/results.jsonl").absolute()
EXAMPLES = 20
WAIT = 120.0
MEMORY = 4 << 30
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
    import claimtrack
    from hypothesis.internal.charmap import charmap

    for module in pkgutil.walk_packages(claimtrack.__path__, "claimtrack."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    charmap()
    for kept in [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]:
        if (kept.__module__ or "").startswith(("claimtrack", "test")):
            kept.cache_clear()
    gc.collect()
    gc.freeze()


def cpu():
    return sum(os.times()[:4])


class Mutants:
    """A pytest plug-in: where the tests would run, the mutants run."""

    def __init__(self, asked, names):
        self.asked, self.names, self.failed, self.items = asked, names, False, {}
        self.kills = defaultdict(Counter)
        for one in lines_of(RESULTS):
            self.kills[mangled_name_from_mutant_name(one["mutant"])][one["by"]] += 1

    def pytest_collection_modifyitems(self, items):
        from hypothesis import HealthCheck, Phase, settings

        for item in items:
            test = getattr(item.obj, "__func__", item.obj)
            if own := getattr(test, "_hypothesis_internal_use_settings", None):
                few = min(own.max_examples, EXAMPLES)
                phases = (Phase.explicit, Phase.generate)
                test._hypothesis_internal_use_settings = settings(
                    own, max_examples=few, phases=phases, derandomize=True, database=None,
                    deadline=None, suppress_health_check=list(HealthCheck),
                )  # fmt: skip
            self.items[item.nodeid] = item

    def pytest_runtest_logreport(self, report):
        self.failed = self.failed or report.failed

    def passes(self, name, following=None):
        item = self.items[name]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=self.items.get(following))
        return not self.failed

    def pytest_runtestloop(self, session):
        warm()
        cost, tests = self.reach()
        jobs = range(self.asked.jobs)
        for job in jobs:
            if not os.fork():
                session.config._tmp_path_factory._given_basetemp = RESULTS.parent / f"tmp{job}"
                self.work(self.names[job :: len(jobs)], cost, tests)
                os._exit(0)
        for _ in jobs:
            os.wait()
        return True

    def work(self, names, cost, tests):
        until = time.monotonic() + self.asked.seconds
        for mutant in names:
            if time.monotonic() > until:
                break
            function = mangled_name_from_mutant_name(mutant)
            killed = self.kills[function]
            order = self.order(mutant, tests[function], killed, cost)
            before = cpu()
            outcome, by = self.outcome(mutant, order, cost)
            killed[by] += outcome == "killed"
            line = {
                "mutant": mutant,
                "outcome": outcome,
                "by": by,
                "tests": len(order),
                "seconds": round(cpu() - before, 2),
            }
            with RESULTS.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")

    def order(self, mutant, tests, killed, cost):
        """Tests that have killed a mutant of the same function, then those of the same room, then the fastest; to a budget."""
        room = mutant.split(".")[1]
        order = sorted(tests, key=lambda name: (-killed[name], room not in name, cost[name]))
        spent = accumulate(cost[name] for name in order)
        return [name for name, seconds in zip(order, spent, strict=True) if seconds <= self.asked.budget]

    def outcome(self, mutant, order, cost):
        """What came of a mutant, and the test that it failed or that took too long."""
        if not order:
            return "no tests", None

        def work():
            set_mutant_under_test(mutant)
            for name, following in zip(order, [*order[1:], None], strict=True):
                yield name
                signal.setitimer(signal.ITIMER_PROF, 1 + 4 * cost[name])
                if not self.passes(name, following):
                    yield False
                    return
            yield True

        match in_a_fork(work):
            case [*_, True, None]:
                return "survived", None
            case [*_, name, False, None]:
                return "killed", name
            case [*_, name]:
                return "timeout", name

    def reach(self):
        """CPU seconds of each test that may be used, and the tests that reach each function; each test starts afresh."""
        known = json.loads(REACH.read_text()) if REACH.exists() else {}
        for name in [name for name in self.items if name not in known]:

            def work(name=name):
                set_mutant_under_test("stats")
                before, start = cpu(), time.monotonic()
                good = self.passes(name)
                # A quarter of the time on the clock, where that is more: a test that waits is slow, too.
                seconds = max(cpu() - before, (time.monotonic() - start) / 4)
                yield [good, seconds, sorted(state()._stats)]

            known[name] = next(iter(in_a_fork(work)), [False, 0, []])
            if len(known) % 50 == 0 or name == list(self.items)[-1]:
                REACH.write_text(json.dumps(known))
        for name in [name for name in self.items if not known[name][0]]:
            print(f"left out, as it fails without a mutant: {name}")
        usable = {
            name: one for name, one in known.items() if name in self.items and one[0] and one[1] <= self.asked.slow
        }
        print(f"{len(self.items)} tests, {len(usable)} of them used")
        tests = defaultdict(set)
        for name, (_, _, functions) in usable.items():
            for function in functions:
                tests[function].add(name)
        return {name: one[1] for name, one in usable.items()}, tests


def to_try(asked):
    """Names of mutants in random order: those without a result, or those that lived."""
    every = sorted(name for path in walk_mutatable_files() for name in keys_of(path))
    random.Random(asked.seed).shuffle(every)
    last = {name: outcomes[-1] for name, outcomes in results().items()}
    wanted = ("survived", "no tests") if asked.again else (None,)
    return [name for name in every if last.get(name) in wanted and fnmatch.fnmatch(name, asked.only)]


def keys_of(path):
    data = SourceFileMutationData(path=path)
    data.load()
    return list(data.exit_code_by_key)


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def results():
    """Outcomes of each mutant that was tried, first to last."""
    found = defaultdict(list)
    for one in lines_of(RESULTS):
        found[one["mutant"]].append(one["outcome"])
    return found


def table():
    """A row for each room: mutants tried, killed when first tried, killed when last tried."""
    rooms = defaultdict(list)
    for name, outcomes in results().items():
        rooms[name.split(".")[1]].append([one in ("killed", "timeout") for one in (outcomes[0], outcomes[-1])])
    rooms["all"] = [one for found in rooms.values() for one in found]
    for room, found in rooms.items():
        print(f"{room:10}{len(found):6}", *(f"{n:6} {n / len(found):6.1%}" for n in map(sum, zip(*found, strict=True))))


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("tests", nargs="*", help="files or folders of tests; those of pyproject.toml where none is named")
    ask.add_argument("--slow", type=float, default=1.5, help="leave out tests of more CPU seconds")
    ask.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long")
    ask.add_argument("--seed", type=int, default=0, help="of the order")
    ask.add_argument("--only", default="*", help="a pattern for names of mutants")
    ask.add_argument("--budget", type=float, default=10.0, help="CPU seconds of tests for one mutant")
    ask.add_argument("--jobs", type=int, default=1, help="so many at once")
    ask.add_argument("--again", action="store_true", help="try those that lived")
    asked = ask.parse_args()
    set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    copy_src_dir(), copy_also_copy_files(), setup_source_paths(), create_mutants(1)
    set_mutant_under_test("")
    names = to_try(asked)
    os.chdir("mutants")
    given = [
        "--rootdir=.",
        "--tb=native",
        "-s",
        "-q",
        f"--basetemp={RESULTS.parent / 'tmp'}",
        "-o",
        "tmp_path_retention_policy=none",
    ]
    selected = asked.tests or config().pytest_add_cli_args_test_selection
    code = pytest.main([*given, *config().pytest_add_cli_args, *selected], plugins=[Mutants(asked, names)])
    table()
    return code


if __name__ == "__main__":
    sys.exit(main())
