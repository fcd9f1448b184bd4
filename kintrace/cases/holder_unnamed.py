"""What ends of the cards of bodies and graves. They are of nobody we know, so no subject leads to
one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kintrace.audit.actors import Machine
from kintrace.cases.actions.unnamed import end_old_cards
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.protection.retention import Kind
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor


class OfUnnamed(Quiet):
    kind = "cases"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        del subject, by
        return Gone()

    def copy(self, subject: UUID) -> list[Line]:
        del subject
        return []

    def expire(self, today: date) -> Counter[Kind]:
        ended = end_old_cards(today, by=Machine(reader_in_force().society))
        return +Counter({Kind.UNNAMED: ended})
