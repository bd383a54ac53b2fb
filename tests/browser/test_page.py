"""The page of the shipped ledger in a browser: what a reader does with it, by mouse and by keyboard."""

import re

import pytest


def hash_of(page) -> str:
    """The place in the page that its address names."""
    return page.evaluate("decodeURIComponent(location.hash)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_it_opens_without_a_word_or_a_request(opened, real, width, scheme):
    """No console message, no request but the file itself, nothing wider than the window."""
    window = opened(width=width, color_scheme=scheme)
    page = window.open(real)
    assert window.said == []
    assert window.asked == [real.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_name_of_a_side_takes_its_room_on_a_phone(opened, real):
    """One of many lines makes its cell as high: it lies over nothing."""
    page = opened(width=390).open(real)
    cell = page.locator(".matrix td[data-label]").nth(1)
    before = cell.bounding_box()["height"]
    cell.evaluate("cell => cell.setAttribute('data-label', 'Federated United Republics of the North '.repeat(4))")
    assert cell.bounding_box()["height"] > before + 80


def test_a_cell_of_the_matrix_leads_to_its_proof(opened, real):
    """The verdict on `scope`, and below it two wordings with their words marked."""
    page = opened().open(real)
    page.locator(".matrix tr", has_text="Which arms should").locator("a.badge.diverge").click()
    assert hash_of(page) == "#finding:scope:russia:usa"
    proof = page.locator("[id='finding:scope:russia:usa'] .proof").first
    assert proof.is_visible()
    assert proof.locator(".claim").count() == 2
    assert proof.locator("mark").first.inner_text()


def test_a_side_in_the_matrix_leads_to_its_claims(opened, real):
    """They are folded, and open when one goes there."""
    page = opened().open(real)
    page.locator(".matrix tr", has_text="When is the second round?").locator("td a").first.click()
    assert hash_of(page) == "#held:round-2-date:russia"
    assert page.locator("[id='held:round-2-date:russia'] .line").first.is_visible()


def test_a_link_to_a_claim_opens_what_it_is_folded_in(opened, real):
    """As it was sent to somebody."""
    page = opened().open(real, "claim:c014")
    assert page.locator("[id='claim:c014']").is_visible()
    assert "Robert Wood" in page.locator("[id='claim:c014']").inner_text()


def test_the_page_is_filtered_by_side(opened, real):
    """Only issues to which that side speaks stay, and how many is told."""
    page = opened().open(real)
    page.select_option("#filter-side", "usa")
    shown = page.locator(".matrix tr[data-row]:visible")
    assert 0 < shown.count() < 55
    assert all("usa" in row.get_attribute("data-sides") for row in shown.all())
    assert page.locator("#filter-told").inner_text() == f"{shown.count()} of 55 issues shown"
    page.click("#filter-clear")
    assert page.locator(".matrix tr[data-row]:visible").count() == 55


def test_the_page_is_filtered_by_verdict_and_words(opened, real):
    """Both at once."""
    page = opened().open(real)
    page.select_option("#filter-verdict", "diverge")
    assert page.locator(".matrix tr[data-row]:visible").count() == 4
    page.fill("#filter-words", "china")
    assert page.locator(".matrix tr[data-row]:visible").count() == 1


def test_marked_words_are_those_of_the_named_contrast(opened, real):
    """What a contrast names stands marked in the wordings above it."""
    page = opened().open(real)
    proof = page.locator("[id='finding:scope:russia:usa'] .proof").first
    named = proof.locator(".contrasts mark").all_inner_texts()
    assert named
    marked = proof.locator(".words mark").all_inner_texts()
    assert all(any(word in one for one in marked) for word in named)


def test_everything_is_reached_by_keyboard(opened, real):
    """The first tab skips to the matrix; then filters and links follow, each with its focus to be seen."""
    page = opened().open(real)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert hash_of(page) == "#matrix"
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.matrix') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_fold_is_opened_by_keyboard(opened, real):
    """The register of claims."""
    page = opened().open(real)
    page.locator(".register > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("[id='claim:c014']").is_visible()


def test_it_reads_without_script(opened, real):
    """The filters are absent, the rest is there, and links to what is folded still open it."""
    window = opened(java_script_enabled=False)
    page = window.open(real)
    assert not page.locator(".filters").is_visible()
    assert page.locator(".matrix tr[data-row]").count() == 55
    page.locator("[id='finding:scope:russia:usa'] a.id").first.click()
    assert page.locator("[id='claim:c049']").is_visible()


def test_five_questions_are_answered_within_two_clicks(opened, real):
    """Each from the top of the page, by what can be seen then."""
    page = opened().open(real)
    head = page.locator(".short").inner_text()
    assert "Everything of strategic effect" in head
    assert "Every nuclear warhead, non-strategic ones too" in head
    assert "Dmitry Peskov against Sergey Ryabkov" in re.sub(r"\s+", " ", head)
    page.click(".contents a[href='#readouts']")
    told = page.locator("[id='event:austin-shoigu-call'] .alone").inner_text()
    assert "transparency and risk reduction" in told
    assert "global and regional security" in told
    page.locator(".matrix tr", has_text="When is the second round?").locator("a.badge").first.click()
    course = page.locator("[id='issue:round-2-date'] .timeline")
    assert course.is_visible()
    assert "from “september” to “end-of-september”" in course.inner_text()
    page.click(".verdicts a[href='#hangs']")
    assert "ECNS" in page.locator("#hangs tr", has_text="expert groups would be formed").inner_text()


def test_a_print_opens_the_folds_and_leaves_the_filters_out(opened, real):
    """What is folded on a screen is on paper."""
    page = opened().open(real)
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert not page.locator(".contents").is_visible()
    assert page.locator("[id='claim:c014']").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
