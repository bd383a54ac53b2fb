"""The house: what an import loads, who may know whom, and that every room says what it is for."""

import ast
import subprocess
import sys
from pathlib import Path

import claimtrack

SOURCE = Path(claimtrack.__file__).parent
HEAVY = {"numpy", "scipy", "rich", "click", "jinja2", "yaml", "cattrs", "rapidfuzz"}


def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name, parsed."""
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(tree: ast.Module, known: set[str]) -> set[str]:
    """The modules of the package that a module imports, wherever in it, those for type checkers apart."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names} & known
            found |= inside or ({node.module} & known)
    return found


def test_importing_claimtrack_loads_nothing_heavy():
    """A bare import leaves numpy, rich, click and the others alone."""
    code = "import sys, claimtrack; print(' '.join(sorted({m.partition('.')[0] for m in sys.modules})))"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert not loaded & HEAVY


def test_every_name_of_the_front_door_is_there():
    """Each name in __all__ loads, and an unknown one is refused."""
    for name in claimtrack.__all__:
        assert getattr(claimtrack, name) is not None
    assert set(claimtrack.__all__) <= set(dir(claimtrack))
    assert not hasattr(claimtrack, "no_such_name")


def test_no_circle_of_imports():
    """No module reaches itself through what it imports."""
    trees = modules()
    uses = {name: imports(tree, set(trees)) - {name} for name, tree in trees.items() if name != "claimtrack"}
    for start in uses:
        seen, todo = set(), list(uses[start])
        while todo:
            here = todo.pop()
            assert here != start, f"{start} reaches itself"
            if here not in seen:
                seen.add(here)
                todo += uses.get(here, ())


def test_every_module_opens_with_one_line_on_what_it_is_for():
    """The first line of the docstring is a sentence."""
    for name, tree in modules().items():
        doc = ast.get_docstring(tree)
        assert doc, name
        assert doc.splitlines()[0].endswith((".", ":", "?")), name


def test_rooms_that_must_not_know_each_other_do_not():
    """Reading and matching, signals and contrasts, matching and comparing; pages and exports know no stage's verbs."""
    trees = modules()
    known = set(trees)
    never = [("reading", "matching"), ("reading", "comparing"), ("matching", "comparing"), ("comparing", "matching")]
    never += [("comparing.signals", "comparing.contrasts"), ("comparing.contrasts", "comparing.signals")]
    never += [("exporting", room) for room in ("tracking", "matching", "comparing", "importing", "writing")]
    never += [("importing", room) for room in ("tracking", "matching", "comparing")] + [("reading", "importing")]
    never += [("renderers", stage) for stage in ("tracking", "reading", "matching", "comparing")]
    for room, other in never:
        for name, tree in trees.items():
            if name.startswith(f"claimtrack.{room}"):
                assert not [used for used in imports(tree, known) if used.startswith(f"claimtrack.{other}")], name


def test_yaml_has_one_door():
    """PyYAML is imported in reading/records, in its mended parser and in what explains its errors, nowhere else."""
    doors = set()
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import) and any(alias.name == "yaml" for alias in node.names):
                doors.add(name)
    assert doors == {"claimtrack.reading.records", "claimtrack.reading.pure", "claimtrack.reading.syntax"}


def test_jinja_has_one_door():
    """Jinja2 is imported in renderers/html/page, nowhere else."""
    doors = {
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "jinja2"
    }
    assert doors == {"claimtrack.renderers.html.page"}


def test_overviews_know_the_report_alone():
    """They import no stage and no renderer."""
    trees = modules()
    for name, tree in trees.items():
        if name.startswith("claimtrack.overviews"):
            used = {one.split(".")[1] for one in imports(tree, set(trees)) if "." in one}
            assert not used & {"tracking", "reading", "matching", "comparing", "renderers", "cli"}, name


def test_every_check_is_in_one_list():
    """A file that is put into the room is asked, and its code has its page."""
    from claimtrack.catalogue import rules
    from claimtrack.checks import CHECKS

    there = {name for name in modules() if name.startswith("claimtrack.checks.")}
    assert sorted(one.__name__ for one in CHECKS) == sorted(there)
    assert {one.CODE for one in CHECKS} <= set(rules())
