"""CT401 contradictory-judgements: two claims are judged different, and the same, directly or through others.

Why: a judgement outranks every score, so two that contradict each other leave nothing to go by. The whole chain of
judgements that joins the two is named.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
    judgements:
      - {same: [x, y], by: me, because: one sentence}

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
    judgements:
      - {same: [x, y], by: me, because: one sentence}
      - {different: [x, y], by: you, because: two sentences}
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from claimtrack.claim import Judgement, Ledger, Word
from claimtrack.problem import Level, Problem

CODE = "CT401"
NAME = "contradictory-judgements"
LEVEL = Level.ERROR

Neighbours = Mapping[str, Mapping[str, Judgement]]


def check(ledger: Ledger) -> Iterator[Problem]:
    """One problem for each judgement of difference that judgements of sameness contradict."""
    for judgement, chain in contradictions(ledger):
        yield Problem(
            code=CODE,
            name=NAME,
            level=LEVEL,
            message=f"{judgement.left} and {judgement.right} are judged different here, but {told(chain)}",
            place=judgement.place,
            help="take one of these judgements back",
        )


def contradictions(ledger: Ledger) -> Iterator[tuple[Judgement, tuple[Judgement, ...]]]:
    """Each judgement of difference with the chain of judgements of sameness that contradicts it."""
    same = _neighbours(ledger)
    group = _groups(same)
    for judgement in ledger.judgements:
        left, right = group.get(judgement.left), group.get(judgement.right)
        if judgement.word is not Word.DIFFERENT or left is None or left != right:
            continue
        chain = _chain(same, judgement.left, judgement.right)
        if chain:
            yield judgement, chain


def told(judgements: Iterable[Judgement]) -> str:
    """What some judgements say, each with its place."""
    return "; ".join(f"{one.left} and {one.right} {said(one)} at {one.place}" for one in judgements)


def said(judgement: Judgement) -> str:
    """The word of a judgement as a sentence has it."""
    return "the same" if judgement.word is Word.SAME else str(judgement.word)


def _neighbours(ledger: Ledger) -> Neighbours:
    found: dict[str, dict[str, Judgement]] = {}
    for judgement in ledger.judgements:
        if judgement.word is Word.SAME:
            found.setdefault(judgement.left, {})[judgement.right] = judgement
            found.setdefault(judgement.right, {})[judgement.left] = judgement
    return found


def _groups(same: Neighbours) -> Mapping[str, int]:
    """For each claim, the number of the group that chains of sameness hold together."""
    group: dict[str, int] = {}
    for number, start in enumerate(same):
        if start in group:
            continue
        group[start] = number
        waiting = [start]
        while waiting:
            for near in same[waiting.pop()]:
                if near not in group:
                    group[near] = number
                    waiting.append(near)
    return group


def _chain(same: Neighbours, start: str, goal: str) -> tuple[Judgement, ...]:
    """The shortest chain of sameness from one claim to another; empty where there is none."""
    came: dict[str, tuple[str, Judgement]] = {}
    waiting = deque([start])
    while waiting and goal not in came:
        here = waiting.popleft()
        for near in sorted(same.get(here, {})):
            if near not in came and near != start:
                came[near] = (here, same[here][near])
                waiting.append(near)
    chain: list[Judgement] = []
    while goal in came and goal != start:
        goal, judgement = came[goal]
        chain.append(judgement)
    return tuple(reversed(chain))
