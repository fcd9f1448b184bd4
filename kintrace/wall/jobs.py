"""What the staff worker does with what the public side left. Each is safe to run twice."""

from datetime import date
from uuid import UUID

from django.utils import timezone
from django_tasks import task

from kintrace.audit.actions import Machine
from kintrace.letters import actions as letters
from kintrace.network import lookups as network
from kintrace.vault.reader import reading_as
from kintrace.wall import actions, lookups, pictures


@task()
def pick_up_messages() -> None:
    """Write down what arrived and tell each society once, whatever the number."""
    for society in network.every_society():
        with reading_as(society.pk):
            arrived = actions.pick_up(by=Machine(society.pk))
            if arrived:
                _tell(society.pk)


def _tell(society: UUID) -> None:
    """A letter that says that something waits, and nothing about what or from whom."""
    for address, language in _addresses(society):
        letters.send("message-waits", to=address, language=language, facts={}, society=society)


def _addresses(society: UUID) -> list[tuple[str, str]]:
    """The society's own mailbox; else each officer."""
    settings = network.settings_of(society)
    if settings.mailbox:
        return [(settings.mailbox, settings.language)]
    officers = network.holding(society, roles=["officer"])
    return [(officer.email, officer.language) for officer in officers if officer.email]


@task()
def empty_removals() -> None:
    """Carry out removals with a code; tell of the others; forget the presses of past days."""
    for society in network.every_society():
        with reading_as(society.pk):
            told = actions.empty_removals(timezone.localdate(), by=Machine(society.pk))
            if told:
                _tell(society.pk)


@task()
def expire_faces(today: str = "") -> None:
    """Take down every face whose time is over; `today` (ISO) only for catching up."""
    day = date.fromisoformat(today) if today else timezone.localdate()
    for society in network.every_society():
        with reading_as(society.pk):
            actions.expire(day, by=Machine(society.pk))


@task()
def close_old_messages() -> None:
    """Delete closed messages and their answers when their time is over; an unread one never."""
    for society in network.every_society():
        with reading_as(society.pk):
            actions.close_old(timezone.now(), by=Machine(society.pk))


@task()
def sweep_pictures() -> None:
    """Delete picture files that no face shows: what a roll-back or a crash left."""
    shown: set[str] = set()
    for society in network.every_society():
        with reading_as(society.pk):
            shown |= {face.name for face in lookups.live_faces(society.pk)}
    pictures.sweep(shown)
