"""The pages of the web server in front, for when it has none of ours to show.

No process answers, or what somebody sends is longer than the server takes. Each page says so in
every language at once, for nobody is there who knows which one somebody reads. They are files
beside the style sheet, written when that is (docs/runbook.md).
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language_bidi, override

from kintrace.ui.errors import standing_alone

PAGES = {"away": 503, "large": 413}  # names that deploy/nginx knows, and what they answer


def lay() -> list[Path]:
    """Write every page below the static files; gives where they lie."""
    folder = Path(settings.STATIC_ROOT) / "front"
    folder.mkdir(parents=True, exist_ok=True)
    return [_lay(folder / f"{name}.html", name, code) for name, code in PAGES.items()]


def _lay(file: Path, name: str, code: int) -> Path:
    sections = [_section(language, name) for language, _called in settings.LANGUAGES]
    with override("en"):
        told = {"code": code, "sections": sections}
        page = standing_alone("ui/errors/front/page.html", code, **told)
    file.write_bytes(page.content)
    return file


def _section(language: str, name: str) -> tuple[str, bool, str]:
    with override(language):
        words = render_to_string(f"ui/errors/front/{name}.html")
        return language, get_language_bidi(), words
