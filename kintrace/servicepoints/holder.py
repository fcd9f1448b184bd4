"""What `protection` asks of this folder about a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.protection.holders import Gone, Line, Quiet

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor


class ServicePointsHolder(Quiet):
    """Where a point is and how it is run: nothing of it is about somebody we serve."""

    kind = "servicepoints"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        return Gone()

    def copy(self, subject: UUID) -> list[Line]:
        return []
