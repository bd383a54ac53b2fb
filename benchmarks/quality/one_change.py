"""Sentences of somebody else's beside themselves with one thing changed: does each change tell?

    python benchmarks/quality/one_change.py --shared ../shared            how often each is told
    python benchmarks/quality/one_change.py --shared ../shared --show 5   and some that are not

The sentences are MRPC's, some of the UN debates and the ledger's claims. A change is put in by pattern, so that some
make no sense ("37 January"): most such are left out, and what is left stays in the figure. Where the sets are absent,
the claims of the shipped ledger are all there is.
"""

import argparse
import gzip
import random
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import yaml
from sets import rows

from claimtrack import load_ledger
from claimtrack.comparing import compare

LEDGER = Path(__file__).parents[2] / "claims"
SEED = 7
LEAST, MOST = 5, 22
"""Words of a sentence."""
UN_SENTENCES = 3_000
AT_MOST = 600
MONTHS = "January February March April June July August September October November December"
COUNTRIES = """Russia China France Germany Syria Iraq Iran Israel Ukraine Japan India Egypt Turkey Greece Serbia Kosovo
Brazil Cuba Pakistan Poland Armenia Azerbaijan Eritrea Ethiopia Sudan Chad Kuwait Qatar Georgia Lebanon Britain"""
CAPITALS = "Geneva Moscow Washington"
DEEDS = """signed:sign approved:approve met:meet visited:visit rejected:reject agreed:agree announced:announce
killed:kill reached:reach called:call made:make took:take began:begin gave:give won:win lost:lose fell:fall
rose:rise led:lead helped:help adopted:adopt supported:support received:receive launched:launch opened:open
continued:continue found:find became:become showed:show joined:join"""
OPPOSITES = """increase:decrease increased:decreased rose:fell rise:fall success:failure successful:unsuccessful
possible:impossible supported:opposed supports:opposes accepted:rejected won:lost north:south northern:southern
public:private strong:weak before:after more:less higher:lower largest:smallest first:last best:worst new:old
positive:negative strengthen:weaken improve:worsen early:late open:closed legal:illegal safe:dangerous peace:war
rich:poor good:bad long:short easy:difficult high:low"""
OTHER = dict(pair.split(":") for pair in OPPOSITES.split())
BASE = dict(pair.split(":") for pair in DEEDS.split())
NEAR_MONTH = f"{MONTHS} May".replace(" ", "|")
BOUNDS = (
    "more than|at least|over|up to|than|nearly|about|some|under|around|almost|least|fewer|less|only|just|below|above"
)
NUMBER = re.compile(r"(?<![\w.,$:-])\d{1,3}(?![\w,.:-]|%| percent)")
BEFORE = re.compile(rf"\b({BOUNDS}|{NEAR_MONTH}|to|\w+\.)( the)? $")
BEHIND = re.compile(rf" (a\.|p\.|am\b|pm\b|to\b|-|{NEAR_MONTH})")
DENIED = re.compile(r"\b(not|no|never|nothing|neither|without)\b|n't")
Change = Callable[[str], str | None]


def denied(text: str) -> str | None:
    """A "not" behind the first auxiliary."""
    found = re.search(r"\b(is|are|was|were|will|has|have|had|can|could|would|should|must)\b(?!n't|[- ]?to\b)", text)
    return None if found is None or DENIED.search(text) else f"{text[: found.end()]} not{text[found.end() :]}"


def not_done(text: str) -> str | None:
    """A "did not" before a verb that is no participle."""
    verbs = "|".join(BASE)
    found = re.search(
        rf"(?<=[a-z] )\b({verbs})\b(?= (the|a|an|in|on|to|that|its|his|their|from|at|with|up|down) )", text
    )
    if found is None or DENIED.search(text):
        return None
    if re.search(
        r"\b(is|are|was|were|be|been|being|has|have|had|having|who|which|that)\s+(\w+ )?$", text[: found.start()]
    ):
        return None
    return f"{text[: found.start()]}did not {BASE[found.group()]}{text[found.end() :]}"


def plain_number(text: str) -> re.Match[str] | None:
    """The first number, where no bound, month or time of day stands beside it."""
    found = NUMBER.search(text)
    beside = found is None or BEFORE.search(text[: found.start()]) or BEHIND.match(text[found.end() :])
    return None if beside else found


def another_number(text: str) -> str | None:
    found = plain_number(text)
    return None if found is None else f"{text[: found.start()]}{int(found.group()) * 3 + 7}{text[found.end() :]}"


def at_least(text: str) -> str | None:
    found = plain_number(text)
    return None if found is None else f"{text[: found.start()]}at least {text[found.start() :]}"


def another_year(text: str) -> str | None:
    found = re.search(r"\b(19|20)\d\d\b(?!-)", text)
    return None if found is None else f"{text[: found.start()]}{int(found.group()) - 7}{text[found.end() :]}"


