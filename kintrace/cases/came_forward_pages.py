"""What the pages about people who came forward show, and with what their form begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator

from kintrace.cases import inbox, lookups, outside
from kintrace.cases.forms import LANGUAGES
from kintrace.names.scripts import script_of
from kintrace.people.calendars import Precision
from kintrace.people.lookups import people_of
from kintrace.people.told import Sex
from kintrace.protection.holders import clocks
from kintrace.protection.lookups import Denied, may, risk_answers
from kintrace.protection.purposes import Purpose
from kintrace.ui.spoken import plain_digits
from kintrace.wall.lookups import is_kept
from kintrace.wall.relations import AgeBand, Who

if TYPE_CHECKING:
    from kintrace.cases.models import CameForward
    from kintrace.network.models import Member
    from kintrace.wall.models import Message

PAGE = 50
LATIN = "Latn"
SEXES = {"woman": Sex.FEMALE, "man": Sex.MALE}
BANDS = {AgeBand.FROM_15: (15, 24), AgeBand.FROM_25: (25, 44), AgeBand.FROM_45: (45, 64)}
BANDS_TO_100 = {AgeBand.FROM_65: (65, 100), "0": (0, 14)}
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


def listed(member: Member, asked: dict[str, str]) -> dict[str, Any]:
    """By routing alone: no name is opened for a list."""
    closed = asked.get("which") == "ended"
    page = Paginator(lookups.forward_list(member, closed=closed), PAGE).get_page(asked.get("page"))
    return {"page": page, "leads": list(page), "closed": closed}


def shown(lead: CameForward, *, by: Member) -> dict[str, Any]:
    beside = lookups.forward_beside(lead)
    # A colleague's page is the same with and without a hold (decision 024).
    unseen = not outside.works_on_lead(lead, by)
    denied = may(lead.subject, Purpose.TRACE, despite_hold=unseen)
    return {
        "lead": lead,
        "person": people_of([lead.subject]).get(lead.subject),
        "beside": beside,
        "kin": [Who(one).label for one in beside.kin],
        "asks_safety": lead.is_open and risk_answers(lead.subject) is None,
        "waits": denied.sentence if isinstance(denied, Denied) and lead.is_open else "",
        "searchable": lead.is_open and bool(denied),
        "has_message": is_kept(by, lead.message),
        "clocks": clocks(lead.subject),
    }


def beside_message(message: Message) -> dict[str, Any]:
    """What stands above the form: question by question, as it was told."""
    return {
        "message": message,
        "said": list(inbox.said(message.body)),
        "text": message.body["text"],
    }


def begun_with(body: dict[str, Any]) -> dict[str, Any]:
    """The form as the person would fill it in, as far as a program can tell."""
    names = [*_in_script("given", body.get("names", ""), body.get("names_other", ""))]
    names += _in_script("father", body.get("father", ""))
    told = {name: body.get(name, "") for name in ("mother", "kin", "kin_names", "together")}
    spoken = [body["page_language"]] if body.get("page_language") in dict(LANGUAGES) else []
    sex = SEXES.get(body.get("me", ""), Sex.UNKNOWN)
    place = {"place": body.get("origin", ""), "sex": sex, "languages": spoken}
    return dict(names) | told | place | _born(body)


def feared_by(body: dict[str, Any]) -> dict[str, Any]:
    """They were asked in writing: nothing said is a no, until somebody speaks with them."""
    feared = body.get("feared", "")
    return {"fears": "yes" if feared else "no", "persons": feared}


def _in_script(part: str, *texts: str) -> list[tuple[str, str]]:
    """A text in Latin letters stands in the first column, another in the second."""
    found = [
        (part if script_of(text) == LATIN else f"{part}_original", text) for text in texts if text
    ]
    return found[::-1]  # of two in the same letters the first stays


def _born(body: dict[str, Any]) -> dict[str, Any]:
    """As said, with the numbers that can be read out of it."""
    said = body.get("born", "")
    year = _YEAR.search(plain_digits(said))
    if year:
        return {"said": said, "year": year[1], "precision": Precision.YEAR}
    ages = (BANDS | BANDS_TO_100).get(body.get("age", ""))
    if ages is None:
        return {"said": said}
    return {"said": said, "age": ages[0], "age_to": ages[1], "precision": Precision.BAND}
