"""What keeps a large ledger in bounds: who is compared, what is kept, which sides are told of; each limit is stated."""

import json
import math
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.claim import Judgement, Word
from claimtrack.features import features_of
from claimtrack.problem import Place
from claimtrack.text.word_weights import shipped_weights
from claimtrack.tracking import candidates as candidates_module
from claimtrack.tracking import comparer as comparer_module
from claimtrack.tracking.candidates import LookAlikes, candidates
from claimtrack.tracking.comparer import Comparer, pair_of
from claimtrack.tracking.timeline import _Said, _steps, is_before

HEAD = (
    "sides: {north: North, south: South}\n"
    "speakers: {ann: {name: Ann, side: north}, bob: {name: Bob, side: south}}\n"
    "issues: {what: {question: What?}, why: {question: Why?}}\n"
)
TIGHT = ct.Settings(candidates_per_claim=1, candidate_sure=0.7, issue_pairs_limit=2)
WORDS = ["bridge", "truck", "river", "mayor", "north", "treaty", "winter", "harbour", "engine", "school"]


@pytest.fixture
def searched(monkeypatch):
    """Every ledger is searched by the join, as a large one is."""
    monkeypatch.setattr(candidates_module, "_FEW", -1)


def ledger_of(texts: list[str], about: str = "") -> ct.Ledger:
    """Claims of two sides in turn."""
    lines = [
        f"  - {{id: c{i:03}, speaker: {('ann', 'bob')[i % 2]}, {f'about: {about}, ' if about else ''}"
        f"text: {json.dumps(text)}}}\n"
        for i, text in enumerate(texts)
    ]
    return ct.ledger_of(HEAD + "claims:\n" + "".join(lines))


def pairs_of(ledger: ct.Ledger, chosen: ct.Settings = TIGHT) -> set[tuple[str, str]]:
    """The pairs that would be compared."""
    comparer = Comparer({claim.id: claim for claim in ledger.claims}, chosen)
    return set(candidates(ledger.claims, ledger.judgements, comparer).pairs)


TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=2, max_size=25)


@pytest.mark.parametrize("few", [-1, 60, 50_000])
@given(texts=TEXTS, data=st.data())
@settings(max_examples=40, deadline=None)
def test_the_look_alikes_of_a_part_are_those_of_the_whole_that_are_in_it(few, texts, data):
    """Found once for the whole, or anew for the part: the same pairs and the same notes; small and large ledgers."""
    whole = ledger_of(texts)
    kinds = data.draw(st.lists(st.sampled_from(["", "what", "why"]), min_size=len(texts), max_size=len(texts)))
    claims = [evolve(claim, about=about) for claim, about in zip(whole.claims, kinds, strict=True)]
    comparer = Comparer({claim.id: claim for claim in claims}, TIGHT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates_module, "_FEW", few)
        known = LookAlikes(claims, comparer)
        for _ in range(2):
            part = [claim for claim in claims if data.draw(st.booleans())]
            assert candidates(part, (), comparer, known=known) == candidates(part, (), comparer)


def slow_twin(ledger: ct.Ledger, chosen: ct.Settings) -> set[tuple[str, str]]:
    """Which pairs are compared, as the rule is written: all from `candidate_sure` on, else the likest of either."""
    words = [{word.key for word in features_of(claim.text).words} for claim in ledger.claims]
    mass = {key: round(shipped_weights().of(key) ** 2 * 2**20) for keys in words for key in keys}
    score = {}
    for a, b in combinations(range(len(words)), 2):
        shared = sum(mass[key] for key in words[a] & words[b])
        whole = math.sqrt(float(sum(mass[key] for key in words[a])) * float(sum(mass[key] for key in words[b])))
        if shared and round(shared / whole, 6) >= chosen.candidate_cutoff:
            score[a, b] = round(shared / whole, 6)
    kept = {pair for pair, value in score.items() if value >= chosen.candidate_sure}
    for at in range(len(words)):
        mine = {pair: value for pair, value in score.items() if at in pair and value < chosen.candidate_sure}
        best = sorted(set(mine.values()), reverse=True)[: chosen.candidates_per_claim]
        kept |= {pair for pair, value in mine.items() if value in best}
    ids = [claim.id for claim in ledger.claims]
    return {pair_of(ids[a], ids[b]) for a, b in kept}


