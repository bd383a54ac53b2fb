"""`claimtrack check`: what is wrong in a ledger; silent when all is well."""

import os
import shutil
from collections.abc import Sequence

import click

from claimtrack.claim import Ledger
from claimtrack.cli.options import is_unreadable, paths, read, write
from claimtrack.cli.progress_ import READING, Bar
from claimtrack.errors import UsageError
from claimtrack.problem import UNREADABLE, Level, Problem, covers
from claimtrack.progress import Progress

_FORMATS = ("full", "concise", "json", "github", "sarif")


@click.command("check")
@paths
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default=None,
    help="How to print it.  [default: full; github under GitHub Actions]",
)
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--fix", is_flag=True, help="First mend what is safe to mend: ids, cut texts, schema lines.")
@click.option(
    "--select", default="", metavar="CODE,…", help="Only these codes or names, or all that begin so: CT4,no-url."
)
@click.option("--ignore", default="", metavar="CODE,…", help="None of these.")
def command(paths: tuple[str, ...], format_: str | None, strict: bool, fix: bool, select: str, ignore: str) -> int:
    """Check the ledger at PATH (claims/): its files, references, judgements and pinned conclusions.

    A line that ends in `# claimtrack: ignore[CT501]` has that code ignored in it; so has the line below, where
    the comment stands alone. Exit 0 when no error is found, 1 when there are errors, 2 when nothing could be read.
    """
    wanted, unwanted = _codes("--select", select), _codes("--ignore", ignore)
    if fix:
        from claimtrack.cli.fix import fix_first

        fix_first(paths)
    with Bar() as bar:
        bar(READING, 0, 0)
        ledger = read(paths)
        problems = tuple(one for one in _problems(ledger, bar) if _is_kept(one, wanted, unwanted))
    write(_rendered(problems, format_ or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")))
    if is_unreadable(problems) and not ledger.claims:
        return 2
    failing = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return 1 if any(problem.level in failing for problem in problems) else 0


def _problems(ledger: Ledger, progress: Progress) -> Sequence[Problem]:
    """What reading, the checks and the pinned conclusions find, and what only an editor wants to hear."""
    if is_unreadable(ledger.problems) and not ledger.claims:
        return ledger.problems
    from claimtrack.checks import EDITORS_CHECKS, check_ledger
    from claimtrack.checks.unjudged_paraphrases import check_links
    from claimtrack.tracking.track import track

    report = track(ledger, progress=progress)
    more = (*check_ledger(ledger, EDITORS_CHECKS), *check_links(ledger, report.links))
    return sorted((*report.problems, *more), key=Problem.sort_key)


def _codes(option: str, given: str) -> tuple[str, ...]:
    """The codes that an option names; each is the name of one that there is, or the beginning of its code."""
    words = [word.strip() for word in given.split(",") if word.strip()]
    if not words:
        return ()
    from claimtrack.catalogue import rules_here
    from claimtrack.reading.nearest import did_you_mean

    known, codes = rules_here(), list[str]()
    for word in words:
        named = [rule.code for rule in known.values() if rule.name == word.lower()]
        if not named and not any(code.startswith(word.upper()) for code in known):
            advice = did_you_mean(word, [rule.name for rule in known.values()])
            message = f"{option}: no code begins with “{word}”, and no problem is called so"
            raise UsageError(f"{message}; {advice or '`claimtrack rule` lists all'}")
        codes += named or [word.upper()]
    return tuple(codes)


def _is_kept(problem: Problem, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> bool:
    """Was it asked for? What could not be read is always told."""
    if problem.level is Level.ERROR and problem.code.startswith(UNREADABLE):
        return True
    return (not wanted or covers(wanted, problem.code)) and not covers(unwanted, problem.code)


def _rendered(problems: Sequence[Problem], format_: str) -> str:
    if format_ == "json":
        from claimtrack.renderers.json_values import dumps, problem_json

        return dumps({"problems": [problem_json(problem) for problem in problems]})
    if format_ == "sarif":
        from claimtrack.catalogue import rules_here
        from claimtrack.renderers.problems import sarif

        return sarif.render(problems, rules_here())
    if format_ == "github":
        from claimtrack.renderers.problems import github

        return github.render(problems)
    if format_ == "concise":
        from claimtrack.renderers.problems import concise

        return concise.render(problems)
    from claimtrack.reading.excerpts import with_excerpts
    from claimtrack.renderers.problems import full
    from claimtrack.settings import Limits

    return full.render(with_excerpts(problems, Limits()), shutil.get_terminal_size((full.WIDTH, 0)).columns)
