"""Names that are switched off: those that there are, and those that are refused."""

import pytest

import claimtrack as ct
from claimtrack.switches import refuse_unknown_switches
from claimtrack.tracking.deciding import questions
from claimtrack.tracking.searching import ClaimSearch
from claimtrack.writing.add import look_alikes

LEDGER = """\
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
issues: {when: {question: When?}}
claims:
  - {id: x, speaker: s, about: when, text: Twelve trucks were lost at the bridge.}
  - {id: y, speaker: t, about: when, text: 40 trucks were lost at the bridge.}
"""
NONE = ct.Settings(switched_off={"nubmer"})
ASKED = {
    "track": lambda ledger: ct.track(ledger, settings=NONE),
    "questions": lambda ledger: questions(ledger, settings=NONE),
    "search": lambda ledger: ClaimSearch(ledger.claims, settings=NONE),
    "look_alikes": lambda ledger: look_alikes(ledger, ["Trucks were lost."], settings=NONE),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=list(ASKED))
def test_a_name_that_is_no_signal_or_contrast_is_refused(ask):
    """With what it may have been."""
    with pytest.raises(ct.UsageError) as error:
        ask(ct.ledger_of(LEDGER))
    assert str(error.value) == "switched_off names “nubmer”, which is no signal or contrast; did you mean “number”?"


def test_every_signal_and_contrast_can_be_named():
    """Also that of the occasion; nothing is looked for where nothing is switched off."""
    refuse_unknown_switches(ct.Settings(switched_off={*ct.ContrastKind, "occasion", "least_covered"}))
    refuse_unknown_switches(ct.Settings())
    assert not ct.track(ct.ledger_of(LEDGER), settings=ct.Settings(switched_off=["number"])).errors()
