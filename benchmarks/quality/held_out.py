"""How well comparing does on pairs of one hand when everything was fitted anew without them.

    python benchmarks/quality/held_out.py --shared ../shared [SET …]

For the ledger's own pairs and for each hand of `written_pairs.tsv` a copy of the package has its heads and its weights
of lone words made by `fit.py` and `fit_relation.py` without that set, and is asked about it. Rules and products stay as
they are: those were mended on these pairs, too. Printed are macro F1 over the four relations, the F1 of *same* and
*unrelated*, and the AUC of *same* against the rest by the figure of paraphrase, of the wordings alone. A minute a set.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from fit_relation import figures
from measures import auc
from rows import OWN
from sets import HANDS, own_pairs, written_pairs

import claimtrack
from claimtrack.comparing import compare, compare_features

HERE = Path(__file__).parent


def asked(shared: Path, name: str) -> str:
    """What the package at hand says of a set."""
    if name == OWN:
        own = own_pairs(shared / "facts")
        truth = [one.label for one in own]
        told = [compare_features(one.left, one.right, known=one.known) for one in own]
    else:
        written = [one for kind, one in written_pairs() if kind == name]
        truth = [one.label for one in written]
        told = [compare(one.left, one.right) for one in written]
    found = figures(truth, [str(one.relation) for one in told])
    same = auc([one.of_wordings for one in told], [one == "same" for one in truth])
    return f"{len(truth):5}    " + "   ".join(f"{one:.3f}" for one in (*found, same))


def held_out(shared: Path, name: str) -> str:
    """The same of a copy that was fitted without the set."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(Path(claimtrack.__file__).parent, Path(place) / "claimtrack")
        environment = os.environ | {"PYTHONPATH": place}

        def run(script: str, *arguments: str) -> str:
            command = [sys.executable, str(HERE / script), "--shared", str(shared), *arguments]
            return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout

        run("fit.py", "--without", name)
        run("fit_relation.py", "--without", name)
        return run("held_out.py", "--as-it-is", name).rstrip("\n")


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument(
        "--as-it-is", action="store_true", help="ask the package at hand about one set, and fit nothing"
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"some of {', '.join((OWN, *HANDS))}; all unless named")
    given = parser.parse_args()
    if given.as_it_is:
        print(asked(given.shared, given.sets[0]))
        return
    print(f"{'set':18} {'pairs':>5}    macro   same    unrelated   AUC")
    for name in given.sets or (OWN, *HANDS):
        print(f"{name:18} {held_out(given.shared, name)}", flush=True)


if __name__ == "__main__":
    main()
