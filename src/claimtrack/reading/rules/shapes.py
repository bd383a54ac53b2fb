"""CT1 and CT2: what can be wrong in the shape of a ledger and in what it refers to."""

from claimtrack.problem import Level, Rule


def _error(code: str, name: str, why: str, bad: str = "", good: str = "") -> Rule:
    return Rule(code=code, name=name, level=Level.ERROR, why=why, bad=bad, good=good)


_HEAD = "claimtrack: 1\nsides: {a: A}\nspeakers: {s: {name: S, side: a}}\n"

UNKNOWN_KEY = _error(
    "CT101",
    "unknown-key",
    "A mistyped key would be passed over in silence.",
    bad="titel: Talks\n",
    good="title: Talks\n",
)
WRONG_KIND = _error(
    "CT102", "wrong-kind", "A list where a text is wanted has no meaning.", bad="title: [a, b]\n", good="title: a, b\n"
)
MISSING_KEY = _error(
    "CT103",
    "missing-key",
    "A claim without a speaker or a wording is no claim.",
    bad=_HEAD + "claims:\n  - {id: c1, text: Talks go on.}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, text: Talks go on.}\n",
)
BAD_DATE = _error(
    "CT104",
    "bad-date",
    "A date that does not exist cannot be ordered.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: s, date: 2021-02-30, text: Talks go on.}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, date: 2021-02-28, text: Talks go on.}\n",
)
NOT_A_CHOICE = _error(
    "CT105",
    "not-a-choice",
    "Stances, forms and verdicts are fixed words.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: s, form: spoken, text: Talks go on.}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, form: direct, text: Talks go on.}\n",
)
BAD_ID = _error(
    "CT106",
    "bad-id",
    "Ids are typed, linked to and sent: letters, digits, `.`, `_` and `-`. Those of issues and positions do not begin "
    "with `like-`: so are those called that are made of alike claims.",
    bad="sides: {the east: East}\n",
    good="sides: {east: East}\n",
)
BAD_VERSION = _error(
    "CT107",
    "other-version",
    "This claimtrack reads version 1 of the format.",
    bad="claimtrack: 9\n",
    good="claimtrack: 1\n",
)
EMPTY_TEXT = _error(
    "CT108",
    "empty-text",
    "A claim without words cannot be compared.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: s, text: ''}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, text: Talks go on.}\n",
)
BOTH_TEXTS = _error(
    "CT109",
    "text-and-quote",
    "A wording is our own (`text`) or verbatim (`quote`), not both.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: s, text: Talks go on., quote: They go on.}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, quote: They go on.}\n",
)
BAD_WORDS = _error(
    "CT110",
    "bad-lexicon-entry",
    "A group of one word says nothing; a word that decides what is denied would be lost as another's name; and a "
    "lexicon without end would make every comparison slow.",
    bad="lexicon: {synonyms: [[treaty]]}\n",
    good="lexicon: {synonyms: [[treaty, pact]]}\n",
)
SAME_AND_OPPOSITE = _error(
    "CT111",
    "same-and-opposite",
    "Two words that mean much the same cannot exclude each other.",
    bad="lexicon: {synonyms: [[pause, break]], antonyms: [[pause, break]]}\n",
    good="lexicon: {synonyms: [[pause, break]], antonyms: [[pause, resume]]}\n",
)
SECOND_TITLE = Rule(
    code="CT112",
    name="second-title",
    level=Level.WARNING,
    why="A ledger has one title: of two, that in the first file by name counts, and two ledgers may have been mixed.",
)
OTHER_RELATION = _error(
    "CT113",
    "relation-against-word",
    "A relation tells how two different claims differ. Beside `same` or `unsure`, or where it is `same` itself, "
    "one of the two words is wrong: nobody can tell which, so that neither counts.",
    bad=_HEAD
    + "claims:\n  - {id: c1, speaker: s, text: Yes.}\n  - {id: c2, speaker: s, text: No.}\n"
    + "judgements:\n  - {same: [c1, c2], relation: diverge, by: me}\n",
    good=_HEAD
    + "claims:\n  - {id: c1, speaker: s, text: Yes.}\n  - {id: c2, speaker: s, text: No.}\n"
    + "judgements:\n  - {different: [c1, c2], relation: diverge, by: me}\n",
)
BAD_URL = Rule(
    code="CT114",
    name="no-address",
    level=Level.WARNING,
    why="Where a claim was read is looked up by its source's `url`: several words, or `https://` without a host, lead "
    "nowhere. What may be an address is not looked at any closer, and none is opened.",
    bad=_HEAD + "source: {url: not a url}\nclaims:\n  - {id: c1, speaker: s, text: Talks go on.}\n",
    good=_HEAD + "source: {url: 'https://example.org/1'}\nclaims:\n  - {id: c1, speaker: s, text: Talks go on.}\n",
)
UNKNOWN_SPEAKER = _error(
    "CT201",
    "unknown-speaker",
    "A mistyped name would become a second speaker.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: ss, text: Talks go on.}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, text: Talks go on.}\n",
)
UNKNOWN_SIDE = _error(
    "CT202",
    "unknown-side",
    "A mistyped side would speak alone.",
    bad="sides: {a: A}\nspeakers: {s: {name: S, side: aa}}\n",
    good="sides: {a: A}\nspeakers: {s: {name: S, side: a}}\n",
)
UNKNOWN_ISSUE = _error(
    "CT203",
    "unknown-issue",
    "A mistyped issue would stand beside the right one.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: s, about: when, text: Talks go on.}\n",
    good=_HEAD
    + "issues: {when: {question: When}}\nclaims:\n  - {id: c1, speaker: s, about: when, text: Talks go on.}\n",
)
UNKNOWN_POSITION = _error(
    "CT204",
    "unknown-position",
    "A claim can only hold a position that its issue has.",
    bad=_HEAD
    + "issues: {when: {question: When, positions: {now: Now}}}\n"
    + "claims:\n  - {id: c1, speaker: s, about: when, holds: nwo, text: Now.}\n",
    good=_HEAD
    + "issues: {when: {question: When, positions: {now: Now}}}\n"
    + "claims:\n  - {id: c1, speaker: s, about: when, holds: now, text: Now.}\n",
)
UNKNOWN_CLAIM = _error(
    "CT205",
    "unknown-claim",
    "A judgement on a claim that is not there has lost its subject.",
    bad="judgements:\n  - {same: [c1, c2], by: me}\n",
    good="judgements: []\n",
)
DUPLICATE_ID = _error(
    "CT206",
    "duplicate-id",
    "One id must mean one claim: judgements and links name claims by it.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: s, text: Yes.}\n  - {id: c1, speaker: s, text: No.}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, text: Yes.}\n  - {id: c2, speaker: s, text: No.}\n",
)
HOLDS_WITHOUT_ISSUE = _error(
    "CT207",
    "position-without-issue",
    "A position is an answer to an issue: without `about` nobody knows to which.",
    bad=_HEAD + "claims:\n  - {id: c1, speaker: s, holds: now, text: Now.}\n",
    good=_HEAD + "claims:\n  - {id: c1, speaker: s, text: Now.}\n",
)
OWN_SIDE_REPORTED = _error(
    "CT208",
    "own-side-reported",
    "What a claim `reports` is compared with the other side's own words; a side's own words need no such witness.",
    bad=_HEAD
    + "issues: {when: {question: When, positions: {now: Now}}}\n"
    + "claims:\n  - {id: c1, speaker: s, about: when, text: Now., reports: {a: {holds: now}}}\n",
    good="sides: {a: A, b: B}\nspeakers: {s: {name: S, side: a}}\n"
    "issues: {when: {question: When, positions: {now: Now}}}\n"
    "claims:\n  - {id: c1, speaker: s, about: when, text: B says now., reports: {b: {holds: now}}}\n",
)
CIRCLE = _error(
    "CT209",
    "circle",
    "A circle has no end: of claims that supersede one another none would stand, and of positions that narrow one "
    "another none is the wider one.",
    bad=_HEAD
    + "claims:\n  - {id: c1, speaker: s, supersedes: c2, text: Yes.}\n"
    + "  - {id: c2, speaker: s, supersedes: c1, text: No.}\n",
    good=_HEAD
    + "claims:\n  - {id: c1, speaker: s, text: Yes.}\n"
    + "  - {id: c2, speaker: s, supersedes: c1, text: No.}\n",
)
CHANGED_CLAIM = _error(
    "CT405",
    "judged-claim-changed",
    "An id that was left out is made from speaker, date and wording: whoever changes the wording of a claim that was "
    "judged should hear that the judgement was on other words.",
    bad=_HEAD
    + "claims:\n  - {speaker: s, date: 2021, text: Yes.}\n  - {id: c2, speaker: s, text: Indeed.}\n"
    + "judgements:\n  - {same: [s-2021-00000000, c2], by: me}\n",
    good=_HEAD
    + "claims:\n  - {id: c1, speaker: s, date: 2021, text: Yes.}\n  - {id: c2, speaker: s, text: Indeed.}\n"
    + "judgements:\n  - {same: [c1, c2], by: me}\n",
)
