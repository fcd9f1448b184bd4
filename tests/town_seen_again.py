"""People whom a town's service point sees again, one for the protection team; a talk at a desk."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.network.access import Role
from kintrace.network.lookups import desks
from kintrace.protection.actions import Heard
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.purposes import Channel, How
from kintrace.servicepoints import lookups
from kintrace.servicepoints.actions import Sent, registering, ways_on
from kintrace.servicepoints.actions.ways_on import Wanted
from kintrace.servicepoints.telling import Again, Told
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member
    from kintrace.servicepoints.models import Registration, ServicePoint
    from tests.town import Town

ROSE = Told("Grandmother Rose", ("old",), "Blue scarf", "en")
BROTHERS = Told("Two brothers", ("alone",), "The kite", "ar")


def see_again(town: Town) -> None:
    chidi = town[Role.VOLUNTEER]
    with reading_as(town.society.pk, member=chidi.pk):
        point = lookups.point_for(chidi, town.things["point"])
        rose, brothers = (_registered(point, one, by=chidi) for one in (ROSE, BROTHERS))
        desk, day = desks(town.society.pk)[0], timezone.localdate() + timedelta(days=1)
        talk = ways_on.book(desk, wanted=Wanted(day, time(10, 0), "en", "A bag"), by=chidi)
    town.things.update({"person": rose.pk, "guarded person": brothers.pk, "talk": talk.pk})


def _registered(point: ServicePoint, told: Told, *, by: Member) -> Registration:
    text = texts_in_force(by.society_id)[0]
    return registering.register(
        point,
        told=told,
        heard=Heard(text, Channel.READ_ALOUD),
        how=How.SPOKEN,
        again=Again(timezone.localdate(), point.pk),
        sent=Sent(),
        by=by,
    )
