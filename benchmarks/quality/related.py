"""Makes src/claimtrack/text/related.npy and related.txt: vectors of stems, from WordNet's relations and glosses.

    python benchmarks/quality/related.py --wordnet /usr/share/wordnet

WordNet 3.0 is read where it stands (Debian's `wordnet-base` and `wordnet-sense-index`). A random walk starts at a word,
goes to its senses as often as they are used, and on along relations, to members and to the words of glosses (Hughes &
Ramage 2007); where it is more often than any walk is (positive pointwise mutual information, with the vectors then cut
to DIMENSIONS by singular values, as in Saedi et al. 2018) tells what the word is about. No neural net, no text of ours.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds

from claimtrack.text.stems import stem

PLACE = Path(__file__).parents[2] / "src" / "claimtrack" / "text"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
DIMENSIONS = 128
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
_WORD = re.compile(r"[a-z]+")
_MARKER = re.compile(r"\(.*\)")

Sense = tuple[str, str]


class WordNet(NamedTuple):
    """Senses with their members, relations and glosses, and how often each sense of a word was met."""

    members: dict[Sense, list[str]]
    relations: list[tuple[Sense, Sense, float]]
    glosses: dict[Sense, str]
    counts: dict[tuple[str, Sense], int]


def read(place: Path) -> WordNet:
    """WordNet's data files and its index of senses."""
    net = WordNet({}, [], {}, {})
    for part, name in FILES.items():
        for line in (place / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            body, _, gloss = line.partition("|")
            fields = body.split()
            sense, count = (part, fields[0]), int(fields[3], 16)
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


def vectors(been: sp.csr_matrix) -> np.ndarray:
    """One vector of length 1 for each row."""
    usual = np.asarray(been.mean(0)).ravel()
    cells = been.tocoo()
    more = np.maximum(0.0, np.log(cells.data / (usual[cells.col] + 2e-6)))
    known = sp.csr_matrix((more, (cells.row, cells.col)), shape=been.shape)
    start = np.random.RandomState(0).standard_normal(min(known.shape))
    left, values, right = svds(known, k=DIMENSIONS, v0=start)
    order = np.argsort(-values)
    signs = np.sign(right[order, np.abs(right[order]).argmax(1)])
    found = left[:, order] * np.sqrt(values[order]) * signs
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def main() -> None:
    """Walk, cut down and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    kept, been = walks(read(parser.parse_args().wordnet))
    found = vectors(been)
    steps = np.rint(found / np.abs(found).max(1, keepdims=True) * 127).astype(np.int8)
    np.save(PLACE / "related.npy", steps)
    (PLACE / "related.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} stems, {steps.nbytes:,} bytes")


if __name__ == "__main__":
    main()
