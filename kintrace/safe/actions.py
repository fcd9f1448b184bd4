"""Safes filled, opened, deleted and forgotten. Who knows the words may do each of it; the words
never come here, only what a browser makes of them."""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from kintrace.protection.retention import Kind, default
from kintrace.safe.models import Box
from kintrace.safe.sealed import proof_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


def keep(number: UUID, *, sealed: bytes, token: bytes) -> bool:
    """Put it there, or in the place of what lies there; False where the token is another one's."""
    try:
        with transaction.atomic():
            return _keep(number, {"sealed": sealed, "opened": this_month()}, proof_of(token))
    except IntegrityError:  # the same was sent twice at one moment
        return keep(number, sealed=sealed, token=token)


def _keep(number: UUID, said: dict[str, object], proof: bytes) -> bool:
    box = Box.objects.select_for_update().filter(pk=number).first()
    if box is None:
        Box(pk=number, proof=proof, **said).save(force_insert=True)
        return True
    if not hmac.compare_digest(bytes(box.proof), proof):
        return False
    return bool(Box.objects.filter(pk=number).update(**said))


@transaction.atomic
def note_opened(number: UUID, *, token: bytes) -> None:
    """It was opened this month. Said by the browser that opened it: a request that only asks for
    what lies under a number changes nothing, so that it takes as long where nothing does."""
    Box.objects.filter(pk=number, proof=proof_of(token)).update(opened=this_month())


@transaction.atomic
def delete(number: UUID, *, token: bytes) -> None:
    """Nothing lies there afterwards, if the token is right. Nobody is told whether it was."""
    Box.objects.filter(pk=number, proof=proof_of(token)).delete()


def forget_unopened(today: date) -> int:
    """Delete what nobody opened for two years after the month of the last time; how many."""
    month_ended = timedelta(days=31)
    last = today - default(Kind.CONTACT_SAFE) - month_ended
    return Box.objects.filter(opened__lt=last).delete()[0]


def this_month() -> date:
    return timezone.localdate().replace(day=1)
