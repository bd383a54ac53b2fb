"""axe-core on the page: no violation, in either scheme, on a phone and on a desk, folded and unfolded."""

from pathlib import Path

import pytest

axe_module = pytest.importorskip("axe_playwright_python", reason="no axe: pip install 'claimtrack[browser]'")
AXE = (Path(axe_module.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page) -> list[str]:
    """What axe finds, in a line each."""
    page.evaluate(AXE)
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [f"{one['id']}: {node['html'][:150]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(opened, real, width, scheme):
    """As the page opens."""
    page = opened(width=width, color_scheme=scheme, bypass_csp=True).open(real)
    assert violations(page) == []


def test_axe_finds_no_violation_where_everything_is_unfolded(opened, real):
    """Every fold open."""
    page = opened(bypass_csp=True).open(real)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert violations(page) == []
