"""The join of all pairs, against a slow and obvious twin."""

import math
import pickle
import threading
from collections import Counter
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.matching import ClaimIndex, Pairs
from claimtrack.matching import join as join_room
from claimtrack.matching.join import groups, tile, verify
from claimtrack.text.words import folded_words
from matching.corpora import CORPORA
from matching.slow_search import mass

CUTOFFS = st.sampled_from([0.05, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])


def slow_pairs(texts: list[str], cutoff: float) -> list[tuple[int, int, float]]:
    """Every two texts, word by word: the masses they share over the root of the product of all their masses."""
    sets = [set(folded_words(text)) for text in texts]
    df = Counter(word for one in sets for word in one)
    masses = {word: mass(count, len(texts)) for word, count in df.items()}
    whole = [sum(masses[word] for word in one) for one in sets]
    found = []
    for i in range(len(texts)):
        for j in range(i + 1, len(texts)):
            shared = sum(masses[word] for word in sets[i] & sets[j])
            score = min(1.0, round(shared / math.sqrt(whole[i] * whole[j]), 6)) if shared else 0.0
            if score >= cutoff:
                found.append((i, j, score))
    return found


def listed(pairs: Pairs) -> list[tuple[int, int, float]]:
    """Pairs as plain tuples, in their order."""
    return list(zip(*(part.tolist() for part in pairs), strict=True))


def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every bounded step as small as can be, and every split worth while."""
    monkeypatch.setattr(groups, "_PER_CHILD", 0.0)
    monkeypatch.setattr(groups, "_PAYS", 0.99)
    for room, names in (
        (groups, ("_CHILDREN_AT_ONCE", "_PAIRS_AT_ONCE", "_RANGES_AT_ONCE")),
        (verify, ("_ROUGH_AT_ONCE", "_EXACT_AT_ONCE", "_SKETCHED_AT_ONCE", "_LIKELY_AT_ONCE")),
    ):
        for name in names:
            monkeypatch.setattr(room, name, 2)


@given(texts=CORPORA, cutoff=CUTOFFS)
@settings(max_examples=200, deadline=None)
def test_the_join_gives_exactly_the_pairs_at_or_above_the_cutoff(texts, cutoff):
    """No pair at or above the cutoff is lost, none below is returned, in the order of their positions."""
    assert listed(ClaimIndex(texts).pairs(cutoff)) == slow_pairs(texts, cutoff)


@given(texts=CORPORA, cutoff=CUTOFFS)
@settings(max_examples=150, deadline=None)
def test_splitting_groups_at_every_turn_changes_nothing(texts, cutoff):
    """The same when groups are split wherever they can be, by next words, in the smallest steps."""
    with pytest.MonkeyPatch.context() as patch:
        narrow(patch)
        assert listed(ClaimIndex(texts).pairs(cutoff)) == slow_pairs(texts, cutoff)


@given(texts=CORPORA, cutoff=CUTOFFS)
@settings(max_examples=60, deadline=None)
def test_tiles_of_any_size_change_nothing(texts, cutoff):
    """A byte of memory gives a tile to each word; the pairs are the same."""
    index = ClaimIndex(texts)
    assert listed(index.pairs(cutoff, max_memory=1)) == listed(index.pairs(cutoff))


class Posting(Executor):
    """An executor that sends what it is given as bytes, as to another machine."""

    def submit(self, fn, /, *args, **kwargs):
        """Run it at once, from its pickled form."""
        done: Future = Future()
        done.set_result(pickle.loads(pickle.dumps(fn(*pickle.loads(pickle.dumps(args)), **kwargs))))
        return done


@given(texts=CORPORA, cutoff=CUTOFFS)
@settings(max_examples=100, deadline=None)
def test_tiles_that_travel_give_the_same(texts, cutoff):
    """What goes to another machine is only a part of each text; the merged result is the same to the bit."""
    index = ClaimIndex(texts)
    assert listed(index.pairs(cutoff, Posting(), max_memory=1)) == listed(index.pairs(cutoff))


MANY = [f"{a} {b} {c} talks" for a in "abcdefgh" for b in "ijklmnop" for c in "qrstuvw"]


def test_threads_and_processes_give_the_same():
    """Any concurrent.futures executor, the same arrays."""
    index = ClaimIndex(MANY)
    plain = listed(index.pairs(0.5))
    assert plain
    with ThreadPoolExecutor(2) as pool:
        assert listed(index.pairs(0.5, pool, max_memory=1 << 16)) == plain
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert listed(index.pairs(0.5, pool, max_memory=1 << 18)) == plain


def test_a_dask_cluster_gives_the_same():
    """A real cluster through its client's executor."""
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    index = ClaimIndex(MANY)
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, processes=False) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert listed(index.pairs(0.5, client.get_executor(), max_memory=1 << 18)) == listed(index.pairs(0.5))


