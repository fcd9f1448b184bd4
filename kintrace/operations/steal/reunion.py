"""A family that is in touch comes together: the dossier, its list and its steps, by the pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal.browser import field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk

_FOUND = re.compile(r'href="(/desk/found/[0-9a-f-]{36}/)"')
_PLACE = re.compile(r'name="places" value="([0-9a-f-]{36})"')


def come_together(case: str, *, by: AtTheDesk, officer: AtTheDesk) -> None:
    """`case`: the address of one in which contact was passed on."""
    place = field(officer.get("/desk/after-contact/"), _PLACE)
    officer.send("/desk/after-contact/", {"places": [place], "days": "7, 30"})
    dossier = f"{field(by.get(case), _FOUND)}together/"
    officer.get(f"{dossier}open/")
    today = timezone.localdate().isoformat()
    said = {"seeker_day": today, "seeker_how": "spoken", "found_day": today, "found_how": "phone"}
    looked = {"looked": officer.planted.sentence(Kind.BOX, 4), "place": place}
    officer.send(f"{dossier}open/", said | looked)
    asked = {"what": "other", "whose": "found", "held": "held", "until": today}
    by.send(f"{dossier}list/", asked | {"called": by.planted.sentence(Kind.PERSONAL, 3)})
    by.send(f"{dossier}dossier/", {"day": today, "note": by.planted.sentence(Kind.BOX, 3)})
    by.get(dossier)
