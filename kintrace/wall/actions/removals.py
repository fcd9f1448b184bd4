"""A wish that a face be hidden. The public side hides at once; the staff side carries it out."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.utils import timezone

from kintrace.audit.actions import Actor, record
from kintrace.audit.deeds import Deed
from kintrace.protection import lookups as protection
from kintrace.protection.actions import withdraw
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reader_in_force
from kintrace.vault.refusals import TooManyAtOnce
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors.actions import add_to_day
from kintrace.wall import lookups, screening
from kintrace.wall.actions.messages import Sent, seal
from kintrace.wall.actions.publication import take_down
from kintrace.wall.models import Face, Notice, Removal

if TYPE_CHECKING:
    from uuid import UUID

Kind = Removal.Kind
REST_REFUSED = "rest-refused"  # a day count: wishes that hid no face because too many rest
_TURN = int.from_bytes(b"resting", "big")


@dataclass(frozen=True)
class Emptied:
    """How many faces were wished away without a code, anew; how many wishes could hide none."""

    told: int
    refused: int


def remove_by_code(face: Face) -> None:
    """Hide the face whose removal code was shown; it is gone on the next request."""
    _wish(face, Kind.PROVEN, tag=b"")


def press(face: Face, *, tag: bytes, danger: bool) -> bool:
    """Note a wish without the code.

    Three different addresses in a day, or one who says "I am in danger", rest the face, unless
    too many rest already: then False, and the society and the network's desk are told.
    `tag` stands for the address (visitors.daykey), for this face and day only.
    """
    with transaction.atomic():
        _one_after_the_other()
        room = lookups.has_room_to_rest(but=face.pk)
        _wish(face, Kind.DANGER if danger else Kind.PRESSED, tag=tag, may_rest=room)
    return room


def tell_with_press(
    society: "UUID", *, about: "UUID | None", danger: bool, body: dict[str, Any], word: str = ""
) -> Sent | None:
    """Seal what was said with a press to the society's box.

    The press stands by itself: in a crowd the words are kept without a code, and where nothing
    can be sealed they are not kept (None). Nobody in danger waits for either.
    """
    kind = screening.Kind.DANGER if danger else screening.Kind.ASK
    with suppress(BoxNotTrusted):
        try:
            return seal(society, about=about, body=body, word=word, kind=kind)
        except TooManyAtOnce:
            return seal(society, about=about, body=body, kind=kind)
    return None


def _one_after_the_other() -> None:
    """So that presses at the same moment do not all find the last room.

    On SQLite one transaction writes at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])


@transaction.atomic
def empty_removals(today: date, *, by: Actor) -> Emptied:
    """Carry out what was wished with a code, and write down the other wishes, once each.

    Rests need only yesterday and today: older presses are deleted, and with them the address
    tags. Wishes that could hide no face are counted for the network's desk.
    """
    own = Removal.objects.filter(society_id=reader_in_force().society)
    for wish in own.filter(kind=Kind.PROVEN).select_for_update():
        _carry_out(wish, by=by)
    new = own.filter(seen=False).exclude(kind=Kind.PROVEN)
    wishes = {wish.pk: wish for wish in new.select_for_update()}
    own.filter(pk__in=wishes).update(seen=True)  # what came since then has its turn next time
    past = own.filter(seen=True, day__lt=today - timedelta(days=1))
    past.exclude(kind=Kind.PROVEN).delete()
    refused = sum(not wish.may_rest for wish in wishes.values())
    if refused:
        add_to_day(today, REST_REFUSED, refused)
    told = {wish.face for wish in wishes.values()}
    for face in told:
        record(Deed.REMOVAL_ARRIVED, about=face, by=by)
    return Emptied(told=len(told), refused=refused)


def _carry_out(wish: Removal, *, by: Actor) -> None:
    record(Deed.REMOVAL_ARRIVED, about=wish.face, by=by)
    for notice in Notice.objects.filter(face=wish.face):
        take_down(notice, why=Notice.State.WITHDRAWN, by=by)
        # Who takes the photo down takes the consent back: nobody puts it up again without asking.
        if protection.bases_in_force(notice.subject, Purpose.PUBLISH).exists():
            withdraw(notice.subject, purpose=Purpose.PUBLISH, by=by)
    wish.delete()


def _wish(face: Face, kind: Removal.Kind, *, tag: bytes, may_rest: bool = True) -> None:
    wish = Removal(
        society_id=face.society_id,
        face=face.pk,
        kind=kind,
        day=timezone.localdate(),
        address_tag=tag,
        may_rest=may_rest,
    )
    Removal.objects.bulk_create([wish], ignore_conflicts=True)  # saying it twice is saying it
