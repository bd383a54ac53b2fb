"""A coverage-guided target for atheris (extra `fuzz`): any bytes through both parsers and the slow twin.

Run by hand: `python tests/fuzz/atheris_reading.py -max_total_time=600 tests/fuzz/corpus`.
"""

import sys

import atheris

with atheris.instrument_imports(include=["claimtrack", "yaml"]):
    from grammar import fault


def try_one(data: bytes) -> None:
    """One input; whatever is wrong with how it is read is raised."""
    told = fault(data.decode("utf-8", "surrogateescape"), whole=True)
    if told:
        raise AssertionError(told)


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()
