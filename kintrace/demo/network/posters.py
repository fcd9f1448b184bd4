"""A region, one issue of the first desk, and where its sheets hang."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step
from kintrace.network.access import Role
from kintrace.wall import actions as wall
from kintrace.wall import lookups
from kintrace.wall.posters import ROOM, Size, hangs_until

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House

ADMINISTRATOR = "nils"
LANGUAGES = ["en", "ar"]
PLACES = ("Eastport station, waiting hall", "Harbour Street, beside the door")


def steps(house: House) -> tuple[Step, ...]:
    """After the office stands: its administrator says whose faces may hang together."""
    return (
        Step(f"{house.code} region", partial(_settle_region, house)),
        Step(f"{house.code} poster", partial(_make_poster, house)),
    )


def _settle_region(house: House) -> None:
    society = named(house.members[0].sign_in).society_id
    with seated(named(ADMINISTRATOR)) as by:
        if not lookups.regions_of(society):
            wall.settle_region(
                None,
                name="Along the coast",
                scope="People who were separated on their way along the coast.",
                criteria="Whoever agreed to posters.",
                societies=[str(society)],
                languages=LANGUAGES,
                by=by,
            )


def _make_poster(house: House) -> None:
    """One issue with as many faces as it has room for, on two walls."""
    today = timezone.localdate()
    with seated(named(house.of(Role.CASEWORKER)[0])) as by:
        if lookups.posters(by):
            return
        region = lookups.regions_of(by.society_id)[0]
        faces = lookups.printable(region, hangs_until(today), by=by)[: ROOM[Size.A4]]
        plan: dict[str, Any] = {"languages": LANGUAGES, "size": Size.A4, "month": today}
        poster = wall.make_poster(region, **plan, faces=[face.pk for face in faces], by=by)
        for where in PLACES:
            wall.hang(poster, where=where, who="Chidi", since=today, by=by)
