"""A family that is in touch comes together: the dossier, its list and its steps, by the pages."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal.browser import field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk

_FOUND = re.compile(r'href="(/desk/found/[0-9a-f-]{36}/)"')
_PLACE = re.compile(r'name="places" value="([0-9a-f-]{36})"')


def come_together(case: str, *, by: AtTheDesk, officer: AtTheDesk, admin: AtTheDesk) -> None:
    """`case`: the address of one in which contact was passed on."""
    admin.send("/desk/places/add/", {"name": "Quiet room", "address": "Main street 1"})
    place = field(officer.get("/desk/after-contact/"), _PLACE)
    officer.send("/desk/after-contact/", {"places": [place], "days": "7, 30"})
    found = field(by.get(case), _FOUND)
    dossier = f"{found}together/"
    officer.get(f"{dossier}open/")
    today = timezone.localdate().isoformat()
    said = {"seeker_day": today, "seeker_how": "spoken", "found_day": today, "found_how": "phone"}
    looked = {"looked": officer.planted.sentence(Kind.BOX, 4), "place": place}
    officer.send(f"{dossier}open/", said | looked)
    asked = {"what": "other", "whose": "found", "held": "held", "until": today}
    by.send(f"{dossier}list/", asked | {"called": by.planted.sentence(Kind.PERSONAL, 3)})
    by.send(f"{dossier}dossier/", {"day": today, "note": by.planted.sentence(Kind.BOX, 3)})
    by.get(dossier)
    _pass_on(case, by)
    _ask_later(found, by)


def _pass_on(case: str, by: AtTheDesk) -> None:
    """To somebody else who helps; before the worry, which holds the person."""
    asked = {"helper": "legal", "parts": ["name", "need"], "how": "spoken", "wants": "on"}
    to = by.send(f"{case}refer/", asked | {"name": by.planted.sentence(Kind.PERSONAL, 3)})
    came = {"standing": "accepted", "result": by.planted.sentence(Kind.BOX, 3)}
    later = timezone.localdate() + timedelta(days=9)
    by.send(to, came | {"ask_on": later.isoformat()})
    by.get(to)


def _ask_later(found: str, by: AtTheDesk) -> None:
    said = {"side": "seeker", "way": "call", "how": "spoken"}
    by.send(f"{found}plan/begin/", said | {"sentence": by.planted.sentence(Kind.BOX, 3)})
    note = {"note": by.planted.sentence(Kind.BOX, 3), "worry": by.planted.sentence(Kind.BOX, 3)}
    by.send(f"{found}plan/day/", note | {"outcome": "done", "way": "call"})
    by.get(f"{found}plan/")
