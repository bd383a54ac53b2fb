"""Which words are marked: the same in every form, and none that both wordings have."""

import pytest

import claimtrack as ct
from claimtrack.renderers import explain_text

PAIRS = (
    ("The Karst dam will be completed by 2026.", "The Karst dam will be finished no later than 2026."),
    ("Twelve trucks were lost at the gate.", "40 trucks were lost at the gate."),
)
LESS = "The Karst dam will be finished {} 2026."
MARKED = {
    "text": (PAIRS[0][0], LESS.format("[no later than]"), "*Twelve* trucks were lost", "*40* trucks"),
    "markdown": (PAIRS[0][0], LESS.format("*no later than*"), "- **Twelve** trucks were lost at", "**40** trucks"),
    "html": ('will be <i class="a">completed</i> by', '<i class="o">no later than</i>', "<mark>Twelve<", "<mark>40<"),
}


def report(pairs=PAIRS) -> ct.Report:
    """An issue for each pair, one wording a side."""
    claims = "".join(
        f"  - {{id: {speaker}{at}, speaker: {speaker}, date: 2024-01-01, about: i{at}, text: {text}}}\n"
        for at, pair in enumerate(pairs)
        for speaker, text in zip("ab", pair, strict=True)
    )
    head = "sides: {a: A, b: B}\nspeakers: {a: {name: A, side: a}, b: {name: B, side: b}}\n"
    return ct.track(ct.ledger_of(f"{head}issues: {{i0: {{question: Q?}}, i1: {{question: R?}}}}\nclaims:\n{claims}"))


@pytest.mark.parametrize("form", list(MARKED))
def test_every_form_marks_the_same_words(form):
    """What differs, and what stands on one side alone."""
    page = ct.render(report(), form)
    for words in MARKED[form]:
        assert words in page


def test_an_explanation_marks_them_too():
    """As the report does."""
    page = explain_text.render_explanation(found := report(), found.findings)
    assert "finished [no later than] 2026." in page
    assert "*Twelve* trucks" in page


@pytest.mark.parametrize(("form", "legend"), [("text", "*marked*"), ("markdown", "**marked**")])
def test_the_marks_are_told_where_there_may_be_any(form, legend):
    """And not where no two wordings are set side by side."""
    assert f"In two wordings, {legend} words differ; " in ct.render(report(), form)
    assert "In two wordings" not in ct.render(ct.track(ct.ledger_of("sides: {a: A}")), form)
