"""What `protection` asks of this folder, put together from its parts: one for each matter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.protection.holders import joined
from kintrace.protection.retention import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member
    from kintrace.protection.holders import Gone, Holder, Line, Stop
    from kintrace.protection.retention import Clock


class CasesHolder:
    """Every part answers in its turn; what names a matter comes from the first that knows it."""

    kind = "cases"

    def __init__(self, *parts: Holder) -> None:
        self.parts: Sequence[Holder] = parts

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        return [done for part in self.parts for done in part.stop(subject, why=why, by=by)]

    def elsewhere(self) -> frozenset[UUID]:
        return frozenset[UUID]().union(*(part.elsewhere() for part in self.parts))

    def resume(self, subject: UUID, *, by: Actor) -> list[str]:
        return [done for part in self.parts for done in part.resume(subject, by=by)]

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        return joined(part.erase(subject, by=by) for part in self.parts)

    def copy(self, subject: UUID) -> list[Line]:
        return [line for part in self.parts for line in part.copy(subject)]

    def boxed(self, subject: UUID) -> list[Line]:
        return [line for part in self.parts for line in part.boxed(subject)]

    def others(self, subject: UUID) -> frozenset[str]:
        return frozenset[str]().union(*(part.others(subject) for part in self.parts))

    def records(self, subject: UUID) -> list[UUID]:
        return [one for part in self.parts for one in part.records(subject)]

    def page(self, subject: UUID) -> str:
        return next(filter(None, (part.page(subject) for part in self.parts)), "")

    def labels(self, subjects: Collection[UUID]) -> dict[UUID, str]:
        found: dict[UUID, str] = {}
        for part in self.parts:
            found = {**part.labels([one for one in subjects if one not in found]), **found}
        return found

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return frozenset[UUID]().union(*(part.known(subjects) for part in self.parts))

    def wrote_down(self, subject: UUID, *, by: Member) -> bool:
        return any(part.wrote_down(subject, by=by) for part in self.parts)

    def asks_apart(self, subject: UUID) -> bool:
        return any(part.asks_apart(subject) for part in self.parts)

    def clocks(self, subject: UUID) -> list[Clock]:
        return [clock for part in self.parts for clock in part.clocks(subject)]

    def expire(self, today: date) -> Counter[Kind]:
        return sum((part.expire(today) for part in self.parts), Counter[Kind]())

    def part_from(self, society: UUID) -> None:
        for part in self.parts:
            part.part_from(society)
