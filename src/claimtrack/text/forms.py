"""What is known of one form of a word, worked out once for each lexicon: its key, its weight, what it may answer to."""

from typing import NamedTuple
from zlib import crc32

from claimtrack.text.dates import DATE_WORDS
from claimtrack.text.lexicon import LookUp
from claimtrack.text.numbers import NUMBER_WORDS
from claimtrack.text.stems import stem
from claimtrack.text.word_weights import shipped_weights

MARK, FUNCTION, NEGATOR, QUIET, NUMBER, DATE, QUANTITY, UNSURE, SAYING, CERTAIN = (1 << at for at in range(10))
"""Kinds of forms, as flags."""

QUANTITIES = ("all", "some", "only", "also")
_MARKS = frozenset(".,;:!?()/+-%$€£¥₽")
_WITHOUT_APOSTROPHE = frozenset(
    ["dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "werent", "cant", "wont", "couldnt", "wouldnt", "shouldnt"]
).union(["havent", "hasnt", "hadnt", "mustnt", "neednt"])
_SHORTENED = ("'m", "'re", "'ve", "'ll", "'d")
_POINTERS = frozenset(
    ["it's", "he's", "she's", "that's", "there's", "here's", "what's", "who's", "where's", "how's", "let's"]
)
_FLIPS = ("un", "non", "in", "im", "dis", "ir", "il")
_MOST = 50_000
_STEM_BEGINS = 4
_BITS = 2_048


class Form(NamedTuple):
    """One form: the key that stands for it, its kinds (flags), its weight, its hooks and how sure it is (1 to 3)."""

    key: str
    number: int
    """Of the key, one for each: numbers are compared and joined faster than words are."""
    kinds: int
    weight: float
    hooks: frozenset[str]
    """What it has in common with every word that it may answer to: beginnings, groups, antonym pairs, rivals."""
    certainty: int
    letters: int
    """Every three letters in a row, ends of the word counted, each as one of 2,048 bits."""


def form_of(form: str, look_up: LookUp) -> Form:
    """What a lexicon knows of a form; remembered there."""
    known = look_up.forms.get(form)
    if known is None:
        if len(look_up.forms) >= _MOST:
            look_up.forms.clear()
        known = look_up.forms[form] = _learn(form, look_up)
    return known


def _learn(form: str, look_up: LookUp) -> Form:
    key = form if "_" in form else stem(form)
    number = look_up.numbers.setdefault(key, len(look_up.numbers) + 1)
    return Form(
        key,
        number,
        _kinds(form, key, look_up),
        shipped_weights().of(key),
        _hooks(key, look_up),
        _certainty(form, look_up),
        _letters(form),
    )


def _letters(form: str) -> int:
    """The trigrams of a form; a phrase has those of each of its words."""
    bits = 0
    for word in form.split("_"):
        ended = f" {word} "
        for at in range(len(word)):
            bits |= 1 << (crc32(ended[at : at + 3].encode("utf-8", "surrogatepass")) % _BITS)
    return bits


def _kinds(form: str, key: str, look_up: LookUp) -> int:
    cues, stems = look_up.cues, look_up.cue_stems
    digit = form[0].isdigit()
    asked = (
        (MARK, form in _MARKS),
        (FUNCTION, form in cues["function"] or form in _POINTERS or form.endswith(_SHORTENED)),
        (NEGATOR, form in cues["negators"] or form in _WITHOUT_APOSTROPHE or form.endswith("n't") or form == "non"),
        (QUIET, key in stems["quiet"]),
        (NUMBER, digit or form in NUMBER_WORDS),
        (DATE, digit or form in DATE_WORDS),
        (QUANTITY, any(form in cues[kind] for kind in QUANTITIES)),
        (SAYING, key in stems["saying"]),
    )
    return sum(flag for flag, holds in asked if holds)


def _certainty(form: str, look_up: LookUp) -> int:
    word = stem(form)
    if form in look_up.cues["certain"]:
        return 3
    if form in look_up.cues["possible"] or word in look_up.cue_stems["possible"]:
        return 1
    return 2 if word in look_up.cue_stems["expected"] else 3


def _hooks(key: str, look_up: LookUp) -> frozenset[str]:
    hooks = {f"s{number}" for number in look_up.groups.get(key, ())}
    hooks |= {f"a{number}" for number in look_up.oppositions.get(key, ())}
    hooks |= {f"r{number}" for number in look_up.rivals.get(key, ())}
    if len(key) >= _STEM_BEGINS:
        hooks.add(f"={key[:_STEM_BEGINS]}")
    base = undenied(key, look_up)
    if base:
        hooks |= {f"={base[:_STEM_BEGINS]}", f"={base}e"[: _STEM_BEGINS + 1]}
        hooks |= {f"s{number}" for number in look_up.groups.get(base, ())}
        hooks |= {f"a{number}" for number in look_up.oppositions.get(base, ())}
    return frozenset(hooks)


def undenied(key: str, look_up: LookUp) -> str:
    """What a stem denies by its prefix or ending ("unsaf" → "saf", "breathless" → "breath"); "" where it does not."""
    if key in look_up.cue_stems["whole"]:
        return ""
    for prefix in _FLIPS:
        if key.startswith(prefix) and len(key) > len(prefix) + 2:
            return key[len(prefix) :]
    return key[:-4] if key.endswith("less") and len(key) > 6 else ""
