"""What the pages of “safe and well” show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from kintrace.cases import lookups, red_cross_known
from kintrace.cases.safe_words import BEFORE, BEFORE_LOOKING, Sentence
from kintrace.cases.states import AT_WORK
from kintrace.people.lookups import person_of
from kintrace.protection.lookups import bases_in_force, notice_given
from kintrace.protection.purposes import Purpose

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case, SafeAndWell
    from kintrace.network.models import Member


class SafePanel:
    """What the person of a case lets be told, on its page."""

    template = "cases/safe/panel.html"

    def context(self, case: Case, *, by: Member) -> dict[str, object]:
        del by
        entry = lookups.safe_in(case)
        return {"entry": entry, "said": said_in(entry), "open": case.state in AT_WORK}


def said_in(entry: SafeAndWell | None) -> list[str]:
    """The sentences, in the language of who reads the page."""
    told = (entry.told if entry else None) or {}
    return [str(Sentence(one).label) for one in told.get("sentences", [])]


def begun_with(case: Case) -> dict[str, Any]:
    """What the case knows of the person, to begin with."""
    person = person_of(case.subject)
    known = red_cross_known.of_person(person)
    birth = person.told.birth
    year = birth.start.year if birth and birth.start.year == birth.end.year else ""
    names = ("name", "name_own", "father")
    return {name: known[name] for name in names} | {"year": year}


def read_before(subject: UUID, *, alone: bool = False) -> dict[str, Any]:
    """What is read aloud, in the language in which the person was informed; `asks` before the
    question for who has no case."""
    given = notice_given(subject)
    language = given.text.language if given else "en"
    with override(language):
        said = [str(one) for one in BEFORE]
        asks = [str(one) for one in BEFORE_LOOKING] if alone else []
    direction = "rtl" if get_language_info(language)["bidi"] else "ltr"
    return {"said": said, "asks": asks, "language": language, "direction": direction}


def shown_alone(entry: SafeAndWell) -> dict[str, Any]:
    """The page of who has no case. With their yes, what is read out when a search is for them."""
    return {
        "entry": entry,
        "said": said_in(entry),
        "looks": _looks(entry),
        "one": {"entry": entry, "said": _in_each(entry)},
    }


def _looks(entry: SafeAndWell) -> str:
    """How far the person agreed that we look whether a search is for them; "" for not at all."""
    if bases_in_force(entry.subject, Purpose.COMPARE).exists():
        return _("We look whether a search is for this person, ours or one of another society.")
    if bases_in_force(entry.subject, Purpose.TRACE).exists():
        return _("We look whether one of our own searches is for this person.")
    return ""


def found(entries: list[SafeAndWell]) -> list[dict[str, Any]]:
    """Name, day and sentences, the sentences in every language in which they may be read out."""
    return [{"entry": one, "name": _name(one), "said": _in_each(one)} for one in entries]


def _name(entry: SafeAndWell) -> str:
    told = entry.told or {}
    return " · ".join(filter(None, (told.get("name", ""), told.get("name_own", ""))))


def _in_each(entry: SafeAndWell) -> list[dict[str, Any]]:
    codes = (entry.told or {}).get("sentences", [])
    each = []
    for language, _name_of in settings.LANGUAGES:
        info = get_language_info(language)
        with override(language):
            words = [str(Sentence(code).label) for code in codes]
        direction = "rtl" if info["bidi"] else "ltr"
        each.append(
            {"code": language, "name": info["name_local"], "direction": direction, "words": words}
        )
    return each
