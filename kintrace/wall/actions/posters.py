"""Posters: made from live faces, hung, covered, taken down; and the regions they are made for."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import Actor, record
from kintrace.audit.deeds import Deed
from kintrace.protection.retention import Kind, default
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reader_in_force
from kintrace.wall import lookups
from kintrace.wall.actions.papers import recall
from kintrace.wall.models import (
    Covered,
    Face,
    Hanging,
    Notice,
    Poster,
    PosterIssue,
    PosterIssueFace,
    Region,
    Spot,
)
from kintrace.wall.posters import ROOM, Size, first_of, hangs_until

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.models import Member

KEPT_AFTER = default(Kind.POSTER)  # old sheets are found on walls for a long time


class MayNotHang(Refusal):
    """A chosen face may not stand on this poster, or no longer."""


class NothingChosen(Refusal):
    """A poster shows at least one face, and no more than it has room for."""


@transaction.atomic
def settle_region(region: Region | None, *, by: "Member", **said: Any) -> Region:
    """Make a region or change what is said of it (name, scope, criteria, societies, languages)."""
    deed = Deed.CHANGED_REGION if region else Deed.MADE_REGION
    region = region or Region()
    for name, value in said.items():
        setattr(region, name, value)
    region.save()
    record(deed, about=region.pk, by=by)
    return region


@transaction.atomic
def make_poster(
    region: Region,
    *,
    languages: Sequence[str],
    size: str,
    month: date,
    faces: Sequence["UUID"],
    by: "Member",
) -> Poster:
    """Make an issue of these faces, in this order. Raises MayNotHang, NothingChosen."""
    if not 0 < len(faces) <= ROOM[Size(size)]:
        raise NothingChosen(
            _("Choose at least one photo, and no more than the poster has room for.")
        )
    chosen = _allowed(faces, region, hangs_until(month), by=by)
    issue = PosterIssue.objects.create(month=first_of(month))
    poster = Poster.objects.create(
        society_id=by.society_id,
        issue=issue,
        number=_next_number(by),
        region=region,
        languages=list(languages),
        size=size,
        made_by=by,
    )
    _fill(poster, chosen)
    record(Deed.MADE_POSTER, about=poster.pk, by=by)
    return poster


def _allowed(faces: Sequence["UUID"], region: Region, until: date, *, by: "Member") -> list[Face]:
    """Asked once more: since the page was made, somebody may have taken their consent back."""
    allowed = {face.pk: face for face in lookups.printable(region, until, by=by)}
    if not set(faces) <= allowed.keys():
        raise MayNotHang(
            _("One of these photos may no longer stand on a poster. Look at the page once more.")
        )
    return [allowed[face] for face in faces]


def _next_number(by: "Member") -> int:
    own = Poster.objects.filter(society_id=by.society_id)
    own.select_for_update().first()  # who makes one at the same moment waits for this one's number
    last: int | None = own.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _fill(poster: Poster, faces: Sequence[Face]) -> None:
    PosterIssueFace.objects.bulk_create(
        PosterIssueFace(issue=poster.issue, face=face.pk) for face in sorted(faces, key=_by_id)
    )
    Spot.objects.bulk_create(
        Spot(
            society_id=poster.society_id,
            poster=poster,
            place=place,
            face=face.pk,
            looks_after=face.society_id,
        )
        for place, face in enumerate(faces, start=1)
    )


def _by_id(face: Face) -> "UUID":
    """So that the order of the public rows tells nothing of the places on the paper."""
    return face.pk


@transaction.atomic
def hang(poster: Poster, *, where: str, who: str, since: date, by: "Member") -> Hanging:
    """Note where a sheet hangs, so that it can be found again."""
    hanging = Hanging(society_id=poster.society_id, poster=poster, since=since)
    hanging.where, hanging.who = where, who
    hanging.save(force_insert=True)
    record(Deed.HUNG_POSTER, about=hanging.pk, by=by)
    return hanging


@transaction.atomic
def take_off(hanging: Hanging, *, by: "Member") -> Hanging:
    """The sheet is down; doing it again changes nothing."""
    if hanging.down is None:
        hanging.down = timezone.localdate()
        hanging.save(update_fields=["down"])
        record(Deed.TOOK_POSTER_OFF, about=hanging.pk, by=by)
    return hanging


@transaction.atomic
def hang_again(hanging: Hanging, *, by: "Member") -> Hanging:
    """It was noted by mistake that the sheet is down."""
    if hanging.down is not None:
        hanging.down = None
        hanging.save(update_fields=["down"])
        record(Deed.HUNG_POSTER, about=hanging.pk, by=by)
    return hanging


@transaction.atomic
def cover(hanging: Hanging, *, place: int, covered: bool, by: "Member") -> None:
    """Note that a withdrawn face is covered on this sheet, or that it is not after all."""
    if covered:
        Covered.objects.get_or_create(
            hanging=hanging, place=place, defaults={"society_id": hanging.society_id}
        )
    else:
        Covered.objects.filter(hanging=hanging, place=place).delete()
    deed = Deed.COVERED_FACE if covered else Deed.UNCOVERED_FACE
    record(deed, about=hanging.pk, by=by)


@transaction.atomic
def keep_promises() -> None:
    """Let each live face of the reader's society say anew until when others may print it."""
    society = reader_in_force().society
    live = Notice.objects.filter(society_id=society, state=Notice.State.LIVE)
    for face, subject in live.values_list("face", "subject"):
        until = lookups.printed_by_others_until(subject)
        Face.objects.filter(pk__in=[face]).update(posters_until=until)


@transaction.atomic
def keep_from_others(notice: Notice) -> bool:
    """Somebody must not learn of this person: no other society prints the face, or has it hang.

    A partner who was asked to look at it is asked no more. Answers whether anything stood there.
    """
    if notice.face is None:
        return recall(notice)
    own = Poster.objects.filter(society_id=notice.society_id).values("issue")
    theirs = PosterIssueFace.objects.filter(face=notice.face).exclude(issue__in=own)
    hung, _rows = theirs.delete()
    printed = Face.objects.filter(pk=notice.face, posters_until__isnull=False)
    return bool(printed.update(posters_until=None) + hung)


@transaction.atomic
def forget_old(today: date, *, by: Actor) -> int:
    """Delete the reader's society's issues a year after their last day, when no sheet hangs."""
    own = Poster.objects.filter(society_id=reader_in_force().society).select_related("issue")
    hung = Hanging.objects.filter(down=None).values("poster")
    over = [one for one in own.exclude(pk__in=hung) if one.until < today - KEPT_AFTER]
    for poster in over:
        pk, issue = poster.pk, poster.issue
        poster.delete()
        issue.delete()
        record(Deed.EXPIRED, about=pk, by=by)
    return len(over)
