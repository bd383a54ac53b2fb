"""Folding, words, numbers, dates and cues."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.features import features_of
from claimtrack.text.fold import fold, unaccented
from claimtrack.text.lexicon import shipped_lexicon
from claimtrack.text.stems import stem
from claimtrack.text.tokens import _by_clusters, _normal_form, _tokens_of_unicode, tokens_of
from claimtrack.text.words import folded_words
from claimtrack.when import parse_when


@given(text=st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_folding_twice_changes_nothing(text):
    """fold is stable, also for letters that change when marks join them."""
    assert fold(fold(text)) == fold(text)


@given(text=st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_tokens_lie_in_the_text_in_order(text):
    """Each token has a place in the text as given, and they do not run back."""
    tokens = tokens_of(text)
    assert len(tokens.forms) == len(tokens.starts) == len(tokens.ends)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(tokens.starts) == sorted(tokens.starts)


PIECES = st.sampled_from(["ab", "A", "9", "12", ".", ",", "'", "`", " ", "-", "$", "_", "\t", "3rd"])


@given(st.lists(PIECES, min_size=1).map("".join))
@settings(max_examples=500, deadline=None)
def test_tokens_of_ascii_are_those_of_any_text(text):
    """The fast way for ASCII finds what the way for every script finds, at the same places."""
    assert tokens_of(text) == _tokens_of_unicode(text)


MIXED = st.text(
    alphabet="ab 1.,-'’“”–—…éßİﬁ½\u0301\u0327\u200b\u00ad\u1100\u1161\u1175中ก\u0e31", min_size=1, max_size=40
)


@given(text=MIXED)
@settings(max_examples=500, deadline=None)
def test_texts_in_one_form_are_read_as_by_clusters(text):
    """The short way for texts of curly marks and accents finds the same tokens at the same places."""
    plain, begins, stops = _normal_form(text)
    assert (plain, list(begins), list(stops)) == _by_clusters(text)
    assert tokens_of(text) == _tokens_of_unicode(text)


def test_a_word_is_looked_at_in_columns_or_as_one():
    """The words of a wording are its columns side by side."""
    features = features_of("On 28 July the envoys did not sign it in Geneva.")
    assert [word.key for word in features.words] == list(features.keys)
    assert [word.form for word in features.words] == [features.forms[at] for at in features.tokens]
    assert [features.text[slice(*word.span)].lower() for word in features.words] == [w.form for w in features.words]
    assert features.spans == tuple(zip(features.starts, features.ends, strict=True))


def test_words_of_scripts_without_spaces_go_by_characters():
    """Han by characters, Devanagari with its marks."""
    assert folded_words("中国文") == ["中", "国", "文"]
    assert folded_words("हिन्दी भाषा") == ["हिन्दी", "भाषा"]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1,550 warheads", 1550, 1550, "warhead"),
        ("twelve hundred men", 1200, 1200, "man"),
        ("twenty-five trucks", 25, 25, "truck"),
        ("one hundred and five tanks", 105, 105, "tank"),
        ("$1.2 bn", 1.2e9, 1.2e9, "$"),
        ("$US1.06 million", 1.06e6, 1.06e6, "$"),
        ("$A2.5 billion", 2.5e9, 2.5e9, "$"),
        ("more than $500 million", 5e8, float("inf"), "$"),
        ("at most US$5", float("-inf"), 5, "$"),
        ("over $NZ10m", 10e6, float("inf"), "$"),
        ("about £40", 36, 44, "£"),
        ("3.5m people", 3.5e6, 3.5e6, "person"),
        ("at least 700 launchers", 700, float("inf"), "launcher"),
        ("up to 40 percent", float("-inf"), 40, "%"),
        ("no fewer than 30 towns", 30, float("inf"), "town"),
        ("over 90 days", 90, float("inf"), "day"),
        ("under 90 days", float("-inf"), 90, "day"),
        ("about 100 cars", 90, 110, "car"),
        ("three and a half hours", 3.5, 3.5, "hour"),
        ("down -5 points", -5, -5, "point"),
        ("a dozen people", 12, 12, "person"),
        ("5 1/2 months", 5.5, 5.5, "month"),
        ("38-million euros", 38e6, 38e6, "€"),
        ("more than two dozen ships", 24, float("inf"), "ship"),
        ("a hundred thousand men", 1e5, 1e5, "man"),
        ("half a million cars", 5e5, 5e5, "car"),
        ("half of the members", 50, 50, "%"),
        ("nearly half of them", 45, 55, "%"),
        ("a third of the seats", 100 / 3, 100 / 3, "%"),
        ("two-thirds majority", 200 / 3, 200 / 3, "%"),
        ("three quarters of the vote", 75, 75, "%"),
        ("about a decade ago", 9, 11, "year"),
        ("a fortnight", 2, 2, "week"),
        ("between 40 and 60 people", 40, 60, "person"),
        ("40 to 60 people", 40, 60, "person"),
        ("40-60 people", 40, 60, "person"),
        ("between $5 and $8 million", 5e6, 8e6, "$"),
        ("a single ship", 1, 1, "ship"),
        ("four in ten voters", 40, 40, "%"),
        ("nine out of ten", 90, 90, "%"),
        ("400,000 euros", 4e5, 4e5, "€"),
        ("1.5 billion dollars", 1.5e9, 1.5e9, "$"),
        ("5 and a quarter percent", 5.25, 5.25, "%"),
        ("five and a quarter percent", 5.25, 5.25, "%"),
        ("five and three-quarters percent", 5.75, 5.75, "%"),
        ("two and a half metres", 2.5, 2.5, "metre"),
        ("two and a half million euros", 2.5e6, 2.5e6, "€"),
        ("three quarters of a percentage point", 0.75, 0.75, "percentage point"),
        ("a quarter of a percentage point", 0.25, 0.25, "percentage point"),
        ("half a percentage point", 0.5, 0.5, "percentage point"),
        ("a quarter-point rise", 0.25, 0.25, "point"),
        ("half a percent", 0.5, 0.5, "%"),
        ("75 basis points", 0.75, 0.75, "percentage point"),
        ("0.75 percentage points", 0.75, 0.75, "percentage point"),
        ("a 25-basis-point rise", 0.25, 0.25, "percentage point"),
        ("25 to 50 basis points", 0.25, 0.5, "percentage point"),
        ("twenty five trucks", 25, 25, "truck"),
        ("a hundred and twenty-five trucks", 125, 125, "truck"),
        ("nineteen eighty-four", 1984, 1984, ""),
        ("twenty twenty-one", 2021, 2021, ""),
        ("nineteen hundred men", 1900, 1900, "man"),
        ("5 cm", 5, 5, "centimetr"),
        ("5 grams", 5, 5, "gram"),
        ("50 hectares", 50, 50, "hectar"),
        ("5 liters", 5, 5, "litr"),
        ("50 square kilometres", 50, 50, "square kilometre"),
        ("prices halved", 50, 50, "%"),
        ("nearly halved", 45, 55, "%"),
    ],
)
def test_amounts_are_read_with_their_bounds_and_units(text, low, high, unit):
    """Magnitudes, words, bounds."""
    (amount,) = features_of(text).amounts
    assert (amount.low, amount.high, amount.unit) == (pytest.approx(low), pytest.approx(high), unit)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 2021-07-28", "2021-07-28", "2021-07-28"),
        ("on the eve of 1 May", "2021-04-30", "2021-04-30"),
        ("the day before 1 May 2020", "2020-04-30", "2020-04-30"),
        ("the day after 31 December 2020", "2021-01-01", "2021-01-01"),
        ("between July and September", "2021-07-01", "2021-09-30"),
        ("between July and September 2020", "2020-07-01", "2020-09-30"),
        ("between May and June 2020", "2020-05-01", "2020-06-30"),
        ("July-September 2020", "2020-07-01", "2020-09-30"),
        ("between July 2019 and March 2020", "2019-07-01", "2020-03-31"),
        ("on 28 July 2021", "2021-07-28", "2021-07-28"),
        ("on July 28, 2021", "2021-07-28", "2021-07-28"),
        ("on the 28th of July", "2021-07-28", "2021-07-28"),
        ("at the end of September", "2021-09-21", "2021-09-30"),
        ("in the last days of September", "2021-09-21", "2021-09-30"),
        ("in the first days of September", "2021-09-01", "2021-09-10"),
        ("in mid-May 2020", "2020-05-11", "2020-05-20"),
        ("early June", "2021-06-01", "2021-06-10"),
        ("in May", "2021-05-01", "2021-05-31"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("next week", "2021-09-27", "2021-10-03"),
        ("next month", "2021-10-01", "2021-10-31"),
        ("tomorrow", "2021-09-26", "2021-09-26"),
        ("yesterday", "2021-09-24", "2021-09-24"),
        ("on the first of May", "2021-05-01", "2021-05-01"),
        ("on the twenty-first of June 2020", "2020-06-21", "2020-06-21"),
        ("in early May", "2021-05-01", "2021-05-10"),
        ("by the end of 2021", "2021-07-01", "2021-12-31"),
        ("early 2009", "2009-01-01", "2009-06-30"),
        ("in mid-2010", "2010-04-01", "2010-09-30"),
        ("in the 1960s", "1960-01-01", "1969-12-31"),
        ("in the late 1970s", "1974-01-01", "1979-12-31"),
        ("the sixties", "1960-01-01", "1969-12-31"),
        ("in the 1500s", "1500-01-01", "1599-12-31"),
        ("in the 2000s", "2000-01-01", "2009-12-31"),
        ("in the 19th century", "1800-01-01", "1899-12-31"),
        ("early twentieth-century art", "1900-01-01", "1950-12-31"),
        ("in the spring", "2021-03-01", "2021-05-31"),
        ("autumn 2019", "2019-09-01", "2019-11-30"),
        ("in the fall of 1989", "1989-09-01", "1989-11-30"),
        ("the third quarter of 2020", "2020-07-01", "2020-09-30"),
        ("third-quarter earnings", "2021-07-01", "2021-09-30"),
        ("in Q1", "2021-01-01", "2021-03-31"),
        ("the first half of the year", "2021-01-01", "2021-06-30"),
    ],
)
def test_dates_are_read_as_intervals(text, first, last):
    """Against 25 September 2021."""
    (period,) = features_of(text, said=parse_when("2021-09-25")).periods
    assert (str(period.first), str(period.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two five-year deals", [2, 5]),
        ("twenty five-year-olds", [20, 5]),
        ("fifty four-wheel drives", [50, 4]),
        ("a hundred two-year terms", [100, 2]),
        ("thirteen eighteen-year-olds", [13, 18]),
        ("five six men", [5, 6]),
        ("two thousand four hundred and six", [2406]),
        ("twelve hundred and fifty", [1250]),
    ],
)
def test_numbers_side_by_side_are_not_added(text, numbers):
    """What a hyphen joins to another word is a number by itself."""
    assert [one.low for one in features_of(text).amounts] == numbers


def test_what_only_looks_like_a_date_is_none():
    """ "may" the verb, 31 June, seasons that are none, halves of a match, centuries before the era."""
    assert features_of("They may go.").periods == ()
    assert features_of("on 31 June").periods[0].first.month == 6
    for text in (
        "1000s of people",
        "a spring",
        "the fall of the wall",
        "the first half of the match",
        "in the 2nd century bc",
        "on the third",
    ):
        assert features_of(text).periods == ()


def test_what_only_looks_like_a_share_is_none():
    """The first half, a quarter of an hour, a third party."""
    for text in ("the first half of it", "a quarter of an hour", "a third party", "half an hour", "last quarters"):
        assert [one for one in features_of(text).amounts if one.unit == "%"] == []


def test_a_relative_date_without_a_day_of_speaking_compares_only_with_another():
    """Next week is not next month, and beside a date it says nothing."""
    (week,), (month,) = features_of("next week").periods, features_of("next month").periods
    (may,) = features_of("in May 2021").periods
    assert week.excludes(month)
    assert not week.excludes(may)
    assert not week.same(may)


def test_a_lexicon_can_be_extended():
    """A group that a ledger adds counts like a shipped one."""
    lexicon = shipped_lexicon().extended(
        synonyms=["gadget widget"], antonyms=["frobbed | unfrobbed"], aliases=["acme | acme_corp"]
    )
    groups = lexicon.look_up.groups
    assert groups["gadget"] & groups["widget"]
    one, other = (features_of(f"{name} builds gadgets.", lexicon=lexicon) for name in ("Acme Corp", "Acme"))
    assert one.words[0].key == other.words[0].key


@pytest.mark.parametrize("worst", ["1," * 500_000, "9" * 1_000_000, "a'" * 500_000, "%" * 1_000_000, "x" * 1_000_000])
def test_tokens_are_linear_in_the_worst_case(worst):
    """A megabyte of what would make a careless pattern slow is taken apart."""
    assert tokens_of(worst).ends[-1] >= len(worst) - 1


@pytest.mark.parametrize("worst", ["nor ", "as well as ", "He said that ", "in 5 to 6 "])
def test_features_are_linear_in_the_worst_case(worst):
    """Denials that may go on from others, phrases, attributions, ranges: a hundred thousand words are taken apart."""
    assert features_of(worst * (100_000 // len(worst.split()))).keys


def test_nor_goes_on_with_a_denial_before_it():
    """And is one by itself where none stands there."""
    assert len(features_of("They do not eat nor drink.").negators) == 1
    assert len(features_of("They eat nor do they drink.").negators) == 1
    assert len(features_of("They eat nor drink, and do not sleep.").negators) == 2


def test_the_number_of_a_key_is_its_own_everywhere():
    """It hangs on the key alone: no table grows with what was read, and threads have nothing to agree on."""
    from claimtrack.text.forms import number_of

    assert number_of("launcher") == number_of("launch" + "er") != number_of("launch")
    assert number_of((-0.0, 5.0, "")) == number_of((0.0, 5.0, ""))
    assert 0 < number_of("x") < 2**60
    other = shipped_lexicon().extended(synonyms=["gadget widget"])
    assert features_of("Two bridges fell.", lexicon=other).stems == features_of("Two bridges fell.").stems


def test_short_words_keep_their_stems_apart():
    """ "hope" and "hop", "plane" and "plan": an e that was lost is found again by the consonant not doubled."""
    assert {stem(word) for word in ("hope", "hopes", "hoped", "hoping")} == {"hope"}
    assert {stem(word) for word in ("hop", "hops", "hopped", "hopping")} == {"hop"}
    assert stem("planning") == stem("plans") != stem("plane")
    assert stem("tyco's") == "tyco"


@pytest.mark.parametrize(
    "forms",
    [
        "control controls controlled controlling",
        "cancel cancelled canceled cancelling",
        "travel travelled travelling",
        "fuel fuelled",
        "expel expelled expelling",
        "call called",
        "recall recalled",
        "install installed",
        "reinstall reinstalled",
        "bankroll bankrolled",
        "refill refilled",
        "snowball snowballing",
        "retell retelling",
        "duel duelling",
        "comply complied complies complying",
        "dry dried dries",
        "prove proven",
        "traffic trafficking",
        "referendum referenda",
        "fulfil fulfilled fulfills",
    ],
)
def test_inflections_share_a_stem(forms):
    """Doubled letters, lost ones, and forms that follow no rule."""
    from claimtrack.text.stems import stem

    assert len({stem(form) for form in forms.split()}) == 1


def test_a_name_with_dots_meets_its_alias():
    """ "U.S." is one word, with and without its last dot, and stands for the United States."""
    for text in ("The U.S. side left.", "The United States side left.", "The USA side left."):
        assert features_of(text).words[0].key == "united_states"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It was not destroyed.", "destroyed"),
        ("They refused to sign the list.", "sign"),
        ("He failed to come home.", "come"),
        ("Nobody came home.", "came"),
        ("They no longer meet.", "meet"),
        ("It has not so far worked.", "worked"),
    ],
)
def test_the_nearest_word_denied_is_known(text, denied):
    """Loud and quiet denials, past adverbs."""
    features = features_of(text)
    (denial,) = features.denials
    assert features.words[denial.of[0]].form == denied


@pytest.mark.parametrize(
    "text",
    ["Not only Russia came.", "It isn't until May.", "They declined the offer.", "The do-not-call list is long."],
)
def test_where_nothing_is_denied_no_denial_is_read(text):
    """ "not only", "isn't until", a refusal of a thing."""
    assert features_of(text).denials == ()


def test_the_month_of_may_is_no_hedge_and_a_bound_no_share():
    """A cue that belongs to a date or an amount says nothing of certainty or scope."""
    features = features_of("In May 2021 at most 500 men came.")
    assert features.certainty_at is None
    assert features.quantities == ()


@pytest.mark.parametrize(
    "text", ["She is ill, isn't she?", "They left, didn't they.", "You agree, don't you", "It was he, wasn't it? Yes."]
)
def test_what_is_asked_at_the_end_denies_nothing(text):
    """A tag asks for assent; the sentence before it stands as it is."""
    assert not features_of(text).denials


@pytest.mark.parametrize(
    "text", ["Why aren't you?", "She is ill and isn't she?", "They didn't they said", "Isn't she ill?"]
)
def test_a_question_without_a_sentence_before_it_denies(text):
    """Only a tag is set aside."""
    assert features_of(text).negators


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("It restated its 2001 and 2000 results.", [2001, 2000]),
        ("It restated its 2002, 2001, and 2000 results.", [2002, 2001, 2000]),
        ("Between 2001 and 2002 it fell.", [2001, 2002]),
        ("In 2001, 2000 people marched.", [2001]),
        ("The yard built 3 and 2000 boats.", []),
    ],
)
def test_the_last_of_several_years_is_one_too(text, years):
    """What stands behind it does not make it a number of something."""
    assert [one.first.year for one in features_of(text).periods] == years


def test_a_pause_does_not_end_what_is_denied():
    """Dots that trail off are no full stop."""
    features = features_of("It is not ... going to be easy. They agree")
    assert [features.keys[at] for denial in features.denials for at in denial.of] == ["go", "easi"]


def test_what_is_left_of_a_word_is_no_past_form():
    """ "Wounded" is not "wind", "founded" not "find", "checked" no "cheque"; spellings of one base stay together."""
    for word, other in (
        ("wounded", "wind"),
        ("wound", "wind"),
        ("founded", "find"),
        ("bored", "bear"),
        ("felled", "fall"),
        ("tired", "tyre"),
        ("checked", "cheque"),
        ("ranged", "ring"),
        ("sawed", "see"),
    ):
        assert stem(word) != stem(other)
    for word, other in (
        ("wounds", "wounded"),
        ("ranges", "ranging"),
        ("founding", "founded"),
        ("centered", "centre"),
        ("colored", "colour"),
        ("labored", "labour"),
        ("freely", "free"),
        ("mistakenly", "mistake"),
        ("rallying", "rally"),
        ("tires", "tyre"),
        ("thoughts", "think"),
        ("peoples", "people"),
    ):
        assert stem(word) == stem(other)


def test_every_word_that_stands_for_its_forms_is_its_own_stem():
    """No base of the list of irregular words is read as a form of another."""
    from claimtrack.text import stems

    assert [base for base in set(stems._KNOWN.values()) if stem(base) != base] == []


@pytest.mark.parametrize(
    ("accented", "bare"),
    [("bogotá", "bogota"), ("tromsø", "tromso"), ("türkiye", "turkiye"), ("ấn", "an"), ("łódź", "lodz")],
)
def test_latin_letters_lose_their_accents(accented, bare):
    assert unaccented(accented) == bare
    assert tokens_of(accented.title()).forms == [bare]


@pytest.mark.parametrize("word", ["й", "हिन्दी", "ё", "ά", "が", "plain"])
def test_letters_of_other_scripts_keep_their_marks(word):
    assert unaccented(word) == word


def test_a_text_with_accents_and_without_is_one():
    left, right = "São Paulo and Bogotá signed.", "Sao Paulo and Bogota signed."
    assert (features_of(left).plain, features_of(left).keys) == (features_of(right).plain, features_of(right).keys)


@pytest.mark.parametrize(
    ("owned", "key"),
    [
        ("South Korea's plan", "south_korea"),
        ("New Zealand\u2019s plan", "new_zealand"),
        ("SOUTH KOREA'S PLAN", "south_korea"),
        ("South Korea`s plan", "south_korea"),
        ("the Security Council's plan", "security_council"),
        ("the North Atlantic Treaty Organisation's plan", "nato"),
        ("the People's Republic of China's plan", "china"),
    ],
)
def test_a_phrase_that_owns_something_is_one_word(owned, key):
    """ "'s" behind its last word parts it no more than it does a word."""
    assert features_of(owned).keys == [key, "plan"]
