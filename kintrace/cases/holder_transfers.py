"""What `protection` asks of what other societies were told: it ends there before all else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import transfer_ends
from kintrace.cases.transfers import Part
from kintrace.protection import keeping
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Transfer
    from kintrace.protection.holders import Stop


class OfTransfers(Quiet):
    """A transfer stands at another society, so it goes before the case does."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        if Purpose.SHARE not in why.purposes:
            return []
        stay = _still_allowed(subject) if why.cause is Cause.MUST_NOT_LEARN else frozenset()
        ended = _told(transfer_ends.end_all(subject, by=by, but=stay))
        return [_taken_back(len(ended))] if ended else []

    def elsewhere(self) -> frozenset[UUID]:
        return lookups.out_at_partners()

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        transfer_ends.end_all(subject, by=by)
        every = lookups.transfers_about(subject)
        files = frozenset(file for one in every for file in transfer_ends.forget(one))
        said = (_("What other societies were told is deleted, there and here."),)
        return Gone(sentences=said if _told(every) else (), files=files)

    def copy(self, subject: UUID) -> list[Line]:
        sent = [one for one in _told(lookups.transfers_about(subject)) if one.sent]
        return [line for one in sent for line in lines_of_transfer(one)]

    def records(self, subject: UUID) -> list[UUID]:
        return [one.pk for one in lookups.transfers_about(subject)]

    def clocks(self, subject: UUID) -> list[Clock]:
        every = _told(lookups.transfers_about(subject))
        return [clock_of_transfer(one) for one in every if one.is_out]

    def expire(self, today: date) -> Counter[Kind]:
        machine = Machine(reader_in_force().society)
        return +Counter({Kind.TRANSFER: transfer_ends.expire(today, by=machine)})

    def part_from(self, society: UUID) -> None:
        transfer_ends.part_from(society)


def _told(every: list[Transfer]) -> list[Transfer]:
    """Those that are spoken of: that a child's search is elsewhere is known to its team alone."""
    return [one for one in every if one.child_id is None]


def _still_allowed(subject: UUID) -> frozenset[UUID]:
    """What may stay where it is, for its society is none of those who must not learn."""
    every = lookups.transfers_about(subject)
    return frozenset(
        one.pk
        for one in every
        if not lookups.must_not_learn([one.searcher, one.subject], one.chosen)
    )


def _taken_back(ended: int) -> str:
    words = ngettext(
        "%(number)d request to another society is taken back. It opens nothing of it any more.",
        "%(number)d requests to other societies are taken back. They open nothing any more.",
        ended,
    )
    return words % {"number": ended}


def clock_of_transfer(transfer: Transfer) -> Clock:
    if transfer.returned is None:
        return Clock(Kind.TRANSFER, transfer.last_day)
    return Clock(
        Kind.TRANSFER, keeping.last_day(Kind.TRANSFER, timezone.localdate(transfer.returned))
    )


def lines_of_transfer(transfer: Transfer) -> list[Line]:
    """Who was told, when, and which parts; not what came of it, which is of others."""
    day = date_format(transfer.sent, "DATE_FORMAT") if transfer.sent else ""
    told = [str(Part(part).label) for part in transfer.parts]
    # Visitors read this.
    words = _("%(society)s, %(day)s") % {"society": transfer.chosen.name, "day": day}
    who = Line(_("Told to another society"), words, Cover.NONE)
    # Visitors read this.
    what = _("What it was told")
    return [who, *(Line(what, part, Cover.NONE) for part in told)]
