"""What the index sees of texts: their words in bulk, and corpora at the edge."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.matching import ClaimIndex
from claimtrack.matching.tokens import Vocabulary
from claimtrack.text.words import folded_words


@given(texts=st.lists(st.text(max_size=30), max_size=12))
@settings(max_examples=200, deadline=None)
def test_words_in_bulk_are_the_words_one_by_one(texts):
    """The fast tokeniser gives what the slow one gives, for any text."""
    vocabulary = Vocabulary()
    tokens = vocabulary.tokens(texts)
    words = [word.decode("utf-8", "surrogatepass") for word in vocabulary]
    at = 0
    for text, length in zip(texts, tokens.lengths.tolist(), strict=True):
        assert [words[number] for number in tokens.words[at : at + length]] == folded_words(text)
        at += length


def test_odd_corpora_are_defined():
    """No text, one text, empty texts, equal texts and one word a million times over."""
    assert len(ClaimIndex().pairs(0.5).left) == 0
    assert ClaimIndex().search("talks") == []
    assert ClaimIndex(["", "…"]).search("talks") == []
    assert ClaimIndex(["talks"]).search("talks")[0].score == 1.0
    equal = ClaimIndex(["the talks go on"] * 50).pairs(1.0)
    assert len(equal.left) == 50 * 49 // 2
    assert ClaimIndex(["word " * 1_000_000, "word"]).pairs(1.0).score.tolist() == [1.0]


def test_a_limit_below_one_is_refused():
    """A search for nothing is a mistake."""
    with pytest.raises(UsageError, match="limit"):
        ClaimIndex(["a"]).search("a", limit=0)


@pytest.mark.parametrize("cutoff", [-0.5, 1.1, float("nan")])
def test_a_search_with_a_cutoff_outside_the_scale_is_refused(cutoff):
    """A search takes a cutoff from 0 to 1."""
    with pytest.raises(UsageError, match="cutoff"):
        ClaimIndex(["a"]).search("a", cutoff=cutoff)
    assert ClaimIndex(["a"]).search("a", cutoff=0.0)


@pytest.mark.parametrize("given", ["talks", b"talks"])
def test_one_text_where_several_are_wanted_is_refused(given):
    """It would be taken letter by letter."""
    index = ClaimIndex(["the talks go on"])
    for ask in (ClaimIndex, index.add, index.search_many):
        with pytest.raises(UsageError, match="list of texts"):
            ask(given)
    assert len(index) == 1


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"text": 5}, "a text is wanted"),
        ({"text": None}, "a text is wanted"),
        ({"text": "talks", "limit": 1.5}, "whole number"),
        ({"text": "talks", "limit": None}, "whole number"),
        ({"text": "talks", "cutoff": "0.5"}, "number from 0 to 1"),
        ({"text": "talks", "cutoff": None}, "number from 0 to 1"),
    ],
)
def test_a_search_for_something_of_another_kind_is_refused(asked, message):
    """By name, before anything is looked for."""
    with pytest.raises(UsageError, match=message):
        ClaimIndex(["the talks go on"]).search(**asked)


def test_an_index_tells_how_much_it_holds():
    """Shown at a prompt, it names its wordings."""
    assert repr(ClaimIndex(["a", "b"])) == "<ClaimIndex of 2 wordings>"
