"""The tutorial, followed from an empty folder: every file written, every command run, in order."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import claimtrack as ct
from docs_pages import DOCS, blocks

TEN_MINUTES = 600


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The folder after the tutorial, and for each command block what it printed; with the processor seconds of it."""
    start = tmp_path_factory.mktemp("empty")
    here, said = start, []
    bin_ = tmp_path_factory.mktemp("bin") / "claimtrack"
    bin_.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'from claimtrack.cli import main; main()' \"$@\"\n")
    bin_.chmod(0o755)
    env = {**os.environ, "PATH": f"{bin_.parent}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    before = os.times()
    for block in blocks(DOCS / "tutorial.md"):
        if block.file:
            (start / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "bash":
            done = subprocess.run(
                ["bash", "-e", "-c", f"{block.text}\npwd > {start}/.pwd"],
                cwd=here,
                env=env,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{block.text}\n{done.stdout}{done.stderr}"
            here = Path((start / ".pwd").read_text(encoding="utf-8").strip())
            said.append(done.stdout)
        else:
            assert block.language == "text"
            assert block.text in said[-1]
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return here, env, seconds


def test_the_folder_ends_as_a_ledger_with_a_page(followed):
    """Ten claims and one later; the page is whole and names both sides."""
    folder, _, _ = followed
    ledger = ct.load_ledger(folder / "claims")
    assert not ledger.problems
    assert len(ledger.claims) == 11
    page = (folder / "public" / "index.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")
    assert "Skerry Line" in page
    assert "Council of Varn" in page


def test_the_example_workflow_makes_its_comment(followed):
    """Its commands, on what the tutorial leaves: what changed, then the report."""
    folder, env, _ = followed
    flow = yaml.safe_load((DOCS / "workflows" / "claims.yml").read_text(encoding="utf-8"))
    steps = [step["run"] for step in flow["jobs"]["report"]["steps"] if "comment.md" in step.get("run", "")]
    subprocess.run(["bash", "-e", "-c", steps[0]], cwd=folder, env={**env, "BASE": "HEAD"}, check=True)
    comment = (folder / "comment.md").read_text(encoding="utf-8")
    assert "1 verdict changed" in comment
    assert "director-line-pays" in comment


def test_the_commands_take_less_than_ten_minutes(followed):
    """Far less: a bound on hanging, not a measure."""
    assert followed[2] < TEN_MINUTES
