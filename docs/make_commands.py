"""Writes docs/commands.md from the commands themselves; `--check` only tells whether it is current."""

import sys
from inspect import cleandoc
from pathlib import Path

import click

from claimtrack.cli.program import program

PAGE = Path(__file__).with_name("commands.md")

HEAD = """\
# The command line

`PATH` is `claims/` unless you name another. Exit 0: fine; 1: what you asked to fail failed; 2: misuse, or nothing could
be read; 130: stopped by Ctrl-C. A divergence is a finding, not a fault. `claimtrack --version` prints the version,
`--help` (`-h`), with or without a verb, what is written here.

(This page is made by `python docs/make_commands.py`.)
"""


def commands() -> dict[str, click.Command]:
    """Every verb by name, in the order in which `--help` lists them."""
    context = click.Context(program)
    found = {}
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        found[name] = command
    return found


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_command(name, command) for name, command in commands().items())])


def _command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=f"claimtrack {name}")
    usage = command.get_usage(context).removeprefix("Usage: ")
    lines = [f"## {name}", "", "```text", " ".join(usage.split()), "```", "", cleandoc(command.help or ""), ""]
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    if options:
        lines += ["| option | what it does |", "|---|---|", *(_option(one) for one in options), ""]
    return "\n".join(lines)


def _option(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if isinstance(option.type, click.Choice):
        takes = " `" + "\\|".join(str(one) for one in option.type.choices if one) + "`"
    else:
        takes = "" if option.is_flag or option.count else f" `{option.make_metavar(click.Context(click.Command('x')))}`"
    says = " ".join((option.help or "").split()).replace("|", "\\|")
    if option.show_default and option.default is not None:
        says += f" Without it: `{option.default}`."
    return f"| {names}{takes} | {says} |"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == page() else "docs/commands.md is not current")
    PAGE.write_text(page(), encoding="utf-8")
