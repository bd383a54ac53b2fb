"""The HTML page: one file, the same bytes every time, every link landing, nothing that a user wrote being markup."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.renderers.html.names import anchor, web_address
from hostile_pages import HOSTILE, URLS, ledger_with
from renderers.pages import Page
from strategies import TEXTS, files_of, made_ledgers

LEDGER = Path(__file__).parents[2] / "claims"


@pytest.fixture(scope="module")
def report() -> ct.Report:
    """The report on the shipped ledger."""
    return ct.track(ct.load_ledger(LEDGER))


@pytest.fixture(scope="module")
def html(report) -> str:
    """Its page."""
    return ct.render(report, "html")


@pytest.fixture(scope="module")
def page(html) -> Page:
    """Its page, read back."""
    return Page(html)


def test_every_element_is_closed(page):
    """Tags nest as they should."""
    assert page.open == []


def test_ids_are_unique(page):
    """No two elements have one anchor."""
    assert len(page.ids) == len(set(page.ids))


def test_every_link_inside_the_page_lands(page):
    """Each anchor that is linked exists."""
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)


def test_every_finding_issue_and_claim_has_its_anchor(report, page):
    """Named after what it is, and not by number."""
    wanted = {anchor("finding", one.issue, *one.between) for one in report.findings}
    wanted |= {anchor("issue", one.issue) for one in report.findings}
    wanted |= {anchor("claim", claim) for claim in (*report.claims, *report.superseded)}
    wanted |= {anchor("split", issue, side) for issue, side in report.splits()}
    assert wanted <= set(page.ids)


def test_an_anchor_stays_when_claims_are_added(report):
    """What a finding is called does not depend on what else is in the ledger."""
    alone = ct.track(ct.load_ledger(LEDGER), view=ct.View(issues=("scope",)))
    assert anchor("finding", "scope", "russia", "usa") in Page(ct.render(alone, "html")).ids


def test_the_same_ledger_gives_the_same_bytes_in_another_process(html, tmp_path):
    """Whatever the hash seed."""
    code = f"import claimtrack as ct; print(ct.render(ct.track(ct.load_ledger({str(LEDGER)!r})), 'html'), end='')"
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout
        assert re.sub(r"[^\s<>\"]*claims/", "claims/", other.decode()) == re.sub(r"[^\s<>\"]*claims/", "claims/", html)


def test_the_page_asks_for_nothing_from_anywhere(page, html):
    """No link element, image, frame, font or script from outside; other pages are only linked to."""
    assert not {tag for tag, _ in page.tags} & {"link", "img", "iframe", "object", "embed", "base", "form"}
    assert "url(http" not in html
    assert not [names for tag, names in page.tags if tag == "script" and names]


def test_nothing_is_styled_or_scripted_by_an_attribute(page):
    """The policy of the page forbids it, and a browser would say so."""
    assert not [names for _, names in page.tags if any(name == "style" or name.startswith("on") for name in names)]


def test_the_page_of_the_shipped_ledger_is_under_a_megabyte(html):
    """Of which most are claims."""
    assert len(html.encode()) < 1_000_000


def test_every_verdict_counted_is_a_badge_in_the_matrix(report, html):
    """The counts of the head equal the rows of the matrix."""
    matrix = html[html.index('<section id="matrix"') : html.index("</section>", html.index('<section id="matrix"'))]
    for verdict, number in report.counts.verdicts.items():
        assert len(re.findall(rf'<a class="badge {verdict}"', matrix)) == number


@pytest.mark.parametrize(("sides", "verdicts", "issues"), [("abc", "3", "1 issue"), ("ab", "1", "1")])
def test_issues_are_not_counted_as_verdicts(sides, verdicts, issues):
    """Where an issue has several, the head says what it counts, and contents and sections that they count issues."""
    text = f"sides: {{{', '.join(f'{side}: {side}' for side in sides)}}}\n"
    text += (
        "issues: {when: {question: When?, positions: {pa: A, pb: B, pc: C}, exclude: [[pa, pb], [pa, pc], [pb, pc]]}}\n"
    )
    text += f"speakers: {{{', '.join(f's{side}: {{name: {side}, side: {side}}}' for side in sides)}}}\nclaims:\n"
    for side in sides:
        text += f"  - {{id: c{side}, speaker: s{side}, about: when, holds: p{side}, text: Say {side}.}}\n"
    html = ct.render(ct.track(ct.ledger_of(text)), "html")
    assert f"<b>{verdicts}</b> diverge" in html
    assert ("A verdict is counted for every two sides." in html) is (len(sides) > 2)
    assert html.count(f'Divergences <span class="n">{issues}</span>') == 2


def test_head_contents_and_section_count_the_same_that_hangs_on_one_outlet():
    """The verdicts on what both sides say; issues of one side have a figure of their own, in the section."""
    html = ct.render(ct.track(ct.load_ledger(LEDGER), fragility=True), "html")
    head = re.search(r'href="#hangs">.{,200}<b>(\d+)</b> hang on one outlet', html)
    contents = re.search(r'href="#hangs">Hangs on one outlet <span class="n">(\d+)<', html)
    title = re.search(r'What hangs on one outlet <span class="n">(\d+)<', html)
    section = html[html.index('<section id="hangs"') : html.index("</section>", html.index('<section id="hangs"'))]
    rows = section[: section.index("</table>")].count("<tr data-row")
    assert {found[1] for found in (head, contents, title)} == {str(rows)}
    one_side = re.search(r"(\d+) issues to which only one side speaks, in one outlet", section)
    assert section[one_side.end() :].split("</table>")[0].count("<tr data-row") == int(one_side[1]) > 0


def test_hostile_texts_change_no_tag():
    """The page of hostile texts has the tags of its harmless twin, one for one."""
    harmless = tuple(f"word{n:02}" for n in range(len(HOSTILE)))
    silent = ct.Settings(switched_off=frozenset(ct.ContrastKind))  # which words differ is another matter
    reports = [ct.track(one, settings=silent) for one in (ledger_with(HOSTILE, URLS), ledger_with(harmless, ("no",)))]
    hostile, calm = (Page(ct.render(evolve(one, problems=()), "html")) for one in reports)
    assert [tag for tag in hostile.tags if tag[0] != "i"] == [tag for tag in calm.tags if tag[0] != "i"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_text(text):
    """It can be read on the page, character for character where a screen can show them."""
    ledger = ledger_with((text, text), URLS)
    shown = "".join(Page(ct.render(ct.track(ledger), "html")).text)
    assert text in shown


@pytest.mark.parametrize("url", URLS)
def test_only_addresses_of_the_web_become_links(url):
    """`javascript:` and its like are shown and lead nowhere."""
    assert web_address(url) == ""


def test_an_address_of_the_web_is_a_link():
    """With letters of any script, and no referrer."""
    assert web_address("https://example.org/الجولة?a=1&b=2") == "https://example.org/الجولة?a=1&b=2"


@given(one=st.lists(TEXTS, min_size=1, max_size=3), other=st.lists(TEXTS, min_size=1, max_size=3))
@settings(max_examples=200, deadline=None)
def test_different_things_have_different_anchors(one, other):
    """Joined parts never meet, whatever the parts hold."""
    assert (anchor(*one) == anchor(*other)) == (one == other)


@given(made=made_ledgers())
@settings(max_examples=25, deadline=None)
def test_any_ledger_gives_a_page_whose_links_land(made):
    """Tags nest, ids are unique, links land, for ledgers of any shape."""
    ledger = ct.ledger_of("".join(files_of(made).values()))
    read = Page(ct.render(ct.track(ledger), "html"))
    assert read.open == []
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)


def test_jinja_is_loaded_only_when_a_page_is_asked_for():
    """The other forms do without it."""
    code = (
        "import sys, claimtrack as ct; r = ct.track(ct.ledger_of('sides: {a: A}')); ct.render(r, 'markdown'); "
        "ct.render(r, 'json'); ct.render(r, 'text'); print('jinja2' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"
