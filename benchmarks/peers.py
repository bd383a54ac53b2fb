"""Ours and the libraries one might take instead, on the same corpus in the same run.

    python -m pip install -e '.[peers]'
    python benchmarks/peers.py --shared ../shared --sizes 1000,10000,100000 --plot docs/how-fast.svg

Each engine runs in a process of its own, bounded in CPU time and memory, warmed on a few texts so that imports do
not count; what is quick runs up to five times, and the least counts. CPU s is user and system time of all its threads,
from texts in memory to pairs in memory; peak MB is of the whole process, corpus and libraries included. Precision and
recall are of pairs within one cluster of the corpus; originals that happen to say the same count against everyone. "~"
marks what was reckoned from a sample of the texts. An engine that goes beyond a bound, or by its growth would, is named
and skipped at that size and at larger ones; so is one that is not installed.
"""

import argparse
import importlib
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

import corpora
import drawing
from engines import OURS, Answer, Engine, engines
from measuring import cpu_seconds, exponent, peak_mb
from searchers import SEARCHERS, Searcher

WARMING = 60
ROUNDS, QUICK = 5, 2.0
"""What takes less than QUICK seconds in all runs up to ROUNDS times, and the least counts."""
QUERIES = 20
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
_OUT_OF_MEMORY = ("MemoryError", "bad_alloc", "Out of Memory", "OutOfMemory", "annot allocate")

