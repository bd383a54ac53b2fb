"""Claims, judgements and pinned conclusions: what a ledger records, checked against what it declares."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from attrs import define, evolve, field

from claimtrack.claim import Claim, Expectation, Form, Issue, Judgement, Source, Speaker, Stance, Word
from claimtrack.evidence import DIFFERENCES, Relation
from claimtrack.finding import Verdict
from claimtrack.problem import Place, covers
from claimtrack.reading.addresses import address_fault
from claimtrack.reading.circles import circles
from claimtrack.reading.declarations import Declared
from claimtrack.reading.nearest import later
from claimtrack.reading.page import Page
from claimtrack.reading.records import Fields, Items
from claimtrack.reading.reported import position_of, read_reports
from claimtrack.reading.rules import shapes
from claimtrack.reading.structure import LIST, MAPPING, Raw, Record, Words, each_item, is_id, read_record, record_of
from claimtrack.text.fold import fold
from claimtrack.when import When

SOURCE = {
    "title": str,
    "publisher": str,
    "url": str,
    "date": When,
    "language": str,
    "complete": bool,
}
HEADER: Mapping[str, Any] = {
    "source": Raw(Fields, frozenset(SOURCE)),
    "event": str,
    "date": When,
    "speaker": str,
    "about": str,
    "form": Form,
    "cue": str,
    "via": Words,
}
"""What a sheet may say once for all of its claims."""
CLAIM = {
    **HEADER,
    "id": str,
    "side": Words,
    "holds": str,
    "stance": Stance,
    "supersedes": Words,
    "reports": MAPPING,
    "note": str,
    "text": str,
    "quote": str,
}
JUDGEMENT = {
    "same": LIST,
    "different": LIST,
    "unsure": LIST,
    "relation": str,
    "by": str,
    "on": When,
    "because": str,
    "of": Words,
}
EXPECTATION = {
    "issue": str,
    "between": Words,
    "verdict": Verdict,
    "split": Words,
    "as-of": When,
    "because": str,
}
_PAIR = 2
_NO_SOURCE = Source()
BROKEN_CONCLUSION = "CT301"
"""The code that a comment beside a pinned conclusion names, to have it passed over."""
_DERIVED = re.compile(r"\A(.{1,150}-)[0-9a-f]{8}\Z")


@define
class Recorded:
    """The claims, judgements and pinned conclusions met so far; references to claims are settled at the end."""

    declared: Declared
    claims: dict[str, Claim] = field(factory=dict)
    judgements: list[tuple[Judgement, Record]] = field(factory=list)
    expectations: list[Expectation] = field(factory=list)
    superseding: dict[str, Record] = field(factory=dict)
    left_out: dict[str, Place] = field(factory=dict)
    """By the id that they give themselves, where claims stand that are told of already and are not kept."""
    _by_stem: Mapping[str, str] | None = field(default=None, init=False)

    def read_claims(self, page: Page, section: Items, header: Record) -> None:
        """Read a `claims` section; what a claim does not say itself it has from the sheet's header."""
        shared = _source(page, header, Source())
        for node, at in each_item(section):
            record = read_record(page, node, CLAIM, "a claim", at)
            if record is not None:
                self._claim(page, record, header, shared)

    def _claim(self, page: Page, record: Record, header: Record, shared: Source) -> None:
        speaker = self._speaker(record, header)
        text_key = _wording(record)
        if speaker is None or text_key is None:
            self._leave_out(page, record)
            return
        issue = self._issue(record, header)
        date = _either(record, header, "date", None)
        text = _one_line(record.get(text_key))
        source = _source(page, record, shared)
        claim_id = record.get("id", "")
        if claim_id and not is_id(page, claim_id, "a claim", record.at("id")):
            return
        sides = self._sides(record, speaker, date or source.date)
        claim = Claim(
            id=claim_id or derived_id(speaker.id, date, text),
            text=text,
            quote=text_key == "quote",
            speaker=speaker.id,
            sides=sides,
            date=date,
            source=source,
            cue=_either(record, header, "cue", ""),
            form=_either(record, header, "form", None),
            via=_either(record, header, "via", ()),
            about=issue.id if issue is not None else "",
            holds=position_of(record, issue),
            stance=record.get("stance", Stance.AFFIRMS),
            supersedes=record.get("supersedes", ()),
            event=_either(record, header, "event", ""),
            reports=read_reports(record, self.declared, issue, sides),
            note=record.get("note", ""),
            place=page.place(record.node.at),
            text_place=page.place(record.at(text_key)),
            derived_id=not claim_id,
            date_unread=date is None and source.date is None and _has_date(record, header),
        )
        self._keep(claim, record)

    def _leave_out(self, page: Page, record: Record) -> None:
        claim_id = record.get("id", "")
        if claim_id and not self._is_double(record, claim_id):
            self.left_out[claim_id] = page.place(record.node.at)

    def _keep(self, claim: Claim, record: Record) -> None:
        if self._is_double(record, claim.id, derived=claim.derived_id) and claim.id in self.claims:
            return
        self.claims[claim.id] = claim
        if claim.supersedes:
            self.superseding[claim.id] = record

    def _is_double(self, record: Record, claim_id: str, *, derived: bool = False) -> bool:
        """Has a claim that id already, be it kept or left out? A problem is noted where so."""
        first = self.claims[claim_id].place if claim_id in self.claims else self.left_out.get(claim_id)
        if first is None:
            return False
        if derived:
            message = "this claim says what the same speaker says on the same day"
            record.page.report(shapes.DUPLICATE_ID, record.node.at, f"{message} at {first}", "give it an id")
        else:
            message = f"the claim “{claim_id[:60]}” stands at {first} already"
            record.report(shapes.DUPLICATE_ID, "id", message, "give one of them another id")
        return True

    def _speaker(self, record: Record, header: Record) -> Speaker | None:
        said_here = bool(record.get("speaker"))
        name: str = record.get("speaker") or header.get("speaker", "")
        if not name:
            if "speaker" not in record.node or record.get("speaker") == "":
                record.page.report(
                    shapes.MISSING_KEY, record.node.at, "a claim needs a `speaker`", "name one that the ledger declares"
                )
            return None
        if name in self.declared.speakers:
            return self.declared.speakers[name]
        where = record if said_here else header
        if said_here or not header.page.blamed(header.at("speaker")):
            message = f"there is no speaker “{name[:60]}”"
            advice = later(name, self.declared.speakers, "declare it under `speakers:`")
            where.report(shapes.UNKNOWN_SPEAKER, "speaker", message, advice)
        return None

    def _issue(self, record: Record, header: Record) -> Issue | None:
        said_here = bool(record.get("about"))
        name: str = record.get("about") or header.get("about", "")
        if not name or name in self.declared.issues:
            return self.declared.issues.get(name)
        where = record if said_here else header
        if said_here or not header.page.blamed(header.at("about")):
            advice = later(name, self.declared.issues, "declare it under `issues:`")
            where.report(shapes.UNKNOWN_ISSUE, "about", f"there is no issue “{name[:60]}”", advice)
        return None

    def _sides(self, record: Record, speaker: Speaker, when: When | None) -> tuple[str, ...]:
        given: Words = record.get("side", ())
        if given:
            return self.declared.known_sides(record, "side", given)
        return side_at(speaker, when)

    def read_judgements(self, page: Page, section: Items) -> None:
        """Read a `judgements` section."""
        for node, at in each_item(section):
            record = read_record(page, node, JUDGEMENT, "a judgement", at)
            judgement = _judgement(page, record) if record is not None else None
            if record is not None and judgement is not None:
                self.judgements.append((judgement, record))

    def read_expectations(self, page: Page, section: Items) -> None:
        """Read an `expect` section."""
        for node, at in each_item(section):
            record = read_record(page, node, EXPECTATION, "a pinned conclusion", at)
            if record is None:
                continue
            issue = record.get("issue", "")
            if issue not in self.declared.issues:
                message = f"there is no issue “{issue[:60]}”" if issue else "a pinned conclusion names its `issue`"
                record.report(shapes.UNKNOWN_ISSUE, "issue", message, later(issue, self.declared.issues))
                continue
            if covers(page.ignored.get(page.place(at).line, ()), BROKEN_CONCLUSION):
                continue
            if not _says_what(record):
                continue
            self.expectations.append(
                Expectation(
                    issue=issue,
                    between=self.declared.known_sides(record, "between", record.get("between", ())),
                    verdict=str(record.get("verdict", "")),
                    split=self.declared.known_sides(record, "split", record.get("split", ())),
                    as_of=record.get("as-of"),
                    because=record.get("because", ""),
                    place=page.place(at),
                )
            )

    def settle(self) -> tuple[Judgement, ...]:
        """The judgements whose claims are there; a reference to a claim that is not, or in a circle, is a problem."""
        for claim_id, record in self.superseding.items():
            for name in self.claims[claim_id].supersedes:
                if name not in self.claims and name not in self.left_out:
                    self._unknown_claim(record.page, record.at("supersedes"), name)
        self._open_circles()
        return tuple(judgement for judgement, record in self.judgements if self._both_there(judgement, record))

    def _open_circles(self) -> None:
        """Take away each reference by which claims supersede one another in a circle: that of the earliest claim."""
        latest_first = sorted((self.claims[one] for one in self.superseding), key=moment, reverse=True)
        gone: dict[str, set[str]] = {}
        for here, there, way in circles({claim.id: dict.fromkeys(claim.supersedes) for claim in latest_first}):
            gone.setdefault(here, set()).add(there)
            alone = f"the claim “{here[:60]}” supersedes itself"
            message = alone if here == there else f"claims supersede one another in a circle: {way}"
            self.superseding[here].report(shapes.CIRCLE, "supersedes", message, "leave out the reference that is wrong")
        for here, names in gone.items():
            left = tuple(one for one in self.claims[here].supersedes if one not in names)
            self.claims[here] = evolve(self.claims[here], supersedes=left)

    def _both_there(self, judgement: Judgement, record: Record) -> bool:
        missing = [name for name in (judgement.left, judgement.right) if name not in self.claims]
        pair: Items = record.values[judgement.word]
        for name in missing:
            if name not in self.left_out:
                self._unknown_claim(record.page, pair.marks[pair.index(name)], name)
        return not missing

    def _derived(self) -> Mapping[str, str]:
        """Ids that were derived, by what stands before their wording's digest; looked up when all claims are read."""
        if self._by_stem is None:
            self._by_stem = {name[:-8]: name for name, claim in reversed(self.claims.items()) if claim.derived_id}
        return self._by_stem

    def _unknown_claim(self, page: Page, at: int, name: str) -> None:
        stem = _DERIVED.fullmatch(name)
        now = self._derived().get(stem[1]) if stem else None
        if now is not None:
            message = f"the claim “{name[:60]}” is not there any more: its wording has changed"
            page.report(shapes.CHANGED_CLAIM, at, message, f"is it “{now}” now? then judge it anew")
            return
        message = f"there is no claim “{name[:60]}”"
        page.report(shapes.UNKNOWN_CLAIM, at, message, later(name, self.claims, "has its id or wording changed?"))


