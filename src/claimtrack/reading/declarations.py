"""Sides, speakers and issues: what a ledger declares before claims use it."""

from collections.abc import Iterable

from attrs import define, evolve, field

from claimtrack.claim import MADE, Issue, Position, Post, Side, Speaker, is_made
from claimtrack.reading.circles import circles
from claimtrack.reading.nearest import later
from claimtrack.reading.page import Page
from claimtrack.reading.records import Items, Node
from claimtrack.reading.rules import shapes
from claimtrack.reading.structure import LIST, MAPPING, Record, Words, each_entry, each_item, read_record
from claimtrack.when import When

SIDE = {"name": str, "aliases": Words, "note": str}
POST = {"title": str, "organisation": str, "side": str, "since": When, "until": When}
SPEAKER = {
    "name": str,
    "kind": str,
    "role": str,
    "organisation": str,
    "side": Words,
    "aliases": Words,
    "posts": LIST,
    "note": str,
}
ISSUE = {"question": str, "topic": str, "positions": MAPPING, "exclude": LIST, "note": str}
POSITION = {"text": str, "narrows": str}
KINDS = ("person", "organisation")
_PAIR = 2
_WIDER = "name a wider position of it, or leave `narrows:` out"
_TWO = "name two positions that cannot both be held"


@define
class Declared:
    """The sides, speakers and issues met so far, by id; the first of a name counts, a second is a problem."""

    sides: dict[str, Side] = field(factory=dict)
    speakers: dict[str, Speaker] = field(factory=dict)
    issues: dict[str, Issue] = field(factory=dict)

    def read_sides(self, page: Page, section: Node) -> None:
        """Read a `sides` section: ids with names, short or with aliases and a note."""
        for name, key_at, value, value_at in _entries(page, section, "a side"):
            aliases: Words = ()
            if isinstance(value, str):
                shown = value or name
            else:
                record = read_record(page, value, SIDE, "a side", value_at)
                shown = record.get("name", name) if record is not None else name
                aliases = record.get("aliases", ()) if record is not None else ()
            if _is_new(page, name, key_at, self.sides, "side"):
                self.sides[name] = Side(id=name, name=shown, aliases=aliases, place=page.place(key_at))

    def read_speakers(self, page: Page, section: Node) -> None:
        """Read a `speakers` section."""
        for name, key_at, value, value_at in _entries(page, section, "a speaker"):
            record = read_record(page, value, SPEAKER, "a speaker", value_at)
            if record is None or not _is_new(page, name, key_at, self.speakers, "speaker"):
                continue
            self.speakers[name] = Speaker(
                id=name,
                name=record.get("name") or name,
                kind=_kind(record),
                sides=self._known_sides(record, "side"),
                role=record.get("role", ""),
                organisation=record.get("organisation", ""),
                posts=tuple(self._posts(page, record)),
                aliases=record.get("aliases", ()),
                note=record.get("note", ""),
                place=page.place(key_at),
            )

    def _posts(self, page: Page, record: Record) -> Iterable[Post]:
        for node, at in each_item(record.get("posts")):
            post = read_record(page, node, POST, "a post", at)
            if post is not None:
                sides = self._known_sides(post, "side")
                since, until = post.get("since"), post.get("until")
                if since is not None and until is not None and until.before(since):
                    message = f"a post that begins on {since} cannot end on {until}"
                    post.report(shapes.BAD_DATE, "until", message, "correct one of the two")
                    since = until = None
                yield Post(
                    title=post.get("title", ""),
                    organisation=post.get("organisation", ""),
                    side=sides[0] if sides else "",
                    since=since,
                    until=until,
                )

    def _known_sides(self, record: Record, key: str) -> tuple[str, ...]:
        given = record.get(key, ())
        return self.known_sides(record, key, (given,) if isinstance(given, str) else given)

    def known_sides(self, record: Record, key: str, given: Iterable[str]) -> tuple[str, ...]:
        """Those of the given sides that the ledger has, each once; another is a problem."""
        known: dict[str, None] = {}
        for side in given:
            if side in self.sides:
                known[side] = None
            elif side:
                message = f"there is no side “{side[:60]}”"
                record.report(shapes.UNKNOWN_SIDE, key, message, later(side, self.sides))
        return tuple(known)

    def read_issues(self, page: Page, section: Node) -> None:
        """Read an `issues` section: questions, the positions taken on them, and what excludes what."""
        for name, key_at, value, value_at in _entries(page, section, "an issue"):
            if _is_reserved(page, name, key_at, "an issue"):
                continue
            record = read_record(page, value, ISSUE, "an issue", value_at)
            if record is None or not _is_new(page, name, key_at, self.issues, "issue"):
                continue
            positions = _positions(page, record)
            self.issues[name] = Issue(
                id=name,
                question=record.get("question") or name,
                topic=record.get("topic", ""),
                positions=tuple(positions.values()),
                exclude=tuple(_exclusions(page, record, positions)),
                note=record.get("note", ""),
                place=page.place(key_at),
            )


