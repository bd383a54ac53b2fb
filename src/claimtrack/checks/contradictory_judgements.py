"""CT401 contradictory-judgements: two claims are judged different, and the same, directly or through others.

Why: a judgement outranks every score, so two that contradict each other leave nothing to go by.

Passes when every pair judged different stays apart under all that is judged the same::

    judgements:
      - {same: [a, b], by: me}
      - {different: [b, c], by: me}

Fails when a chain of `same` joins what a `different` parts, and names the whole chain::

    judgements:
      - {same: [a, b], by: me}
      - {same: [b, c], by: me}
      - {different: [a, c], by: me}
"""

from collections import deque
from collections.abc import Iterator, Mapping

from claimtrack.claim import Judgement, Ledger, Word
from claimtrack.problem import Level, Problem

CODE = "CT401"
NAME = "contradictory-judgements"

Neighbours = Mapping[str, Mapping[str, Judgement]]


def check(ledger: Ledger) -> Iterator[Problem]:
    """One problem for each judgement of difference that judgements of sameness contradict."""
    same = _neighbours(ledger)
    group = _groups(same)
    for judgement in ledger.judgements:
        left, right = group.get(judgement.left), group.get(judgement.right)
        if judgement.word is not Word.DIFFERENT or left is None or left != right:
            continue
        chain = _chain(same, judgement.left, judgement.right)
        if chain:
            links = "; ".join(f"{one.left} and {one.right} the same at {one.place}" for one in chain)
            yield Problem(
                code=CODE,
                name=NAME,
                level=Level.ERROR,
                message=f"{judgement.left} and {judgement.right} are judged different here, but {links}",
                place=judgement.place,
                help="take one of these judgements back",
            )


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
