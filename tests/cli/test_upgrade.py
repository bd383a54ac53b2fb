"""`claimtrack upgrade`: one version so far, and it says so."""

import pytest
from click.testing import CliRunner

from claimtrack.cli.upgrade_ import command


@pytest.fixture
def upgrade(tmp_path):
    """Upgrade a ledger of this text; its status, what was said, and the file's bytes."""

    def run(text: str) -> tuple[int, str, bytes]:
        file = tmp_path / "ledger.yaml"
        file.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(command, [str(file)], standalone_mode=False)
        assert result.exception is None
        return result.return_value, result.output, file.read_bytes()

    return run


@pytest.mark.parametrize("text", ["claimtrack: 1\ntitle: t\n", "title: t\n"])
def test_a_ledger_of_the_newest_version_is_left_as_it_is(upgrade, text):
    """With or without its version."""
    assert upgrade(text) == (
        0,
        "the ledger has the newest version of the format, 1; nothing was changed\n",
        text.encode(),
    )


def test_a_file_of_an_unknown_version_is_told_and_left_as_it_is(upgrade):
    """With its place."""
    status, said, left = upgrade("claimtrack: 9\n")
    assert status == 1
    assert "ledger.yaml:1:" in said
    assert "CT107" in said
    assert left == b"claimtrack: 9\n"


def test_a_ledger_that_is_not_there_is_refused(tmp_path):
    """Clearly."""
    result = CliRunner().invoke(command, [str(tmp_path / "nowhere")], standalone_mode=False)
    assert "nothing could be read" in str(result.exception)