def moment(claim: Claim) -> tuple[str, str, str]:
    """By date, undated claims last, then by id: the same for any order of files."""
    when = claim.known_by
    if when is None:
        return ("9999-99", "", claim.id)
    return (when.first.isoformat(), when.last.isoformat(), claim.id)


def side_at(speaker: Speaker, when: When | None) -> tuple[str, ...]:
    """The sides that a speaker spoke for at a date: of the post held then, else the speaker's own."""
    if when is not None:
        for post in speaker.posts:
            begun = post.since is None or post.since.first <= when.last
            over = post.until is not None and post.until.last < when.first
            if post.side and begun and not over:
                return (post.side,)
    return speaker.sides


def derived_id(speaker: str, date: When | None, text: str) -> str:
    """An id from speaker, date and wording, for a claim without one; another wording gives another id."""
    day = str(date).replace("/", "_").replace(" ", "-").replace("~", "") if date is not None else "undated"
    digest = hashlib.sha256("\0".join((speaker, day, fold(text))).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{speaker}-{day.strip('._')}-{digest[:8]}"


def _either(record: Record, header: Record, key: str, default: Any) -> Any:
    """A claim's own value, or else the sheet's; one that was written but is wrong inherits nothing."""
    found = record.get(key)
    if found:
        return found
    return default if record.node.get(key) and key not in record.values else header.get(key, default)


def _has_date(record: Record, header: Record) -> bool:
    """Does a date stand in a claim, in its sheet's header or under their sources, whatever it says?"""
    nodes = (record.node, header.node, record.get("source"), header.get("source"))
    return any(bool(node.get("date")) for node in nodes if node is not None)


def _wording(record: Record) -> str | None:
    """The key under which the wording stands; None, and a problem, where there is none or two."""
    present = [key for key in ("text", "quote") if key in record.node]
    if len(present) > 1:
        record.report(shapes.BOTH_TEXTS, "quote", "a claim has `text` or `quote`, not both", "keep one of the two")
        return None
    if not present:
        record.page.report(
            shapes.MISSING_KEY,
            record.node.at,
            "a claim needs a wording",
            "write `text:` in your own words, or `quote:` for verbatim ones",
        )
        return None
    words = record.get(present[0])
    if words is None:
        return None
    if not words.strip():
        record.report(shapes.EMPTY_TEXT, present[0], f"“{present[0]}” is empty", "write what was said")
        return None
    return present[0]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _source(page: Page, record: Record, shared: Source) -> Source:
    node: Fields | None = record.get("source")
    if node is None:
        return shared
    return evolve(source_of(page, node, shared), place=page.place(record.node.key_at("source")))


def source_of(page: Page, node: Fields, shared: Source = _NO_SOURCE) -> Source:
    """A source as it is written, with what it does not say itself from the sheet's."""
    own = record_of(page, node, SOURCE, "a source")
    if fault := address_fault(own.get("url", "")):
        message, advice = fault
        own.report(shapes.BAD_URL, "url", f"“url”: {message}", advice)
    return Source(
        publisher=own.get("publisher", shared.publisher),
        title=own.get("title", shared.title),
        url=own.get("url", shared.url),
        date=own.get("date", shared.date),
        language=own.get("language", shared.language),
        complete=own.get("complete", shared.complete),
    )


def _says_what(record: Record) -> bool:
    """Does a pinned conclusion say what is concluded, and between which two? A problem is noted where not."""
    if "verdict" not in record.node and "split" not in record.node:
        message = "a pinned conclusion says which `verdict`, or who is `split`"
        record.page.report(shapes.MISSING_KEY, record.node.at, message, "write verdict: diverge, or split: [side]")
        return False
    between: Words = record.get("between", ())
    if between and len(set(between)) != _PAIR:
        record.report(shapes.WRONG_KIND, "between", "“between” is a list of two sides", "write [one, other]")
        return False
    return True


def _judgement(page: Page, record: Record) -> Judgement | None:
    words = [word for word in Word if word in record.node]
    if len(words) != 1:
        page.report(
            shapes.MISSING_KEY,
            record.node.at,
            "a judgement says one of `same`, `different`, `unsure`",
            "write {same: [one-id, other-id], by: …, because: …}",
        )
        return None
    word = words[0]
    pair = record.get(word)
    if pair is None:
        return None
    ids = [item for item in pair if isinstance(item, str)]
    if len(ids) != _PAIR or len(pair) != _PAIR:
        record.report(shapes.WRONG_KIND, word, f"“{word}” is a list of two claim ids", "write [one-id, other-id]")
        return None
    if ids[0] == ids[1]:
        message = f"a judgement is about two claims, and both of these are “{ids[0][:60]}”"
        record.report(shapes.WRONG_KIND, word, message, "write [one-id, other-id]")
        return None
    relation = _difference(record, word)
    if relation is None:
        return None
    of: Words = record.get("of", ())
    if of and len(of) != _PAIR:
        record.report(
            shapes.WRONG_KIND,
            "of",
            "“of” is a list of two fingerprints",
            "`claimtrack judge` writes it; or leave it out",
        )
        of = ()
    return Judgement(
        left=ids[0],
        right=ids[1],
        word=word,
        relation=relation,
        by=record.get("by", ""),
        on=record.get("on"),
        because=record.get("because", ""),
        of=of,
        place=page.place(record.node.at),
    )


def _difference(record: Record, word: Word) -> str | None:
    """How two claims differ, "" where that is not said; None, and a problem, where it is not what `word` says."""
    relation: str = record.get("relation", "")
    known = ", ".join(DIFFERENCES)
    if not relation or (word is Word.DIFFERENT and relation in DIFFERENCES):
        return relation
    if word is not Word.DIFFERENT:
        message = f"“relation” tells how two different claims differ, and these are judged {word}"
        record.report(shapes.OTHER_RELATION, "relation", message, "leave it out, or judge the two `different`")
        return None
    if relation == Relation.SAME:
        message = "“relation” is “same” here of two claims that are judged different"
        record.report(shapes.OTHER_RELATION, "relation", message, f"write {{same: […]}}, or one of: {known}")
        return None
    message = f"“relation”: “{relation[:40]}” is none of: {known}"
    record.report(shapes.NOT_A_CHOICE, "relation", message, later(relation, DIFFERENCES))
    return ""
