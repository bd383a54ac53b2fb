"""The documentation: current, whole, and without a link that leads nowhere."""

import ast
import importlib
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import click
import pytest

import claimtrack as ct
from claimtrack import plugins
from claimtrack.catalogue import rules
from claimtrack.cli.program import program
from claimtrack.renderers.choose import FORMATS
from claimtrack.settings import Limits, Settings
from docs_pages import DOCS, PAGES, ROOT, blocks

ALL_PAGES = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")


def text_of(name: str) -> str:
    """A page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


def verbs() -> dict[str, click.Command]:
    """Every verb of the command line."""
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in program.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as MyST makes them."""
    heads = re.findall(r"^#{1,3} (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("script", ["make_commands.py", "make_problems.py", "make_walk.py"])
def test_a_page_made_by_a_script_is_current(script):
    """What the script gives now is what is shipped; older versions of click word some usages otherwise."""
    if script == "make_commands.py" and tuple(map(int, version("click").split(".")[:2])) < (8, 3):
        pytest.skip("click is older than the one that the page was made with")
    subprocess.run([sys.executable, str(DOCS / script), "--check"], check=True)


@pytest.mark.parametrize("path", ALL_PAGES, ids=lambda path: path.name)
def test_every_link_inside_the_documentation_resolves(path):
    """Files are there, and so are the headings that are named."""
    for first, second in LINK.findall(re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)):
        target = first or second
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def test_every_page_is_in_the_table_of_contents():
    """None is left that nobody finds."""
    listed = set(re.findall(r"^([a-z-]+)$", text_of("index.md"), re.MULTILINE))
    assert {path.stem for path in PAGES} - {"index"} == listed


def test_every_public_name_is_on_the_page_of_the_api():
    """By autodoc, or with its whole module."""
    page = text_of("api.md")
    for name in ct.__all__:
        by_module = issubclass(getattr(ct, name), ct.ClaimtrackError) if name.endswith("Error") else False
        assert by_module or re.search(rf"auto(class|function):: \S+\.{name}$", page, re.MULTILINE), name


def test_every_name_on_the_page_of_the_api_is_there():
    """With a docstring."""
    for dotted in re.findall(r"auto(?:class|function):: (\S+)", text_of("api.md")):
        module, _, name = dotted.rpartition(".")
        assert getattr(importlib.import_module(module), name).__doc__, dotted


def test_every_verb_and_option_is_documented_with_what_it_does():
    """In the command's own help, and so on its page."""
    page = text_of("commands.md")
    for name, command in verbs().items():
        assert command.help, name
        part = page.partition(f"## {name}\n")[2].partition("\n## ")[0]
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.opts}"
                assert all(f"`{one}`" in part for one in option.opts), f"{name} {option.opts}"


def test_every_code_is_documented():
    """With its reason."""
    page = text_of("problems.md")
    for rule in rules().values():
        assert f"## {rule.code} {rule.name}\n" in page
        assert rule.why


def test_every_format_of_the_report_is_documented():
    """Where the report is read, or where it is sent on."""
    pages = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    for name in (*FORMATS, "sarif", "csv", "concise"):
        assert re.search(rf"`{name}`|--format {name}|\\\|{name}", pages), name


def test_every_setting_says_what_it_means():
    """In the docstring behind it, which the page of the API shows."""
    tree = ast.parse(Path(sys.modules[Settings.__module__].__file__).read_text(encoding="utf-8"))
    told = set()
    for kind in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for one, after in zip(kind.body, kind.body[1:], strict=False):
            if isinstance(one, ast.AnnAssign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                told.add(one.target.id)
    names = {one.name for one in (*Settings.__attrs_attrs__, *Limits.__attrs_attrs__)}
    assert names - told <= {"limits", "bytes"}


def test_every_kind_of_plug_in_is_documented():
    """With the group of its entry points."""
    for kind in plugins.KINDS:
        assert f"`claimtrack.{kind}`" in text_of("extending.md")


@pytest.mark.parametrize("page", ["file-format.md", "tutorial.md"])
def test_the_yaml_on_a_page_is_read(page):
    """Whole: together the blocks of a page have no fault of form."""
    for text in texts_in(page, "yaml"):
        found = ct.ledger_of(text).problems
        assert not [one for one in found if one.code.startswith(("CT0", "CT1"))], found


def texts_in(page: str, language: str) -> list[str]:
    """The blocks of a page in a language, of which it has one or more."""
    found = [block.text for block in blocks(DOCS / page) if block.language == language]
    assert found, f"{page} has no {language}"
    return found


def test_the_json_on_the_page_of_editors_is_json():
    """As an editor reads it: the setting that names the schema."""
    for text in texts_in("at-home.md", "json"):
        assert "yaml.schemas" in json.loads(text)


def test_the_number_of_packages_is_the_one_stated():
    """At most 16; counted from what the core names and they need in turn."""
    stated = int(re.search(r"The core install is (\d+) packages", text_of("stability.md")).group(1))
    assert stated <= 16
    assert stated == len(needed())


def needed() -> set[str]:
    """The packages that an install without extras brings, claimtrack among them."""
    from importlib.metadata import PackageNotFoundError, requires

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found, todo = {"claimtrack"}, [*project["dependencies"]]
    while todo:
        one = todo.pop()
        head, _, marker = one.partition(";")
        name = re.split(r"[\s<>=!~\[(]", head.strip())[0].lower().replace("_", "-")
        if name in found or "extra ==" in marker or not applies(marker):
            continue
        found.add(name)
        try:
            todo += requires(name) or []
        except PackageNotFoundError:
            pytest.skip(f"{name} is not installed")
    return found


def applies(marker: str) -> bool:
    """Does an environment marker hold here? Of those that occur: other systems do not, older Pythons by version."""
    version = re.search(r"python_(?:full_)?version\s*<\s*[\"'](\d+)\.(\d+)", marker)
    return not (version and sys.version_info[:2] >= (int(version[1]), int(version[2]))) and "win32" not in marker
