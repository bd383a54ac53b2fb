"""Claims that hold one position, as disjoint classes that respect what must stay apart."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field

from claimtrack.claim import Claim
from claimtrack.finding import Link, LinkBy
from claimtrack.tracking.comparer import Pair
from claimtrack.tracking.linking import Links
from claimtrack.tracking.standing import Standing, standing_of


@define
class Classes:
    """Disjoint classes of claim ids (union by size); classes that must stay apart are never joined.

    What keeps two classes apart: other declared issues, other stated standings, and any pair between them
    that was declared apart, so that a third claim can't join what a person put asunder.
    """

    _parent: dict[str, str] = field(factory=dict)
    _size: dict[str, int] = field(factory=dict)
    _issue: dict[str, str] = field(factory=dict)
    _standing: dict[str, Standing] = field(factory=dict)
    _apart: dict[str, set[str]] = field(factory=dict)

    def add(self, claim: Claim) -> None:
        """Begin a class of one."""
        self._parent[claim.id] = claim.id
        self._size[claim.id] = 1
        self._apart[claim.id] = set()
        if claim.about:
            self._issue[claim.id] = claim.about
        if standing := standing_of(claim):
            self._standing[claim.id] = standing

    def root(self, claim_id: str) -> str:
        """The claim that stands for the class of `claim_id`."""
        while self._parent[claim_id] != claim_id:
            self._parent[claim_id] = self._parent[self._parent[claim_id]]
            claim_id = self._parent[claim_id]
        return claim_id

    def standing(self, claim_id: str) -> Standing | None:
        """The stated standing of the class of `claim_id`, if one of its claims has one."""
        return self._standing.get(self.root(claim_id))

    def keep_apart(self, left: str, right: str) -> None:
        """Declare that the classes of two claims must not be joined from now on."""
        a, b = self.root(left), self.root(right)
        if a != b:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def may_join(self, left: str, right: str) -> bool:
        """Is there nothing that keeps the two classes apart?"""
        a, b = self.root(left), self.root(right)
        return a == b or not (b in self._apart[a] or _differ(self._issue, a, b) or _differ(self._standing, a, b))

    def join(self, left: str, right: str) -> bool:
        """Make one class of two where nothing keeps them apart; tell whether they now are one."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return True
        if not self.may_join(a, b):
            return False
        if (self._size[a], b) < (self._size[b], a):
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size.pop(b)
        for other in self._apart.pop(b):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)
        if b in self._issue:
            self._issue[a] = self._issue.pop(b)
        if b in self._standing:
            self._standing[a] = self._standing.pop(b)
        return True


def _differ(labels: Mapping[str, object], a: str, b: str) -> bool:
    return a in labels and b in labels and labels[a] != labels[b]


def stated_classes(claims: Sequence[Claim], links: Links) -> Classes:
    """The classes that persons made: stated standings and judgements, nothing computed."""
    classes = Classes()
    first: dict[Standing, str] = {}
    for claim in claims:
        classes.add(claim)
    for pair in sorted(links.apart):
        _keep(classes, pair)
    for claim in claims:
        if standing := standing_of(claim):
            classes.join(first.setdefault(standing, claim.id), claim.id)
    _join_all(classes, (one for one in links.held if one.by is LinkBy.JUDGEMENT))
    return classes


def all_classes(claims: Sequence[Claim], links: Links) -> Classes:
    """The persons' classes, then those that the wordings join, the surest links first."""
    classes = stated_classes(claims, links)
    for pair in sorted(links.opposed):
        _keep(classes, pair)
    computed = [one for one in links.held if one.by is LinkBy.SCORE]
    _join_all(classes, sorted(computed, key=lambda one: (-one.paraphrase, one.left, one.right)))
    return classes


def members(classes: Classes, claims: Iterable[Claim]) -> Mapping[str, tuple[Claim, ...]]:
    """Each class, by its root, with its claims in the order given."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(classes.root(claim.id), []).append(claim)
    return {root: tuple(group) for root, group in found.items()}


def _keep(classes: Classes, pair: Pair) -> None:
    classes.keep_apart(*pair)


def _join_all(classes: Classes, links: Iterable[Link]) -> None:
    for one in links:
        classes.join(one.left, one.right)