def another_month(text: str) -> str | None:
    months = MONTHS.split()
    found = re.search(rf"\b({'|'.join(months)})\b", text)
    if found is None:
        return None
    other = months[(months.index(found.group()) + 5) % len(months)]
    return f"{text[: found.start()]}{other}{text[found.end() :]}"


def no_day(text: str) -> str | None:
    found = re.search(rf"\b\d{{1,2}} ({'|'.join(MONTHS.split())})\b", text)
    return None if found is None else f"{text[: found.start()]}{found.group(1)}{text[found.end() :]}"


def places(text: str) -> list[re.Match[str]]:
    """The countries that stand in a text, in order."""
    return list(re.finditer(rf"\b({'|'.join(COUNTRIES.split())})\b(?!n)", text))


def another_name(text: str) -> str | None:
    for kind in (COUNTRIES, CAPITALS):
        found = re.search(rf"(?<!^)\b({'|'.join(kind.split())})\b(?!n)", text)
        if found is not None:
            others = [one for one in kind.split() if one not in text]
            return f"{text[: found.start()]}{others[len(text) % len(others)]}{text[found.end() :]}"
    return None


def changed_over(text: str) -> str | None:
    """Two countries, no "and" or mark between them."""
    found = places(text)
    if len(found) != 2 or found[0].group() == found[1].group():
        return None
    one, other = found
    between = text[one.end() : other.start()]
    if re.search(r"\band\b|\bor\b|,|;|—|\u2013|between", between) or len(between) < 6:
        return None
    return f"{text[: one.start()]}{other.group()}{between}{one.group()}{text[other.end() :]}"


def may(text: str) -> str | None:
    return None if DENIED.search(text) else _put(text, "will", "may")


def opposite(text: str) -> str | None:
    """The first of the words above by its opposite."""
    if DENIED.search(text):
        return None
    return next((other for word in OTHER if (other := _put(text, word, OTHER[word])) is not None), None)


def _put(text: str, word: str, other: str) -> str | None:
    found = re.search(rf"\b{word}\b", text)
    return None if found is None else f"{text[: found.start()]}{other}{text[found.end() :]}"


class Law(NamedTuple):
    """A change, how it is told, and the relation that it must give."""

    change: Change
    told: str
    wanted: str


LAWS = (
    Law(denied, "a “not” behind the first auxiliary", "diverge"),
    Law(not_done, "“did not” before a verb", "diverge"),
    Law(another_number, "another number", "diverge"),
    Law(another_year, "another year", "diverge"),
    Law(another_month, "another month", "diverge"),
    Law(another_name, "another country or capital", "diverge"),
    Law(changed_over, "two countries changed over", "diverge"),
    Law(opposite, "a word by its opposite", "diverge"),
    Law(at_least, "“at least” before a number", "partial"),
    Law(no_day, "the day left out of a date", "partial"),
    Law(may, "“may” for “will”", "partial"),
)


def sentences(shared: Path) -> tuple[list[str], list[str]]:
    """Those of all sets, shuffled, and more of the UN debates for what is rare."""
    draw = random.Random(SEED)
    with gzip.open(shared / "eval" / "scale" / "ungdc-2014-2024.tsv.gz", "rt", encoding="utf-8") as lines:
        debates = [line.rstrip("\n").split("\t")[-1] for line in lines]
    claims = yaml.load((shared / "facts" / "claims.yaml").read_text("utf-8"), yaml.CBaseLoader)
    chosen = [row["a"] for row in rows(shared / "eval" / "mrpc.tsv")]
    chosen += [*draw.sample(debates, UN_SENTENCES), *[one["text_own_words"] for one in claims]]
    draw.shuffle(chosen)
    return _short(chosen), _short([*chosen, *debates])


def _short(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if LEAST <= len(text.split()) <= MOST]


def main() -> None:
    """Print how often each change is told as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    if (given.shared / "eval").is_dir():
        some, all_of_them = sentences(given.shared)
    else:
        print(f"there are no labelled sets under {given.shared}: the claims of the shipped ledger alone")
        some = all_of_them = _short(claim.text for claim in load_ledger(LEDGER).claims)
    for law in LAWS:
        texts = all_of_them if law.change is changed_over else some
        pairs = [(text, other) for text in texts if (other := law.change(text)) not in (None, text)][:AT_MOST]
        found = [(one, other, compare(one, other)) for one, other in pairs]
        wrong = [(one, other, seen) for one, other, seen in found if seen.relation != law.wanted]
        share = 1 - len(wrong) / max(1, len(found))
        print(f"{law.told:40} {len(found):4} {law.wanted:8} {share:.3f}")
        for one, other, seen in wrong[: given.show]:
            print(f"    {seen.relation}: {seen.reason}\n      {one}\n      {other}")


if __name__ == "__main__":
    main()
