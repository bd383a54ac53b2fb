"""The bar and Ctrl-C, seen as a terminal sees them."""

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from claimtrack.cli.progress_ import Bar, is_wanted

MAIN = "from claimtrack.cli import main; main()"
SLOW = (
    "import sys, time\n"
    "from claimtrack.tracking import track\n"
    "def slow(pairs, comparer, judged, progress, known, link=track.link):\n"
    "    for done in range(600):\n"
    "        progress('comparing', done, 600)\n"
    "        time.sleep(.01)\n"
    "    return link(pairs, comparer, judged, progress, known)\n"
    "track.link = slow\n" + MAIN
)
"""A run of six seconds or more, whatever the machine."""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def ledger(tmp_path):
    """A small ledger."""
    (tmp_path / "a.yaml").write_text(
        "sides: {n: N}\nspeakers: {ann: {name: Ann, side: n}}\n"
        "claims:\n  - {id: a, speaker: ann, date: 2024-01-01, text: The bridge fell.}\n",
        encoding="utf-8",
    )
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    """As at a person's desk: a terminal that can do everything, no CI."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR")}
    return {**kept, "TERM": "xterm-256color", **more}


def heard() -> None:
    """In the child: Ctrl-C is heard, also where the tests themselves run in the background and do not hear it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def on_terminal(ledger, *, stop_on: bytes = b"", **env: str) -> tuple[int, bytes, float]:
    """Status, what stderr showed, and the seconds from Ctrl-C, which is sent once `stop_on` is seen, to the end."""
    mine, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "report", str(ledger)],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=environment(**env),
        start_new_session=True,
        preexec_fn=heard,
    )
    os.close(theirs)
    seen, stopped = b"", 0.0
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([mine], [], [], 0.1)[0]:
            try:
                part = os.read(mine, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not part:
                break
            seen += part
        if stop_on and not stopped and stop_on in seen:
            process.send_signal(signal.SIGINT)
            stopped = time.monotonic()
    try:
        status = process.wait(30)
    finally:
        process.kill()
        os.close(mine)
    return status, seen, time.monotonic() - stopped


def test_a_terminal_sees_a_bar_that_is_gone_in_the_end(ledger):
    """After the first second; the line is erased, the cursor shown again."""
    status, seen, _ = on_terminal(ledger)
    assert status == 0
    assert b"comparing" in seen
    assert seen.rstrip().endswith(b"\x1b[2K")
    assert b"\x1b[?25h" in seen


def test_no_color_leaves_the_bar_without_colour(ledger):
    """https://no-color.org: no colour codes, but the bar is there."""
    _, seen, _ = on_terminal(ledger, NO_COLOR="1")
    assert b"comparing" in seen
    assert b"\x1b[3" not in seen.replace(b"\x1b[?25", b"")


def test_under_ci_there_is_no_bar(ledger):
    """A log wants no bars."""
    assert on_terminal(ledger, CI="true")[:2] == (0, b"")


def test_a_pipe_sees_no_bar(ledger):
    """Nothing on stderr, and rich's progress is not even loaded."""
    code = SLOW.replace("main()", "\ntry:\n    main()\nfinally:\n    assert 'rich.progress' not in sys.modules")
    done = subprocess.run(
        [sys.executable, "-c", code, "report", str(ledger)], capture_output=True, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_ends_it_at_once_and_takes_the_bar_away(ledger):
    """Exit 130, one line, no traceback, within the second."""
    status, seen, took = on_terminal(ledger, stop_on=b"comparing")
    assert status == 130
    assert took < 1.5  # a second, and what a busy machine adds to the reading of the terminal
    assert b"\x1b[2K" in seen
    assert seen.rstrip().endswith(b"claimtrack: stopped")
    assert b"Traceback" not in seen


@pytest.mark.parametrize("delay", [0.05, 0.2, 0.5, 1.0])
def test_ctrl_c_before_any_bar_is_as_quiet(ledger, delay):
    """While modules load, files are read or claims compared: one line, no traceback."""
    claims = "".join(f"  - {{id: c{i}, speaker: ann, text: Bridge {i % 40} fell in {i % 7}.}}\n" for i in range(4_000))
    (ledger / "b.yaml").write_text("claims:\n" + claims, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", f"import claimtrack.cli; print('up', flush=True); {MAIN}", "report", str(ledger)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=heard,
    )
    try:
        assert process.stdout.readline() == b"up\n"
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130
    assert err.strip() == b"claimtrack: stopped"


def test_a_bar_is_for_terminals_that_can_move_the_cursor(monkeypatch):
    """Not for a pipe, a dumb terminal or a CI."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    assert is_wanted(Terminal())
    assert not is_wanted(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not is_wanted(Terminal())


def test_a_short_run_shows_nothing(monkeypatch):
    """Over before the time has come."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    stream = Terminal()
    with Bar(stream) as bar:
        bar("reading", 1, 2)
    assert stream.getvalue() == ""


def test_a_bar_shown_in_this_process_tells_the_stage_and_is_erased(monkeypatch):
    """The timer shows it, each call moves it."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    stream = Terminal()
    with Bar(stream, after=0.0) as bar:
        bar("reading", 0, 0)
        end = time.monotonic() + 20
        while "comparing" not in stream.getvalue() and time.monotonic() < end:
            bar("comparing", 1, 2)
            time.sleep(0.01)
    assert "comparing" in stream.getvalue()
    assert stream.getvalue().rstrip().endswith("\x1b[2K")
