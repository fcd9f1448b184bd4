"""Saved views speak of no person: they end with the member whose they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kintrace.cases.actions import saved_views
from kintrace.network.access import Role
from kintrace.network.lookups import holding
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.retention import Kind


class OfViews(Quiet):
    """Nothing is held of a subject; the daily round looks who left."""

    kind = "cases"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        return Gone()

    def copy(self, subject: UUID) -> list[Line]:
        return []

    def expire(self, today: date) -> Counter[Kind]:
        del today
        here = holding(reader_in_force().society, roles=Role.values)
        saved_views.forget_views_of_others(working=frozenset(one.pk for one in here))
        return Counter()
