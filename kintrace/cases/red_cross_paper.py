"""A Red Cross Message on paper: the sheet with the news, the sheet for the answer. Kept nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import get_language_info, override

from kintrace.cases import lookups
from kintrace.cases.red_cross import BY_SOCIETY, REACH
from kintrace.cases.red_cross_pages import in_words
from kintrace.cases.red_cross_words import PERSON, SHEET, THROUGH
from kintrace.names.scripts import RIGHT_TO_LEFT, script_of
from kintrace.ui import paper
from kintrace.ui.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.models import Society

STYLE = Path(__file__).parent / "static" / "cases" / "red_cross.css"
PICTURE = "way"
BLANK = 22  # lines for a hand, below two names, on one sheet
NAMES, DOOR = ("name", "name_own"), ("address", "phone")
SHEET_OF_PICTURE = {"sketch": "way", "photo": "photo"}


def pdf(message: RedCrossMessage) -> bytes:
    """Both sheets. Needs the inbox box open. Raises PaperMissing, BoxIsShut."""
    picture = lookups.picture_of(message)
    pictures = {PICTURE: picture} if picture else {}
    return paper.pdf(html(message), style=STYLE.read_text("utf-8"), pictures=pictures)


def html(message: RedCrossMessage) -> str:
    """The page that is printed: each label in the sender's language and in the addressee's."""
    sender, addressee, text, picture = (
        lookups.part_of(message, kind) for kind in lookups.WRITTEN_AT_HOME
    )
    through = sender.get("reply_to") == "society"
    by_society = addressee.get(REACH) == BY_SOCIETY
    tongues = list(dict.fromkeys((addressee["language"], sender["language"])))
    facts = {
        "tongues": [_tongue(one) for one in tongues],
        "label": {name: _said(words, tongues) for name, words in SHEET.items()},
        "reference": message.reference,
        "society": message.society,
        "written": _days(message, tongues),
        "sender": _rows(sender, tongues),
        "through": _through(message.society, tongues) if through else [],
        "addressee": _rows(addressee, tongues),
        "to_through": _through(_deliverer(message), tongues) if by_society else [],
        "answers": _rows({one: addressee.get(one) for one in NAMES}, tongues),
        "back_to": _rows({one: sender.get(one) for one in (*NAMES, *DOOR)}, tongues),
        "text": text["text"],
        "text_runs": "rtl" if script_of(text["text"]) in RIGHT_TO_LEFT else "ltr",
        "picture": SHEET_OF_PICTURE.get(picture.get("what", ""), ""),
        "blank": range(BLANK),
    }
    return render_to_string("cases/red_cross/paper.html", facts)


def _tongue(language: str) -> dict[str, str]:
    info = get_language_info(language)
    return {"code": language, "direction": "rtl" if info["bidi"] else "ltr"}


def _said(words: object, tongues: Iterable[str]) -> list[dict[str, str]]:
    """The same words in each language of the sheet."""
    said = []
    for language in tongues:
        with override(language):
            said.append({"words": isolated(str(words)), **_tongue(language)})
    return said


def _rows(person: dict[str, Any], tongues: list[str]) -> list[dict[str, Any]]:
    rows = []
    for name, label in PERSON.items():
        if not person.get(name) or not in_words(name, person[name]):
            continue
        coded = name in {"sex", "relation"}
        value = _coded(name, person[name], tongues) if coded else [isolated(person[name])]
        rows.append({"label": _said(label, tongues), "values": value})
    return rows


def _coded(name: str, value: str, tongues: list[str]) -> list[str]:
    said = []
    for language in tongues:
        with override(language):
            said.append(isolated(in_words(name, value)))
    return said


def _deliverer(message: RedCrossMessage) -> Society:
    return message.partner or message.society


def _through(society: Society, tongues: list[str]) -> list[dict[str, str]]:
    """Through a society, which alone knows where the person lives."""
    said = []
    for language in tongues:
        with override(language):
            words = THROUGH % {"society": society.name}
            said.append({"words": isolated(words), **_tongue(language)})
    return said


def _days(message: RedCrossMessage, tongues: list[str]) -> list[dict[str, str]]:
    said = []
    for language in tongues:
        with override(language):
            said.append({"words": date_format(message.begun, "DATE_FORMAT"), **_tongue(language)})
    return said