Figures = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables; write what was asked for."""
    options = _parser().parse_args(arguments)
    if options.child:
        _child(options)
        return
    sizes = [int(size) for size in options.sizes.split(",")]
    sentences, what = corpora.real_or_made_up(max(sizes), options.shared)
    print(f"peers: perturbed copies of {what}, seed {options.seed}")
    figures: list[Figures] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            try:
                corpus = corpora.perturbed(sentences, size, options.seed)
            except ValueError as few:
                print(f"{size}: skipped, {few}")
                continue
            write_corpus(corpus, Path(folder))
            figures += _tables(options, size, Path(folder), figures)
        _write(options, figures)  # after each size: the next one may take hours


def _write(options: argparse.Namespace, figures: list[Figures]) -> None:
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(_chart(figures, engines(options.baselines)), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED, help="where the real corpora lie")
    parser.add_argument("--sizes", default="1000,10000", help="numbers of texts, up to 1000000")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=int, default=300, help="CPU seconds an engine may take at one size")
    parser.add_argument("--megabytes", type=int, default=5_000, help="memory that an engine may ask for")
    parser.add_argument("--only", default="", help="names of engines, with commas between; all where left out")
    parser.add_argument("--baselines", type=Path, help="a folder with join_v1.py and join_v2.py")
    parser.add_argument("--json", type=Path, help="write the raw figures here")
    parser.add_argument("--plot", type=Path, help="write a drawing (SVG) of size against CPU seconds here")
    parser.add_argument("--child", choices=["pairs", "search"], help=argparse.SUPPRESS)
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser


def _tables(options: argparse.Namespace, size: int, folder: Path, before: list[Figures]) -> list[Figures]:
    pairs = [
        _measured(options, "pairs", one, size, folder, before)
        for one in engines(options.baselines)
        if _wanted(options, one.name)
    ]
    print(pairs_table(size, pairs, before), flush=True)
    search = [
        _measured(options, "search", one, size, folder, before) for one in SEARCHERS if _wanted(options, one.name)
    ]
    print(search_table(size, search), flush=True)
    return pairs + search


def _wanted(options: argparse.Namespace, name: str) -> bool:
    return not options.only or name in options.only.split(",")


def _measured(
    options: argparse.Namespace, kind: str, one: Engine | Searcher, size: int, folder: Path, before: list[Figures]
) -> Figures:
    known = {"kind": kind, "engine": one.name, "size": size}
    print(f"{size:,} {kind}: {one.name}", file=sys.stderr, flush=True)  # large sizes take long: what is it at?
    reason = missing(one.needs) or too_large(one, size, kind, before, options.seconds)
    return known | ({"skipped": reason} if reason else _run(options, kind, one.name, folder))


def missing(needs: Sequence[str]) -> str:
    """Why an engine cannot run here: the first module that is not installed; empty where all are."""
    return next((f"{name} is not installed" for name in needs if find_spec(name) is None), "")


def too_large(one: Engine | Searcher, size: int, kind: str, before: list[Figures], bound: int) -> str:
    """Why not to try: a bound was met at a smaller size, or would be by the growth so far, taken as 1 at the least."""
    if isinstance(one, Engine) and one.largest is not None and size > one.largest:
        return f"not asked beyond {one.largest} texts"
    past = [f for f in before if f["engine"] == one.name and f["kind"] == kind and f["size"] < size]
    if not past:
        return ""
    last = past[-1]
    if "skipped" in last:
        return str(last["skipped"]) if "at " in last["skipped"] else f"{last['skipped']} at {last['size']}"
    cost = "whole" if kind == "search" or last.get("reckoned") else "cpu"  # a query or a reckoned sum was not spent
    growth = exponent((past[-2]["size"], last["size"]), (past[-2][cost], last[cost])) if len(past) > 1 else None
    spent = last[cost] * (size / last["size"]) ** max(1.0, growth or 1.0)
    return f"about {spent:.0f} s by its growth at {last['size']}" if spent > bound and one.name != OURS else ""


def _run(options: argparse.Namespace, kind: str, name: str, folder: Path) -> Figures:
    command = [sys.executable, __file__, "--child", kind, "--engine", name, "--folder", str(folder)]
    command += ["--seconds", str(options.seconds), "--megabytes", str(options.megabytes)]
    if options.baselines:
        command += ["--baselines", str(options.baselines.resolve())]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, **ONE_THREAD}, timeout=4 * options.seconds + 60
        )
    except subprocess.TimeoutExpired:
        return {"skipped": f"beyond {4 * options.seconds + 60} s by the clock"}
    if done.returncode == 0:
        figures: Figures = json.loads(done.stdout.splitlines()[-1])
        return figures
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return {"skipped": f"beyond {options.seconds} s of CPU"}
    if any(word in done.stderr for word in _OUT_OF_MEMORY):
        return {"skipped": f"beyond {options.megabytes} MB"}
    return {"skipped": f"failed: {(done.stderr.strip().splitlines() or ['without a word'])[-1][:60]}"}


def _child(options: argparse.Namespace) -> None:
    """One engine on one corpus, within bounds; prints its figures as the last line."""
    resource.setrlimit(resource.RLIMIT_CPU, (options.seconds, options.seconds + 5))
    resource.setrlimit(resource.RLIMIT_DATA, (options.megabytes << 20,) * 2)
    corpus = read_corpus(options.folder)
    if options.child == "pairs":
        engine = next(one for one in engines(options.baselines) if one.name == options.engine)
        figures = _pairs(engine, corpus)
    else:
        figures = _search(next(one for one in SEARCHERS if one.name == options.engine), corpus)
    print("\n" + json.dumps(figures))


def _pairs(engine: Engine, corpus: corpora.Corpus) -> Figures:
    for name in engine.needs:
        importlib.import_module(name)
    engine.run(corpus.texts[:WARMING])
    costs: list[float] = []
    while not costs or (len(costs) < ROUNDS and sum(costs) < QUICK):
        begun = cpu_seconds()
        answer = engine.run(corpus.texts)
        costs.append(cpu_seconds() - begun + (answer.seconds or 0.0))
    figures: Figures = {"cpu": min(costs), "rounds": len(costs), "whole": cpu_seconds(), "peak": peak_mb()}
    if answer.asked is not None:
        figures["reckoned"] = True
    return figures | scored(answer, corpus.labels)


def scored(answer: Answer, labels: np.ndarray) -> Figures:
    """How many pairs, each once and none of a text with itself, how many of them within a cluster, and how many not."""
    if answer.left is None or answer.right is None:
        return {"pairs": None}
    left, right = answer.left, answer.right
    if answer.asked is None:
        left, right = np.minimum(left, right), np.maximum(left, right)
    keys = np.unique((left * len(labels) + right)[left != right])
    true = int(np.sum(labels[keys // len(labels)] == labels[keys % len(labels)]))
    counts = np.bincount(labels)
    if answer.asked is None:
        wanted = int(np.sum(counts * (counts - 1) // 2))
    else:
        wanted = int(np.sum(counts[labels[answer.asked]] - 1))
    return {"pairs": len(keys), "precision": true / max(1, len(keys)), "recall": true / max(1, wanted)}


def _search(searcher: Searcher, corpus: corpora.Corpus) -> Figures:
    for name in searcher.needs:
        importlib.import_module(name)
    searcher.prepare(corpus.texts[:WARMING])("talks")
    begun = cpu_seconds()
    search = searcher.prepare(corpus.texts)
    search("talks")
    built = cpu_seconds() - begun
    spent, right, known = [], 0, 0
    for text, label in corpora.queries(corpus, QUERIES):
        begun = cpu_seconds()
        found = search(text)
        spent.append(cpu_seconds() - begun)
        known += label >= 0
        right += bool(found) and label == int(corpus.labels[found[0]])
    cost = {"cpu": statistics.median(spent), "worst": max(spent), "built": built, "whole": cpu_seconds()}
    return cost | {"peak": peak_mb(), "right": right, "known": known}


def write_corpus(corpus: corpora.Corpus, folder: Path) -> None:
    """A text to a line, and the labels beside them."""
    (folder / "texts.txt").write_text("\n".join(corpus.texts), encoding="utf-8", newline="\n")
    np.save(folder / "labels.npy", corpus.labels)


def read_corpus(folder: Path) -> corpora.Corpus:
    """What `write_corpus` wrote."""
    texts = (folder / "texts.txt").read_bytes().decode("utf-8").split("\n")
    return corpora.Corpus(texts, np.load(folder / "labels.npy"))


def pairs_table(size: int, figures: list[Figures], before: list[Figures]) -> str:
    """All engines at one size, cheapest first; growth is from the size before."""
    ours = next((one.get("cpu") for one in figures if one["engine"] == OURS), None)
    lines = [f"\nall pairs of {size:,} texts", _row("engine CPU_s ×ours peak_MB pairs precision recall growth".split())]
    for one in sorted((one for one in figures if "skipped" not in one), key=lambda one: one["cpu"]):
        growth = _growth(one, before)
        found = one["pairs"]
        lines.append(
            _row(
                [
                    one["engine"],
                    f"{'~' if one.get('reckoned') else ''}{_short(one['cpu'])}",
                    _short(one["cpu"] / ours) if ours else "",
                    f"{one['peak']:.0f}",
                    "" if found is None else str(found),
                    "" if found is None else f"{one['precision']:.3f}",
                    "" if found is None else f"{one['recall']:.3f}",
                    "" if growth is None else f"{growth:.2f}",
                ]
            )
        )
    return "\n".join(lines + _skipped(figures))


def _growth(one: Figures, before: list[Figures]) -> float | None:
    past = [f for f in before if (f["kind"], f["engine"]) == (one["kind"], one["engine"]) and "cpu" in f]
    return exponent((past[-1]["size"], one["size"]), (past[-1]["cpu"], one["cpu"])) if past else None


def _row(cells: Sequence[str]) -> str:
    widths = (21, 9, 8, 8, 10, 10, 7, 7)
    return f"{cells[0]:{widths[0]}}" + "".join(
        f"{cell.replace('_', ' '):>{width}}" for cell, width in zip(cells[1:], widths[1:], strict=False)
    )


def search_table(size: int, figures: list[Figures]) -> str:
    """One query among the texts of one size, cheapest first; first right: the best hit is of the query's cluster."""
    lines = [f"\none query among {size:,} texts, CPU ms ({QUERIES} queries)"]
    lines.append(_row("engine median worst ×ours built_s peak_MB first_right".split())[:-11] + " first right")
    ours = next((one.get("cpu") for one in figures if one["engine"] == OURS), None)
    for one in sorted((one for one in figures if "skipped" not in one), key=lambda one: one["cpu"]):
        lines.append(
            _row(
                [
                    one["engine"],
                    _short(one["cpu"] * 1_000),
                    _short(one["worst"] * 1_000),
                    _short(one["cpu"] / ours) if ours else "",
                    _short(one["built"]),
                    f"{one['peak']:.0f}",
                ]
            )
            + f"{one['right']:>8}/{one['known']}"
        )
    return "\n".join(lines + _skipped(figures))


def _skipped(figures: list[Figures]) -> list[str]:
    return [f"{one['engine']:21} skipped: {one['skipped']}" for one in figures if "skipped" in one]


def _short(value: float) -> str:
    """Two digits that count, or whole numbers."""
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.3f}"


def _chart(figures: list[Figures], asked: Sequence[Engine]) -> str:
    lines: dict[str, list[tuple[int, float]]] = {}
    drawn = {engine.name for engine in asked if engine.draw}
    for one in figures:
        if one["kind"] == "pairs" and "cpu" in one and one["engine"] in drawn:
            lines.setdefault(one["engine"], []).append((one["size"], one["cpu"]))
    return drawing.chart(lines, OURS, {one["engine"] for one in figures if one.get("reckoned")})


if __name__ == "__main__":
    main()
