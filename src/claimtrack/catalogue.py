"""Every code that a problem can have, with its reason, a bad and a good example."""

from collections.abc import Mapping
from types import ModuleType

from claimtrack.checks import CHECKS
from claimtrack.plugins import BROKEN, plugged
from claimtrack.problem import Rule
from claimtrack.reading.rules import files, shapes


def rules_here() -> Mapping[str, Rule]:
    """`rules()`, and behind them those of the checks that plug-ins bring."""
    return {**rules(), **{rule.code: rule for rule in (_rule(plugin.given) for plugin in plugged("checks"))}}


def rules() -> Mapping[str, Rule]:
    """All rules of claimtrack by code, in order."""
    read = [rule for module in (files, shapes) for rule in vars(module).values() if isinstance(rule, Rule)]
    return {rule.code: rule for rule in sorted((*read, *map(_rule, CHECKS), BROKEN), key=lambda rule: rule.code)}


def _rule(check: ModuleType) -> Rule:
    """The rule that a check's docstring tells: a title, `Why:`, and the files that pass and fail, each whole."""
    head, _, examples = (check.__doc__ or "").partition("Passes::")
    good, _, bad = examples.partition("Fails::")
    why = " ".join(head.partition("Why:")[2].split())
    return Rule(
        code=check.CODE,
        name=check.NAME,
        level=check.LEVEL,
        why=why[:1].upper() + why[1:],
        bad=_dedented(bad),
        good=_dedented(good),
    )


def _dedented(example: str) -> str:
    lines = example.strip("\n").rstrip().split("\n")
    return "".join(line[4:] + "\n" for line in lines) if example.strip() else ""
