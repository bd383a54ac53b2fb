"""CT507 said-outside-post: a claim is dated when its speaker held none of the posts that are listed.

Why: the post decides for which side the speaker spoke; a claim before the first or after the last is mistyped, or a
post is missing. Passes where the speaker lists no posts, or one whose dates allow the claim's.

Passes::

    sides: {a: A}
    speakers: {s: {name: S, side: a, posts: [{title: Minister, side: a, since: 2020}]}}
    claims: [{id: x, speaker: s, date: 2021-05, source: {url: u}, text: Talks go on.}]

Fails::

    sides: {a: A}
    speakers: {s: {name: S, side: a, posts: [{title: Minister, side: a, since: 2020}]}}
    claims: [{id: x, speaker: s, date: 2019-05, source: {url: u}, text: Talks go on.}]
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger, Post
from claimtrack.problem import Level, Problem
from claimtrack.when import When

CODE = "CT507"
NAME = "said-outside-post"
LEVEL = Level.WARNING


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each dated claim that falls into none of its speaker's posts."""
    posts = {speaker.id: speaker.posts for speaker in ledger.speakers if speaker.posts}
    for claim in ledger.claims:
        held = posts.get(claim.speaker, ())
        if claim.date is not None and held and not any(_held(post, claim.date) for post in held):
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{claim.id}: “{claim.speaker}” held none of the posts listed on {claim.date}",
                place=claim.place,
                help="correct the date, or add the post that was held then",
            )


def _held(post: Post, when: When) -> bool:
    """May the post have been held on that date?"""
    begun = post.since is None or post.since.first <= when.last
    over = post.until is not None and post.until.last < when.first
    return begun and not over
