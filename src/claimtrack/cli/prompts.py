"""Questions on the terminal: with what is known offered by the Tab key, and an answer of the wrong kind asked again."""

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress

import click

from claimtrack.renderers.shown import shown

_WIDEST = 80
_DELIMITERS = " \t\n,;"


def is_terminal() -> bool:
    """Is a person there to be asked?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(
    question: str,
    known: Iterable[str] = (),
    *,
    check: Callable[[str], str] = str,
    needed: bool = False,
) -> str:
    """A line from the terminal, without white space around it; `check` gives the answer or raises ValueError.

    Tab completes from `known`. Raises click.Abort at the end of the input.
    """
    words = sorted(known)
    while True:
        answer = _line(f"{question}: ", words).strip()
        if not answer and needed:
            click.echo("  this one is needed")
            continue
        try:
            return check(answer) if answer else ""
        except ValueError as error:
            click.echo(shown("\n".join(wrapped(str(error), "  "))))


def one_of(known: Iterable[str]) -> Callable[[str], str]:
    """A check for `ask`: only what is known will do."""
    words = sorted(known)

    def check(answer: str) -> str:
        if answer in words:
            return answer
        from claimtrack.reading.nearest import hint

        raise ValueError(f"not known here; {hint(answer, words) or 'Tab shows what is'}")

    return check


def wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    """The lines of a text that fit the terminal, none wider than is good to read, each begun as told."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    return textwrap.wrap(
        text,
        max(width, 30),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
    )


def _line(prompt: str, words: list[str]) -> str:
    with _completing(words):
        try:
            return input(prompt)
        except EOFError:
            raise click.Abort from None


@contextmanager
def _completing(words: list[str]) -> Iterator[None]:
    """Tab offers the words; where Python has no readline, it does not."""
    try:
        import readline
    except ImportError:  # pragma: no cover - Windows
        yield
        return

    def offered(begun: str, number: int) -> str | None:
        fitting = [word for word in words if word.startswith(begun)]
        return fitting[number] if number < len(fitting) else None

    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(offered)
    readline.set_completer_delims(_DELIMITERS)
    with suppress(AttributeError):
        readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])
