"""`claimtrack check`: what is wrong in a ledger; silent when all is well."""

import click

from claimtrack.cli.options import is_unreadable, paths, read, write
from claimtrack.cli.progress_ import READING, Bar
from claimtrack.problem import Level, Problem


@click.command("check")
@paths
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--fix", is_flag=True, help="First mend what is safe to mend: ids, cut texts, schema lines.")
def command(paths: tuple[str, ...], format_: str, strict: bool, fix: bool) -> int:
    """Check the ledger at PATH (claims/): its files, references, judgements and pinned conclusions.

    Exit 0 when no error is found, 1 when there are errors, 2 when nothing could be read.
    """
    if fix:
        from claimtrack.cli.fix import fix_first

        fix_first(paths)
    with Bar() as bar:
        bar(READING, 0, 0)
        ledger = read(paths)
        if is_unreadable(ledger.problems) and not ledger.claims:
            problems = ledger.problems
        else:
            from claimtrack.tracking.track import track

            problems = track(ledger, progress=bar).problems
    write(_as_json(problems) if format_ == "json" else _as_text(problems))
    if is_unreadable(problems) and not ledger.claims:
        return 2
    failing = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return 1 if any(problem.level in failing for problem in problems) else 0


def _as_text(problems: tuple[Problem, ...]) -> str:
    from claimtrack.renderers.problem_line import problem_line

    return "".join(problem_line(problem) + "\n" for problem in problems)


def _as_json(problems: tuple[Problem, ...]) -> str:
    from claimtrack.renderers.as_json import dumps, problem_json

    return dumps({"problems": [problem_json(problem) for problem in problems]})
