"""Somebody who is sought died: what was told of it, and every step until the family was told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal.browser import field
from kintrace.operations.steal.found import FOUND
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk


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
