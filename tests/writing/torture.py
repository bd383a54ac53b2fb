"""Edits killed, starved and crowded, by hand: `python tests/writing/torture.py [TRIAL …]`.

Each trial works in a temporary folder and prints what it found; the exit status is 1 where anything was lost. `fault`
wants strace, `full` wants to mount a tmpfs (root). Not part of the suite: it takes minutes and loads the machine.
"""

# ruff: noqa: T201 - it is run by hand, and says what it finds
import argparse
import collections
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import claimtrack as ct
from claimtrack.writing.starter import begin_ledger

VERB = [sys.executable, "-c", "from claimtrack.cli import main; main()"]
WORKER = """
import sys
from claimtrack.writing.add import add_claims
ledger, name, start = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(start, 10**9):
    claim = {"speaker": "mayor", "text": f"Claim {number} of {name}", "id": f"{name}-{number}"}
    add_claims(ledger, [claim], sheet=ledger + "/2024-02-01-bridge.yaml")
    print(number, flush=True)
"""
CROWD = """
import sys
from claimtrack.writing.add import add_claims
ledger, name = sys.argv[1:]
for number in range(50):
    claim = {"speaker": "mayor", "text": f"Claim {number} of {name}", "id": f"p-{name}-{number}"}
    add_claims(ledger, [claim], sheet=ledger + ("/2024-02-01-bridge.yaml" if number % 4 else "/other.yaml"))
"""
CALLS = ("write", "fsync", "rename", "openat", "close", "flock", "fchmod,chmod,fchmodat", "newfstatat", "getdents64")


def quiet(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, check=False, **more)


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.endswith(".tmp"))


def ledger_in(folder: Path) -> Path:
    begin_ledger(str(folder / "claims"))
    return folder / "claims"


def parallel(folder: Path) -> bool:
    """800 adds by 16 processes at once, most on one sheet: 800 kept?"""
    ledger = ledger_in(folder)
    running = [
        subprocess.Popen([sys.executable, "-c", CROWD, str(ledger), str(number)], stderr=subprocess.PIPE, text=True)
        for number in range(16)
    ]
    said = [one.communicate()[1] for one in running]
    states = collections.Counter(one.returncode for one in running)
    loaded = ct.load_ledger(ledger)
    kept = sum(claim.id.startswith("p-") for claim in loaded.claims)
    wrong = [problem for problem in loaded.problems if problem.level == "error"]
    print(f"parallel: 800 adds by 16 processes: statuses {dict(states)}, {kept} kept, {len(wrong)} errors", *said[:1])
    return kept == 800 and not wrong and not leftovers(ledger)


def processes(folder: Path) -> bool:
    """800 processes of `claimtrack add`, sixteen at a time, to one sheet: 800 kept?"""
    ledger = ledger_in(folder)
    sheet = str(ledger / "2024-02-01-bridge.yaml")

    def add(number: int) -> subprocess.CompletedProcess[str]:
        words = ["--speaker", "mayor", "--text", f"Claim {number}", "--id", f"v-{number}", "--sheet", sheet, "--yes"]
        return quiet(*VERB, "add", str(ledger), *words, stdin=subprocess.DEVNULL)

    with ThreadPoolExecutor(16) as crowd:
        done = list(crowd.map(add, range(800)))
    states = collections.Counter(one.returncode for one in done)
    said = [one.stderr for one in done if one.returncode]
    read = ct.load_ledger(ledger)
    wrong = [problem for problem in read.problems if problem.level == "error"]
    kept = sum(claim.id.startswith("v-") for claim in read.claims)
    print(f"processes: 800 of `add`: statuses {dict(states)}, {kept} kept, {len(wrong)} errors", *said[:1])
    return kept == 800 and not wrong and not leftovers(ledger)


def kill(folder: Path) -> bool:
    """Two processes edit one sheet and are killed at random instants, until 1,000 edits are acknowledged."""
    ledger = ledger_in(folder)
    chance = random.Random(7)
    acknowledged: set[str] = set()
    following = {"a": 0, "b": 0}
    kills, torn, left, cleaned = 0, 0, 0, 0
    while len(acknowledged) < 1_000:
        running = {
            name: subprocess.Popen([sys.executable, "-c", WORKER, str(ledger), name, str(at)], stdout=subprocess.PIPE)
            for name, at in following.items()
        }
        begun = {name: one.stdout.readline() if one.stdout else b"" for name, one in running.items()}
        time.sleep(chance.random() * 3)
        for name in chance.sample(sorted(running), 2):
            running[name].send_signal(signal.SIGKILL)
            kills += 1
            time.sleep(chance.random() * 0.02)
        for name, one in running.items():
            told = [int(line) for line in (begun[name] + one.communicate()[0]).split()]
            acknowledged |= {f"{name}-{number}" for number in told}
            following[name] = max([following[name], *(number + 1 for number in told)]) + 1
        left += len(leftovers(ledger))
        loaded = ct.load_ledger(ledger)
        torn += sum(problem.level == "error" for problem in loaded.problems)
        lost = acknowledged - {claim.id for claim in loaded.claims}
        torn += len(lost)
        quiet(*VERB, "judge", "mayor-spring", "ministry-april", "unsure", str(ledger), "--because", str(kills))
        cleaned += not leftovers(ledger)
    print(
        f"kill: {len(acknowledged)} edits acknowledged, {kills} kills, {left} temporary files left by them, "
        f"after each next run none: {cleaned == kills // 2}, {torn} lost or torn"
    )
    return not torn and cleaned == kills // 2