class Losing(Executor):
    """An executor that loses everything it is given."""

    def submit(self, fn, /, *args, **kwargs):
        """A future that failed."""
        lost: Future = Future()
        lost.set_exception(ConnectionError("the worker is gone"))
        return lost


def test_a_tile_that_an_executor_lost_is_searched_again():
    """A worker that dies costs time, not pairs."""
    index = ClaimIndex(MANY)
    assert listed(index.pairs(0.5, Losing(), max_memory=1 << 18)) == listed(index.pairs(0.5))


def test_a_pool_that_is_shut_down_costs_time_and_no_pairs():
    """It refuses every tile; they are searched here."""
    index = ClaimIndex(MANY)
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    assert listed(index.pairs(0.5, pool, max_memory=1 << 18)) == listed(index.pairs(0.5))


def test_an_interrupt_takes_back_what_waits(monkeypatch):
    """Ctrl-C in the middle: tiles that have not begun are called off, and no thread goes on with them."""
    index = ClaimIndex(MANY)
    begun = threading.Event()
    searched = []

    def slow(one):
        searched.append(one)
        begun.set()
        threading.Event().wait(0.05)
        return tile.search_tile(one)

    def interrupt(done, of):
        raise KeyboardInterrupt

    monkeypatch.setattr(join_room, "search_tile", slow)
    with ThreadPoolExecutor(1) as pool, pytest.raises(KeyboardInterrupt):
        index.pairs(0.5, pool, max_memory=1, progress=interrupt)
    assert begun.is_set()
    assert len(searched) < join_room._UNDER_WAY


@given(texts=CORPORA)
@settings(max_examples=30, deadline=None)
def test_pairs_too_many_for_one_number_each_are_sorted_all_the_same(texts):
    """Where two positions and a score do not fit into 63 bits they are sorted one by one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(join_room, "_WORD_BITS", 0)
        sorted_apart = listed(ClaimIndex(texts).pairs(0.3))
    assert sorted_apart == listed(ClaimIndex(texts).pairs(0.3))


def test_progress_counts_tiles():
    """From one to all, each once."""
    told = []
    ClaimIndex(MANY).pairs(0.5, max_memory=1, progress=lambda done, of: told.append((done, of)))
    assert [done for done, _ in told] == list(range(1, told[-1][1] + 1))


def test_equal_texts_are_joined_as_one():
    """Two thousand equal texts give all their pairs, and each of them pairs with a text that resembles it."""
    found = ClaimIndex(["the talks go on"] * 2_000 + ["the talks go on in Geneva", "", "…"]).pairs(0.1)
    assert len(found.left) == 2_000 * 1_999 // 2 + 2_000
    assert np.array_equal(found.score == 1.0, found.right < 2_000)


def test_texts_in_another_order_give_the_same_pairs():
    """The pairs of a corpus read backwards are the same pairs, seen backwards."""
    forth, back = ClaimIndex(MANY).pairs(0.6), ClaimIndex(MANY[::-1]).pairs(0.6)
    last = len(MANY) - 1
    assert sorted(listed(forth)) == sorted((last - j, last - i, score) for i, j, score in listed(back))


@pytest.mark.parametrize("cutoff", [0.0, -0.1, 1.5, float("nan")])
def test_a_cutoff_outside_the_scale_is_refused(cutoff):
    """A join needs a cutoff above 0 and up to 1."""
    with pytest.raises(UsageError, match="cutoff"):
        ClaimIndex(["a"]).pairs(cutoff)
