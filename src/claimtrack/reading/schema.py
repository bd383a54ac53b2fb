"""A JSON Schema (draft 2020-12) of the file format, made from the tables that reading itself goes by."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from claimtrack.evidence import DIFFERENCES
from claimtrack.reading.declarations import ISSUE, KINDS, POSITION, POST, SIDE, SPEAKER
from claimtrack.reading.ledger import SECTIONS
from claimtrack.reading.lexicon import LEXICON
from claimtrack.reading.reported import REPORTED
from claimtrack.reading.statements import CLAIM, EXPECTATION, JUDGEMENT, SOURCE
from claimtrack.reading.structure import LIST, MAPPING, Words
from claimtrack.when import When

Schema = dict[str, Any]

FILE_NAME = "ledger.schema.json"
"""What the schema's file is called, in this package and in a ledger's folder."""

_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Text to claimtrack; other readers of YAML make numbers and the like of some of it."""
_WORDS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_PAIR: Schema = {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
_GROUP: Schema = {"type": "array", "items": _TEXT, "minItems": 2}
_OPPOSITES: Schema = {"type": "array", "items": _WORDS, "minItems": 2, "maxItems": 2}
_RELATION_OF_DIFFERENT: Schema = {
    "if": {"properties": {"relation": {"enum": list(DIFFERENCES)}}, "required": ["relation"]},
    "then": {"required": ["different"]},
}
"""A relation goes with `different` alone; one that is empty is none."""
_DATE = "2021-09-30, 2021-09, 2021, 2021-Q3, early|mid|late 2021-09, a range a/b, open ../b and a/.., ~ for about"

DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "ledger": {
        "claimtrack": "The version of this format: 1.",
        "title": "What the ledger is about.",
        "sides": "The parties to the comparison: an id, and the name to show.",
        "speakers": "Who can make a claim, by id.",
        "issues": "The questions that claims answer, by id.",
        "lexicon": "Words and names beyond those that comparing knows.",
        "expect": "Pinned conclusions: `claimtrack check` fails when one no longer holds.",
        "judgements": "A person's word on two claims; it outranks every score.",
        "claims": "Attributed statements; what they do not say themselves they have from the keys beside this one.",
    },
    "lexicon": {
        "synonyms": "Groups of words or phrases that mean much the same.",
        "antonyms": "Pairs of words, or of groups of them, that exclude each other.",
        "aliases": "Groups of names of one thing.",
    },
    "side": {"name": "The name to show.", "aliases": "Other names of the side.", "note": "What a reader should mind."},
    "speaker": {
        "name": "The name to show.",
        "kind": "A person (so it is where nothing is written) or an organisation.",
        "role": "The function in which the speaker is shown.",
        "organisation": "Where the speaker belongs.",
        "side": "The side spoken for; a list for those who speak jointly.",
        "aliases": "Other names under which the speaker is met.",
        "posts": "Functions held over time; a claim speaks for the side of the post that was held then.",
        "note": "What a reader should mind.",
    },
    "post": {
        "title": "The function.",
        "organisation": "Where.",
        "side": "The side spoken for in it.",
        "since": f"The first day, as exact as it is known: {_DATE}.",
        "until": f"The last day, as exact as it is known: {_DATE}.",
    },
    "issue": {
        "question": "The question that claims answer.",
        "topic": "A heading under which issues are grouped.",
        "positions": "The answers given to it: an id, and the answer in words.",
        "exclude": "Pairs of positions that cannot both be held.",
        "note": "What a reader should mind.",
    },
    "position": {"text": "The answer in words.", "narrows": "The wider position that this one makes more precise."},
    "claim": {
        "id": "A name of its own: letters, digits, . _ and -. Left out, it is made from speaker, date and wording.",
        "speaker": "Who said it: an id under `speakers`.",
        "side": "The side spoken for, where it is not the speaker's.",
        "date": f"When it was said; left out where no day was shown. {_DATE}.",
        "source": "Where it was read; its keys replace those of the sheet's source one by one.",
        "event": "What happened that several sources tell of; their claims are set side by side.",
        "about": "The issue that it answers: an id under `issues`.",
        "holds": "The position that it takes or speaks of: an id under that issue's `positions`.",
        "stance": "How it stands to that position; affirms, where nothing is written.",
        "cue": "The reporting verb: confirmed, denied, noted.",
        "form": "How the words reached the source.",
        "via": "Who passed it on, nearest first.",
        "supersedes": "Earlier claims that this one replaces, by id.",
        "reports": "What it says that other sides hold, by side; compared with their own words.",
        "note": "What a reader should mind: merged attributions, a dropped hedge, an outlet's error.",
        "text": "What was said, in your own words.",
        "quote": "What was said, verbatim.",
    },
    "reported": {
        "issue": "The issue that the other side's position is on; what the claim is about, where nothing is written.",
        "holds": "The position that it is said to take; left out, the wordings alone are compared.",
        "stance": "How it is said to stand to that position; affirms, where nothing is written.",
    },
    "source": {
        "title": "The document's title.",
        "publisher": "Who published it.",
        "url": "The page that was read.",
        "date": f"When it was published: {_DATE}.",
        "language": "The language in which it was read: en, ru.",
        "complete": "true: all that it says is in the ledger, so that a side's silence in it counts.",
    },
    "judgement": {
        "same": "Two claims that say the same thing.",
        "different": "Two claims that do not.",
        "unsure": "Two claims of which you cannot tell.",
        "relation": "Of two different ones: partial, diverge or unrelated.",
        "by": "Who judged.",
        "on": f"When: {_DATE}.",
        "because": "Why, in a sentence.",
        "of": "Fingerprints of the two wordings as they were judged; `claimtrack judge` writes them.",
    },
    "conclusion": {
        "issue": "The issue that it is about.",
        "between": "The two sides.",
        "verdict": "What they come to.",
        "split": "Sides whose own claims diverge.",
        "as-of": f"As things stood at the end of this date: {_DATE}.",
        "because": "Why it is pinned.",
    },
}
"""What each key means, for editors to show; by what it is a key of."""


