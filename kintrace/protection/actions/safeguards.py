"""What is said for a person's safety outlives a backup: noted outside the database, by id and code.

What it was stays in the database alone (docs/decisions/025).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.protection import holders, lookups
from kintrace.protection.holders import Stop
from kintrace.protection.models import Hold
from kintrace.protection.purposes import Cause
from kintrace.protection.turns import write_about
from kintrace.vault import jobs, ledger
from kintrace.vault.boxes import BoxNotTrusted

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from kintrace.audit.actors import Actor


def remember(subject: UUID, *, cause: Cause, by: Actor) -> None:
    """Note in the ledger that this was said, once the transaction around it is committed."""
    at = timezone.now().replace(microsecond=0)
    jobs.remember(ledger.Said(cause.value, by.society_id, subject, at))


@transaction.atomic
def hold_after_restore(
    subject: UUID, *, causes: Collection[Cause], latest: datetime, by: Actor
) -> bool:
    """Stop everything for a person of whom something was said that a restore lost.

    Whatever it was: a specialist asks again and decides. Where nothing can be sealed, for no key
    of the box is confirmed, every basis ends instead. Says whether it was not done before.
    """
    write_about(subject)
    if lookups.held_since(subject, latest, by=by.pk):
        return False
    holders.stop(subject, why=Stop(Cause.RESTORED), by=by)
    try:
        with transaction.atomic():
            write_hold(subject, reason=_lost(causes), by=by)
    except BoxNotTrusted:
        lookups.every_basis(subject).filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
        record(Deed.WITHDREW_BASIS, about=subject, by=by)
    return True


def write_hold(subject: UUID, *, reason: str, by: Actor) -> None:
    """The row of a hold, and its deed; the caller stops what it stops. Raises BoxNotTrusted."""
    hold = Hold(society_id=by.society_id, subject=subject, set_by=by.pk)
    hold.reason = reason
    hold.save(force_insert=True)
    record(Deed.PUT_ON_HOLD, about=subject, by=by)


def _lost(causes: Collection[Cause]) -> str:
    words = _(
        "A backup came back. What was said for this person after it was made is lost: %(what)s. "
        "Ask, and write it down again before anything goes on."
    )
    return words % {"what": "; ".join(str(cause.label) for cause in causes)}
