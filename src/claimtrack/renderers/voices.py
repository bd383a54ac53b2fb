"""The phrases of words in another's mouth and of reprints, shared by text and Markdown."""

from collections import Counter

from claimtrack.claim import standing_verb
from claimtrack.evidence import Alteration, ContrastKind, Fate
from claimtrack.finding import Basis
from claimtrack.quantity import quantity
from claimtrack.renderers.phrases import BASES, parted, said_when, side_name, speaker_name
from claimtrack.report import Report
from claimtrack.voices import Ascription, Borne, Reprint, Version

BORNE_SIGNS = {Borne.DISPUTED: "≠", Borne.CONFIRMED: "=", Borne.UNCONFIRMED: "?"}
"""A shape for each, in the order in which a page tells of them."""
_MOST_NAMED = 6
_THINGS = {
    ContrastKind.POLARITY: "a denial",
    ContrastKind.ANTONYM: "an opposite",
    ContrastKind.NUMBER: "a number",
    ContrastKind.DATE: "a date",
    ContrastKind.NAME: "a name",
    ContrastKind.ROLE: "who does what",
    ContrastKind.MODALITY: "a hedge",
    ContrastKind.SCOPE: "a word of scope",
}
_FATES = {Fate.DROPPED: "drops", Fate.ADDED: "adds", Fate.CHANGED: "changes"}
_ONE_UTTERANCE = {
    Basis.JUDGED: "judged one",
    Basis.STATED: "one day and one position",
    Basis.COMPUTED: "one day and one relay",
}


def ascriptions_title(report: Report) -> str:
    """“Words in another's mouth (18): 1 disputed, 5 confirmed, 12 unconfirmed”."""
    found = Counter(one.borne for one in report.ascriptions)
    told = ", ".join(f"{found[borne]} {borne}" for borne in BORNE_SIGNS if found[borne])
    return f"Words in another's mouth ({len(report.ascriptions)}): {told}"


def in_order(report: Report) -> list[Ascription]:
    """The disputed first, then the confirmed."""
    rank = {borne: index for index, borne in enumerate(BORNE_SIGNS)}
    return sorted(report.ascriptions, key=lambda one: rank[one.borne])


def ascribed_words(report: Report, one: Ascription) -> str:
    """What is said of whom: “that Russia holds “settled-in-principle” (working-groups)”."""
    who = side_name(report, one.side)
    position, attitude = parted(one.position)
    if not position:
        return f"of {who} on {one.issue}"
    reports = report.claims[one.claim].reports
    told = (said.stance for said in reports if (said.side, said.issue, said.holds) == (one.side, one.issue, position))
    return f"that {who} {standing_verb(told, attitude)} “{position}” ({one.issue})"


def own_words(report: Report, one: Ascription) -> str:
    """What that side itself says of it, and where."""
    who = side_name(report, one.side)
    if not one.own:
        return f"{who} says nothing of it in the ledger"
    rest = len(one.own) - _MOST_NAMED
    named = ", ".join(one.own[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    if not one.because:
        return f"{who} says nothing comparable ({named})"
    first = one.because[0]
    when = ", later" if one.later else ""
    return f"{who} itself{when} ({first.right}): {first.rule} [{BASES[one.basis]}]"


def reprints_title(report: Report) -> str:
    """“Reprints (27 utterances in 66 versions)”."""
    versions = sum(len(one.claims) for one in report.reprints)
    utterances = quantity(len(report.reprints), "utterance")
    return f"Reprints ({utterances} in {versions} versions)"


def altered(report: Report) -> list[Reprint]:
    """The utterances of which some version drops, adds or changes what a reader should mind."""
    return [one for one in report.reprints if any(version.alterations or version.judged for version in one.versions)]


def unaltered_words(report: Report) -> str:
    """How many others there are, in a sentence; empty where there are none."""
    rest = len(report.reprints) - len(altered(report))
    if not rest:
        return ""
    return f"Of {rest} more, every version keeps hedge, number, date, denial and scope."


def origin_words(report: Report, one: Reprint) -> str:
    """Whose utterance it is, when, on what, and why the versions count as one."""
    claim = report.claims[one.fullest]
    told = f"{speaker_name(report, claim.speaker)} · {said_when(claim)}" + (f" · {one.issue}" if one.issue else "")
    return f"{told}: {len(one.claims)} versions ({_ONE_UTTERANCE[one.basis]})"


def version_words(version: Version) -> list[str]:
    """What a version drops, adds and changes beside the fullest; what was judged of it first."""
    told = [version.judged] if version.judged else []
    told += [_alteration(one) for one in version.alterations]
    for verb, words in (("lacks", version.lacks), ("has instead", version.adds)):
        if words:
            told.append(f"{verb}: {', '.join(words)}")
    return told or ["the same in other words"]


def _alteration(one: Alteration) -> str:
    words = " → ".join(f"“{words}”" for words in (one.fuller, one.retold) if words)
    return f"{_FATES[one.fate]} {_THINGS[one.kind]}: {words}" if words else f"{_FATES[one.fate]} {_THINGS[one.kind]}"
