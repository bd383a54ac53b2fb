"""A person's word on two claims, written down; and taken back again."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from attrs import frozen

from claimtrack.checks import position_against_judgement
from claimtrack.checks.changed_wordings import changed_since
from claimtrack.checks.contradictory_judgements import contradictions, said, told
from claimtrack.claim import Judgement, Ledger, Word
from claimtrack.errors import UsageError
from claimtrack.evidence import DIFFERENCES
from claimtrack.reading import load_ledger
from claimtrack.reading.nearest import hint
from claimtrack.text.fingerprint import fingerprint
from claimtrack.when import parse_when
from claimtrack.writing.entries import Entry
from claimtrack.writing.home import home_of
from claimtrack.writing.proof import refuse_new_errors, text_at
from claimtrack.writing.scalars import refuse_unwritable
from claimtrack.writing.schema_line import schema_head
from claimtrack.writing.splice import Plain, append_entries, taken_back
from claimtrack.writing.text_file import edit_text

_NAMES = ("judgements.yaml", "judgements.yml")
_BEGUN = "# What a person judged of two claims. It outranks every score.\njudgements: []\n"


@frozen(kw_only=True)
class Judged:
    """A judgement that was written into the file at `path`, whose text was `before` and became `after`.

    `earlier` is the last judgement on the pair that was there already; where it says the same, nothing was written,
    and `before` equals `after`.
    """

    path: str
    entry: Entry
    before: str
    after: str
    earlier: Judgement | None = None

    @property
    def written(self) -> bool:
        """Was anything written?"""
        return self.before != self.after


def judge(
    path: str,
    left: str,
    right: str,
    word: str,
    *,
    because: str = "",
    by: str = "",
    on: str = "",
    relation: str = "",
) -> Judged:
    """Write into the ledger at `path` that two claims are `same`, `different` or `unsure`, on the disk when it returns.

    It goes into the folder's judgements.yaml, or into the file that `path` is, behind the judgements there; an earlier
    `unsure` stays, and the later word counts. `on` is today where it is not given; `relation` (partial, diverge,
    unrelated) may say how two different claims differ. Raises UsageError for unknown claims or words, where
    judgements would contradict each other, directly or through other claims, and where what the claims hold is stated
    otherwise; WritingError where the system refuses. The file is then as it was.
    """
    ledger = load_ledger(home_of(path))
    entry = _entry(ledger, (left, right), word, {"relation": relation, "by": by, "on": on, "because": because})
    target = _target(path)
    earlier = _last_word(ledger, left, right)
    if earlier is not None and _says_it(ledger, earlier, word, because) and not relation:
        held = text_at(target) or ""
        return Judged(path=target, entry=entry, before=held, after=held, earlier=earlier)
    then = refuse_new_errors(ledger, {target: _with(_begun(text_at(target), path, target), target, entry)})
    _refuse_contradiction(ledger, then)
    _refuse_stated_otherwise(ledger, then)
    seen: list[str] = []

    def change(held: str | None) -> str:
        begun = _begun(held, path, target)
        seen[:] = [begun, _with(begun, target, entry)]
        return seen[1]

    edit_text(target, change)
    return Judged(path=target, entry=entry, before=seen[0], after=seen[1], earlier=earlier)


def take_back(judged: Judged) -> None:
    """Take a judgement out of its file again, byte for byte, whatever was written elsewhere in it since.

    Raises UsageError where it was changed by hand meanwhile, WritingError where the system refuses.
    """

    def without(said: Plain) -> Plain:
        there = list(enumerate(said["judgements"]))
        last = max((at for at, one in there if one == dict(judged.entry)), default=None)
        return {**said, "judgements": [one for at, one in there if at != last]}

    def change(held: str | None) -> str:
        return taken_back(held or "", judged.path, judged.before, judged.after, without)

    edit_text(judged.path, change)


def today() -> str:
    """Today's date where the user is, ISO 8601."""
    return datetime.now(tz=UTC).astimezone().date().isoformat()


def _entry(ledger: Ledger, pair: tuple[str, str], word: str, given: Mapping[str, str]) -> Entry:
    if word not in list(Word):
        raise UsageError(f"“{word[:60]}” is no judgement; it is one of: {', '.join(Word)}")
    if given["relation"] and (word != Word.DIFFERENT or given["relation"] not in DIFFERENCES):
        raise UsageError("a relation (partial, diverge or unrelated) goes with `different` alone")
    for one in pair:
        if ledger.claim(one) is None:
            advice = hint(one, [claim.id for claim in ledger.claims])
            raise UsageError(f"there is no claim “{one[:60]}” in the ledger{f'; {advice}' if advice else ''}")
    if pair[0] == pair[1]:
        raise UsageError("a judgement is about two claims, and this is one")
    try:
        day = str(parse_when(given["on"] or today()))
    except ValueError as error:
        raise UsageError(str(error)) from None
    entry: dict[str, str | list[str] | dict[str, str]] = {word: list(pair)}
    for key, value in {**given, "on": day}.items():
        refuse_unwritable(value, f"“{key}”")
        if value:
            entry[key] = value
    entry["of"] = [fingerprint(claim.text) for one in pair if (claim := ledger.claim(one)) is not None]
    return entry


def _says_it(ledger: Ledger, earlier: Judgement, word: str, because: str) -> bool:
    """Is that word there already, on these very wordings?"""
    return earlier.word == word and because in ("", earlier.because) and not changed_since(ledger, earlier)


def _refuse_contradiction(now: Ledger, then: Ledger) -> None:
    """Raise UsageError where a new judgement contradicts earlier ones; each of those is named with its place."""
    known, held = set(contradictions(now)), set(now.judgements)
    for different, chain in contradictions(then):
        if (different, chain) in known:
            continue
        new = next((one for one in (different, *chain) if one not in held), different)
        earlier = told(one for one in (different, *chain) if one != new)
        raise UsageError(
            f"{new.left} and {new.right} cannot be judged {said(new)} beside what is judged already: {earlier}; "
            "take one of these judgements back; nothing was written"
        )


def _refuse_stated_otherwise(now: Ledger, then: Ledger) -> None:
    """Raise UsageError where a new judgement of sameness is on claims that hold different positions."""
    known = {one.message for one in position_against_judgement.check(now)}
    for one in position_against_judgement.check(then):
        if one.message not in known:
            raise UsageError(f"{one.message}: first change what they say that they hold; nothing was written")


def _target(path: str) -> str:
    if not Path(path).is_dir():
        return path
    there = [str(Path(path) / name) for name in _NAMES if (Path(path) / name).exists()]
    return there[0] if there else str(Path(path) / _NAMES[0])


def _begun(held: str | None, path: str, target: str) -> str:
    return f"{schema_head(path, target)}{_BEGUN}" if held is None else held


def _with(text: str, name: str, entry: Entry) -> str:
    return append_entries(text, name, "judgements", [entry])


def _last_word(ledger: Ledger, left: str, right: str) -> Judgement | None:
    found = [one for one in ledger.judgements if {one.left, one.right} == {left, right}]
    return max(
        found, key=lambda one: (one.on.last.isoformat() if one.on else "", one.place.path, one.place.line), default=None
    )
