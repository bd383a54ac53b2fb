"""Who does what to whom, the other way round."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimtrack.comparing.alignment import Aligned
from claimtrack.comparing.contrasts.clauses_turned import clauses_turned
from claimtrack.comparing.contrasts.converse import is_converse
from claimtrack.comparing.contrasts.degrees import is_told_from_its_end
from claimtrack.comparing.contrasts.directions import is_directed
from claimtrack.comparing.contrasts.figures_turned import figures_turned
from claimtrack.comparing.contrasts.moved import but_for_what_moved, ways_turned
from claimtrack.comparing.contrasts.persons_apart import persons_apart
from claimtrack.comparing.contrasts.scenes import are_scenes
from claimtrack.comparing.contrasts.swaps import Swap, exchanged, in_step, swapped
from claimtrack.comparing.contrasts.ways import suffered, switches_apart, ways_apart
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import PERSONS, WAYS, Features
from claimtrack.text.cues import BE
from claimtrack.text.stems import stem

_NEARLY_ALL = 0.9
_MOST = 0.7
"""What both must have in common for a way to be turned in one of them; of any other roles it is nearly all."""
_FEWEST = 2
_IS_NOT = frozenset(["isn't", "aren't", "wasn't", "weren't"])
_AMID = frozenset(["not", "never", "also", "only", "still", "ever", "even", "already", "being", "just", "now"])
"""Words that may stand between a form of "be" and its participle."""
_FEW = 6
"""Content words up to which a small word tells, though not all else is the same."""


def role(pairing: Pairing) -> Iterable[Contrast]:
    """The same words, two parts of them changed over around what stays ("A asked B" / "B asked A"); contrary.

    Only where nearly every word is the same. A passive on one side alone ("was asked by") turns the order round: there
    the same order is the contrast. Mutual doings ("A met B" / "B met A") and lists ("A, B and C") give none, but "born
    in A and buried in B" is no list, and "from A to B" is a way. What tells when or where may stand at the other end.
    Two scenes of somebody ("A dog is licking a cat", "A cat is licking a dog") may be two, and only narrow. Figures can
    change places, too, and clauses around "after". Where nothing changed places one small word may tell another role
    ("fled to Marenne" / "fled from Marenne"), that others did it ("we" / "they"), or that it is not so ("is on" / "is
    off").
    """
    covered = min(pairing.alignment.left_covered, pairing.alignment.right_covered)
    if covered < _MOST:
        return ()
    found = _changed_over(pairing, covered)
    if found and is_told_from_its_end(pairing):
        return ()
    left, right = pairing.left, pairing.right
    if found or left.small_words == right.small_words:
        return found
    return () if covered < _NEARLY_ALL and len(left.keys) > _FEW else _small_words(pairing, covered)


def _small_words(pairing: Pairing, covered: float) -> Sequence[Contrast]:
    """The contrasts of words that are no content, of which each wording has one of its own."""
    left, right = pairing.left.small_words, pairing.right.small_words
    mine, yours = left - right, right - left
    if not WAYS.isdisjoint(mine) and not WAYS.isdisjoint(yours):
        found = tuple(ways_apart(pairing, _answering(pairing)))
        if found:
            return found
    if "off" in mine or "off" in yours or "out" in mine or "out" in yours:
        switch = switches_apart(pairing, _answering(pairing))
        if switch is not None:
            return (switch,)
    if not PERSONS.isdisjoint(mine) and not PERSONS.isdisjoint(yours):
        found = tuple(persons_apart(pairing, _answering(pairing)))
        if found:
            return found
    if covered < _NEARLY_ALL or BE.isdisjoint(left) == BE.isdisjoint(right):
        return ()
    pairs = _answering(pairing)
    done_to = suffered(pairing, pairs) if in_step(pairs) else None
    return () if done_to is None else (done_to,)


def _answering(pairing: Pairing) -> list[Aligned]:
    """The words that answer to one another, and not by their place alone."""
    return [one for one in pairing.alignment.pairs if one[2] != "place"]


def _changed_over(pairing: Pairing, covered: float) -> Sequence[Contrast]:
    """The contrast of parts that changed places, if any."""
    if covered < _NEARLY_ALL and "from" not in pairing.left.forms:
        return ()
    pairs = _answering(pairing)
    if len(pairs) < _FEWEST:
        return ()
    way = ways_turned(pairing, pairs)
    if way is not None:
        spans = pairing.left.place_of(way.left), pairing.right.place_of(way.right)
        return (pairing.contrast(ContrastKind.ROLE, *spans, "the way from one to the other, turned", contrary=True),)
    if covered < _NEARLY_ALL:
        return ()
    swap = exchanged(pairing.left, pairing.right) or swapped(pairs)
    if swap is None or not swap.between:
        figures = figures_turned(pairing) if len(pairing.left.figures) >= _FEWEST and in_step(pairs) else None
        turned = figures or clauses_turned(pairing, pairs)
        if turned is not None:
            what = "figures" if figures else "clauses"
            return (pairing.contrast(ContrastKind.ROLE, *turned, f"the same {what} in changed places", contrary=True),)
    if swap is None and not in_step(pairs):
        pairs = but_for_what_moved(pairing, pairs)
        swap = swapped(pairs)
    passive = _is_passive(pairing.left) != _is_passive(pairing.right)
    if swap is None and passive and len(pairs) > _FEWEST and in_step(pairs):
        swap = Swap(pairs[0], pairs[0], pairs[1:-1])
    elif swap is None or passive or _may_be_passive(pairing) or not is_directed(pairing, swap):
        return ()
    if any(one.by in ("antonym", "rival") and is_converse(pairing, one.left, one.right) for one in pairs):
        return ()
    left, right = pairing.left.place_of(swap.one.left), pairing.right.place_of(swap.other.right)
    two = are_scenes(pairing.left, pairing.right)
    reason = "the same words in changed roles" + (", of what may be two scenes" if two else "")
    return (pairing.contrast(ContrastKind.ROLE, left, right, reason, contrary=not two),)


def _may_be_passive(pairing: Pairing) -> bool:
    """ "is included in", "were asked": a form of "be" before a participle, on one side alone."""
    return _has_participle(pairing.left) != _has_participle(pairing.right)


def _told(forms: Sequence[str]) -> list[str]:
    """The forms without those that may stand between a form of "be" and its participle."""
    return [form for form in forms if form not in _AMID]


def _has_participle(features: Features) -> bool:
    """ "Was asked", "was not asked", "wasn't ever asked"."""
    forms = _told(features.forms)
    return any((a in BE or a in _IS_NOT) and _is_participle(b) for a, b in pairwise(forms))


def _is_participle(form: str) -> bool:
    """Regular ones end in "ed" or "en"; an irregular one is more than its stem and an ending ("told")."""
    root = stem(form)
    return form.endswith(("ed", "en")) or (not form.startswith(root) and not form.endswith(("ing", "s")))


def _is_passive(features: Features) -> bool:
    """ "was asked by": a form of "be" before "by"."""
    forms = features.forms
    return "by" in forms and any(a in BE and not b.endswith("ing") for a, b in pairwise(_told(forms)))
