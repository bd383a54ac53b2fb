"""The laws of comparing, as properties."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.comparing.contrasts import CONTRASTS
from claimtrack.comparing.signals import SIGNALS

WHO = st.sampled_from(["The ministry", "The delegation", "The council", "The company", "The embassy"])
DID = st.sampled_from(["confirmed", "counted", "delivered", "inspected", "registered"])
NUMBERS = st.integers(min_value=2, max_value=9_000)
WHAT = st.sampled_from(["launchers", "trucks", "visas", "containers", "aircraft"])
PLACES = st.sampled_from(["Geneva", "Vienna", "Moscow", "Helsinki", "London", "Paris"])
DAYS = st.integers(min_value=1, max_value=28)
MONTHS = st.sampled_from(["January", "February", "March", "June", "July", "August", "September"])
YEARS = st.integers(min_value=1990, max_value=2030)


@st.composite
def sentences(draw):
    """A sentence with who did what to how many, where and when, as a mapping of its parts."""
    return {
        "who": draw(WHO),
        "did": draw(DID),
        "number": draw(NUMBERS),
        "what": draw(WHAT),
        "place": draw(PLACES),
        "day": draw(DAYS),
        "month": draw(MONTHS),
        "year": draw(YEARS),
    }


def said(**parts):
    """The sentence of these parts."""
    return "{who} {did} {number} {what} in {place} on {day} {month} {year}.".format(**parts)


@given(parts=sentences())
@settings(max_examples=60, deadline=None)
def test_a_wording_beside_itself_is_the_same(parts):
    """Law 5: compare(a, a) is same with a paraphrase of at least .99."""
    found = ct.compare(said(**parts), said(**parts))
    assert (found.relation, found.paraphrase >= 0.99, found.similarity >= 0.99) == ("same", True, True)


@given(left=sentences(), right=sentences())
@settings(max_examples=100, deadline=None)
def test_a_mirrored_comparison_mirrors_everything(left, right):
    """Law 4: relation, figures, contrasts, signals and alignment of compare(b, a) mirror those of compare(a, b)."""
    one, other = ct.compare(said(**left), said(**right)), ct.compare(said(**right), said(**left))
    assert (one.relation, one.paraphrase, one.similarity) == (other.relation, other.paraphrase, other.similarity)
    assert [c.mirrored() for c in one.contrasts] == list(other.contrasts)
    assert one.signals == other.signals
    assert {(a.left_span, a.right_span) for a in one.alignment} == {
        (a.right_span, a.left_span) for a in other.alignment
    }


@given(parts=sentences(), other=sentences(), how=st.integers(min_value=0, max_value=6))
@settings(max_examples=120, deadline=None)
def test_case_spacing_marks_and_unicode_form_change_nothing(parts, other, how):
    """Law 6: a wording spelled otherwise compares as before, to the last digit."""
    text = said(**parts)
    spelled = (
        text.upper(),
        text.lower(),
        text.replace(" ", "   "),
        text.replace(" ", "\u00a0"),
        text.rstrip(".") + "!",
        unicodedata.normalize("NFD", text),
        f"\u201c{text}\u201d",
    )[how]
    one, two = ct.compare(text, said(**other)), ct.compare(spelled, said(**other))
    assert ct.compare(text, spelled).relation == "same"
    assert ct.compare(text, spelled).paraphrase >= 0.99
    assert one.paraphrase == pytest.approx(two.paraphrase)


@given(parts=sentences())
@settings(max_examples=60, deadline=None)
def test_a_negation_inserted_turns_same_into_diverge(parts):
    """Law 7: both ways round, and the words denied are named."""
    base = {**parts, "did": "has counted"}
    denied = {**parts, "did": "has not counted"}
    for one, other in ((base, denied), (denied, base)):
        found = ct.compare(said(**one), said(**other))
        assert found.relation == "diverge"
        assert "polarity" in {str(c.kind) for c in found.contrasts if c.contrary}


@given(parts=sentences(), other=NUMBERS)
@settings(max_examples=80, deadline=None)
def test_one_number_changed_turns_same_into_diverge(parts, other):
    """Law 9: and both numbers are named."""
    changed = {**parts, "number": other if other != parts["number"] else other + 1}
    found = ct.compare(said(**parts), said(**changed))
    assert found.relation == "diverge"
    assert {(c.left, c.right) for c in found.contrasts if c.kind == "number"} == {
        (str(parts["number"]), str(changed["number"]))
    }


@given(parts=sentences(), other=DAYS)
@settings(max_examples=60, deadline=None)
def test_one_date_changed_turns_same_into_diverge(parts, other):
    """Law 11: another day of the same month."""
    changed = {**parts, "day": other if other != parts["day"] else other % 28 + 1}
    found = ct.compare(said(**parts), said(**changed))
    assert found.relation == "diverge"
    assert "date" in {str(c.kind) for c in found.contrasts if c.contrary}


@given(parts=sentences(), other=PLACES)
@settings(max_examples=60, deadline=None)
def test_one_name_changed_turns_same_into_diverge(parts, other):
    """Another place in the same slot."""
    changed = {**parts, "place": other if other != parts["place"] else "Lisbon"}
    found = ct.compare(said(**parts), said(**changed))
    assert found.relation == "diverge"
    assert "name" in {str(c.kind) for c in found.contrasts if c.contrary}


@given(parts=sentences())
@settings(max_examples=60, deadline=None)
def test_a_wider_interval_is_partial(parts):
    """Law 14: the month of that day, and "at least" that number, leave room for it."""
    text = said(**parts)
    month = text.replace(f"on {parts['day']} ", "in ")
    least = text.replace(f" {parts['number']} ", f" at least {parts['number']} ", 1)
    assert ct.compare(text, month).relation == "partial"
    assert ct.compare(text, least).relation == "partial"


@given(left=sentences(), right=sentences())
@settings(max_examples=100, deadline=None)
def test_an_unrelated_sentence_added_never_raises_paraphrase(left, right):
    """What one side adds, the other does not say; a fiftieth is noise, and diverging wordings stay below a half."""
    before = ct.compare(said(**left), said(**right))
    after = ct.compare(said(**left), said(**right) + " Quokkas sing at dusk beneath tall eucalyptus trees.")
    assert after.paraphrase <= (before.paraphrase + 0.02 if before.relation != "diverge" else 0.5)


@given(parts=sentences())
@settings(max_examples=40, deadline=None)
def test_an_attribution_added_never_turns_agreement_into_divergence(parts):
    """Law 13: "according to", "said that", "about"."""
    text = said(**parts)
    after = text.rstrip(".")
    for other in (
        f"According to the paper, {text}",
        f"The spokesman said that {text}",
        f"{after}, the spokesman said.",
        f"{after}, according to the paper.",
    ):
        assert ct.compare(text, other).relation in ("same", "partial")


@pytest.mark.parametrize("name", [signal.name for signal in SIGNALS])
def test_each_signal_can_be_switched_off(name):
    """Switched off, it is not told, and the figures stay within 0 to 1."""
    off = ct.Settings(switched_off=frozenset({name}))
    found = ct.compare("Talks open in Geneva in May.", "In May the talks start in Geneva.", settings=off)
    assert name not in {signal.name for signal in found.signals}
    assert 0.0 <= found.paraphrase <= 1.0


def test_the_weights_told_add_up_to_the_paraphrase():
    """Nothing hidden: the usual log-odds, each signal and each contrast make the figure."""
    from math import exp

    from claimtrack.comparing.model import shipped_model

    found = ct.compare("All launchers were counted in May.", "Most launchers may have been counted in May.")
    head = shipped_model().paraphrase
    total = head.constant + sum(one.weight for one in found.signals) + sum(one.weight for one in found.contrasts)
    assert found.contrasts
    assert found.paraphrase == pytest.approx(1 / (1 + exp(-total)), abs=1e-6)


WORST = {
    "one word": "a ",
    "one content word": "warhead ",
    "numbers": "12 ",
    "dates": "5 May ",
    "denials": "not going ",
    "near spellings": "abcde{} ",
    "names": "Geneva Vienna ",
    "opposites": "rise fall ",
    "marks": ".,;: ",
    "dotted": "u.s. ",
}


@pytest.mark.parametrize("kind", list(WORST))
def test_the_worst_texts_at_the_limit_are_compared(kind):
    """What would make a careless aligner quadratic ends, with figures within 0 to 1; its cost is in `benchmarks/`."""
    limit = ct.Settings().text_limit
    long = "".join(WORST[kind].format(at) for at in range(limit))[:limit]
    found = ct.compare(long, "x" + " ".join(reversed(long.split()))[: limit - 1])
    assert 0.0 <= found.paraphrase <= 1.0
    assert 0.0 <= found.similarity <= 1.0


def test_every_contrast_has_its_place():
    """Eight kinds, in the order in which they are told."""
    assert list(CONTRASTS) == [str(kind) for kind in ct.ContrastKind]


PIECES = (
    "said told that added , . : - ; the a an of half third two ten dozen million 40 60 5 1 / % $ euros percent between "
    "to from in early mid late end 2021 1960s sixties century 19th first last quarter year spring May next week he X "
    "reporters according not all few most alone including both before what rather than twice single decade out nine "
    "twenty Q3 ( ) U.S. Gov. want is"
)


@given(
    left=st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join),
    right=st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join),
)
@settings(max_examples=300, deadline=None)
def test_pieces_of_figures_dates_and_attributions_in_any_order(left, right):
    """Mirrored, the same to itself, and no error, whatever stands beside what."""
    one, other = ct.compare(left, right), ct.compare(right, left)
    assert (one.relation, one.paraphrase, one.similarity) == (other.relation, other.paraphrase, other.similarity)
    assert [found.mirrored() for found in other.contrasts] == list(one.contrasts)
    assert ct.compare(left, left).relation == "same"
