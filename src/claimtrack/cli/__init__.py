"""The command line: one verb, one file; the only place that prints."""

import sys


def main() -> None:
    """Run the command line; exit 0 fine, 1 what was asked to fail failed, 2 misuse or unreadable, 130 stopped."""
    try:
        from claimtrack.cli.program import main as run

        run()
    except KeyboardInterrupt:  # before the program could take it up itself
        sys.stderr.write("claimtrack: stopped\n")
        sys.exit(130)


__all__ = ["main"]
