"""The corpora of the benchmarks: what they are made of is what they say."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import corpora

ROOT = Path(__file__).parents[2]
SENTENCES = list(dict.fromkeys(corpora.made_up(800, seed=3)))


def test_the_same_seed_gives_the_same_corpus_whatever_the_hash_seed():
    """Two interpreters with other hash seeds make the same bytes."""
    code = (
        "import hashlib, corpora; made = corpora.perturbed(corpora.made_up(800), 1_000, seed=5);"
        "print(hashlib.sha256(repr((made.texts, made.labels.tolist())).encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT / "benchmarks",
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "benchmarks")},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_another_seed_gives_another_corpus():
    """The seed is what chance depends on."""
    assert corpora.perturbed(SENTENCES, 500, seed=1).texts != corpora.perturbed(SENTENCES, 500, seed=2).texts


def test_each_cluster_has_exactly_one_original():
    """Of the texts with one label one is a sentence as it stood, and no sentence stands in two clusters."""
    made = corpora.perturbed(SENTENCES, 1_500, seed=4)
    known = set(SENTENCES)
    originals = {}
    for text, label in zip(made.texts, made.labels.tolist(), strict=True):
        if text in known:
            originals.setdefault(label, set()).add(text)
    assert set(originals) == set(range(int(made.labels.max()) + 1))


def test_most_copies_share_words_with_their_cluster():
    """A label says where a text comes from: nine copies of ten share three words and more with another of theirs."""
    texts, labels = corpora.perturbed(SENTENCES, 1_000, seed=6)
    words = [set(text.split()) for text in texts]
    order = np.argsort(labels, kind="stable")
    beside = [(a, b) for a, b in pairwise(order) if labels[a] == labels[b]]
    assert sum(len(words[a] & words[b]) >= 3 for a, b in beside) >= 0.9 * len(beside)


@pytest.mark.parametrize("size", [1, 7, 400, 2_000])
def test_the_size_asked_for_is_the_size_made(size):
    """So many texts, a label each, and none empty."""
    made = corpora.perturbed(SENTENCES, size)
    assert len(made.texts) == len(made.labels) == size
    assert all(made.texts)


def test_the_composition_is_the_same_at_every_size():
    """About a fifth of the texts are originals, in a small corpus as in a large one."""
    for size in (1_000, 3_500):
        clusters = int(corpora.perturbed(SENTENCES, size).labels.max()) + 1
        assert clusters / size == pytest.approx(corpora.ORIGINALS, abs=0.001)


def test_too_few_sentences_are_refused_by_number():
    """It says how many originals it takes and how many there are."""
    with pytest.raises(ValueError, match=f"there are {len(SENTENCES)} sentences"):
        corpora.perturbed(SENTENCES, 100_000)


def test_where_the_real_sentences_are_absent_made_up_ones_stand_in(tmp_path):
    """And the word on what they are says so."""
    sentences, what = corpora.real_or_made_up(500, tmp_path)
    assert sentences
    assert "made-up" in what
    assert "--shared" in what


def test_queries_know_their_cluster_or_resemble_nothing():
    """Labels are of the corpus; the last ones are -1."""
    made = corpora.perturbed(SENTENCES, 300)
    labels = [label for _, label in corpora.queries(made, 20)]
    assert len(labels) == 20
    assert labels[-3:] == [-1, -1, -1]
    assert all(0 <= label <= made.labels.max() for label in labels[:-3])
