"""The README: what it shows is what one gets."""

import contextlib
import io
import re
from pathlib import Path

import claimtrack as ct

README = Path(__file__).parents[1] / "README.md"


def blocks(language: str) -> list[str]:
    """The code blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def test_the_page_of_the_readme_is_the_page_of_its_yaml():
    """Ten lines of YAML give what is printed below them."""
    ledger = ct.ledger_of(blocks("yaml")[0], name="bridge.yaml")
    assert blocks("text")[0] in ct.render(ct.track(ledger), "text")


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch):
    """The same in ten lines of Python."""
    monkeypatch.chdir(tmp_path)
    Path("bridge.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert "losses diverge ('north', 'south')" in said.getvalue()
    assert "cannot both be" in said.getvalue()


def test_the_two_commands_stand_first():
    """Each between its markers, from nothing but python3.11 and pip."""
    report, tests = blocks("bash")[:2]
    assert report.startswith("python3.11 -m venv")
    assert "claimtrack report claims/" in report
    assert "pytest" in tests
