"""What `protection` asks of Red Cross Messages about a person: who sends one, or is to get one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_ends as ending
from kintrace.cases.red_cross import State
from kintrace.protection import keeping
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import RedCrossMessage
    from kintrace.protection.holders import Stop


class OfRedCrossMessages(Quiet):
    """A message belongs to who sends it, and ends with either of the two."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        stopped = len(_spoken_of(ending.stop(subject, why=why, by=by)))
        words = ngettext(
            "%(number)d Red Cross Message is called off. The other society can read no word of it.",
            "%(number)d Red Cross Messages are called off. The other society can read no word of "
            "them.",
            stopped,
        )
        return [words % {"number": stopped}] if stopped else []

    def elsewhere(self) -> frozenset[UUID]:
        return ending.with_partners()

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        spoken = _spoken_of(lookups.red_cross_about(subject))
        files = frozenset(ending.forget(subject, by=by))
        said = (_("The Red Cross Messages are deleted, here and where they were to be delivered."),)
        return Gone(said if spoken and files else (), files)

    def copy(self, subject: UUID) -> list[Line]:
        return [line_of(one) for one in _spoken_of(lookups.sent_by(subject))]

    def boxed(self, subject: UUID) -> list[Line]:
        """Of a child also that it wrote: its team alone may know. Raises BoxIsShut."""
        return [line for one in lookups.sent_by(subject) for line in _boxed(one)]

    def records(self, subject: UUID) -> list[UUID]:
        return [one.pk for one in lookups.sent_by(subject)]

    def clocks(self, subject: UUID) -> list[Clock]:
        """One line: the last day of the words that stay longest."""
        spoken = _spoken_of(lookups.sent_by(subject))
        with_words = [one for one in spoken if hasattr(one, "paper")]
        clocks = [clock_of(one) for one in with_words]
        endless = [one for one in clocks if one.until is None]
        return endless[:1] or sorted(clocks, key=lambda one: str(one.until))[-1:]

    def expire(self, today: date) -> Counter[Kind]:
        by = Machine(reader_in_force().society)
        unfinished, words = ending.expire(today, by=by)
        return +Counter({Kind.DRAFT: unfinished, Kind.RED_CROSS: words})


def _spoken_of(messages: list[RedCrossMessage]) -> list[RedCrossMessage]:
    """A child's are known to its team alone."""
    return [one for one in messages if not one.is_childs]


def line_of(message: RedCrossMessage) -> Line:
    # Visitors read this.
    return Line(_("Red Cross Message"), _went(message))


def _boxed(message: RedCrossMessage) -> list[Line]:
    words = _words(message)
    return [line_of(message), *words] if message.is_childs and words else words


def clock_of(message: RedCrossMessage) -> Clock:
    """How long what a message says is kept; without a last day while it is under way."""
    if message.state == State.WRITING:
        return Clock(Kind.DRAFT, keeping.last_day(Kind.DRAFT, message.changed.date()))
    start = message.delivered or message.ended
    last = keeping.last_day(Kind.RED_CROSS, start) if start else None
    return Clock(Kind.RED_CROSS, last)


def _went(message: RedCrossMessage) -> str:
    day = date_format(message.sent or message.begun, "DATE_FORMAT")
    if message.sent:
        # Visitors read this.
        return _("Sent on %(day)s.") % {"day": day}
    # Visitors read this.
    return _("Begun on %(day)s, not sent.") % {"day": day}


def _words(message: RedCrossMessage) -> list[Line]:
    """The text is the sender's own; who is to get it is another person. Raises BoxIsShut."""
    text = lookups.part_of(message, "text").get("text", "")
    if not text:
        return []
    return [
        # Visitors read this.
        Line(_("What you wrote"), text, Cover.CAUTION),
        # Visitors read this.
        Line(_("Whom you wrote to"), "", Cover.OTHER),
    ]
