"""Who holds something of a subject: filled by the folders when the program starts.

`protection` calls holders in its own transaction, top layer first, and shows what each did: a
case may call down to the wall, never the other way round.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured

from kintrace.protection.purposes import Cause, Purpose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member
    from kintrace.protection.retention import Clock, Kind

# Top layer first; a holder's kind is its folder.
ORDER = (
    "exchange",
    "matching",
    "servicepoints",
    "cases",
    "people",
    "wall",
    "safe",
    "directory",
    "protection",
    "visitors",
)

# These folders lie below and cannot register here. What they hold is about nobody we serve, or
# goes by a clock of its own.
WITHOUT_SUBJECTS = {
    "network": "A member's own name and address go when the member leaves the society.",
    "letters": "A letter has a file of its own, erased on delivery or after seven days.",
    "vault": "Keys only: they go with the file they open.",
    "audit": "Ids only, kept for ten years.",
    "visitors": "What people say of our work is sealed without a name and ends after 90 days.",
    "safe": "Whose it is nobody knows: only the words that open it delete it, or two years.",
    "watch": "Ids, and members' words about their own work: they go after two years.",
}


@dataclass(frozen=True)
class Stop:
    """What must stop, and why. `purposes` is everything that is no longer allowed."""

    cause: Cause
    purposes: frozenset[Purpose] = frozenset(Purpose)


@dataclass(frozen=True)
class Gone:
    """What erasing did: sentences to show, the files the rows were in, and subjects that go along
    (with an enquirer's case go the persons sought in it).

    The key of a file goes when no row of any folder is left in it.
    """

    sentences: tuple[str, ...] = ()
    files: frozenset[UUID] = field(default_factory=frozenset)
    along: frozenset[UUID] = field(default_factory=frozenset)


def joined(gone: Iterable[Gone]) -> Gone:
    """What several did, as one."""
    done = list(gone)
    return Gone(
        sentences=tuple(said for one in done for said in one.sentences),
        files=frozenset[UUID]().union(*(one.files for one in done)),
        along=frozenset[UUID]().union(*(one.along for one in done)),
    )


class Cover(StrEnum):
    """Whether a line of an access copy is shown."""

    NONE = "none"
    CAUTION = "caution"  # the person's own, and dangerous in a wrong hand: the DPO decides
    OTHER = "other"  # another person's: never shown, so its value is not even told


@dataclass(frozen=True, repr=False)
class Line:
    """One line of an access copy, in the language in force."""

    name: str
    value: str
    cover: Cover = Cover.NONE


class Holder(Protocol):
    """Sentences that stop, resume and erase answer are shown to the member: what was done."""

    kind: str

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]: ...

    def elsewhere(self) -> frozenset[UUID]:
        """Everybody in the reader's society for whom `stop` would end something that lies with
        others (purposes.ELSEWHERE), or is about to."""

    def resume(self, subject: UUID, *, by: Actor) -> list[str]: ...

    def erase(self, subject: UUID, *, by: Actor) -> Gone: ...

    def copy(self, subject: UUID) -> list[Line]:
        """The server-tier part; what is sealed to a box is added by whoever opened it."""

    def boxed(self, subject: UUID) -> list[Line]:
        """The part of an access copy that is sealed to the inbox. Raises BoxIsShut."""

    def others(self, subject: UUID) -> frozenset[str]:
        """Names of other people told of beside a subject: no line of a copy may name them."""

    def records(self, subject: UUID) -> list[UUID]:
        """Ids under which the audit keeps what was done with this folder's part."""

    def page(self, subject: UUID) -> str:
        """The address at which staff see and correct the matter, or "" if nothing."""

    def labels(self, subjects: Collection[UUID]) -> Mapping[UUID, str]:
        """What staff call the matters of those it knows (a case's reference, never a name)."""

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        """Those of many subjects of whom this folder keeps something."""

    def wrote_down(self, subject: UUID, *, by: Member) -> bool:
        """Whether this member wrote down what goes on for a subject in this folder."""

    def asks_apart(self, subject: UUID) -> bool:
        """Whether a team with a box of its own asks about safety, and nobody else."""

    def clocks(self, subject: UUID) -> list[Clock]:
        """How long what this folder holds of a subject is kept, for a page."""

    def expire(self, today: date) -> Counter[Kind]:
        """End what is over, for the society of the reader in force; how many of each kind."""

    def part_from(self, society: UUID) -> None:
        """A society left the network: end what it has of other societies' people. Safe to repeat,
        inside `reading_as(society)`."""


class Quiet:
    """A beginning for holders of which nothing stands elsewhere and nothing runs out."""

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        return []

    def elsewhere(self) -> frozenset[UUID]:
        return frozenset()

    def resume(self, subject: UUID, *, by: Actor) -> list[str]:
        return []

    def labels(self, subjects: Collection[UUID]) -> Mapping[UUID, str]:
        return {}

    def boxed(self, subject: UUID) -> list[Line]:
        return []

    def others(self, subject: UUID) -> frozenset[str]:
        return frozenset()

    def records(self, subject: UUID) -> list[UUID]:
        return []

    def page(self, subject: UUID) -> str:
        return ""

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return frozenset()

    def wrote_down(self, subject: UUID, *, by: Member) -> bool:
        return False

    def asks_apart(self, subject: UUID) -> bool:
        return False

    def clocks(self, subject: UUID) -> list[Clock]:
        return []

    def expire(self, today: date) -> Counter[Kind]:
        return Counter()

    def part_from(self, society: UUID) -> None:
        """Nothing of others' people is with it."""


_holders: dict[str, Holder] = {}


def register(holder: Holder) -> None:
    """Make a holder known, from AppConfig.ready. Saying it twice changes nothing."""
    if holder.kind not in ORDER:
        raise ImproperlyConfigured(f"{holder.kind} has no place in protection.holders.ORDER.")
    _holders[holder.kind] = holder


def every() -> list[Holder]:
    """All holders, top layer first."""
    return [_holders[kind] for kind in ORDER if kind in _holders]


def label(subject: UUID) -> str:
    """What staff call the matter of a subject, from the topmost folder that knows it."""
    return labels([subject])[subject]


def labels(subjects: Iterable[UUID]) -> dict[UUID, str]:
    """The same of many, for a list: each holder is asked once, for those nobody knew so far."""
    found = dict.fromkeys(subjects, "")
    for holder in every():
        unknown = [one for one, words in found.items() if not words]
        found |= holder.labels(unknown) if unknown else {}
    return found


def page(subject: UUID) -> str:
    """Where staff see and correct what was told, from the topmost folder that has a page."""
    return next(filter(None, (holder.page(subject) for holder in every())), "")


def stop(subject: UUID, *, why: Stop, by: Actor) -> list[str]:
    return [done for holder in every() for done in holder.stop(subject, why=why, by=by)]


def elsewhere() -> list[UUID]:
    """Of whom something lies with others, or is about to: of the reader's society, all folders."""
    return sorted(frozenset[UUID]().union(*(holder.elsewhere() for holder in every())))


def resume(subject: UUID, *, by: Actor) -> list[str]:
    return [done for holder in every() for done in holder.resume(subject, by=by)]


def erase(subject: UUID, *, by: Actor) -> Gone:
    """Let every holder erase what it has of a subject; answers all that was done."""
    return joined(holder.erase(subject, by=by) for holder in every())


def part_from(society: UUID) -> None:
    """A society left: what every folder gave it of other societies' people ends."""
    for holder in every():
        holder.part_from(society)


def known(subjects: Collection[UUID]) -> frozenset[UUID]:
    """Those of many subjects of whom a folder above this one keeps something."""
    return frozenset[UUID]().union(*(holder.known(subjects) for holder in every()))


def wrote_down(subject: UUID, *, by: Member) -> bool:
    return any(holder.wrote_down(subject, by=by) for holder in every())


def asks_apart(subject: UUID) -> bool:
    return any(holder.asks_apart(subject) for holder in every())


def clocks(subject: UUID) -> list[Clock]:
    return [clock for holder in every() for clock in holder.clocks(subject)]


def copy(subject: UUID) -> list[Line]:
    return [line for holder in every() for line in holder.copy(subject)]


def boxed(subject: UUID) -> list[Line]:
    """What every folder sealed to the inbox about a subject. Raises BoxIsShut."""
    return [line for holder in every() for line in holder.boxed(subject)]


def others(subject: UUID) -> frozenset[str]:
    return frozenset[str]().union(*(holder.others(subject) for holder in every()))


def records(subject: UUID) -> list[UUID]:
    """The subject and everything the audit speaks of beside it."""
    return [subject, *(one for holder in every() for one in holder.records(subject))]
