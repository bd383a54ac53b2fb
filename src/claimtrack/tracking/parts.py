"""The ledger in parts across which no verdict reaches, so that to try something out does not need the whole."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import define, evolve, field

from claimtrack.claim import Claim, Judgement, Ledger
from claimtrack.tracking.grounds import Grounds


@define
class Parts:
    """The connected components of a ledger's claims.

    Two claims are in one where they are about one issue, a person judged them, one supersedes the other, or their
    wordings were compared and are related: all that links, classes, issues and verdicts are made of. Found once, in the
    claims and the compared pairs (union by path halving); a part is then cut out in its own size.
    """

    ledger: Ledger
    grounds: Grounds
    _about: dict[str, list[Claim]] = field(factory=dict, init=False)
    """The claims about each issue, superseded ones too."""
    _parent: dict[str, str] = field(factory=dict, init=False)
    _members: Mapping[str, list[Claim]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._parent.update((claim.id, claim.id) for claim in self.ledger.claims)
        for claim in self.ledger.claims:
            if claim.about:
                about = self._about.setdefault(claim.about, [])
                about.append(claim)
                self._join(about[0].id, claim.id)
            for old in claim.supersedes:
                self._join(old, claim.id)
        for judgement in self.ledger.judgements:
            self._join(judgement.left, judgement.right)
        for left, right in self.grounds.links.compared:
            self._join(left, right)
        members: dict[str, list[Claim]] = {}
        for claim in self.ledger.claims:
            members.setdefault(self.root(claim.id), []).append(claim)
        self._members = members

    def on(self, issue: str, claims: Iterable[str]) -> str:
        """The claim that stands for the part of an issue; `claims` are those on it; "" where there are none at all."""
        about = self._about.get(issue)
        first = about[0].id if about else min(claims, default="")
        return self.root(first) if first else ""

    def root(self, claim_id: str) -> str:
        """The claim that stands for the part."""
        while self._parent[claim_id] != claim_id:
            self._parent[claim_id] = self._parent[self._parent[claim_id]]
            claim_id = self._parent[claim_id]
        return claim_id

    def of(self, root: str) -> Ledger:
        """The ledger with the claims of one part alone."""
        return self._cut(self._members[root])

    def own(self, issue: str, claims: Iterable[str]) -> Ledger:
        """The ledger with the claims on one issue alone, those about it that are superseded, and their judged ties."""
        near = {*claims, *(claim.id for claim in self._about.get(issue, ()))}
        tied = with_ties(near, self.ledger.judgements)
        return self._cut([claim for claim in self.ledger.claims if claim.id in tied])

    def _cut(self, claims: Sequence[Claim]) -> Ledger:
        known = {claim.id for claim in claims}
        judged = tuple(one for one in self.ledger.judgements if one.left in known and one.right in known)
        issues = {claim.about for claim in claims}
        return evolve(
            self.ledger,
            claims=tuple(claims),
            judgements=judged,
            issues=tuple(issue for issue in self.ledger.issues if issue.id in issues),
        )

    def _join(self, left: str, right: str) -> None:
        if left in self._parent and right in self._parent:
            a, b = self.root(left), self.root(right)
            self._parent[max(a, b)] = min(a, b)


def without(ledger: Ledger, left_out: Iterable[str]) -> Ledger:
    """The ledger without some claims."""
    gone = frozenset(left_out)
    return evolve(ledger, claims=tuple(claim for claim in ledger.claims if claim.id not in gone))


def with_ties(claims: Iterable[str], judgements: Iterable[Judgement]) -> set[str]:
    """Some claims and all that judgements tie to them, directly or through others; linear in the judgements."""
    near: dict[str, list[str]] = {}
    for one in judgements:
        near.setdefault(one.left, []).append(one.right)
        near.setdefault(one.right, []).append(one.left)
    found = set(claims)
    open_ = list(found)
    while open_:
        fresh = [one for one in near.get(open_.pop(), ()) if one not in found]
        found.update(fresh)
        open_.extend(fresh)
    return found
