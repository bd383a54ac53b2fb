"""The nouns: sides, speakers, sources, claims, issues, positions, judgements, and the ledger of them all."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from claimtrack.cells import as_text, joined
from claimtrack.frames import frame
from claimtrack.problem import Place, Problem, covers
from claimtrack.when import EARLIEST, LATEST, When

COLUMNS = (
    *("id", "derived_id", "date", "first_day", "last_day", "speaker", "side", "about", "holds", "stance", "cue"),
    *("form", "via", "event", "supersedes", "text", "quote"),
    *("publisher", "title", "url", "published", "language", "complete", "note", "path", "line"),
)
"""What `Claim.row` has, in its order."""


class Form(StrEnum):
    """How the words reached the source."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    READOUT = "readout"
    JOINT = "joint"


class Attitude(StrEnum):
    """The stances in three groups: for a position, against it, or neither."""

    FOR = "for"
    OPEN = "open"
    AGAINST = "against"

    @property
    def verb(self) -> str:
        """What who has it does with the position: holds, leaves open or denies it."""
        return _VERBS[self]

    def of(self, position: str) -> str:
        """The id of this attitude to a position: the position's own; with the attitude where it is not `for`."""
        return position if self is Attitude.FOR else f"{position}:{self}"


_VERBS = {Attitude.FOR: "holds", Attitude.OPEN: "leaves open", Attitude.AGAINST: "denies"}


class Stance(StrEnum):
    """How a claim stands to the position that it speaks of."""

    AFFIRMS = "affirms"
    EXPECTS = "expects"
    ALLOWS = "allows"
    LEAVES_OPEN = "leaves-open"
    DECLINES = "declines"
    DOUBTS = "doubts"
    DENIES = "denies"

    @property
    def attitude(self) -> Attitude:
        """The group that it is of."""
        return _ATTITUDES[self]

    @property
    def verb(self) -> str:
        """What who has it does with the position; who is for it holds it."""
        return self.attitude.verb if self.attitude is Attitude.FOR else self.value.replace("-", " ")


_ATTITUDES = {
    Stance.AFFIRMS: Attitude.FOR,
    Stance.EXPECTS: Attitude.FOR,
    Stance.ALLOWS: Attitude.FOR,
    Stance.LEAVES_OPEN: Attitude.OPEN,
    Stance.DOUBTS: Attitude.OPEN,
    Stance.DECLINES: Attitude.AGAINST,
    Stance.DENIES: Attitude.AGAINST,
}


def standing_verb(stances: Iterable[Stance], attitude: Attitude) -> str:
    """What those do with a position who have these stances to it: “declines”, “denies or declines”.

    Stances of another attitude do not count; where none is of this one, the attitude's own verb is given.
    """
    return " or ".join(dict.fromkeys(one.verb for one in stances if one.attitude is attitude)) or attitude.verb


def standing_words(verb: str, attitude: Attitude, text: str) -> str:
    """A position's wording as who stands so to it is told to stand: as it is, or “denies: …”."""
    return text if attitude is Attitude.FOR else f"{verb}: {text}"


class Word(StrEnum):
    """What a person said of two claims."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@frozen(kw_only=True)
class Side:
    """A party to the comparison."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    place: Place


@frozen(kw_only=True)
class Post:
    """A function that a speaker held; dates are None where they are not known."""

    title: str
    organisation: str = ""
    side: str = ""
    since: When | None = None
    until: When | None = None


@frozen(kw_only=True)
class Speaker:
    """A person or an organisation that can make a claim; a joint speaker speaks for several sides."""

    id: str
    name: str
    kind: str = "person"
    sides: tuple[str, ...] = ()
    role: str = ""
    organisation: str = ""
    posts: tuple[Post, ...] = ()
    aliases: tuple[str, ...] = ()
    note: str = ""
    place: Place


@frozen(kw_only=True)
class Source:
    """The document in which a claim was read; `complete` where all that it says is in the ledger."""

    publisher: str = ""
    title: str = ""
    url: str = ""
    date: When | None = None
    language: str = ""
    complete: bool = False
    place: Place | None = field(default=None, eq=False, repr=False)
    """Where it was written; a document that was written twice is one all the same."""


@frozen(kw_only=True)
class Position:
    """One answer to an issue; `narrows` names the wider position that it makes more precise."""

    id: str
    text: str
    narrows: str = ""
    place: Place


@frozen(kw_only=True)
class Issue:
    """A question that claims answer, the positions taken on it, and which of them cannot both be held."""

    id: str
    question: str
    topic: str = ""
    positions: tuple[Position, ...] = ()
    exclude: tuple[tuple[str, str], ...] = ()
    note: str = ""
    place: Place

    def position(self, position_id: str) -> Position | None:
        """The position of that id, or None."""
        return next((p for p in self.positions if p.id == position_id), None)

    def excludes(self, left: str, right: str) -> bool:
        """Did the editor say that these two positions cannot both be held?"""
        return (left, right) in self.exclude or (right, left) in self.exclude


MADE = "like-"
"""With what the ids of issues and positions begin that are made of alike claims; no declared one is called so."""


def made_of(claim_id: str) -> str:
    """The id of an issue or position that is made of alike claims, of which this is the first."""
    return MADE + claim_id


def is_made(name: str) -> bool:
    """Is this the id of an issue or position that was made of alike claims?"""
    return name.startswith(MADE)


@frozen(kw_only=True)
class Reported:
    """What a claim says that another side holds; without `holds` its wording is all there is to compare."""

    side: str
    issue: str
    holds: str = ""
    stance: Stance = Stance.AFFIRMS


