"""Somebody who is sought died: what was told of it, and every step until the family was told."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal.browser import field
from kintrace.operations.steal.found import FOUND
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk

PLACE = re.compile(r'href="/desk/sources/([0-9a-f-]{36})/"')
ENQUIRY = re.compile(r'href="(/desk/enquiries/[0-9a-f-]{36}/)"')
CARD = re.compile(r'href="(/desk/unnamed/[0-9a-f-]{36}/)"')


def tell_of_a_death(case: str, *, by: AtTheDesk, officer: AtTheDesk) -> None:
    """From the first word to the talk afterwards; `case` is the address of one."""
    sought, planted = field(by.get(case), FOUND), by.planted
    fate, today = f"{sought}fate/", timezone.localdate()
    said = {"by": "witness", "day": today.isoformat()}
    by.send(f"{fate}said/", said | {"said": planted.sentence(Kind.BOX, 3)})
    sure = said | {"standing": "confirmed", "authority": "registry"}
    sure |= {"reference": planted.word(Kind.BOX), "said": planted.sentence(Kind.BOX, 2)}
    officer.send(f"{fate}sure/", sure)
    again = (today + timedelta(days=9)).isoformat()
    plan = {name: planted.sentence(Kind.BOX, 2) for name in ("who", "others", "where", "support")}
    days = {"day": today.isoformat(), "again": again, "language": "en"}
    by.send(f"{fate}plan/", plan | days)
    by.get(fate)
    by.send(f"{sought}outcome/", {"result": "dead"})
    by.send(f"{sought}told/", {"day": today.isoformat(), "how": "in_person"})
    by.send(f"{fate}after/", {"day": today.isoformat(), "after": planted.sentence(Kind.BOX, 3)})
    by.get(fate)


def find_nobody(*, by: AtTheDesk) -> None:
    """A card of a body, written, corrected and held beside the searches."""
    planted, day = by.planted, timezone.localdate().isoformat()
    told = {"kind": "body", "sex": "male", "youngest": "20", "oldest": "30", "at_sea": "on"}
    told |= {"place": planted.sentence(Kind.PERSONAL, 2), "day": day, "held_by": "morgue"}
    words = {name: planted.sentence(Kind.BOX, 3) for name in ("marks", "held")}
    by.send("/desk/unnamed/new/", told | words)
    card = field(by.get("/desk/unnamed/"), CARD)
    by.change(f"{card}correct/", told | words | {"sex": "unknown"})
    for page in (card, f"{card}searches/"):
        by.get(page)
    by.send(f"{card}looked/", {})


def ask_a_place(case: str, *, by: AtTheDesk, officer: AtTheDesk) -> None:
    """A hospital stands in the list, is asked and answers."""
    planted, today = by.planted, timezone.localdate()
    place = {name: officer.planted.sentence(Kind.STAFF, 2) for name in ("name", "how")}
    officer.send("/desk/sources/", place | {"kind": "hospital", "country": "AT"})
    known = field(officer.get("/desk/sources/"), PLACE)
    asked = {"source": known, "ground": "vital_interest", "parts": ["sex", "name"]}
    days = {"day": today.isoformat(), "due": (today + timedelta(days=9)).isoformat()}
    sought = field(by.get(case), FOUND)
    by.send(f"{sought}ask-place/", asked | days)
    enquiry = field(by.get(case), ENQUIRY)
    said = {"result": "nothing", "said": planted.sentence(Kind.BOX, 3)}
    by.send(enquiry, said | {"day": today.isoformat()})
    by.get(enquiry)
