"""The JSON Schema: made from the model, shipped as made, and every ledger that ships validates."""

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimtrack
from claimtrack.cli.program import program
from claimtrack.reading import ledger_of
from claimtrack.reading.schema import DESCRIPTIONS, FILE_NAME, schema, schema_text

SHIPPED = Path(claimtrack.__file__).parent / FILE_NAME
ROOT = Path(__file__).parents[2]


def test_the_shipped_schema_is_the_generated_one():
    """`claimtrack schema -o src/claimtrack/ledger.schema.json` makes it."""
    assert SHIPPED.read_text(encoding="utf-8") == schema_text()


def test_the_verb_prints_it(tmp_path):
    """And writes it to a file."""
    assert CliRunner().invoke(program, ["schema"]).stdout == schema_text()
    CliRunner().invoke(program, ["schema", "-o", str(tmp_path / "a.json")])
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == schema_text()


def properties(inside, found):
    """Every property of a schema with its own schema."""
    if isinstance(inside, dict):
        found += list(inside.get("properties", {}).items())
        for keyword, value in inside.items():
            if keyword != "if":  # what a condition asks of is described where it stands
                properties(value, found)
    elif isinstance(inside, list):
        for value in inside:
            properties(value, found)
    return found


def test_every_key_has_a_description_for_hover():
    """In a sentence; and no description is of a key that is gone."""
    found = properties(schema(), [])
    assert all(described["description"].endswith(".") for _, described in found)
    known = {key for key, _ in found}
    assert {key for record in DESCRIPTIONS.values() for key in record} == known


def textual(value):
    """Dates that a reader of YAML 1.1 tags made, as what was typed."""
    if isinstance(value, dict):
        return {str(key): textual(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [textual(inside) for inside in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def validator():
    """Says what a text does not fulfil, as an editor would; skipped where the readers are not there."""
    ruamel = pytest.importorskip("ruamel.yaml", reason="ruamel.yaml is not installed")
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    checker = jsonschema.Draft202012Validator(schema())
    checker.check_schema(schema())
    reader = ruamel.YAML(typ="safe", pure=True)
    return lambda text: [error.message for error in checker.iter_errors(textual(reader.load(text)))]


@pytest.mark.parametrize("path", sorted((ROOT / "claims").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_ledger_validates_under_yaml_1_2(path):
    """Read by another parser, in pure mode."""
    assert validator()(path.read_text(encoding="utf-8")) == []


def test_the_starter_validates(tmp_path):
    """What init writes."""
    from claimtrack.writing.starter import begin_ledger

    check = validator()
    for path in begin_ledger(str(tmp_path / "claims")):
        if path.endswith(".yaml"):
            assert check(Path(path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: a\n",
        "title: [a]\n",
        "claims: {a: b}\n",
        "claims: [{id: a, form: spoken}]\n",
        "claims: [{id: a, stance: wants}]\n",
        "issues: {i: {question: I, exclude: [[a]]}}\n",
        "judgements: [{same: [a]}]\n",
        "judgements: [{same: [a, b], relation: diverge}]\n",
        "judgements: [{unsure: [a, b], relation: partial}]\n",
        "judgements: [{different: [a, b], relation: same}]\n",
        "judgements: [{different: [a, b], relation: odd}]\n",
        "sides: {a: {nam: A}}\n",
        "speakers: {s: {name: S, kind: robot}}\n",
    ],
)
def test_what_the_schema_refuses_reading_refuses_too(text):
    """An editor underlines what check would tell."""
    assert validator()(text)
    assert ledger_of(text).problems


@pytest.mark.parametrize("relation", ["", "relation: ''", "relation: ", "relation: diverge"])
@pytest.mark.parametrize("word", ["same", "different", "unsure"])
def test_the_schema_lets_through_what_reading_does(word, relation):
    """A relation goes with `different` alone, and one that is empty is none."""
    text = f"judgements: [{{{word}: [a, b], {relation}}}]\n"
    refused = [one for one in ledger_of(text).problems if one.code != "CT205"]
    assert bool(validator()(text)) == bool(refused) == (relation.endswith("diverge") and word != "different")


def test_the_schema_is_strict_json():
    """No NaN, every key once."""
    assert json.loads(schema_text()) == schema()