@frozen(kw_only=True)
class Claim:
    """One attributed statement: a speaker, a date, a source, a wording."""

    id: str
    text: str
    quote: bool = False
    """True where `text` is verbatim."""
    speaker: str
    sides: tuple[str, ...] = ()
    """The sides spoken for: the speaker's at that date, unless the claim says otherwise."""
    date: When | None = None
    """When it was said; None where no day was shown."""
    source: Source = field(factory=Source)
    cue: str = ""
    form: Form | None = None
    via: tuple[str, ...] = ()
    about: str = ""
    holds: str = ""
    stance: Stance = Stance.AFFIRMS
    supersedes: tuple[str, ...] = ()
    event: str = ""
    """What happened that several sources tell of: their claims are set side by side."""
    reports: tuple[Reported, ...] = ()
    """Positions of other sides of which this claim tells."""
    note: str = ""
    place: Place
    text_place: Place
    derived_id: bool = False
    """True where the file gave no id and it was derived from speaker, date and wording."""
    date_unread: bool = False
    """True where a date was written, for the claim or its source, and none could be read."""

    @property
    def known_by(self) -> When | None:
        """The day said, or else the day published: the date to order and filter by; None where neither is known."""
        return self.date if self.date is not None else self.source.date

    def row(self) -> tuple[str | int | None, ...]:
        """The claim as one flat row, in the order of `COLUMNS`.

        Several values in one cell have `; ` between; truth values are 0 and 1; `first_day` and `last_day` are the ends
        of its date, ISO 8601. None stands where there is no issue, no position, or no such end. A byte of a file's name
        that is no UTF-8 stands as its escape, for no table can hold it.
        """
        source, when = self.source, self.date
        return (
            self.id,
            int(self.derived_id),
            as_text(when),
            None if when is None or when.first == EARLIEST else when.first.isoformat(),
            None if when is None or when.last == LATEST else when.last.isoformat(),
            self.speaker,
            joined(self.sides),
            self.about or None,
            self.holds or None,
            "" if self.stance is Stance.AFFIRMS else str(self.stance),
            self.cue,
            as_text(self.form),
            joined(self.via),
            self.event,
            joined(self.supersedes),
            "" if self.quote else self.text,
            self.text if self.quote else "",
            source.publisher,
            source.title,
            source.url,
            as_text(source.date),
            source.language,
            int(source.complete),
            self.note,
            self.place.path.encode("utf-8", "backslashreplace").decode(),
            self.place.line,
        )


@frozen(kw_only=True)
class Judgement:
    """A person's word on two claims; it outranks every score."""

    left: str
    right: str
    word: Word
    relation: str = ""
    """For `different`: partial, diverge or unrelated where the person said so, else empty."""
    by: str = ""
    on: When | None = None
    because: str = ""
    of: tuple[str, ...] = ()
    """Fingerprints of the two wordings as they were judged; empty where they were not kept."""
    place: Place


@frozen(kw_only=True)
class Expectation:
    """A pinned conclusion: `check` reports when the verdict between the sides becomes another."""

    issue: str
    between: tuple[str, ...] = ()
    verdict: str = ""
    split: tuple[str, ...] = ()
    as_of: When | None = None
    because: str = ""
    place: Place


@frozen(kw_only=True)
class Vocabulary:
    """Words and phrases, as typed, that a ledger adds to those that comparing knows."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups that mean much the same."""
    antonyms: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Pairs of groups: what is in one excludes what is in the other."""
    aliases: tuple[tuple[str, ...], ...] = ()
    """Groups that name one thing."""


@frozen(kw_only=True)
class Ledger:
    """Everything that was read from a folder of files, in a fixed order, with what was wrong in them."""

    title: str = ""
    sides: tuple[Side, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    issues: tuple[Issue, ...] = ()
    claims: tuple[Claim, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    vocabulary: Vocabulary = field(factory=Vocabulary)
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    ignored: Mapping[tuple[str, int], tuple[str, ...]] = field(factory=dict, repr=False)
    """Codes that a comment in the files asks to ignore, by file and line."""
    _claims_by_id: Mapping[str, Claim] = field(init=False, repr=False, eq=False)
    _speakers_by_id: Mapping[str, Speaker] = field(init=False, repr=False, eq=False)
    _issues_by_id: Mapping[str, Issue] = field(init=False, repr=False, eq=False)

    @_claims_by_id.default
    def _index_claims(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @_speakers_by_id.default
    def _index_speakers(self) -> Mapping[str, Speaker]:
        return {speaker.id: speaker for speaker in self.speakers}

    @_issues_by_id.default
    def _index_issues(self) -> Mapping[str, Issue]:
        return {issue.id: issue for issue in self.issues}

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id, or None."""
        return self._claims_by_id.get(claim_id)

    def speaker(self, speaker_id: str) -> Speaker | None:
        """The speaker of that id, or None."""
        return self._speakers_by_id.get(speaker_id)

    def issue(self, issue_id: str) -> Issue | None:
        """The issue of that id, or None."""
        return self._issues_by_id.get(issue_id)

    def to_frame(self, library: str = "pandas") -> Any:
        """The claims as a data frame of "pandas" or "polars", a row each, with the columns of `COLUMNS`.

        Either is loaded when it is asked for; raises UsageError where it is not installed.
        """
        return frame(COLUMNS, [claim.row() for claim in self.claims], library)

    def ignores(self, code: str, place: Place) -> bool:
        """Does a comment in the files ask to ignore problems of this code at this place?"""
        return covers(self.ignored.get((place.path, place.line), ()), code)