@given(texts=TEXTS, most=st.integers(1, 3), sure=st.sampled_from([0.3, 0.5, 0.9]), loose=st.booleans())
@settings(max_examples=60, deadline=None)
def test_each_claim_is_compared_with_its_likest(texts, most, sure, loose):
    """Loose claims and a large issue alike: the candidates are those of the rule's slow twin."""
    chosen = ct.Settings(candidates_per_claim=most, candidate_sure=sure, issue_pairs_limit=1)
    before = candidates_module._FEW
    candidates_module._FEW = -1
    try:
        ledger = ledger_of(texts, "" if loose else "what")
        assert pairs_of(ledger, chosen) == slow_twin(ledger, chosen)
    finally:
        candidates_module._FEW = before


@given(texts=TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_small_ledger_and_a_large_one_have_the_same_look_alikes(texts):
    """Trying every two finds what the join finds, where no limit is reached."""
    ledger, unlimited = ledger_of(texts), ct.Settings(candidate_sure=0.25)
    tried = pairs_of(ledger, unlimited)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates_module, "_FEW", -1)
        assert pairs_of(ledger, unlimited) == tried


def test_a_limit_on_candidates_is_stated(searched):
    """How many pairs were passed over, and by which rule."""
    texts = [f"The bridge over the river fell on the {word}." for word in WORDS]
    report = ct.track(ledger_of(texts), settings=TIGHT)
    assert not [note for note in ct.track(ledger_of(texts[:2]), settings=TIGHT).notes if "compared" in note]
    (note,) = [note for note in report.notes if "not compared" in note]
    assert "below a likeness of 0.7 each claim is compared with the 1 likest only" in note
    assert note in ct.render(report, "json")


def test_claims_of_other_issues_are_no_candidates(searched):
    """The same words under two declared questions stay apart; a loose claim meets both."""
    lines = [
        f"  - {{id: {name}, speaker: ann, {about}text: The bridge fell into the river.}}\n"
        for name, about in (("a", "about: what, "), ("b", "about: why, "), ("l", ""))
    ]
    ledger = ct.ledger_of(HEAD + "claims:\n" + "".join(lines))
    assert pairs_of(ledger) == {("a", "l"), ("b", "l")}


SENTENCES = [
    "The bridge was destroyed on 28 July.",
    "The bridge was not destroyed.",
    "The old bridge was destroyed by the flood.",
    "Twelve trucks were lost when the bridge fell.",
    "40 trucks were lost when the bridge fell.",
    "Talks go on in September.",
    "Talks go on at the end of September.",
]


def verdicts_of(report: ct.Report) -> set[tuple[str, str]]:
    """The verdicts on the declared issue."""
    return {(one.id, one.verdict) for one in report.findings if one.issue == "what"}


@given(texts=st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8), about=st.sampled_from(["", "what"]))
@settings(max_examples=40, deadline=None)
def test_limits_keep_the_laws_of_sets(texts, about):
    """Laws 2, 16, 17 where the join chooses: order, an unrelated claim, a copy change no verdict or other link."""
    before = candidates_module._FEW
    candidates_module._FEW = -1
    try:
        ledger = ledger_of(texts, about)
        plain = ct.track(ledger, settings=TIGHT)
        more = evolve(ledger.claims[0], id="zz", about="", text="Quokkas xylophone merrily.")
        other = ct.track(evolve(ledger, claims=(*ledger.claims, more)), settings=TIGHT)
        assert other.links == plain.links
        turned = ct.track(evolve(ledger, claims=ledger.claims[::-1]), settings=TIGHT)
        assert set(turned.links) == set(plain.links)
        copy = evolve(ledger.claims[0], id="zz")
        again = ct.track(evolve(ledger, claims=(*ledger.claims, copy)), settings=TIGHT)
        assert verdicts_of(again) == verdicts_of(plain)
    finally:
        candidates_module._FEW = before


