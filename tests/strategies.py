"""Hypothesis strategies for ledgers: valid ones as data, as files, and files with a few characters wrong."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from claimtrack.claim import Ledger
from claimtrack.problem import Place

IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"), include_characters="\n\t"), min_size=1
).filter(str.strip)
"""Any text that a claim can hold, `no`, `1e3`, ` #` and leading signs among them."""
TRICKY = st.sampled_from(
    ("no", "1e3", "08", "a #b", "a: b", "@a", "& b", "*c", "! d", "%e", "- f", "[g", "{h", "null", "~")
)
WORDINGS = st.one_of(TEXTS, TRICKY)
DATES = st.sampled_from(("2021", "2021-09", "2021-09-30", "2021-Q3", "2021-09-01/2021-09-05", "../2020", "2021-09~"))


@frozen
class Made:
    """A ledger as data: sections of what is declared, and claims and judgements to be spread over files."""

    sides: Sequence[str]
    speakers: Mapping[str, str]
    issues: Sequence[str]
    claims: Sequence[Mapping[str, str]]
    judgements: Sequence[tuple[str, str, str]]


@st.composite
def made_ledgers(draw: st.DrawFn) -> Made:
    """A ledger in which every reference holds."""
    sides = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    names = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    issues = draw(st.lists(IDS, max_size=3, unique=True))
    ids = draw(st.lists(IDS, min_size=1, max_size=6, unique=True))
    claims = []
    for name in ids:
        claim = {"id": name, "speaker": draw(st.sampled_from(names)), "text": draw(WORDINGS)}
        if issues and draw(st.booleans()):
            claim["about"] = draw(st.sampled_from(issues))
        if draw(st.booleans()):
            claim["date"] = draw(DATES)
        claims.append(claim)
    pairs = [(one, other) for one in ids for other in ids if one < other]
    judged = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    words = st.sampled_from(("same", "different", "unsure"))
    return Made(
        sides=sides,
        speakers={name: draw(st.sampled_from(sides)) for name in names},
        issues=issues,
        claims=claims,
        judgements=[(draw(words), *pair) for pair in judged],
    )


def quoted(text: str) -> str:
    """A text in double quotes, as YAML takes it back."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\u00a0": "\\u00a0", "\u3000": "\\u3000"}
    return '"' + "".join(signs.get(char, char) for char in text) + '"'


def entry(pairs: Mapping[str, str]) -> str:
    """A mapping in braces on one line."""
    return "{" + ", ".join(f"{key}: {quoted(value)}" for key, value in pairs.items()) + "}"


def head_of(made: Made) -> str:
    """The file that declares."""
    lines = ["sides:", *(f"  {side}: {quoted(side.upper())}" for side in made.sides), "speakers:"]
    lines += [f"  {name}: {entry({'name': name, 'side': side})}" for name, side in made.speakers.items()]
    lines += ["issues:", *(f"  {issue}: {entry({'question': issue})}" for issue in made.issues)]
    return "\n".join(lines) + "\n"


def sheet_of(claims: Sequence[Mapping[str, str]], judgements: Sequence[tuple[str, str, str]] = ()) -> str:
    """A file that records, in block style."""
    lines = ["claims:"]
    for claim in claims:
        sign = "- "
        for key, value in claim.items():
            lines.append(f"  {sign}{key}: {quoted(value)}")
            sign = "  "
    lines += ["judgements:", *(f"  - {{{word}: [{one}, {other}], by: me}}" for word, one, other in judgements)]
    return "\n".join(lines) + "\n"


def files_of(made: Made) -> dict[str, str]:
    """Declarations in one file, the records in another."""
    return {"a.yaml": head_of(made), "b.yaml": sheet_of(made.claims, made.judgements)}


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """A text with up to four edits: something put in, taken out, doubled or moved."""
    pieces = (
        "\n",
        "  ",
        "- ",
        ": ",
        "#",
        " #",
        "'",
        '"',
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "!t ",
        "|\n",
        ">\n",
        "\t",
        "? ",
    )
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 8)))
        put: Any = draw(st.one_of(st.sampled_from(pieces), st.text(max_size=3), st.just(text[at:end])))
        text = text[:at] + put + text[draw(st.sampled_from((at, end))) :]
    return text


NOWHERE = Place(path="")


def without_places(ledger: Ledger) -> Ledger:
    """The same ledger with every place forgotten, in an order of its own."""

    def bare(things: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(sorted((evolve(thing, place=NOWHERE) for thing in things), key=repr))

    issues = [evolve(issue, positions=bare(issue.positions)) for issue in ledger.issues]
    return Ledger(
        title=ledger.title,
        sides=bare(ledger.sides),
        speakers=bare(ledger.speakers),
        issues=bare(issues),
        claims=bare([evolve(claim, text_place=NOWHERE) for claim in ledger.claims]),
        judgements=bare(ledger.judgements),
        expectations=bare(ledger.expectations),
    )
