"""A certificate on paper: made whole in memory, handed over once, stored nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import segno
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_info, override

from kintrace.cases.lookups import told_of
from kintrace.names.scripts import RIGHT_TO_LEFT, script_of
from kintrace.network.lookups import society
from kintrace.people.told import Role, Source
from kintrace.ui import paper
from kintrace.ui.public_address import public_address

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from kintrace.cases.models import Attestation
    from kintrace.people.told import Name, Told

STYLE = Path(__file__).parent / "static" / "cases" / "attestation.css"
LATIN = "Latn"
ASIDE = {Role.NICKNAME, Role.HONORIFIC}


def pdf(attestation: Attestation, *, code: str) -> bytes:
    """The paper with this code. Raises PaperMissing, NoPublicAddress."""
    return paper.pdf(html(attestation, code=code), style=STYLE.read_text("utf-8"), pictures={})


def html(attestation: Attestation, *, code: str) -> str:
    """The page that is printed, in the language that was asked for."""
    with override(attestation.language):
        facts: dict[str, Any] = {
            "direction": "rtl" if get_language_info(attestation.language)["bidi"] else "ltr",
            "news": attestation.kind == attestation.Kind.NEWS,
            "society": society(attestation.society_id),
            "today": timezone.localdate(),
            "names": names_on(told_of(attestation.case.subject)),
            "code": code,
            "address": check_address(),
            "square": _square(check_address()),
        }
        return render_to_string("cases/attestation_paper.html", facts)


def check_address() -> str:
    """Where the code is checked, in the language in force. The code is never part of it.

    Written out: a process of the staff side knows no address of the wall.
    """
    return f"{public_address()}/{get_language()}/certificate/"


def names_on(told: Told) -> list[tuple[str, str]]:
    """The name as the person says it, in its own script first, and in Latin letters where that
    was told, too; each with its direction. Nothing that was read from a paper or used on the way.
    """
    said = [words for name in told.names if (words := _said(name))]
    said = said or [told.called]
    own = next((words for words in said if script_of(words) != LATIN), "")
    latin = next((words for words in said if script_of(words) == LATIN), "")
    return [(words, _direction(words)) for words in (own, latin) if words]


def _said(name: Name) -> str:
    parts = [part for part in name if part.source == Source.SAYS and part.role not in ASIDE]
    return " ".join(part.text for part in parts)


def _direction(words: str) -> str:
    return "rtl" if script_of(words) in RIGHT_TO_LEFT else "ltr"


def _square(address: str) -> SafeString:
    drawn = segno.make(address, error="m").svg_inline(border=2, omitsize=True, scale=1)
    return mark_safe(drawn)  # noqa: S308 - drawn by us, from an address of ours
