"""Axe, the checker of accessibility, for the tests that look at a page with it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPEN_FOLDS = "all => document.querySelectorAll(all).forEach(fold => { fold.open = true; })"
OPTIONS = {"resultTypes": ["violations", "passes"]}
# What our cells put on the page in JupyterLab. In its scrolled panel axe cannot measure contrast,
# and takes long to find that out; other tests do in both themes, and axe does on the plain pages.
OUTPUTS = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"
IN_LAB = OPTIONS | {"rules": {"color-contrast": {"enabled": False}}}


def violations(page: Page, area: str, options: dict = OPTIONS) -> list[str]:
    """Name each serious or critical violation with the first element concerned."""
    page.evaluate(OPEN_FOLDS, f"{area} details")
    found = Axe().run(page, context=area, options=options).response
    assert len(found["passes"]) > 5  # it has looked at something
    grave = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    return [f"{each['id']}: {_where(page, each['nodes'][0])}" for each in grave]


def _where(page: Page, node: dict) -> str:
    """Tell the tag of an element, and what it says."""
    (place, *_) = node["target"]
    says = page.locator(place).first.text_content() if isinstance(place, str) else ""
    return f"{node['html'][:200]} {' '.join(says.split())[:80]}".strip()
