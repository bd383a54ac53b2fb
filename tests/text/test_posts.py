"""Posts as plain text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.text.posts import plain_words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("#WhiteHouse", "White House"),
        ("@realDonaldTrump", "real Donald Trump"),
        ("#USAToday", "USA Today"),
        ("#NATO", "NATO"),
        ("#march_2020", "march 2020"),
        ("#COVID19 cases", "COVID 19 cases"),
        ("#9To5Rule", "9 To 5 Rule"),
        ("#ÉtatDUrgence", "État D Urgence"),
        ("#IranUS@BBCWorld", "Iran US BBC World"),
        ("#vaccines", "vaccines"),
        ("#1", "1"),
    ],
)
def test_a_tag_is_taken_apart_into_its_words(tag, words):
    """Words of a hashtag or handle begin at capitals, digits and underscores."""
    assert plain_words(tag).split() == words.split()


@pytest.mark.parametrize(
    "address", ["https://t.co/A1b2C3", "http://example.org/x?y=#Z", "pic.twitter.com/AbCd", "WWW.Example.org"]
)
def test_an_address_is_left_out(address):
    """The letters of a web address say nothing."""
    assert plain_words(f"It fell.{address} Really").split() == ["It", "fell.", "Really"]


@pytest.mark.parametrize("text", ["McConnell's iPhone", "9/11 and/or F16s", "US$ 1.2 bn — “so”", "# alone, @ home"])
def test_a_sentence_without_tags_or_addresses_stays_as_it_is(text):
    """Capitals inside ordinary words part nothing."""
    assert plain_words(text) == text


@given(text=st.text(st.characters(exclude_characters="#@＃＠./"), max_size=60))
@settings(deadline=None)
def test_any_text_without_their_signs_stays_as_it_is(text):
    """Nothing but tags and addresses is touched."""
    assert plain_words(text) == text


@given(text=st.text(st.sampled_from("aB1_#@É ."), max_size=30))
@settings(deadline=None)
def test_no_letter_is_lost_or_moved(text):
    """Taking tags apart only puts spaces between letters and in place of signs."""
    letters = [letter for letter in text if letter.isalnum()]
    assert [letter for letter in plain_words(text) if letter.isalnum()] == letters
