"""Hostile texts in a browser: shown as text, running nothing, asking for nothing."""

import pytest

import claimtrack as ct
from hostile_pages import HOSTILE, URLS, ledger_with


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A page on which every text is hostile."""
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    path.write_text(ct.render(ct.track(ledger_with(HOSTILE, URLS)), "html"), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_texts_run_nothing_and_ask_for_nothing(opened, hostile, width):
    """No variable is set, no dialog opens, no request goes out, no word on the console, and nothing bursts the page."""
    window = opened(width=width)
    page = window.open(hostile)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for link in page.locator("main a[href^='#']").all()[:20]:
        link.dispatch_event("mouseover")
    assert page.evaluate("window.ran") is None
    assert window.said == []
    assert window.asked == [hostile.as_uri()]
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_texts_are_shown_as_text(opened, hostile):
    """Word for word."""
    page = opened().open(hostile)
    seen = page.evaluate("document.body.textContent")
    for text in HOSTILE:
        assert text in seen


def test_no_hostile_address_is_a_link(opened, hostile):
    """Every link leads to a place in the page."""
    page = opened().open(hostile)
    links = page.evaluate("[...document.querySelectorAll('a')].map(one => one.getAttribute('href'))")
    assert all(link.startswith("#") for link in links)


def test_the_policy_stops_a_script_that_got_in(opened, hostile, tmp_path):
    """If a text ever became markup, the browser would still not run it."""
    broken = tmp_path / "broken.html"
    html = hostile.read_text(encoding="utf-8")
    broken.write_text(html.replace("</main>", "<script>window.ran = 1</script></main>"), encoding="utf-8")
    page = opened().open(broken)
    assert page.evaluate("window.ran") is None