def _entries(page: Page, section: Node, what: str) -> list[tuple[str, int, Node, int]]:
    return [] if isinstance(section, (str, Items)) else each_entry(page, section, what)


def _is_new(
    page: Page, name: str, at: int, known: dict[str, Side] | dict[str, Speaker] | dict[str, Issue], what: str
) -> bool:
    if name not in known:
        return True
    first = known[name].place
    page.report(shapes.DUPLICATE_ID, at, f"the {what} “{name[:60]}” stands at {first} already", "give one another id")
    return False


def _is_reserved(page: Page, name: str, at: int, what: str) -> bool:
    """Is this an id that only what is made of alike claims has? A problem is noted where so."""
    if not is_made(name):
        return False
    why = f"ids that begin with “{MADE}” are those of what is made of alike claims"
    page.report(shapes.BAD_ID, at, f"“{name[:60]}” cannot be the id of {what}: {why}", "begin it otherwise")
    return True


def _kind(record: Record) -> str:
    kind: str = record.get("kind", "") or KINDS[0]
    if kind not in KINDS:
        record.report(shapes.NOT_A_CHOICE, "kind", f"“{kind[:40]}” is none of: {', '.join(KINDS)}", later(kind, KINDS))
        return KINDS[0]
    return kind


def _positions(page: Page, record: Record) -> dict[str, Position]:
    """The positions of an issue by id; those that narrow one another in a circle are a problem."""
    section = record.get("positions")
    names = set(section) if section is not None else set()
    found: dict[str, Position] = {}
    narrowing: dict[str, Record] = {}
    for name, key_at, value, value_at in each_entry(page, section, "a position"):
        if _is_reserved(page, name, key_at, "a position"):
            continue
        if isinstance(value, str):
            found[name] = Position(id=name, text=value or name, place=page.place(key_at))
            continue
        inner = read_record(page, value, POSITION, "a position", value_at)
        if inner is None:
            continue
        narrows = inner.get("narrows", "")
        if narrows and (narrows not in names or narrows == name):
            message = f"“{narrows[:60]}” is no other position of this issue"
            inner.report(shapes.UNKNOWN_POSITION, "narrows", message, later(narrows, names - {name}, _WIDER))
            narrows = ""
        found[name] = Position(id=name, text=inner.get("text") or name, narrows=narrows, place=page.place(key_at))
        narrowing[name] = inner
    for here, _, way in circles({name: [found[name].narrows] for name in narrowing}):
        message = f"positions narrow one another in a circle: {way}"
        narrowing[here].report(shapes.CIRCLE, "narrows", message, "leave out the `narrows:` that is wrong")
        found[here] = evolve(found[here], narrows="")
    return found


def _exclusions(page: Page, record: Record, positions: Iterable[str]) -> Iterable[tuple[str, str]]:
    known = set(positions)
    for node, at in each_item(record.get("exclude")):
        names = [item for item in node if isinstance(item, str)] if isinstance(node, Items) else []
        if len(names) != _PAIR or not isinstance(node, Items) or len(node) != _PAIR:
            page.report(shapes.WRONG_KIND, at, "an exclusion is a list of two positions", "write [one, other]")
            continue
        unknown = [name for name in names if name not in known]
        for name in unknown:
            message = f"“{name[:60]}” is no position of this issue"
            page.report(shapes.UNKNOWN_POSITION, at, message, later(name, known))
        if not unknown and names[0] == names[1]:
            message = f"“{names[0][:60]}” is no other position of this issue"
            page.report(shapes.UNKNOWN_POSITION, at, message, later(names[0], known - {names[0]}, _TWO))
        elif not unknown:
            yield names[0], names[1]
