"""A ledger as plain records: what stands in its files, with the keys of its files, and nothing that is empty."""

from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.cells import as_text
from claimtrack.claim import Claim, Expectation, Issue, Judgement, Ledger, Source, Speaker, Stance, Vocabulary

Plain = dict[str, Any]
"""Texts, truth values, and lists and mappings of them."""

SECTIONS: Mapping[str, str] = {
    "ledger": "title",
    "side": "sides",
    "speaker": "speakers",
    "issue": "issues",
    "lexicon": "lexicon",
    "claim": "claims",
    "judgement": "judgements",
    "expectation": "expect",
}
"""The kinds of record, and the section of a file in which each stands."""


def records_of(ledger: Ledger) -> Iterator[tuple[str, Plain]]:
    """Every record with its kind, in the ledger's order; what has an id has it as its first key."""
    if ledger.title:
        yield "ledger", {"title": ledger.title}
    for side in ledger.sides:
        yield "side", _filled(id=side.id, name=side.name, aliases=list(side.aliases))
    for speaker in ledger.speakers:
        yield "speaker", {"id": speaker.id, **speaker_record(speaker)}
    for issue in ledger.issues:
        yield "issue", {"id": issue.id, **issue_record(issue)}
    words = lexicon_record(ledger.vocabulary)
    if words:
        yield "lexicon", words
    for claim in ledger.claims:
        yield "claim", claim_record(claim)
    for judgement in ledger.judgements:
        yield "judgement", judgement_record(judgement)
    for expected in ledger.expectations:
        yield "expectation", expectation_record(expected)


def speaker_record(speaker: Speaker) -> Plain:
    """A speaker without its id."""
    return _filled(
        name=speaker.name,
        kind=speaker.kind if speaker.kind != "person" else "",
        role=speaker.role,
        organisation=speaker.organisation,
        side=list(speaker.sides),
        aliases=list(speaker.aliases),
        posts=[
            _filled(
                title=post.title,
                organisation=post.organisation,
                side=post.side,
                since=as_text(post.since),
                until=as_text(post.until),
            )
            for post in speaker.posts
        ],
        note=speaker.note,
    )


def issue_record(issue: Issue) -> Plain:
    """An issue without its id."""
    return _filled(
        question=issue.question,
        topic=issue.topic,
        positions={one.id: _filled(text=one.text, narrows=one.narrows) for one in issue.positions},
        exclude=[list(pair) for pair in issue.exclude],
        note=issue.note,
    )


def lexicon_record(words: Vocabulary) -> Plain:
    """A ledger's own words; empty where it has none."""
    return _filled(
        synonyms=[list(group) for group in words.synonyms],
        antonyms=[[list(half) for half in pair] for pair in words.antonyms],
        aliases=[list(group) for group in words.aliases],
    )


def claim_record(claim: Claim) -> Plain:
    """A claim with its source; `derived_id` where the id was made of speaker, date and wording."""
    return _filled(
        id=claim.id,
        derived_id=claim.derived_id,
        speaker=claim.speaker,
        side=list(claim.sides),
        date=as_text(claim.date),
        about=claim.about,
        holds=claim.holds,
        stance=stance_word(claim.stance),
        cue=claim.cue,
        form=as_text(claim.form),
        via=list(claim.via),
        event=claim.event,
        supersedes=list(claim.supersedes),
        reports={
            one.side: _filled(issue=one.issue, holds=one.holds, stance=stance_word(one.stance)) for one in claim.reports
        },
        note=claim.note,
        source=source_record(claim.source),
        **{"quote" if claim.quote else "text": claim.text},
    )


def source_record(source: Source) -> Plain:
    """A source; empty where nothing is known of it."""
    return _filled(
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        date=as_text(source.date),
        language=source.language,
        complete=source.complete,
    )


def judgement_record(judgement: Judgement) -> Plain:
    """A judgement under its word."""
    return {
        str(judgement.word): [judgement.left, judgement.right],
        **_filled(
            relation=judgement.relation,
            by=judgement.by,
            on=as_text(judgement.on),
            because=judgement.because,
            of=list(judgement.of),
        ),
    }


def expectation_record(expected: Expectation) -> Plain:
    """A pinned conclusion."""
    found = _filled(
        issue=expected.issue,
        between=list(expected.between),
        verdict=expected.verdict,
        split=list(expected.split),
        because=expected.because,
    )
    return found | ({"as-of": str(expected.as_of)} if expected.as_of is not None else {})


def stance_word(stance: Stance) -> str:
    """The stance; empty for the usual one."""
    return "" if stance is Stance.AFFIRMS else str(stance)


def _filled(**values: Any) -> Plain:
    return {key: value for key, value in values.items() if value}