def test_the_comparer_keeps_outcomes_and_forgets_comparisons(monkeypatch):
    """However many are asked for, as many whole comparisons and features stay as the limits say."""
    monkeypatch.setattr(comparer_module, "_FEATURES_KEPT", 5)
    monkeypatch.setattr(comparer_module, "_COMPARISONS_KEPT", 3)
    ledger = ledger_of(SENTENCES * 3)
    comparer = Comparer({claim.id: claim for claim in ledger.claims}, ct.Settings())
    ids = list(comparer.claims)
    for left in ids:
        for right in ids:
            whole = comparer.of(left, right)
            kept = comparer.outcome(left, right)
            assert (
                whole.relation,
                whole.paraphrase,
                whole.inside.judged,
                whole.of_wordings,
                whole.inside.judged_wordings,
                whole.similarity,
                whole.reason,
                whole.related,
            ) == kept
    assert len(comparer._features) == 5
    assert len(comparer._comparisons) == 3


def test_linking_makes_no_comparison_twice(monkeypatch):
    """Verdicts, pinned conclusions and the course use what came out before; only proofs are compared again."""
    seen = []
    monkeypatch.setattr(
        comparer_module,
        "compare_features",
        lambda a, b, real=comparer_module.compare_features, **rest: seen.append((a.text, b.text)) or real(a, b, **rest),
    )
    ledger = ledger_of(SENTENCES[:5], "what")
    report = ct.track(ledger)
    proofs = {(proof.left, proof.right) for one in report.findings for proof in one.because}
    assert len(seen) <= 10 + len(proofs) + sum(len(split.because) for one in report.findings for split in one.splits)


def many_sides(count: int, texts: dict[int, str], more: str = "") -> ct.Ledger:
    """A ledger with `count` sides, some of which say something on one issue."""
    sides = ", ".join(f"s{i:02}: Side {i}" for i in range(count))
    speakers = ", ".join(f"p{i:02}: {{name: P{i}, side: s{i:02}}}" for i in range(count))
    claims = "".join(f"  - {{id: c{i:02}, speaker: p{i:02}, about: what, text: {text}}}\n" for i, text in texts.items())
    head = f"sides: {{{sides}}}\nspeakers: {{{speakers}}}\nissues: {{what: {{question: What?}}}}\n"
    return ct.ledger_of(head + more + "claims:\n" + claims)


SAID = {0: "Twelve trucks were lost at the bridge.", 3: "40 trucks were lost at the bridge.", 5: "Nobody knows why."}


def test_with_many_sides_only_pairs_with_evidence_are_told():
    """Two that diverge are told; who speaks alone, or of something else, is counted in a note."""
    report = ct.track(many_sides(25, SAID))
    assert [(one.between, one.verdict) for one in report.findings] == [(("s00", "s03"), "diverge")]
    (note,) = [note for note in report.notes if "25 sides" in note]
    assert "68 pairs" in note  # 3 among the three that speak and 66 with the 22 that do not, but for the one told
    assert "one side" in ct.render(report, "markdown")
    assert "Side 3: speaks" in ct.render(report, "text")


def test_up_to_the_limit_every_two_sides_are_told():
    """Twenty sides: three speak, so 3 pairs among them and 51 beside those that do not."""
    report = ct.track(many_sides(20, SAID))
    assert len(report.findings) == 54
    assert not [note for note in report.notes if "sides" in note]


