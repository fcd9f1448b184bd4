"""`make pictures`: every page in every language, on a phone and on a desk, as contact sheets.

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

PUBLIC = {
    "wall": "/{language}/",
    "face": "",
    "write": "",
    "answer": "/{language}/answer/",
    "take-down": "/{language}/take-down/",
    "about": "/{language}/about/",
}
STAFF = {
    "desk": "/desk/",
    "begin": "/desk/new/",
    "cases": "/desk/cases/",
    "case": "",
    "messages": "/desk/messages/",
    "second-eye": "/desk/second-eye/",
    "keys": "/desk/keys/",
}
STAFF_LANGUAGES = ("en", "ar")
WIDTHS = {"phone": 360, "desk": 1280}
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
    for name, path in PUBLIC.items():
        open_public(page, name, path.format(language=language))
        page.screenshot(path=out / f"{name}-{language}-{device}.png", full_page=True)
    for name, path in STAFF.items() if language in STAFF_LANGUAGES else ():
        if path:
            page.goto(path)
        else:
            page.goto("/desk/cases/")
            page.locator("main table a").first.click()
        page.screenshot(path=out / f"{name}-{language}-{device}.png", full_page=True)


def open_public(page: Page, name: str, path: str) -> None:
    """Pages without an address of their own are reached as a visitor reaches them."""
    if path:
        page.goto(path)
        show_all(page)
    elif name == "face":
        page.locator(".faces a").first.click()
    else:
        page.locator("main a.button.main").first.click()


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
    return context.storage_state()


def sheet(out: Path, language: str) -> None:
    """All pages of a language beside each other, small."""
    pages = [*PUBLIC, *(STAFF if language in STAFF_LANGUAGES else ())]
    tall, wide, high = 420, 300, 560
    paper = Image.new("RGB", (wide * len(pages), high * len(WIDTHS)), "#d8d4dc")
    for row, device in enumerate(WIDTHS):
        for column, name in enumerate(pages):
            picture = Image.open(out / f"{name}-{language}-{device}.png").convert("RGB")
            picture.thumbnail((wide - 12, high - 12 if device == "phone" else tall))
            paper.paste(picture, (column * wide + 6, row * high + 6))
    paper.save(out / f"sheet-{language}.png")


def shrink(picture: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    small = Image.open(picture).convert("RGB")
    small = small.crop((0, 0, small.width, min(small.height, round(small.width * 2))))
    small.thumbnail((900, 1000))
    small.quantize(colors=128).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
