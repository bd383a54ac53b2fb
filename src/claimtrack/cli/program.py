"""The program: finds the verb, loads it alone, and turns every failure into one clear line."""

import codecs
import io
import os
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from claimtrack import __version__
from claimtrack.errors import ClaimtrackError
from claimtrack.renderers.shown import replaced, shown

_VERBS: Mapping[str, str] = {
    "report": "Print where the sides agree, diverge or stay silent.",
    "check": "Say what is wrong in a ledger; silent when all is well.",
    "explain": "Show the whole proof of a verdict, and what it hangs on.",
    "timeline": "Show claims in time: who moved, when, by which claim.",
    "diff": "Tell which verdicts changed between two dates, folders or revisions.",
    "list": "List claims, one a line.",
    "show": "Show one claim whole, with what it is linked to.",
    "compare": "Compare two wordings, or two claims by id.",
    "calibrate": "Fit the paraphrase figure to your own labelled pairs.",
    "match": "Find the claims that say something like a text.",
    "export": "Write the ledger in the format of another program.",
    "import": "Begin a ledger from the file of another program.",
    "rule": "Explain a problem by its code.",
    "schema": "Print the JSON Schema that editors complete and check with.",
    "init": "Begin a new ledger.",
    "upgrade": "Bring a ledger to the newest version of the file format.",
    "add": "Write claims into a ledger.",
    "judge": "Write down whether two claims say the same.",
    "review": "Go through the links that are worth a person's word.",
}


class _Verbs(click.Group):
    """The verbs, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _VERBS:
            return None
        command: click.Command = import_module(f"claimtrack.cli.{cmd_name}_").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb, or the nearest one told."""
        if args[0] not in _VERBS and not args[0].startswith("-"):
            from claimtrack.reading.nearest import did_you_mean

            near = did_you_mean(args[0], _VERBS)
            ctx.fail(f"No such command {args[0]!r}" + (f"; {near}" if near else "."))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Verbs"):
            formatter.write_dl(list(_VERBS.items()))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="claimtrack")
def program() -> None:
    """Follow who said what, when and for which side."""


def run() -> int:
    """The exit status: 0 fine, 1 what was asked to fail failed, 2 misuse or unreadable; Ctrl-C is the caller's."""
    _write_whatever_comes()
    try:
        status = program.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return 2
    except ClaimtrackError as error:
        click.echo(shown(f"claimtrack: {error}"), err=True)
        return 2
    except click.Abort as error:  # what click makes of Ctrl-C, SIGTERM and the end of the input
        cause = error.__cause__
        raise cause if isinstance(cause, KeyboardInterrupt) else KeyboardInterrupt from None
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except OSError as error:  # verbs tell of files that they cannot read or write: what is left is rare, or the output
        _silence_stdout()
        click.echo(
            shown(f"claimtrack: {error.filename or 'the output could not be written'}: {error.strerror}"), err=True
        )
        return 2
    return status if isinstance(status, int) else 0


def _write_whatever_comes() -> None:
    """Have a screen or a pipe in another encoding than UTF-8 get codes for what that lacks, unless told otherwise."""
    codecs.register_error("claimtrack", replaced)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
            stream.reconfigure(errors="claimtrack")


def _silence_stdout() -> None:
    """Point stdout elsewhere, so that the exit flushes quietly what nobody can take any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
