"""The pre-commit hook, run by pre-commit itself on a folder under git."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEDGER = """
sides: {a: A}
speakers: {s: {name: S, side: a}}
claims: [{id: x, speaker: WHO, date: 2024-01-02, text: The round is now.}]
"""

pytestmark = [
    pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit takes hooks from a git repository alone"),
]


@pytest.fixture(scope="module")
def hook(tmp_path_factory):
    """Run the hook on a ledger whose claim has this speaker; its environment is made once."""
    home = tmp_path_factory.mktemp("home")

    def run(speaker: str) -> subprocess.CompletedProcess[str]:
        folder = tmp_path_factory.mktemp("repository")
        (folder / "claims").mkdir()
        (folder / "claims" / "ledger.yaml").write_text(LEDGER.replace("WHO", speaker), encoding="utf-8")
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        subprocess.run(["git", "add", "."], cwd=folder, check=True)
        words = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "claimtrack-check", "--all-files"]
        env = {**os.environ, "PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}
        return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)

    return run


def test_the_hook_passes_a_good_ledger_and_stops_at_a_bad_one(hook):
    """An unknown speaker stops the commit, told with file and line."""
    good = hook("s")
    if "CalledProcessError" in good.stdout and "pip" in good.stdout:
        pytest.skip("the hook's environment could not be made here: no packages can be had")
    assert good.returncode == 0, good.stdout
    bad = hook("nobody")
    assert bad.returncode == 1
    assert "CT201" in bad.stdout
    assert "claims/ledger.yaml:4:" in bad.stdout