def fault(folder: Path) -> bool:
    """Each system call of one edit made to fail in turn: nothing lost, no traceback, no temporary file afterwards."""
    if shutil.which("strace") is None:
        print("fault: strace is not here")
        return True
    fine, tried = True, collections.Counter()
    for calls in CALLS:
        for how in ("error=EIO", "error=ENOSPC", "signal=KILL"):
            for at in _from_lock_on(folder, calls):
                outcome = _one_fault(folder, calls, how, at)
                tried[outcome] += 1
                if outcome.startswith("BAD"):
                    fine = False
                    print(f"  {calls} {how} at {at}: {outcome}")
    print(f"fault: {dict(tried)}")
    return fine


def _judge(ledger: Path) -> list[str]:
    return [*VERB, "judge", "mayor-spring", "ministry-april", "unsure", str(ledger), "--because", "x" * 20_000]


def _from_lock_on(folder: Path, calls: str) -> range:
    """Which of a call's turns belong to the edit: those from the lock on."""
    ledger = ledger_in(Path(tempfile.mkdtemp(dir=folder)))
    trace = folder / "trace"
    quiet("strace", "-f", "-o", str(trace), "-e", f"trace={calls},flock", *_judge(ledger))
    names = calls.split(",")
    count, first = 0, 0
    for line in trace.read_text().splitlines():
        name = re.sub(r"^\d+ +", "", line).partition("(")[0]
        if name == "flock" and not first:
            first = count
        count += name in names
    return range(max(first, 1), count + 1)


def _one_fault(folder: Path, calls: str, how: str, at: int) -> str:
    ledger = ledger_in(Path(tempfile.mkdtemp(dir=folder)))
    place = ledger / "judgements.yaml"
    place.write_text("judgements:\n  - {unsure: [mayor-spring, mayor-trucks], by: me, because: begun}\n")
    old = place.read_bytes()
    done = quiet("strace", "-f", "-o", os.devnull, "-e", f"inject={calls}:{how}:when={at}", *_judge(ledger))
    now = place.read_bytes()
    new = b"x" * 1_000 in now.replace(b"\n", b"") and now.startswith(old)
    if "Traceback" in done.stderr:
        return f"BAD traceback: {done.stderr.strip().splitlines()[-1]}"
    if now != old and not new:
        return "BAD neither old nor new"
    if done.returncode == 0 and not new:
        return "BAD acknowledged and not there"
    quiet(*VERB, "judge", "mayor-spring", "ministry-trucks", "unsure", str(ledger))
    if leftovers(ledger):
        return f"BAD left {leftovers(ledger)}"
    if len(ct.load_ledger(ledger).judgements) != 2 + new:
        return "BAD a judgement is missing"
    return f"status {done.returncode}, {'new' if new else 'old'} file"


def full(folder: Path) -> bool:
    """A tmpfs without room: the old file whole, and a clear word."""
    place = folder / "small"
    place.mkdir()
    if quiet("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)).returncode:
        print("full: no tmpfs can be mounted here")
        return True
    try:
        ledger = ledger_in(place)
        (place / "filler").write_bytes(b"x" * 44_000)
        before = {path.name: path.read_bytes() for path in ledger.iterdir()}
        done = quiet(*_judge(ledger))
        after = {path.name: path.read_bytes() for path in ledger.iterdir()}
    finally:
        quiet("umount", str(place))
    print(f"full: status {done.returncode}, as it was: {before == after}, said: {done.stderr.strip()}")
    return done.returncode == 2 and before == after


def stop(folder: Path) -> bool:
    """Ctrl-C and SIGTERM at random instants of every verb: over within a second, no traceback, nothing torn."""
    ledger = ledger_in(folder)
    quiet("cp", "-r", str(Path(__file__).parents[2] / "claims"), str(folder / "real"))
    real = str(folder / "real")
    verbs = [
        ["report", real],
        ["check", real],
        ["match", "the next round", real],
        ["review", real],
        ["add", str(ledger), "--speaker", "mayor", "--text", "x", "--yes"],
        ["judge", "mayor-spring", "ministry-april", "unsure", str(ledger)],
    ]
    chance = random.Random(7)
    slow, tracebacks, states = 0, 0, collections.Counter()
    for number in range(100):
        one = subprocess.Popen(
            [*VERB, *verbs[number % len(verbs)]],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(0.05 + chance.random() * 0.6)
        begun = time.monotonic()
        one.send_signal(signal.SIGINT if number % 2 else signal.SIGTERM)
        assert one.stderr is not None
        said = one.stderr.read()
        one.wait()
        slow += time.monotonic() - begun > 1.0
        if "Traceback" in said:
            tracebacks += 1
            print(f"  {verbs[number % len(verbs)][0]}: {said.strip().splitlines()[-1]}")
        states[one.returncode] += 1
    wrong = [problem for problem in ct.load_ledger(ledger).problems if problem.level == "error"]
    print(
        f"stop: 100 signals, {slow} took over a second, {tracebacks} tracebacks, statuses {dict(states)}, "
        f"{len(wrong)} torn"
    )
    return not slow and not tracebacks and not wrong


TRIALS = {"parallel": parallel, "processes": processes, "kill": kill, "fault": fault, "full": full, "stop": stop}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("trials", nargs="*", metavar="TRIAL")
    fine = True
    for name in asked.parse_args().trials or TRIALS:
        folder = Path(tempfile.mkdtemp())
        try:
            fine = TRIALS[name](folder) and fine
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
