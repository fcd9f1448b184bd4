"""Names on a Red Cross Message follow what the case knows, until the message is handed over.

What was handed over or printed stays as it was: paper cannot be called back. Its home is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from kintrace.cases import lookups
from kintrace.cases.actions.red_cross_messages import note_change, put_name
from kintrace.cases.actions.red_cross_moves import seal, step
from kintrace.cases.red_cross import NAMED, State
from kintrace.cases.red_cross_known import followed

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import RedCrossMessage
    from kintrace.network.models import Member


@dataclass(frozen=True, repr=False)
class Sheet:
    """One person on a message that is still here, and what the case knew of them."""

    message: RedCrossMessage
    kind: str
    known: dict[str, Any]


def sheets_still_here(subject: UUID) -> list[Sheet]:
    """Looked up before somebody is corrected, so that it shows what was copied and not changed."""
    return [
        Sheet(message, kind, lookups.known_of(message, kind))
        for message in lookups.not_sent_yet(subject)
        for kind in NAMED
        if lookups.person_on_sheet(message, kind) == subject
    ]


@transaction.atomic
def follow(sheets: list[Sheet], *, by: Member) -> None:
    """Put what is known better now into the place of what was copied; needs the inbox box open.

    A message that was checked is checked again: nobody read it as it stands now.
    """
    for sheet in sheets:
        _follow(sheet, by=by)


def _follow(sheet: Sheet, *, by: Member) -> None:
    message, kind = sheet.message, sheet.kind
    said = lookups.part_of(message, kind)
    now = followed(said, known=sheet.known, now=lookups.known_of(message, kind))
    if not said:
        _name_anew(sheet, by=by)
    elif now != said:
        seal(message, kind=kind, said=now, society=message.society_id, by=by)
        put_name(message, kind, now["name"])
        note_change(message, by)
        if message.state == State.CHECKED:
            step(message, State.COLLECTED, by=by, checked_by=None)


def _name_anew(sheet: Sheet, *, by: Member) -> None:
    """Nothing of them is written yet: in the lists stands what the case calls them."""
    subject = lookups.person_on_sheet(sheet.message, sheet.kind)
    if subject is not None:
        put_name(sheet.message, sheet.kind, lookups.told_of(subject).called)
        note_change(sheet.message, by)
