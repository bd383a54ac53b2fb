"""The command line: one verb, one file; the only place that prints."""

import os
import signal
import sys

STOPPED = 130
"""What a shell expects of a program that Ctrl-C ended: 128 and the number of SIGINT."""
TERMINATED = 143
"""The same for SIGTERM."""


class TerminatedError(KeyboardInterrupt):
    """SIGTERM ends a verb as Ctrl-C does: what it was writing is put away first."""


def main() -> None:
    """Run the command line; exit 0 fine, 1 what was asked to fail failed, 2 misuse or unreadable, 130 stopped."""
    try:
        signal.signal(signal.SIGTERM, terminate)
        from claimtrack.cli.program import run

        status = run()
        # what is left is Python's own end: a signal there is told by the shell, not by a traceback
        for one in (signal.SIGINT, signal.SIGTERM):
            signal.signal(one, signal.SIG_DFL)
    except KeyboardInterrupt as stopped:
        stop(TERMINATED if isinstance(stopped, TerminatedError) else STOPPED)
    else:
        sys.exit(status)


def terminate(_number: int, _frame: object) -> None:
    """What SIGTERM does."""
    raise TerminatedError


def stop(status: int = STOPPED) -> None:
    """Say so and end at once: to give back the memory of a large ledger object by object would take seconds."""
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)
    sys.stderr.write("claimtrack: stopped\n")
    sys.stderr.flush()
    os._exit(status)