def test_a_side_asked_for_has_all_of_its_pairs():
    """However many sides there are."""
    report = ct.track(many_sides(25, SAID), view=ct.View(sides=("s00",)))
    assert len(report.findings) == 24


def test_of_too_many_pairs_divergences_are_told_first():
    """The limit of one issue leaves agreement out before divergence."""
    said = dict.fromkeys(range(4), "Twelve trucks were lost at the bridge.") | {9: "40 trucks were lost at the bridge."}
    chosen = ct.Settings(side_pairs_limit=4)
    found = ct.track(many_sides(25, said), settings=chosen).findings
    assert [one.verdict for one in found] == ["diverge"] * 4
    assert all("s09" in one.between for one in found)


def test_a_conclusion_is_checked_however_many_sides_there_are():
    """A pinned pair that the report would leave out is still looked at."""
    pinned = "expect:\n  - {issue: what, between: [s05, s07], verdict: %s}\n"
    assert not [p for p in ct.track(many_sides(25, SAID, pinned % "one-sided")).problems if p.code == "CT301"]
    assert [p for p in ct.track(many_sides(25, SAID, pinned % "agree")).problems if p.code == "CT301"]


def test_progress_hears_of_every_stage_up_to_its_end():
    """Search, comparing, weighing; done never exceeds the total."""
    heard: list[tuple[str, int, int]] = []
    ct.track(ledger_of(SENTENCES, "what"), progress=lambda *told: heard.append(told))
    assert {stage for stage, _, _ in heard} == {"searching for look-alikes", "comparing", "weighing the sides"}
    assert all(done <= total for _, done, total in heard)
    assert heard[-1][1] == heard[-1][2] > 0


class NoStandings:
    """Grounds in which nothing was stated but for every third claim."""

    def standing(self, claim_id: str) -> str | None:
        return "stated" if int(claim_id) % 3 == 0 else None


DAYS = st.sampled_from(["2024-01-01", "2024-01-02", "2024-01", "2024-02", "2024", "2024-02-11", "2023..2024-01-01"])


@given(days=st.lists(DAYS, max_size=12))
@settings(max_examples=80, deadline=None)
def test_the_steps_over_time_are_those_of_the_slow_twin(days):
    """Each claim with the last one wholly before it that is stated or not as it is."""
    model = ledger_of(["x"]).claims[0]
    known = []
    for i, day in enumerate(days):
        try:
            known.append(evolve(model, id=str(i), date=ct.parse_when(day)))
        except ValueError:
            continue
    line = sorted(known, key=lambda one: (one.date.first, one.date.last, one.id))
    grounds = NoStandings()
    expected = []
    for index, later in enumerate(line):
        like = [
            one
            for one in line[:index]
            if is_before(one, later.date.first)
            and (grounds.standing(one.id) is None) == (grounds.standing(later.id) is None)
        ]
        if like:
            expected.append((like[-1].id, later.id))
    said = [_Said(one.date.first, one.date.last, one.id, one) for one in line]
    assert [(a.id, b.id) for a, b in _steps(said, grounds)] == expected


def test_many_judgements_of_one_component_are_checked_without_walking_it_each_time():
    """A chain of sameness beside differences elsewhere gives no problem, and one inside is still found whole."""
    place = Place(path="j.yaml", line=1)
    ledger = ledger_of([f"Statement {i} of the mayor." for i in range(12)], "what")
    same = [
        Judgement(left=f"c{i:03}", right=f"c{i + 1:03}", word=Word.SAME, by="me", because="x", place=place)
        for i in range(6)
    ]
    parts = [
        Judgement(left=a, right=b, word=Word.DIFFERENT, by="me", because="x", place=place)
        for a, b in (("c000", "c004"), ("c001", "c009"), ("c008", "c009"))
    ]
    found = [p for p in ct.track(evolve(ledger, judgements=(*same, *parts))).problems if p.code == "CT401"]
    assert [p.message.partition(" are")[0] for p in found] == ["c000 and c004"]
