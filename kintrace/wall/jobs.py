"""What the staff worker does with what the public side left. Each is safe to run twice."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from kintrace.audit.actions import Machine
from kintrace.letters import actions as letters
from kintrace.network import lookups as network
from kintrace.network.access import NAME_SOMEBODY
from kintrace.protection.retention import Kind
from kintrace.vault.reader import reading_as
from kintrace.vault.rounds import go_round
from kintrace.visitors import lookups as visited
from kintrace.visitors.actions import add_to_day
from kintrace.wall import actions, lookups, pictures
from kintrace.wall.actions import figures

OFFICERS_HEAR, SOCIETY_HEARS, NETWORK_HEARS = 3, 7, 14  # days

ALARMED = "rest-alarm"  # a day count: the network's desk has its letter of today


@task()
def pick_up_messages() -> None:
    """Write down what arrived and tell each society once, whatever the number."""
    _each(_pick_up)


def _each(do: Callable[[UUID], object]) -> None:
    go_round((society.pk, partial(_as, society.pk, do)) for society in network.societies_in_care())


def _as(society: UUID, do: Callable[[UUID], object]) -> None:
    with reading_as(society):
        do(society)


def _pick_up(society: UUID) -> None:
    if actions.pick_up(by=Machine(society)):
        _tell(society)


def _tell(society: UUID, kind: str = "message-waits") -> None:
    """A letter that says that something waits, and nothing about what or from whom."""
    for address, language in sorted(_addresses(society)):
        letters.send(kind, to=address, language=language, facts={}, society=society)


def _addresses(society: UUID) -> frozenset[network.Address]:
    """The society's own mailbox; else each officer."""
    officers = network.holding(society, roles=["officer"])
    return network.mailbox_of(society) or network.addresses_of(officers)


@task()
def ring_alarms() -> None:
    """Write letters about messages that nobody dealt with for 3, 7 or 14 days, each time once.

    About a wish or a demand for money after one day, too.
    """
    _each(_ring)


def _ring(society: UUID) -> None:
    """The officers first; after a week whoever can make them look; then the network's desk."""
    longest = max(actions.note_alarms(timezone.now(), by=Machine(society)), default=0)
    kind = "message-unread" if longest >= OFFICERS_HEAR else "message-waits"
    if longest:
        for address, language in _who_hears(society, longest):
            letters.send(kind, to=address, language=language, facts={}, society=society)
    if longest >= NETWORK_HEARS:
        _tell_network({"society": network.society(society).code})


def _who_hears(society: UUID, days: int) -> frozenset[network.Address]:
    if days < SOCIETY_HEARS:
        return network.addresses_of(network.holding(society, roles=["officer"]))
    return network.addresses_of(network.holding(society, roles=NAME_SOMEBODY)) | _addresses(society)


def _tell_network(facts: dict[str, str]) -> None:
    """The code of a society and no more: the network's desk calls its officers."""
    for home, administrators in network.network_administrators().items():
        with reading_as(home):
            for one in map(network.member, administrators):
                if one.email:
                    letters.send(
                        "message-unread-long",
                        to=one.email,
                        language=one.language,
                        facts=facts,
                        society=home,
                    )


@task()
def empty_removals() -> None:
    """Carry out removals with a code; tell of the others; forget the presses of past days."""
    try:
        _each(_empty_removals)
    finally:
        _alarm()


def _empty_removals(society: UUID) -> None:
    if actions.empty_removals(timezone.localdate(), by=Machine(society)).told:
        _tell(society)


def _alarm() -> None:
    """Once a day, when so many faces rest that no more do: a letter to the network's desk."""
    today = timezone.localdate()
    refused, alarmed = (
        visited.days_with(kind, today, today) for kind in (actions.REST_REFUSED, ALARMED)
    )
    if refused and not alarmed:
        with transaction.atomic():
            add_to_day(today, ALARMED, 1)
            for society in network.network_desk():
                with reading_as(society.pk):
                    _tell(society.pk, "many-rest")


@task()
def expire_faces(today: str = "") -> None:
    """Take down every face whose time is over; `today` (ISO) only for catching up."""
    day = date.fromisoformat(today) if today else timezone.localdate()
    _each(lambda society: actions.expire(day, by=Machine(society)))


@task()
def close_old_messages() -> None:
    """Delete closed messages and their answers when their time is over; an unread one never."""
    _each(_close_old)


def end_messages(society: UUID) -> Counter[Kind]:
    """The same for one society; how many of each kind were deleted."""
    with reading_as(society):
        return _close_old(society)


def _close_old(society: UUID) -> Counter[Kind]:
    _pick_up(society)  # what was added lately opens its message again
    return actions.close_old(timezone.now(), by=Machine(society))


@task()
def write_figures() -> None:
    """Keep each society's counts by month before what they count is erased."""
    _each(figures.write_months)


@task()
def sweep_pictures() -> None:
    """Delete picture files that no face shows: what a roll-back or a crash left.

    Where one society cannot be asked nothing is deleted: its faces' pictures would seem strays.
    """
    shown: set[str] = set()
    for society in network.societies_in_care():
        with reading_as(society.pk):
            shown |= {face.name for face in lookups.live_faces(society.pk)}
    pictures.sweep(shown)
