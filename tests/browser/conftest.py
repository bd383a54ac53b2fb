"""A browser to open pages in: Debian's Chromium, another one on the machine, or Playwright's own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

import claimtrack as ct

LEDGER = Path(__file__).parents[2] / "claims"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@define
class Watched:
    """A page with everything that a browser said of it and asked for."""

    page: Any
    said: list[str] = field(factory=list)
    asked: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: Path, anchor: str = "") -> Any:
        """Go to a file, and to a place in it."""
        self.page.goto(path.as_uri() + (f"#{anchor}" if anchor else ""))
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser, or a skip that says what is missing."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install 'claimtrack[browser]'")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_api.sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        except sync_api.Error as error:
            if os.environ.get("CLAIMTRACK_NEEDS_BROWSER"):
                raise
            pytest.skip(f"NO BROWSER: install chromium; {str(error).splitlines()[0]}")
        yield running
        running.close()


@pytest.fixture
def opened(browser) -> Iterator[Any]:
    """Opens pages in a window of its own: `opened(width=…, …)` gives a Watched."""
    contexts = []

    def window(**asked: Any) -> Watched:
        size = {"width": asked.pop("width", 1280), "height": 900}
        contexts.append(browser.new_context(viewport=size, **asked))
        return Watched(page=contexts[-1].new_page())

    yield window
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def real(tmp_path_factory) -> Path:
    """The page of the shipped ledger."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    report = ct.track(ct.load_ledger(LEDGER), fragility=True)
    path.write_text(ct.render(report, "html"), encoding="utf-8")
    return path
