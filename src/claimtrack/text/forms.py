"""What is known of one form of a word, worked out once for each lexicon: its key, its weight, what it may answer to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

from claimtrack.text.dates import may_begin_a_date
from claimtrack.text.lexicon import LookUp
from claimtrack.text.lone_words import HUNDRED, lone_words
from claimtrack.text.numbers import NUMBER_WORDS
from claimtrack.text.stems import stem
from claimtrack.text.word_weights import shipped_weights

MARK, FUNCTION, NEGATOR, QUIET, NUMBER, DATE, SAYING, UNSURE = (1 << at for at in range(8))
"""Kinds of forms, as flags."""
QUANTITIES = {"all": 1 << 8, "some": 1 << 9, "only": 1 << 10, "also": 1 << 11}
"""Words of scope: kind → flag."""
SCOPE = sum(QUANTITIES.values())
DENYING = NEGATOR | QUIET
_TELLING = (DATE, NUMBER, DENYING, UNSURE, SCOPE)
_MARKS = frozenset(".,;:!?()/+-%$€£¥₽")
_WITHOUT_APOSTROPHE = frozenset(
    ["dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "werent", "cant", "wont", "couldnt", "wouldnt", "shouldnt"]
).union(["havent", "hasnt", "hadnt", "mustnt", "neednt"])
_SHORTENED = ("'m", "'re", "'ve", "'ll", "'d")
_POINTERS = frozenset(
    ["it's", "he's", "she's", "that's", "there's", "here's", "what's", "who's", "where's", "how's", "let's"]
)
_OPEN_FLIPS = ("un", "non")
_MOST = 50_000
_STEM_BEGINS = 4
_BITS = 2_048
_HOOK_BITS = 512
_CERTAIN = 3


class Form(NamedTuple):
    """One form: the key that stands for it, its kinds (flags), its weight and how sure it is (1 to 3)."""

    key: str
    number: int
    """Of the key, one for each: numbers are compared and joined faster than words are."""
    kinds: int
    weight: float
    certainty: int
    letters: int
    """Every three letters in a row, ends of the word counted, each as one of 2,048 bits."""
    telling: tuple[int, ...]
    """Of DATE, NUMBER, DENYING, UNSURE and SCOPE those that it may be of: few forms are of any."""
    phrases: Mapping[str, Sequence[tuple[list[str], str]]]
    """Those that it begins, longest first, with their keys: by the form that follows it, "" where it is one alone."""
    spoken: bool
    """Is it a word or a number, and no mark?"""
    carries: bool
    """Does it carry content?"""


def forms_of(forms: Sequence[str], look_up: LookUp) -> list[Form]:
    """What a lexicon knows of each of some forms."""
    learned = look_up.forms
    try:
        return list(map(learned.__getitem__, forms))
    except KeyError:
        return [learned.get(form) or form_of(form, look_up) for form in forms]


def form_of(form: str, look_up: LookUp) -> Form:
    """What a lexicon knows of a form; remembered there."""
    known: Form | None = look_up.forms.get(form)
    if known is None:
        if len(look_up.forms) >= _MOST:
            look_up.forms.clear()
        known = look_up.forms[form] = _learn(form, look_up)
    return known


@lru_cache(maxsize=_MOST)
def number_of(key: object) -> int:
    """The number that stands for a key, or for what a figure says: 60 bits of its BLAKE2 digest.

    One key has one number in every thread and process, and none is handed out. That two keys of a text share one is as
    good as never met.
    """
    if isinstance(key, tuple):
        key = tuple([one + 0.0 if isinstance(one, float) else one for one in key])  # -0.0 is 0.0
    told = key if isinstance(key, str) else repr(key)
    return int.from_bytes(blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 4


def _learn(form: str, look_up: LookUp) -> Form:
    key = form.removesuffix("'s") if "_" in form else stem(form)
    number = number_of(key)
    tells = lone_words().get(key)
    if tells is not None:
        look_up.lone[number] = round(tells * HUNDRED)
    certainty = _certainty(form, key, look_up)
    kinds = _kinds(form, key, look_up) | (UNSURE if certainty < _CERTAIN else 0)
    telling = tuple([kind for kind in _TELLING if kinds & kind])
    weight, letters, phrases = shipped_weights().of(key), _letters(form), _phrases(form, look_up)
    spoken, carries = not kinds & MARK, not kinds & (MARK | FUNCTION | NEGATOR)
    return Form(key, number, kinds, weight, certainty, letters, telling, phrases, spoken, carries)


_NO_PHRASES: Mapping[str, Sequence[tuple[list[str], str]]] = {}


def _phrases(form: str, look_up: LookUp) -> Mapping[str, Sequence[tuple[list[str], str]]]:
    known = look_up.phrases.get(form)
    if known is None:
        return _NO_PHRASES
    by_next: dict[str, list[tuple[list[str], str]]] = {}
    for parts, key in known:
        if parts != [key]:
            by_next.setdefault(parts[1] if len(parts) > 1 else "", []).append((parts, key))
    return by_next


def _letters(form: str) -> int:
    """The trigrams of a form; a phrase has those of each of its words."""
    bits = 0
    for word in form.split("_") if "_" in form else (form,):
        ended = f" {word} "
        for at in range(len(word)):
            bits |= _bit(ended[at : at + 3])
    return bits


@lru_cache(maxsize=20_000)
def _bit(trigram: str) -> int:
    return 1 << (crc32(trigram.encode("utf-8", "surrogatepass")) % _BITS)


def _kinds(form: str, key: str, look_up: LookUp) -> int:
    cues, stems = look_up.cues, look_up.cue_stems
    kinds = MARK if form in _MARKS else 0
    if form in cues["function"] or form in _POINTERS or form.endswith(_SHORTENED):
        kinds |= FUNCTION
    if form in cues["negators"] or form in _WITHOUT_APOSTROPHE or form.endswith("n't") or form == "non":
        kinds |= NEGATOR
    if key in stems["quiet"]:
        kinds |= QUIET
    if key in stems["saying"]:
        kinds |= SAYING
    if form[0].isdigit() or form in NUMBER_WORDS:
        kinds |= NUMBER
    if may_begin_a_date(form):
        kinds |= DATE
    for kind, flag in QUANTITIES.items():
        if form in cues[kind]:
            kinds |= flag
    return kinds


def _certainty(form: str, key: str, look_up: LookUp) -> int:
    cues, stems = look_up.cues, look_up.cue_stems
    if form in cues["certain"]:
        return _CERTAIN
    if form in cues["possible"] or key in stems["possible"]:
        return 1
    return 2 if key in stems["expected"] else _CERTAIN


def hooks_of(key: str, look_up: LookUp) -> frozenset[str]:
    """What a key has in common with every word that it may answer to: beginnings, groups, antonym pairs, rivals."""
    hooks = set(_grouped(key, look_up))
    hooks.update([f"r{number}" for number in look_up.rivals.get(key, ())])
    if len(key) >= _STEM_BEGINS:
        hooks.add(f"={key[:_STEM_BEGINS]}")
    base = undenied(key, look_up)
    if base:
        hooks.update([f"={base[:_STEM_BEGINS]}", f"={base}e"[: _STEM_BEGINS + 1]], _grouped(base, look_up))
    return frozenset(hooks)


def mask_of(key: str, look_up: LookUp) -> int:
    """The hooks of a key, each as one of 512 bits: two keys without a bit in common have no hook in common.

    Remembered, for it is asked of few words and of those often.
    """
    known = look_up.masks.get(key)
    if known is None:
        if len(look_up.masks) >= _MOST:
            look_up.masks.clear()
        bits = {crc32(hook.encode("utf-8", "surrogatepass")) % _HOOK_BITS for hook in hooks_of(key, look_up)}
        known = look_up.masks[key] = sum([1 << bit for bit in bits])
    return known


def _grouped(key: str, look_up: LookUp) -> list[str]:
    synonyms = [f"s{number}" for number in look_up.groups.get(key, ())]
    return synonyms + [f"a{number}" for number in look_up.oppositions.get(key, ())]


def denying(keys: Iterable[str], look_up: LookUp) -> list[str]:
    """Of some keys those that may deny something by their prefix or ending: all for which `undenied` has an answer."""
    contrary = look_up.cue_stems["contrary"]
    return [key for key in keys if key in contrary or key.startswith(_OPEN_FLIPS)]


def undenied(key: str, look_up: LookUp) -> str:
    """What a stem denies by its prefix or ending ("unsaf" → "saf", "harmless" → "harm"); "" where it denies nothing.

    Any behind "un" and "non" but for a few; behind "in", "im", "il", "ir" and "dis" or before "less" only those of a
    list, for most are words of their own ("imprison", "disclose", "priceless").
    """
    if key.startswith(_OPEN_FLIPS):
        rest = key[3:] if key[0] == "n" else key[2:]
        return rest if len(rest) > 2 and key not in look_up.cue_stems["whole"] else ""
    if key not in look_up.cue_stems["contrary"]:
        return ""
    return stem(key[:-4]) if key.endswith("less") else key[3 if key[0] == "d" else 2 :]
