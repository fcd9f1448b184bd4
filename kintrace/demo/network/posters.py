"""A region, an issue of the first society and one of the second, and where their sheets hang."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step
from kintrace.network.access import Role
from kintrace.wall import actions as wall
from kintrace.wall import lookups
from kintrace.wall.posters import ROOM, Size, hangs_until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from kintrace.demo.network.houses import House
    from kintrace.wall.models import Face

ADMINISTRATOR = "nils"
LANGUAGES = ["en", "ar"]
REGION = "Along the coast"
# By the society that prints: where a sheet hangs, and who hung it.
PLACES = {
    "NM": (
        ("Eastport station, waiting hall", "Chidi"),
        ("Harbour Street, beside the door", "Chidi"),
    ),
    "TV": (("Gare de Montrive, hall", "Didier"), ("Quai Neuf, ferry office", "Didier")),
}


def steps(house: House) -> tuple[Step, ...]:
    """After the office stands: its administrator says whose faces may hang together."""
    return (
        Step(f"{house.code} region", partial(_settle_region, [house])),
        Step(f"{house.code} poster", partial(_make_poster, house, size=Size.A4)),
    )


def together(first: House, second: House) -> tuple[Step, ...]:
    """A second society joins the region, and its poster shows faces of both."""
    return (
        Step(f"{second.code} region", partial(_settle_region, [first, second])),
        Step(f"{second.code} poster", partial(_make_poster, second, size=Size.A3)),
    )


def _settle_region(houses: Sequence[House]) -> None:
    societies = [str(named(house.members[0].sign_in).society_id) for house in houses]
    with seated(named(ADMINISTRATOR)) as by:
        region = next((one for one in lookups.regions() if one.name == REGION), None)
        if region is None or not set(societies) <= set(region.societies):
            wall.settle_region(
                region,
                name=REGION,
                scope="People who were separated on their way along the coast.",
                criteria="Whoever agreed to posters.",
                societies=societies,
                languages=LANGUAGES,
                by=by,
            )


def _make_poster(house: House, *, size: Size) -> None:
    """One issue with as many faces as it has room for, on two walls."""
    today = timezone.localdate()
    with seated(named(house.of(Role.CASEWORKER)[0])) as by:
        if lookups.posters(by):
            return
        region = lookups.regions_of(by.society_id)[0]
        faces = _of_each(lookups.printable(region, hangs_until(today), by=by))[: ROOM[size]]
        plan: dict[str, Any] = {"languages": LANGUAGES, "size": size, "month": today}
        poster = wall.make_poster(region, **plan, faces=[face.pk for face in faces], by=by)
        for where, who in PLACES[house.code]:
            wall.hang(poster, where=where, who=who, since=today, by=by)


def _of_each(faces: Sequence[Face]) -> list[Face]:
    """One face of each society in turn, so that a sheet with little room shows all of them."""
    own: dict[UUID, list[Face]] = {}
    for face in faces:
        own.setdefault(face.society_id, []).append(face)
    turns = zip_longest(*own.values())
    return [face for turn in turns for face in turn if face is not None]
