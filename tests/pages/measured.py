"""What is measured on a page: accessibility, width, targets, direction, complaints, hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser import Visit

LEAST = 44  # pixels both ways
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
# Every visible control that is smaller than a thumb. A tick box is as large as its label, a
# drop-down as its field; a link inside a sentence may be as high as the sentence.
SMALL = """(least) => {
  const small = [];
  const shown = (box, style) => box.width > 1 && box.height > 1 && style.visibility !== 'hidden'
    && box.right > 0 && box.bottom > 0;
  const sentence = (one) => one.tagName === 'A' && getComputedStyle(one).display === 'inline'
    && one.parentElement.textContent.trim() !== one.textContent.trim();
  for (const one of document.querySelectorAll('a, button, input, summary, select, textarea')) {
    if (one.type === 'hidden' || sentence(one)) continue;
    const ticked = one.type === 'radio' || one.type === 'checkbox';
    const target = (ticked && one.labels && one.labels[0]) || one;
    const box = target.getBoundingClientRect();
    if (!shown(box, getComputedStyle(target)) || one.closest('[aria-hidden=true]')) continue;
    if (box.width + 0.5 < least || box.height + 0.5 < least)
      small.push(`${one.outerHTML.slice(0, 120)}: ${box.width | 0} by ${box.height | 0}`);
  }
  return small;
}"""


def violations(page: Page) -> list[str]:
    """What axe finds, each with the element it is about."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def faults(visit: Visit, *, direction: str, axe: bool = True) -> list[str]:
    """All that is wrong with the page in front of this person, narrow and wide; narrow by axe."""
    page, wrong = visit.page, []
    if visit.direction() != direction:
        wrong.append(f"runs {visit.direction()}")
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        if visit.widest() > 0:
            wrong.append(f"{visit.widest()} pixels beside the window at {size['width']}")
        wrong += [f"small at {size['width']}: {one}" for one in page.evaluate(SMALL, LEAST)]
    wrong += violations(page) if axe else []
    strangers = {host for host in visit.hosts if host.split(":")[0] != "localhost"}
    return wrong + visit.complaints + [f"asked {host}" for host in strangers]
