"""What `protection` asks of the wall about a person: stop, erase, copy."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actions import Machine
from kintrace.protection import keeping
from kintrace.protection.holders import Gone, Line, Quiet, Stop
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force
from kintrace.wall import actions, lookups
from kintrace.wall.relations import SEEKS

if TYPE_CHECKING:
    from kintrace.audit.actions import Actor
    from kintrace.wall.models import Notice

ENDS_AS = {
    Cause.WITHDRAWN: "withdrawn",
    Cause.EXPIRED: "expired",
    Cause.HOLD: "taken_down",
    Cause.DO_NOT_FIND: "taken_down",
    Cause.SOCIETY_LEFT: "taken_down",
    Cause.RESTORED: "taken_down",
}


class WallHolder(Quiet):
    """A face stands where everybody sees it, so it goes first. Putting it up again takes two."""

    kind = "wall"

    def stop(self, subject: UUID, *, why: Stop, by: "Actor") -> list[str]:
        notice = lookups.notice_of(subject)
        if notice is None or notice.is_ended:
            return []
        if why.cause is Cause.MUST_NOT_LEARN:
            return _kept(notice) if actions.keep_from_others(notice) else []
        if Purpose.PUBLISH not in why.purposes:
            return []
        was_live = notice.is_live
        actions.take_down(notice, why=ENDS_AS[why.cause], by=by)
        if was_live:
            off = _("The photo is off the wall. It is gone when the page is next opened.")
            return [off, *_on_paper(notice)]
        return [_("The proposal to show the photo is ended.")]

    def elsewhere(self) -> frozenset[UUID]:
        return lookups.not_ended()

    def erase(self, subject: UUID, *, by: "Actor") -> Gone:
        files = actions.forget(subject, by=by)
        if not files:
            return Gone()
        sentences = (_("The photo, its copies and the record of its publication are deleted."),)
        return Gone(sentences=sentences, files=frozenset(files))

    def copy(self, subject: UUID) -> list[Line]:
        return [line for notice in lookups.every_notice_of(subject) for line in _lines(notice)]

    def records(self, subject: UUID) -> list[UUID]:
        return [notice.pk for notice in lookups.every_notice_of(subject)]

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.kept_among(subjects)

    def clocks(self, subject: UUID) -> list[Clock]:
        every = lookups.every_notice_of(subject)
        photos = [Clock(actions.kind_of(one), one.live_until) for one in every if one.is_live]
        return photos + _of_messages({one.face for one in every if one.face})

    def expire(self, today: date) -> Counter[Kind]:
        machine = Machine(reader_in_force().society)
        actions.keep_promises()
        ended = actions.expire(today, by=machine)
        ended[Kind.POSTER] += actions.forget_old(today, by=machine)
        ended[Kind.PARTNER] += actions.expire_papers(today)
        return +ended


def _of_messages(faces: set[UUID]) -> list[Clock]:
    """One line for each kind of message about these faces, with the day on which the last goes."""
    latest: dict[Kind, Clock] = {}
    for message in lookups.messages_about(faces):  # by the day on which they were closed
        kind = actions.clock_of(message)
        closed = timezone.localdate(message.closed) if message.closed else None
        latest[kind] = Clock(kind, keeping.last_day(kind, closed) if closed else None)
    return list(latest.values())


def _kept(notice: "Notice") -> list[str]:
    if notice.face is None:
        return [_("The partner society is asked no more.")]
    return [_("No other society prints the photo. Who has it on a poster covers it.")]


def _on_paper(notice: "Notice") -> list[str]:
    if not _codes(notice):
        return []
    return [_("It stands on posters, too: where they hang is on the work list.")]


def _lines(notice: "Notice") -> list[Line]:
    said = " ".join(str(SEEKS[code]) for code in notice.told["relations"])
    return [
        Line(_("Photo for the wall"), str(notice.get_state_display())),
        Line(_("What stands below it"), said),
        Line(_("To be shown until"), date_format(notice.live_until, "DATE_FORMAT")),
        *(Line(_("Printed on posters"), code) for code in _codes(notice)),
    ]


def _codes(notice: "Notice") -> list[str]:
    return lookups.on_paper(notice.face) if notice.face else []
