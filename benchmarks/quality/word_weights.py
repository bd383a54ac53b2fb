"""Makes src/claimtrack/comparing/word_weights.json: how rare each English stem is, from the UN general debates (CC0).

    python benchmarks/quality/word_weights.py --shared ../shared

Only frequencies go into the table, in steps of 0.1 of ln(N / df); no text does.
"""

import argparse
import gzip
import json
import math
from collections import Counter
from pathlib import Path

from claimtrack.text.stems import stem
from claimtrack.text.tokens import tokens_of

KEPT = 6_000
PLACE = Path(__file__).parents[2] / "src" / "claimtrack" / "text" / "word_weights.json"


def main() -> None:
    """Count in how many sentences each stem stands, and write the most frequent ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    source = parser.parse_args().shared / "eval" / "scale" / "ungdc-2014-2024.tsv.gz"
    counts: Counter[str] = Counter()
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        column = header.index("text") if "text" in header else len(header) - 1
        total = 0
        for line in lines:
            forms = tokens_of(line.rstrip("\n").split("\t")[column]).forms
            counts.update({stem(form) for form in forms if form.isalpha()})
            total += 1
    table = {word: round(math.log(total / count), 1) for word, count in counts.most_common(KEPT)}
    unseen = round(math.log(total / min(count for _, count in counts.most_common(KEPT))) + 1.0, 1)
    written = {"version": 1, "unseen": unseen, "weights": dict(sorted(table.items()))}
    PLACE.write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{PLACE.name}: {len(table)} stems of {total} sentences, {PLACE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
