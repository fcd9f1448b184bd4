"""Cards of bodies and graves: written down, corrected, looked at again, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.models import Unnamed
from kintrace.cases.unnamed import Ended
from kintrace.network.access import Right, has
from kintrace.network.seen import changed_elsewhere
from kintrace.protection import keeping
from kintrace.protection.actions import erase_keys
from kintrace.protection.retention import Kind
from kintrace.ui.refusals import NoRight
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Event
    from kintrace.cases.unnamed import Card
    from kintrace.network.models import Member


def _require_specialist(by: Member) -> None:
    if not has(by, Right.ESTABLISH_FATE):
        raise NoRight(_("Your role does not do this step. Ask who does."))


@transaction.atomic
def write_card(*, card: Card, words: dict[str, str], event: Event | None, by: Member) -> Unnamed:
    """A card of a body or grave, in a file of its own. It names nobody and has no picture.
    Raises NoRight."""
    _require_specialist(by)
    row = Unnamed(file=open_file(by.society_id), society_id=by.society_id, event=event, by=by)
    row.told = card.to_json()
    row.words = words
    row.save(force_insert=True)
    record(Deed.WROTE_UNNAMED, about=row.pk, by=by)
    return row


@transaction.atomic
def correct_card(
    row: Unnamed,
    *,
    card: Card,
    words: dict[str, str],
    event: Event | None,
    seen: str | None = None,
    by: Member,
) -> Unnamed:
    """It is known better; everything is written whole, words too. `seen` is the version the page
    showed, where a page did: what somebody wrote since stays. Raises NoRight, ChangedElsewhere."""
    _require_specialist(by)
    row = Unnamed.objects.select_for_update().get(pk=row.pk)
    is_new = seen is not None and seen != lookups.version_of(row)
    if is_new and (row.told, lookups.words_on(row), row.event) != (card.to_json(), words, event):
        raise changed_elsewhere()
    row.told, row.event, row.looked = card.to_json(), event, timezone.localdate()
    row.words = words
    row.save(update_fields=["told", "words", "event", "looked"])
    record(Deed.CORRECTED_UNNAMED, about=row.pk, by=by)
    return row


@transaction.atomic
def note_looked_at(row: Unnamed, *, by: Member) -> None:
    """Somebody looked at it and it is needed still: its time begins anew. Raises NoRight."""
    _require_specialist(by)
    Unnamed.objects.filter(pk=row.pk).update(looked=timezone.localdate())
    record(Deed.CORRECTED_UNNAMED, about=row.pk, by=by)


@transaction.atomic
def end_card(row: Unnamed, *, why: str, by: Member) -> None:
    """Take the card away with its key. Which of the reasons it was is not kept: it would tell.
    Raises NoRight."""
    _require_specialist(by)
    Ended(why)
    _forget(row)
    record(Deed.ENDED_UNNAMED, about=row.pk, by=by)


def _forget(row: Unnamed) -> None:
    Unnamed.objects.filter(pk=row.pk).delete()
    erase_keys([row.file])


def end_old_cards(today: date, *, by: Actor) -> int:
    """Forget cards that nobody has looked at for so long; how many."""
    old = lookups.unnamed_before(today - keeping.term(Kind.UNNAMED, on=today))
    return sum(_end_old(pk, by=by) for pk in old)


@transaction.atomic
def _end_old(card_id: UUID, *, by: Actor) -> bool:
    row = Unnamed.objects.select_for_update().filter(pk=card_id).first()
    if row is None:
        return False
    _forget(row)
    record(Deed.EXPIRED, about=card_id, by=by)
    return True
