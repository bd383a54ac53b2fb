"""`claimtrack rule`: what a problem's code stands for, with an example of each kind."""

import click

from claimtrack.cli.options import write
from claimtrack.errors import UsageError
from claimtrack.problem import Rule
from claimtrack.reading.nearest import hint


@click.command("rule")
@click.argument("code", required=False, metavar="[CODE]")
def command(code: str | None) -> None:
    """Explain the problem CODE (CT201, or unknown-speaker); list all codes where none is given."""
    from claimtrack.catalogue import rules_here

    known = rules_here()
    if code is None:
        write("".join(f"{rule.code}  {rule.level:7}  {rule.name}\n" for rule in known.values()))
        return
    names = {rule.name: rule for rule in known.values()}
    found = known.get(code.upper()) or names.get(code.lower())
    if found is None:
        advice = hint(code, (*known, *names)) or "`claimtrack rule` lists all"
        raise UsageError(f"there is no problem “{code}”; {advice}")
    write(_explained(found))


def _explained(rule: Rule) -> str:
    import textwrap

    parts = [f"{rule.code} {rule.name} ({rule.level})", textwrap.fill(rule.why, 80)]
    for title, example in (("Refused", rule.bad), ("Right", rule.good)):
        if example:
            parts.append(f"{title}:\n\n" + textwrap.indent(example, "    ").rstrip("\n"))
    return "\n\n".join(parts) + "\n"
