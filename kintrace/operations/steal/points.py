"""A service point that is planned by its pages: where it is, what was found out, who does what."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.operations.steal.browser import PAGE, Unexpected, field
from kintrace.operations.steal.needles import Kind
from kintrace.servicepoints.needs import GROUPS, How
from kintrace.servicepoints.safe_access import CLAUSES

if TYPE_CHECKING:
    from kintrace.operations.steal.browser import OnThePhone
    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.servicepoints.needs import Question

_POINT = re.compile(r"/desk/points/([0-9a-f-]{36})/change/")


def plan(*, by: AtTheDesk) -> None:
    """Set up, assess, settle, give a task."""
    place = by.planted.sentence(Kind.STAFF, 3)
    by.send("/desk/points/new/", {"name": "Harbour", "kind": "fixed", "place": place, "slots": "4"})
    point = f"/desk/points/{field(by.get('/desk/points/planned/'), _POINT)}/"
    to = by.send(f"{point}needs/begin/", {})
    for group in GROUPS:
        answers = {one.code: _answer(one, by) for one in group.questions}
        to = by.send(to, answers)
    clauses = {f"safe_{one.code}": by.planted.sentence(Kind.STAFF, 4) for one in CLAUSES}
    more = {"services_more": by.planted.sentence(Kind.STAFF, 4)}
    to = by.send(to, clauses | more | {"review_by": _in_a_month()})
    what = by.planted.sentence(Kind.STAFF, 4)
    by.send(to, {"what": what, "person": str(by.member.pk), "due": _in_a_month()})
    by.get(f"{point}safe/")
    by.get("/desk/")
    _make_a_tablet_ready(point.split("/")[3], by)


def _make_a_tablet_ready(point: str, by: AtTheDesk) -> None:
    """What it does without network is sealed in a browser; its name is all that is kept here."""
    wish = {"point": point, "name": by.planted.word(Kind.STAFF)}
    path = "/desk/points/offline/ready/"
    answer = by.client.post(path, wish, content_type="application/json")
    if answer.status_code != PAGE:
        raise Unexpected(f"{path} gave {answer.status_code}")
    by.get("/desk/points/devices/")


def say_how_it_was(society: str, *, by: OnThePhone, stamp: str) -> None:
    """A visitor gives a face and a sentence."""
    words = by.planted.sentence(Kind.BOX, 4)
    said = {"society": society, "mood": "bad", "words": words, "stamp": stamp}
    by.send("/en/feedback/", said, gives=PAGE)


def _answer(question: Question, by: AtTheDesk) -> Any:
    if question.how is How.WORDS:
        return by.planted.sentence(Kind.STAFF, 3)
    if question.how is How.YES:
        return "yes"
    return question.choices.values[0] if question.choices else "ar"


def _in_a_month() -> str:
    return (timezone.localdate() + timedelta(days=30)).isoformat()
