"""Steps of a face's way to the wall, by the real actions, for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from freezegun.api import FrozenDateTimeFactory

from kintrace.audit.actors import Machine
from kintrace.cases import reminders
from kintrace.cases.actions import contacts, faces, retention, reviews
from kintrace.cases.actions.contacts import Talk
from kintrace.cases.actions.reviews import Reviewed
from kintrace.vault.reader import reading_as
from kintrace.vault.tests.camera import camera_jpeg
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member
    from kintrace.wall.models import Notice

NOBODY_DANGEROUS = faces.Recognised("People from home.", "no")


def consented(case: Case, *, by: Member, how: str = "spoken", until: date | None = None) -> None:
    last = until or timezone.localdate() + timedelta(days=90)
    faces.consent(case, recognised=NOBODY_DANGEROUS, scope=["wall"], how=how, until=last, by=by)


@cache
def _photo() -> bytes:
    return camera_jpeg(megapixels=0.4)


def taken(case: Case, *, by: Member) -> None:
    faces.keep_photo(case, photo=_photo(), by=by)


def put_up() -> dict[str, Any]:
    """What the proposal says."""
    return {"frame": "whole", "relations": ["brother"], "sex": "woman", "age_band": "15"}


def latest(case: Case) -> Notice:
    notice = notice_of(case.subject)
    assert notice is not None
    return notice


def on_the_wall(case: Case, *, until: date, alma: Member, omar: Member) -> Notice:
    """The whole way; inside a reader of the society."""
    consented(case, by=alma, until=until)
    taken(case, by=alma)
    faces.propose(case, **put_up(), by=alma)
    faces.decide(latest(case), agreed=True, by=omar, looks=faces.Looks(fifteen=True, eighteen=True))
    faces.put_on_wall(case, by=alma)
    return latest(case)


# --- under a moved clock: a face hangs since the first of March, for 300 days ---

BEGIN = date(2026, 3, 1)
LASTS = 300
TWO_YEARS = 731
Clock = FrozenDateTimeFactory
NO = {"outcome": "no", "until": None}
NOT_REACHED = {"partner": "nobody", "outcome": "not_reached", "until": None}


def day(number: int) -> date:
    return BEGIN + timedelta(days=number)


def go(clock: Clock, number: int) -> None:
    clock.move_to(f"{day(number).isoformat()} 12:00")


def end_old(scene: Scene) -> int:
    """The daily run of this society's closed cases, today."""
    with reading_as(scene.society.pk):
        return retention.end_old_cases(timezone.localdate(), by=Machine(scene.society.pk)).total()


def reviewed(case: Case, *, by: Member, way: str = "phone", said: str = "") -> Case:
    """The case is looked at again today."""
    review = Reviewed(timezone.localdate(), way, said)
    return reviews.note_review(case, review=review, by=by)


def log(scene: Scene, case: Case, **said: Any) -> None:
    """Alma writes down that the person wants the photo up for 300 days more, or what is said."""
    today = timezone.localdate()
    talk = Talk(today, "phone", "person", "wants", today + timedelta(days=LASTS))
    with scene.acting(scene.alma):
        contacts.log_contact(case, talk=replace(talk, **said), by=scene.alma)


def asks(scene: Scene) -> list[date]:
    """Since when Alma's work list asks her to speak with somebody on the wall."""
    with scene.acting(scene.alma):
        return [one.since for one in reminders.due_for(scene.alma)]
