"""What tests of several rooms begin with."""

import sys

import pytest

from claimtrack.cli.program import run as run_here


@pytest.fixture
def here(tmp_path, monkeypatch, capsys):
    """Run in this process, in an empty folder: status, what was printed, what was said on stderr."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimtrack", *words])
        status = run_here()
        out, err = capsys.readouterr()
        return status, out, err

    return call
