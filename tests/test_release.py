"""What a release says of itself is one thing everywhere, and its workflows are YAML."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import claimtrack as ct

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = [*sorted((ROOT / "docs" / "workflows").glob("*.yml")), *sorted((ROOT / ".github").rglob("*.yml"))]


def test_the_version_is_one():
    """In the package, the project and the citation."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert ct.__version__ == PROJECT["version"] == citation["version"]


def test_the_changelog_has_a_part_for_what_is_not_released():
    """Each change writes its line there."""
    assert re.search(r"^## Unreleased$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_whole(path):
    """Every job has a machine and steps, and every step does something."""
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert flow["permissions"]
    for job in flow["jobs"].values():
        assert job["runs-on"]
        assert all(("uses" in step) != ("run" in step) for step in job["steps"])


def test_the_hooks_call_verbs_that_there_are():
    """As pre-commit reads them."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["entry"].split()[1] for hook in hooks} == {"check"}
    assert all(hook["language"] == "python" and not hook["pass_filenames"] for hook in hooks)
