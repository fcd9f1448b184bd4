"""A wish that a face be hidden. The public side hides at once; the staff side carries it out."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import Actor, record
from kintrace.audit.deeds import Deed
from kintrace.protection import lookups as protection
from kintrace.protection.actions import withdraw
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reader_in_force
from kintrace.vault.trust import BoxNotTrusted
from kintrace.wall.actions.publication import take_down
from kintrace.wall.models import Face, Message, Notice, Removal

Kind = Removal.Kind


def remove_by_code(face: Face) -> None:
    """Hide the face whose removal code was shown; it is gone on the next request."""
    _wish(face, Kind.PROVEN, tag=b"")


def press(face: Face, *, tag: bytes, danger: bool, body: dict[str, Any] | None = None) -> None:
    """Note a wish without the code, and seal what was said with it to the society's box.

    Three different addresses in a day, or one who says "I am in danger", rest the face.
    `tag` stands for the address (visitors.quota.address_tag), for this face and day only.
    """
    _wish(face, Kind.DANGER if danger else Kind.PRESSED, tag=tag)
    if body:
        # After the wish and apart from it: the wish stands even where nothing can be sealed.
        with suppress(BoxNotTrusted), transaction.atomic():
            message = Message(society_id=face.society_id, face=face.pk, kind=body["kind"])
            message.body = body
            message.save(force_insert=True)


@transaction.atomic
def empty_removals(today: date, *, by: Actor) -> int:
    """Carry out what was wished with a code, and write down the other wishes, once each.

    Rests need only yesterday and today: older presses are deleted, and with them the address
    tags. Answers how many wishes without a code are new.
    """
    own = Removal.objects.filter(society_id=reader_in_force().society)
    for wish in own.filter(kind=Kind.PROVEN).select_for_update():
        _carry_out(wish, by=by)
    new = own.filter(seen=False).exclude(kind=Kind.PROVEN)
    faces = {wish.pk: wish.face for wish in new.select_for_update()}
    own.filter(pk__in=faces).update(seen=True)  # what came since then has its turn next time
    past = own.filter(seen=True, day__lt=today - timedelta(days=1))
    past.exclude(kind=Kind.PROVEN).delete()
    told = set(faces.values())
    for face in told:
        record(Deed.REMOVAL_ARRIVED, about=face, by=by)
    return len(told)


def _carry_out(wish: Removal, *, by: Actor) -> None:
    record(Deed.REMOVAL_ARRIVED, about=wish.face, by=by)
    for notice in Notice.objects.filter(face=wish.face):
        take_down(notice, why=Notice.State.WITHDRAWN, by=by)
        # Who takes the photo down takes the consent back: nobody puts it up again without asking.
        if protection.bases_in_force(notice.subject, Purpose.PUBLISH).exists():
            withdraw(notice.subject, purpose=Purpose.PUBLISH, by=by)
    wish.delete()


def _wish(face: Face, kind: Removal.Kind, *, tag: bytes) -> None:
    wish = Removal(
        society_id=face.society_id,
        face=face.pk,
        kind=kind,
        day=timezone.localdate(),
        address_tag=tag,
    )
    Removal.objects.bulk_create([wish], ignore_conflicts=True)  # saying it twice is saying it
