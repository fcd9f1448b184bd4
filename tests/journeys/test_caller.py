"""Somebody reads `11-17` from a poster over the phone, and hears the answer later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from kintrace.cases.actions import faces
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import NOBODY_DANGEROUS, latest, put_up, taken
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.tests.cast import in_half_a_year, stands
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Society
    from kintrace.wall.models import Region
    from tests.journeys.people import AtTheDesk, OnThePhone

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]

WORD = "almond"


def test_a_caller_names_11_17_is_written_down_and_reads_the_answer(
    scene: Scene, desks: dict[str, AtTheDesk], yonas: OnThePhone
) -> None:
    printed_as_the_seventeenth_of_the_eleventh_poster(scene, selam(scene))
    alma = desks["alma"]
    alma.sign_in()
    code = alma.take_a_call("11 17", "He works at the harbour.", WORD)
    assert "He works at the harbour." in alma.answer("Thank you. We go there tomorrow.")
    assert "We go there tomorrow." in yonas.read_answer(code, WORD)


def selam(scene: Scene) -> UUID:
    """Selam's face on the wall, agreed to for posters; gives the face."""
    until = timezone.localdate() + timedelta(days=300)
    agreed: dict[str, Any] = {"scope": ["wall", "posters"], "how": "spoken", "until": until}
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        faces.consent(case, recognised=NOBODY_DANGEROUS, **agreed, by=scene.alma)
        taken(case, by=scene.alma)
        faces.propose(case, **put_up(), by=scene.alma)
        looks = faces.Looks(fifteen=True, eighteen=True)
        faces.decide(latest(case), agreed=True, by=scene.omar, looks=looks)
        faces.put_on_wall(case, by=scene.alma)
        face = latest(case).face
    assert face is not None
    return face


def printed_as_the_seventeenth_of_the_eleventh_poster(scene: Scene, face: UUID) -> None:
    """Ten posters of one photo each, and one where sixteen of another society come first."""
    neighbours, until = found("TV"), in_half_a_year()
    with reading_as(neighbours.pk):
        others = [stands(neighbours, "sister", posters_until=until).pk for _ in range(16)]
    here, month = region(scene, neighbours), timezone.localdate()
    plan: dict[str, Any] = {"languages": ["en"], "size": "a3", "month": month}
    with scene.acting(scene.alma):
        for shown in [others[:1]] * 10:
            wall.make_poster(here, **plan, faces=shown, by=scene.alma)
        poster = wall.make_poster(here, **plan, faces=[*others, face], by=scene.alma)
    assert poster.number == 11


def region(scene: Scene, neighbours: Society) -> Region:
    nils = enlist(scene.society, Role.NETWORK_ADMIN, "nils")
    said: dict[str, Any] = {"name": "The middle sea", "scope": "Separated at sea.", "criteria": ""}
    both = [str(scene.society.pk), str(neighbours.pk)]
    with reading_as(scene.society.pk, member=nils.pk):
        return wall.settle_region(None, **said, societies=both, languages=["en"], by=nils)
