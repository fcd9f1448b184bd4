"""A holder that remembers what it was asked, in the place of a folder above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.protection.holders import Gone, Line, Quiet, Stop

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.purposes import Cause, Purpose


class Onlooker(Quiet):
    kind = "exchange"

    def __init__(self) -> None:
        self.stopped: list[tuple[UUID, Cause, frozenset[Purpose]]] = []
        self.resumed: list[UUID] = []
        self.erased: list[UUID] = []
        self.along: dict[UUID, frozenset[UUID]] = {}

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        self.stopped.append((subject, why.cause, why.purposes))
        return ["The onlooker stopped."]

    def resume(self, subject: UUID, *, by: Actor) -> list[str]:
        self.resumed.append(subject)
        return ["The onlooker goes on."]

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        self.erased.append(subject)
        return Gone(("The onlooker forgot.",), along=self.along.get(subject, frozenset()))

    def copy(self, subject: UUID) -> list[Line]:
        return []

    def labels(self, subjects: Collection[UUID]) -> dict[UUID, str]:
        return dict.fromkeys(subjects, "XX-2345-6789")
