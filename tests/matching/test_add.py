"""Adding to an index, against an index made of all texts at once."""

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching import ClaimIndex
from claimtrack.matching import index as index_module
from claimtrack.matching import search as search_module
from claimtrack.matching import snapshot as snapshot_module
from matching.corpora import CORPORA, TEXTS, claim, zipf
from matching.slow_search import slow_hits

EAGER = {"_CALL_COST": -1.0, "_LOOK_COST": 0.0, "_WORD_COST": 0.0}


@given(parts=st.lists(CORPORA, min_size=1, max_size=4), query=TEXTS, rare=st.sampled_from([0, 2, 4096]))
@settings(max_examples=200, deadline=None)
def test_adding_texts_gives_what_a_fresh_index_gives(parts, query, rare):
    """No hit is lost or invented, whether masses of texts are kept up to date or bounded."""
    index = ClaimIndex(parts[0])
    with mock.patch.dict(vars(search_module), EAGER), mock.patch.object(snapshot_module, "_RARE", rare):
        index.search(query)
        texts = parts[0]
        for more in parts[1:]:
            index.add(more)
            texts = texts + more
            for limit, cutoff in [(1, 0.0), (3, 0.0), (10, 0.3), (100, 0.0)]:
                assert index.search(query, limit, cutoff) == slow_hits(texts, query, limit, cutoff)
    assert len(index) == len(texts)


@pytest.mark.parametrize("rare", [0, 8, 4096])
@pytest.mark.parametrize("burst", [False, True])
def test_adding_to_many_texts_gives_what_a_fresh_index_gives(rare, burst):
    """Texts like the old ones, and many of one new topic that make a rare word common."""
    texts = zipf(600, 1)
    index = ClaimIndex(texts)
    index.search("w0")
    with mock.patch.dict(vars(search_module), EAGER), mock.patch.object(snapshot_module, "_RARE", rare):
        for step in range(4):
            more = ["w590 w591 news w0"] * 40 if burst else zipf(60, step + 20)
            texts = texts + more
            index.add(more)
            for query in [texts[5], texts[-1], "w0 w1 w590", "w591 w300 nowhere", "news"]:
                for limit, cutoff in [(1, 0.0), (10, 0.0), (100, 0.2)]:
                    assert index.search(query, limit, cutoff) == slow_hits(texts, query, limit, cutoff)
    assert index.drift > 0.0


def test_a_long_tail_is_built_in_by_the_next_search():
    """Results stay, and nothing drifts any more."""
    texts = zipf(50, 1)
    index = ClaimIndex(texts)
    index.search("w0")
    with mock.patch.object(index_module, "_TAIL_LEAST", 10):
        index.add(zipf(8, 2))
        index.search("w0")
        assert index.drift > 0.0
        index.add(zipf(8, 3))
        assert index.search("w0 w5") == slow_hits(texts + zipf(8, 2) + zipf(8, 3), "w0 w5")
    assert index.drift == 0.0


def test_rebuilding_changes_no_result():
    """Before and after, the same hits; the drift is gone."""
    index = ClaimIndex(zipf(100, 1))
    index.search("w0")
    index.add(zipf(30, 2))
    before = index.search("w0 w3 w40", 200)
    assert index.drift > 0.0
    index.rebuild()
    index.rebuild()
    assert index.drift == 0.0
    assert index.search("w0 w3 w40", 200) == before


def test_items_that_raise_midway_leave_the_index_as_it_was():
    """What came before the failure is not added, and its words weigh nothing."""
    texts = zipf(30, 1)
    index = ClaimIndex(texts)

    def broken():
        yield "w0 w1 unheard"
        raise RuntimeError("the source failed")

    with pytest.raises(RuntimeError, match="the source failed"):
        index.add(broken())
    with pytest.raises(TypeError):
        index.add(7)
    assert len(index) == 30
    assert index.search("w0 w1 unheard") == slow_hits(texts, "w0 w1 unheard")


def test_an_addition_that_fails_late_leaves_the_index_as_it_was():
    """Memory runs out after the words were read: they weigh nothing, then or after the next addition."""
    texts = zipf(30, 1)
    index = ClaimIndex(texts)
    with mock.patch.object(index_module, "rows_of", side_effect=MemoryError), pytest.raises(MemoryError):
        index.add(["w0 w1 unheard"])
    assert index.search("w0 w1 unheard") == slow_hits(texts, "w0 w1 unheard")
    index.add(["w2"])
    assert index.search("w0 w1 unheard") == slow_hits([*texts, "w2"], "w0 w1 unheard")
    index.rebuild()
    assert index.search("w0 w1 unheard") == slow_hits([*texts, "w2"], "w0 w1 unheard")


def test_claims_keep_their_ids_and_texts_have_their_positions():
    """In any mixture and order of adding."""
    index = ClaimIndex(["talks one", claim("c-7", "talks two")])
    index.add([claim("é", "talks three"), "talks four"])
    assert {hit.id for hit in index.search("talks")} == {"0", "c-7", "é", "3"}
