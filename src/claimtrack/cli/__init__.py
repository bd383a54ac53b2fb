"""The command line: one verb, one file; the only place that prints."""

import os
import signal
import sys

STOPPED = 130
"""What a shell expects of a program that Ctrl-C ended: 128 and the number of SIGINT."""


def main() -> None:
    """Run the command line; exit 0 fine, 1 what was asked to fail failed, 2 misuse or unreadable, 130 stopped."""
    try:
        from claimtrack.cli.program import run

        sys.exit(run())
    except KeyboardInterrupt:
        stop()


def stop() -> None:
    """Say so and end at once: to give back the memory of a large ledger object by object would take seconds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stderr.write("claimtrack: stopped\n")
    sys.stderr.flush()
    os._exit(STOPPED)
