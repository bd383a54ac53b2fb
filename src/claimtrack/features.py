"""What comparing sees of a wording: its words with stems and weights, numbers, dates, denials, certainty, scope."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from itertools import compress, count
from operator import itemgetter, or_
from typing import Any, NamedTuple

from attrs import define

from claimtrack.evidence import Span
from claimtrack.once import once
from claimtrack.text.attribution import attributions
from claimtrack.text.cues import (
    BE,
    Certainty,
    Denial,
    Quantity,
    certainty_of,
    denial_of,
    hedges_of,
    negators_of,
    quantities_of,
)
from claimtrack.text.dates import periods_of
from claimtrack.text.forms import (
    DATE,
    DENYING,
    NUMBER,
    QUIET,
    SAYING,
    SCOPE,
    UNSURE,
    Form,
    form_of,
    forms_of,
    number_of,
)
from claimtrack.text.lexicon import Lexicon, LookUp, shipped_lexicon
from claimtrack.text.numbers import Amount, amounts_of, bound_before, measured_in
from claimtrack.text.periods import Period
from claimtrack.text.related import About, about
from claimtrack.text.shares import HALVED
from claimtrack.text.tokens import Tokens, tokens_of
from claimtrack.when import When


class Word(NamedTuple):
    """A content word: its folded form, the key that stands for its inflections or aliases, place and weight."""

    form: str
    key: str
    span: Span
    token: int
    weight: float


class Shape(NamedTuple):
    """What signals alone look at, of the words as they stand."""

    sorted_stems: list[int]
    telling: frozenset[int]
    """The stems, each once, that tell something where one wording alone has them."""
    twos: AbstractSet[int]
    """Neighbouring stems, with the ends of the text, a number for each two."""
    letters: int
    """Every three letters in a row of its words, a bit for each."""
    letter_count: int
    """How many of these bits are set."""
    neighbours: AbstractSet[int]
    """Neighbouring content words."""


@define(kw_only=True, eq=False, slots=False)  # not frozen, for that takes six times as long to make
class Features:
    """One wording, taken apart once; tokens are numbered in the order of the text. Not to be changed.

    What every comparison looks at stands ready, column by column; the rest is worked out when it is first asked for.
    """

    text: str
    plain: str
    """The folded words alone, a space between two: case, marks and spaces are gone."""
    keys: Sequence[str]
    """The keys of the words that carry content, in order; of all words where none does."""
    tokens: Sequence[int]
    """The token of each."""
    weights: Sequence[float]
    """The weight of each."""
    weight: float
    """Their sum."""
    place: Mapping[str, int]
    """Key → its index in `keys`, the last one where it stands there several times."""
    stems: list[int]
    """The number of the key of every token that is no mark, in order; those of a date in one order of their own."""
    numbers: list[int]
    """The number of the key of each content word, in order."""
    letters: list[int]
    """Every three letters in a row of each token that is no mark, a bit for each."""
    amounts: tuple[Amount, ...]
    periods: tuple[Period, ...]
    figures: frozenset[object]
    """What is said in numbers and dates."""
    negators: tuple[int, ...]
    """Tokens that deny."""
    denials: tuple[Denial, ...]
    """What each negator that denies something denies."""
    certainty: Certainty
    certainty_at: int | None
    hedges: tuple[int, ...]
    """Tokens that tell that it is not sure, in order."""
    quantities: tuple[Quantity, ...]
    forms: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    """Of every token, where in the text it starts and ends."""
    look_up: LookUp
    reported: bool = False
    """Is somebody named as saying it, or is it told what somebody said?"""

    @once
    def spans(self) -> tuple[Span, ...]:
        """Of every token, its place in the text."""
        return tuple(zip(self.starts, self.ends, strict=True))

    @once
    def words(self) -> tuple[Word, ...]:
        """The words of `keys`."""
        told = zip(self.keys, self.tokens, self.weights, strict=True)
        return tuple([Word(self.forms[at], key, self.spans[at], at, weight) for key, at, weight in told])

    @once
    def places(self) -> Mapping[str, Sequence[int]]:
        """Key → the indexes in `keys` where it stands."""
        places: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            places.setdefault(key, []).append(at)
        return places

    @once
    def shape(self) -> Shape:
        """What signals look at, of the words as they stand."""
        stems, numbers, letters = self.stems, self.numbers, reduce(or_, self.letters, 0)
        return Shape(
            sorted(stems),
            frozenset(filter(self.look_up.lone.__contains__, stems)),
            _side_by_side([0, *stems], [*stems, 0]),
            letters,
            letters.bit_count(),
            _side_by_side(numbers, numbers[1:]),
        )

    @once
    def small_words(self) -> frozenset[str]:
        """The words in it that tell from where, to where, for whom, by whom, who speaks and who is spoken of."""
        return _SMALL.intersection(self.forms)

    @once
    def rare_words(self) -> frozenset[str]:
        """Of its words those that rare contrasts turn on, looked for in every comparison: few wordings have any."""
        return _RARE.intersection(self.forms)

    @property
    def persons(self) -> frozenset[str]:
        """Of these those that mean who speaks or who is spoken of."""
        return self.small_words & PERSONS

    @once
    def about(self) -> About:
        """What it is about, and how much of it are things, deeds and traits."""
        return about(self.keys, self.weights)

    def place_of(self, nth: int) -> Span:
        """The place in the text of the content word of this index."""
        at = self.tokens[nth]
        return self.starts[at], self.ends[at]

    def span(self, first: int, last: int) -> Span:
        """The place in the text of the tokens from `first` up to, not including, `last`."""
        return self.starts[first], self.ends[last - 1]

    def denies(self, at: int) -> bool:
        """Do an odd number of denials hold of the content word of this index?"""
        return sum([at in denial.of for denial in self.denials]) % 2 == 1


WAYS = frozenset(
    ["to", "from", "into", "onto", "out", "off", "towards", "toward", "away", "for", "against", "with", "by", "at"]
).union(["over", "under", "above", "below", "move_out", "pull_out"])
_FIRST = "i we us me my our ours myself ourselves i'm i've i'd i'll we're we've we'd we'll"
_THIRD = """they them their theirs themselves he him his himself she her hers herself they're they've they'd they'll
he's he'd he'll she's she'd she'll"""
FIRST, THIRD = frozenset(_FIRST.split()), frozenset(_THIRD.split())
"""Words that mean who speaks, and whom somebody speaks of."""
PERSONS = FIRST | THIRD
_SMALL = WAYS | PERSONS | BE
TOO = frozenset(["too", "too_late"])
_RARE = TOO.union(["still", "outside", "being", "than", "fahrenheit"])
_MOST_DENIALS = 12
"""Denials of one text whose scope is looked at; bounds the worst case."""
_REPORTING = SAYING | QUIET
"""Kinds of verbs behind which it is told what somebody said, or denied."""
_NO_TOKENS: frozenset[int] = frozenset()
_NO_FIGURES: frozenset[object] = frozenset()
_PLAIN = (Certainty.PLAIN, None)
_NONE: tuple[tuple[Any, ...], ...] = ((),) * len(Form._fields)
"""The columns of no tokens."""


def features_of(text: str, *, said: When | None = None, lexicon: Lexicon | None = None) -> Features:
    """Take a wording apart; `said` is the day against which "next week" and dates without a year are read.

    Linear in the length of the text. Who is named as saying it ("she said that …", "…, said she") is set aside.
    """
    look_up = (lexicon or shipped_lexicon()).look_up
    tokens, known, is_told = _read(text, look_up)
    forms = tokens.forms
    # column by column, in steps that do not run in Python: most of the cost of a first sight was these loops
    columns = zip(*known, strict=True) if known else _NONE
    keys, numbers, kinds, weights, _, letters, telling, _, spoken, carrying = columns
    told_by = is_told or reduce(or_, kinds, 0) & _REPORTING != 0
    where: dict[int, list[int]] = {}
    for at in compress(count(), telling):
        for flag in telling[at]:
            where.setdefault(flag, []).append(at)
    periods = periods_of(tokens, said, where[DATE]) if DATE in where else ()
    taken = frozenset([at for one in periods for at in range(one.start, one.end)]) if periods else _NO_TOKENS
    amounts = amounts_of(tokens, taken, where[NUMBER]) if NUMBER in where else ()
    told: list[tuple[int, int, object]] = [(one.start, one.end, (one.first, one.last)) for one in periods]
    for amount in amounts:
        end = amount.last + measured_in(forms, amount)
        stays = forms[amount.first] in HALVED  # it tells what happened, too
        taken = taken.union(range(amount.first - bound_before(forms, amount.first), amount.first if stays else end))
        told.append((amount.first, end, amount.told))
    negators = negators_of(forms, known, where[DENYING]) if DENYING in where else ()
    hedges = hedges_of(forms, where[UNSURE], taken, told=told_by) if UNSURE in where else ()
    certainty, certainty_at = certainty_of(known, hedges) if hedges else _PLAIN
    stems = _with_figures(numbers, spoken, told) if told else list(compress(numbers, spoken))
    chosen = _but(taken, carrying) or _but(taken, spoken)
    content = list(compress(count(), chosen))
    content_keys = list(compress(keys, chosen))
    content_weights = list(compress(weights, chosen))
    return Features(
        text=text,
        plain=" ".join(compress(forms, spoken)),
        keys=content_keys,
        tokens=content,
        weights=content_weights,
        weight=sum(content_weights),
        place=dict(zip(content_keys, count())),
        stems=stems,
        numbers=list(compress(numbers, chosen)),
        letters=list(compress(letters, spoken)),
        amounts=amounts,
        periods=periods,
        figures=_figures(amounts, periods) if amounts or periods else _NO_FIGURES,
        negators=negators,
        denials=_denials(forms, negators, content) if negators else (),
        certainty=certainty,
        certainty_at=certainty_at,
        hedges=hedges,
        quantities=quantities_of(known, where[SCOPE], taken) if SCOPE in where else (),
        forms=tuple(forms),
        starts=tokens.starts,
        ends=tokens.ends,
        look_up=look_up,
        reported=told_by,
    )


def _with_figures(numbers: Sequence[int], spoken: Sequence[bool], told: list[tuple[int, int, object]]) -> list[int]:
    """The numbers with one for each date and amount, however it is put: "a dozen" is "12"."""
    found: list[int] = []
    at = 0
    for start, end, says in sorted(told, key=itemgetter(0)):
        if start >= at:
            found += compress(numbers[at:start], spoken[at:start])
            found.append(number_of(says))
            at = end
    found += compress(numbers[at:], spoken[at:])
    return found


_phrases_of = itemgetter(Form._fields.index("phrases"))


def _read(text: str, look_up: LookUp) -> tuple[Tokens, list[Form], bool]:
    """The tokens of what is said, phrases made one, what is known of each, and whether who says it was set aside."""
    tokens = tokens_of(text)
    known = forms_of(tokens.forms, look_up)
    ahead = [*tokens.forms[1:], ""]
    begin = list(compress(count(), map(_phrases_of, known)))
    opening = [at for at in begin if ahead[at] in (by_next := known[at][7]) or "" in by_next]
    bare = tokens.forms
    if "'" in text or "`" in text or not text.isascii():  # else no form can end in "'s"
        bare = [form.removesuffix("'s") for form in bare]
        ahead = [*bare[1:], ""]
        opening = sorted({*opening, *[at for at in begin if ahead[at] in known[at][7]]})
    if opening:
        tokens, known = _phrased(tokens, known, opening, bare, look_up)
    said = attributions(tokens.forms, known, look_up)
    if said:
        kept = [True] * len(known)
        for first, last in said:
            kept[first:last] = [False] * (last - first)
        tokens = _kept(tokens, kept)
        known = list(compress(known, kept))
    return tokens, known, bool(said)


def _phrased(
    tokens: Tokens, known: list[Form], opening: list[int], bare: list[str], look_up: LookUp
) -> tuple[Tokens, list[Form]]:
    """Tokens with known phrases made one: its key stands for its words, be it with "'s" ("South Korea's").

    `opening` are those that may begin one, `bare` the forms without "'s".
    """
    given = tokens.forms
    found: list[tuple[int, int, str]] = []
    after = 0
    for at in opening:
        if at >= after:
            by_next = known[at].phrases
            longer = by_next.get(given[at + 1]) or by_next.get(bare[at + 1], ()) if at + 1 < len(given) else ()
            for parts, stands_for in (*longer, *by_next.get("", ())):
                last = at + len(parts) - 1
                if given[at : last + 1] != parts and [*given[at:last], *bare[last : last + 1]] != parts:
                    continue
                if not (parts[-1] in _UP_OR_DOWN and _is_by(given, at + 2)):
                    after = last + 1
                    found.append((at, after, stands_for if given[last] == parts[-1] else f"{stands_for}'s"))
                    break
    if not found:
        return tokens, known
    forms, starts, ends, known = list(given), list(tokens.starts), list(tokens.ends), list(known)
    kept = [True] * len(given)
    for begin, end, stands_for in found:
        forms[begin] = stands_for
        known[begin] = form_of(stands_for, look_up)
        ends[begin] = ends[end - 1]
        kept[begin + 1 : end] = [False] * (end - begin - 1)
    return _kept(Tokens(forms, starts, ends), kept), list(compress(known, kept))


def _is_by(forms: Sequence[str], at: int) -> bool:
    """ "closed down 2 percent": does what stands here tell by how much something went up or down?"""
    number, measure = forms[at : at + 1], forms[at + 1 : at + 2]
    return bool(number and measure) and number[0][0].isdigit() and measure[0] in _OF_MARKETS


_UP_OR_DOWN = frozenset(["up", "down"])
_OF_MARKETS = frozenset(["%", "percent", "per", "point", "points", "basis", "percentage", "cents", "pence"])


def _kept(tokens: Tokens, kept: list[bool]) -> Tokens:
    """Those of the tokens that are kept."""
    forms, starts, ends = tokens
    return Tokens(list(compress(forms, kept)), list(compress(starts, kept)), list(compress(ends, kept)))


def _but(taken: frozenset[int], chosen: Sequence[bool]) -> Sequence[bool]:
    """What is chosen of all tokens but for those taken; nothing where that is none."""
    if taken:
        chosen = list(chosen)
        for at in taken:
            chosen[at] = False
    return chosen if any(chosen) else ()


def _side_by_side(ones: list[int], others: list[int]) -> set[int]:
    """A number for every two at one place: the hash of both, which is the same in every process for whole numbers."""
    return set(map(hash, zip(ones, others, strict=False)))


def _figures(amounts: tuple[Amount, ...], periods: tuple[Period, ...]) -> frozenset[object]:
    return frozenset([*[(one.low, one.high) for one in amounts], *[(one.first, one.last) for one in periods]])


def _denials(forms: list[str], negators: tuple[int, ...], content: list[int]) -> tuple[Denial, ...]:
    found = (denial_of(at, forms, content) for at in negators[:_MOST_DENIALS])
    return tuple(denial for denial in found if denial.of)
