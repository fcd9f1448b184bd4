"""`make pictures`: the pages that matter, in every language, on a phone and on a desk, as contact
sheets.

It runs the demo in a folder of its own, walks through it in Chromium, and writes the sheets to
`pictures/`; the few that README.md shows go to `docs/pictures/`.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402 the root goes on the path first
from tests.languages import LOCALES  # noqa: E402 the same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, StorageState

# Where each picture is taken: an address ("" is the page before), and what is pressed there.
PUBLIC = {
    "wall": ["/{language}/"],
    "wall-chosen": ["/{language}/?me=woman&sex=woman&age=25", "main summary"],
    "face": ["/{language}/", ".faces a"],
    "write": ["", "main a.button.main"],
    "answer": ["/{language}/answer/"],
    "take-down": ["/{language}/take-down/"],
    "money": ["/{language}/money/"],
    "who-i-am": ["/{language}/who-i-am/"],
    "about": ["/{language}/about/"],
    "information": ["/{language}/information/"],
    "tracing": ["/{language}/information/tracing/"],
    "data": ["/{language}/information/data/"],
    "risks": ["/{language}/information/risks/"],
    "in-touch": ["/{language}/information/stay-in-touch/"],
    "sheet-of-pictures": ["/{language}/information/pictures/"],
    "pass-on": ["/{language}/information/pass-on/"],
    "welcome": ["/{language}/welcome/"],
    "where": ["/{language}/information/where/"],
    "along-the-way": ["/{language}/information/along-the-way/"],
    "kiosk": ["/{language}/kiosk/"],
    "kiosk-wall": ["/{language}/kiosk/wall/"],
}
STAFF = {
    "desk": ["/desk/"],
    "begin": ["/desk/new/"],
    "cases": ["/desk/cases/"],
    "case": ["/desk/cases/", "main table a"],
    "messages": ["/desk/messages/"],
    "second-eye": ["/desk/second-eye/"],
    "posters": ["/desk/posters/"],
    "papers": ["/desk/papers/"],
    "poster": ["/desk/posters/", "main table a"],
    "impact": ["/desk/impact/"],
    "replies": ["/desk/replies/"],
    "keys": ["/desk/keys/"],
}
STAFF_LANGUAGES = ("en", "ar")
WIDTHS = {"phone": 360, "desk": 1280}
COLUMNS = 9  # of a contact sheet
IN_README = {"wall-en-desk", "wall-ar-phone", "case-en-desk"}
PASSWORD = "invented people only"  # noqa: S105 the demo's own, shown on its page


def main() -> int:
    out = ROOT / "pictures"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data, demo(Path(data)) as home, chromium() as browser:
        signed_in = sign_in(browser, home)
        for language in LOCALES:
            for device, width in WIDTHS.items():
                context = browser.new_context(
                    locale=LOCALES[language],
                    base_url=home,
                    viewport={"width": width, "height": 800},
                    storage_state=signed_in,
                )
                walk(context.new_page(), out, language, device)
                context.close()
    for language in LOCALES:
        sheet(out, language)
    for name in IN_README:
        shrink(out / f"{name}.png", ROOT / "docs" / "pictures" / f"{name}.png")
    print(f"The pictures are in {out.relative_to(ROOT)}/")
    return 0


@contextmanager
def demo(data: Path) -> Iterator[str]:
    """A demo of its own on a free port; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "kintrace.demo", "--port", str(port)]
    running = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={"KINTRACE_DATA": str(data)}
    )
    try:
        for line in running.stdout or ():
            if "ready" in line:
                break
        yield f"http://localhost:{port}"
    finally:
        running.terminate()
        running.wait()


def walk(page: Page, out: Path, language: str, device: str) -> None:
    """Take a picture of each page, as a visitor and, where the desk speaks it, as an officer."""
    for name, way in pages_in(language).items():
        go(page, *(part.format(language=language) for part in way))
        page.screenshot(path=out / f"{name}-{language}-{device}.png", full_page=True)


def pages_in(language: str) -> dict[str, list[str]]:
    return PUBLIC | (STAFF if language in STAFF_LANGUAGES else {})


def go(page: Page, address: str, *pressed: str) -> None:
    """Pages without an address of their own are reached as people reach them."""
    if address:
        page.goto(address)
    for selector in pressed:
        page.locator(selector).first.click()
    show_all(page)


def wait_for_a_poster(page: Page) -> None:
    """The demo serves before it is whole; its first poster comes a moment later."""
    for _ in range(60):
        page.goto("/desk/posters/")
        if page.locator(STAFF["poster"][1]).count():
            return
        page.wait_for_timeout(2000)


def show_all(page: Page) -> None:
    """Pictures below the fold load when they come into sight."""
    page.evaluate("document.querySelectorAll('img').forEach(img => { img.loading = 'eager' })")
    page.wait_for_load_state("networkidle")


def sign_in(browser: Browser, home: str) -> StorageState:
    """An officer's session, once: a code of the second factor is good for one use."""
    context = browser.new_context(base_url=home)
    page = context.new_page()
    shown = page.request.get("/demo/").text()
    found = re.search(r">omar<.*?class=\"ref\"[^>]*>(\d{6})<", shown, re.DOTALL)
    page.goto("/desk/")
    page.fill("[name=login]", "omar")
    page.fill("[name=password]", PASSWORD)
    page.locator("main button.main").click()
    page.fill("[name=code]", found[1] if found else "")
    page.locator("main button.main").click()
    page.wait_for_url("**/desk/")
    wait_for_a_poster(page)
    return context.storage_state()


def sheet(out: Path, language: str) -> None:
    """All pages of a language beside each other, small."""
    pages = pages_in(language)
    tall, wide, high = 420, 300, 560
    lines = -(-len(pages) // COLUMNS) * len(WIDTHS)
    paper = Image.new("RGB", (wide * COLUMNS, high * lines), "#d8d4dc")
    for row, device in enumerate(WIDTHS):
        for number, name in enumerate(pages):
            picture = Image.open(out / f"{name}-{language}-{device}.png").convert("RGB")
            picture.thumbnail((wide - 12, high - 12 if device == "phone" else tall))
            line, column = divmod(number, COLUMNS)
            paper.paste(picture, (column * wide + 6, (line * len(WIDTHS) + row) * high + 6))
    paper.save(out / f"sheet-{language}.png")


def shrink(picture: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    small = Image.open(picture).convert("RGB")
    small = small.crop((0, 0, small.width, min(small.height, round(small.width * 2))))
    small.thumbnail((900, 1000))
    small.quantize(colors=128).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
