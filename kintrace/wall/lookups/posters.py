"""What the staff side reads of regions and posters: of its own society, and what is public."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from kintrace.protection import lookups as protection
from kintrace.protection.purposes import Purpose, Scope
from kintrace.vault.reader import KeyNotAtHand, reader_in_force
from kintrace.wall.lookups.desk import notice_of_face
from kintrace.wall.lookups.showing import showing
from kintrace.wall.models import Face, Hanging, Notice, Poster, PosterIssueFace, Region, Spot
from kintrace.wall.posters import NoSuchCode, read_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from kintrace.network.models import Member

# --- regions ---


def regions() -> list[Region]:
    """Every region of the network, by name."""
    return list(Region.objects.all())


def regions_of(society: UUID) -> list[Region]:
    """The regions a society makes posters for."""
    return [region for region in regions() if str(society) in region.societies]


def region(region_id: UUID) -> Region:
    """The region, or 404. Regions are the whole network's."""
    return get_object_or_404(Region, pk=region_id)


# --- who may stand on a poster ---


def printable(region: Region, until: date, *, by: "Member") -> list[Face]:
    """The faces that may stand on a poster of the member's society until this day.

    Who stood on its posters least often comes first, and else the order means nothing.
    """
    often = Counter(Spot.objects.filter(society_id=by.society_id).values_list("face", flat=True))
    found = [
        face
        for face in showing()
        if str(face.society_id) in region.societies and may_be_printed(face, until, by=by)
    ]
    return sorted(found, key=lambda face: (often[face.pk], _shuffled(face, until)))


def may_be_printed(face: Face, until: date, *, by: "Member") -> bool:
    """Of the own society as protection says now; of another as far as its public row says so."""
    if face.live_until < until:
        return False
    if face.society_id != by.society_id:
        return face.posters_until is not None and face.posters_until >= until
    notice = notice_of_face(by, face.pk)
    return notice is not None and _agreed(notice, until, by=by)


def _agreed(notice: Notice, until: date, *, by: "Member") -> bool:
    subject, scope = notice.subject, Scope.POSTERS
    agreed = protection.agreed_until(subject, scope)
    if agreed is None or agreed < until:
        return False
    return bool(protection.may(subject, Purpose.PUBLISH, with_=by.society_id, scope=scope))


def _shuffled(face: Face, until: date) -> bytes:
    return sha256(until.isoformat().encode() + face.pk.bytes).digest()


def printed_by_others_until(subject: UUID) -> date | None:
    """Until when other societies, too, may print this person's face; None for never.

    They cannot ask who must not learn of the person. So where anybody must not, nobody prints; nor
    where that cannot be read.
    """
    try:
        nobody = not protection.not_with(subject)
    except KeyNotAtHand:
        nobody = False
    return protection.agreed_until(subject, Scope.POSTERS) if nobody else None


# --- posters ---


def posters(member: "Member") -> list[Poster]:
    """The society's issues, the newest first."""
    own = Poster.objects.filter(society_id=member.society_id)
    return list(own.select_related("issue", "region").prefetch_related("hangings"))


def poster_for(member: "Member", poster_id: UUID) -> Poster:
    """The issue, or 404: the same for absent and for another society's."""
    own = Poster.objects.filter(society_id=member.society_id).select_related("issue", "region")
    return get_object_or_404(own, pk=poster_id)


def spots(poster: Poster) -> list[Spot]:
    """The places on the paper in their order, whether anybody may be seen there or not."""
    return list(Spot.objects.filter(poster=poster).select_related("poster"))


def withdrawn(posters: "Iterable[UUID]") -> dict[UUID, list[Spot]]:
    """By issue the places of those who were taken down since it was made."""
    stands = PosterIssueFace.objects.filter(issue=OuterRef("poster__issue"), face=OuterRef("face"))
    gone = Spot.objects.filter(~Exists(stands), poster__in=list(posters))
    found: dict[UUID, list[Spot]] = {}
    for spot in gone.select_related("poster"):
        found.setdefault(spot.poster_id, []).append(spot)
    return found


def faces_on(poster: Poster, *, by: "Member") -> dict[UUID, Face]:
    """The faces of an issue that may be printed now. Who is not among them leaves no trace."""
    found = showing(poster.issue.token)
    return {face.pk: face for face in found if may_be_printed(face, poster.until, by=by)}


def on_paper(face: UUID) -> list[str]:
    """The codes under which a face stands on posters of the reader's society."""
    found = Spot.objects.filter(face=face, society_id=reader_in_force().society)
    return [str(spot.code) for spot in found.select_related("poster").order_by("poster__number")]


# --- where they hang ---


@dataclass(frozen=True)
class Sheet:
    """One sheet on a wall: which codes on it must go, and which of them are covered."""

    hanging: Hanging
    withdrawn: list[Spot]
    covered: frozenset[int]

    @property
    def uncovered(self) -> list[Spot]:
        return [spot for spot in self.withdrawn if spot.place not in self.covered]


def sheets(poster: Poster) -> list[Sheet]:
    """Where an issue hangs or hung, with what is to do there."""
    return _sheets(Hanging.objects.filter(poster=poster))


def hanging_sheets(member: "Member") -> list[Sheet]:
    """Every sheet of the society that hangs now."""
    return _sheets(Hanging.objects.filter(society_id=member.society_id, down=None))


def _sheets(rows: "QuerySet[Hanging]") -> list[Sheet]:
    hangings = list(rows.select_related("poster__issue").prefetch_related("covered"))
    gone = withdrawn({hanging.poster_id for hanging in hangings})
    return [
        Sheet(
            hanging,
            gone.get(hanging.poster_id, []),
            frozenset(covered.place for covered in hanging.covered.all()),
        )
        for hanging in hangings
    ]


def hanging_for(member: "Member", hanging_id: UUID) -> Hanging:
    """Where a sheet of the own society hangs, or 404."""
    own = Hanging.objects.filter(society_id=member.society_id).select_related("poster")
    return get_object_or_404(own, pk=hanging_id)


def withdrawn_spot(hanging: Hanging, place: str) -> Spot | None:
    """A place on this sheet where somebody stood who was withdrawn, as a form names it."""
    gone = withdrawn([hanging.poster_id]).get(hanging.poster_id, [])
    return next((spot for spot in gone if str(spot.place) == place), None)


# --- a caller names a code ---


@dataclass(frozen=True)
class Called:
    """Whom a caller means: the place on the paper, and the face while it may be seen."""

    spot: Spot
    face: Face | None


def called(member: "Member", said: str) -> Called:
    """The face under a code of the member's society, as typed. Raises NoSuchCode."""
    code = read_code(said)
    own = Spot.objects.filter(society_id=member.society_id).select_related("poster")
    spot = own.filter(poster__number=code.issue, place=code.place).first()
    if spot is None:
        raise NoSuchCode(
            _("No poster of yours has this code. Ask the caller to read both numbers once more.")
        )
    return Called(spot, next((face for face in showing() if face.pk == spot.face), None))
