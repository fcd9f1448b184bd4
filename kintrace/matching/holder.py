"""What `protection` asks of this folder about a subject: pairs that a machine proposed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.matching import actions
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.protection.lookups import told_of_by
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Kind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.holders import Stop


class MatchingHolder(Quiet):
    """Nobody is proposed to anybody once they must not be found. What people decided stays until
    the person is erased: that two are one was known before. Who may be whom another society seeks
    is asked anew before anybody sees it, and a line that goes at once would tell of a silence."""

    kind = "matching"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        del by
        stops = Purpose.TRACE in why.purposes or why.cause == Cause.DO_NOT_FIND
        if not stops and Purpose.COMPARE not in why.purposes:
            return []
        gone = actions.stop_pairs([subject, *told_of_by(subject)], across=not stops)
        silent = why.cause == Cause.DO_NOT_FIND
        return [] if silent or not gone else [_("Likely pairs with this person are withdrawn.")]

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        del by
        actions.forget_meant(subject)
        gone = actions.forget_pairs(subject)
        return Gone((_("Pairs in which the person was are deleted."),)) if gone else Gone()

    def part_from(self, society: UUID) -> None:
        actions.part_pairs(society)

    def copy(self, subject: UUID) -> list[Line]:
        """A machine's guess tells of two people: no copy shows it."""
        del subject
        return []

    def expire(self, today: date) -> Counter[Kind]:
        return +Counter({Kind.PAIR: actions.expire_pairs(today)})