def schema() -> Schema:
    """The schema of one file of a ledger."""
    inside: Mapping[str, Schema] = {
        "sides": _by_id(_short_or(_record("side", SIDE))),
        "speakers": _by_id(_record("speaker", SPEAKER, posts=_list_of(_record("post", POST)), kind=_choice(KINDS))),
        "issues": _by_id(
            _record(
                "issue",
                ISSUE,
                positions=_by_id(_short_or(_record("position", POSITION))),
                exclude=_list_of(_PAIR),
            )
        ),
        "lexicon": _record(
            "lexicon", LEXICON, synonyms=_list_of(_GROUP), antonyms=_list_of(_OPPOSITES), aliases=_list_of(_GROUP)
        ),
        "expect": _list_of(_record("conclusion", EXPECTATION)),
        "judgements": _list_of(
            _record("judgement", JUDGEMENT, same=_PAIR, different=_PAIR, unsure=_PAIR, relation=_choice(DIFFERENCES))
            | _RELATION_OF_DIFFERENT
        ),
        "claims": _list_of(_record("claim", CLAIM, source=_source(), reports=_by_id(_record("reported", REPORTED)))),
        "source": _source(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a claimtrack ledger",
        **_record("ledger", SECTIONS, **inside),
    }


def schema_text() -> str:
    """The schema as its file holds it."""
    import json

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _source() -> Schema:
    return _record("source", SOURCE)


def _record(what: str, fields: Mapping[str, Any], **inside: Schema) -> Schema:
    """A mapping of these fields, and no other; `inside` says what is in those that reading looks into by itself."""
    properties = {key: _described(what, key, inside.get(key) or _typed(fields[key])) for key in fields}
    return {"type": ["object", "null"] if what == "ledger" else "object", "properties": properties} | _CLOSED


_CLOSED: Schema = {"additionalProperties": False}


def _described(what: str, key: str, schema: Schema) -> Schema:
    told = DESCRIPTIONS[what].get(key) or DESCRIPTIONS["claim"][key]
    return {"description": told, **schema}


def _typed(wanted: Any) -> Schema:
    """What may stand under a key of this type; an empty value counts as none."""
    if wanted is str or wanted is When:
        return _TEXT
    if wanted == Words:
        return _WORDS
    if wanted is bool:
        return _choice(("true", "false", "yes", "no", "on", "off"), True, False)
    if wanted in (MAPPING, LIST):
        raise AssertionError("what is inside is said by its own table")
    return _choice(wanted)


def _choice(words: type[StrEnum] | tuple[str, ...], *more: object) -> Schema:
    return {"enum": [*map(str, words), *more, "", None]}


def _by_id(value: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": value}


def _list_of(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _short_or(record: Schema) -> Schema:
    return {"anyOf": [_TEXT, record]}
