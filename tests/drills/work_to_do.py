"""Something to do for every duty and every job: what must have happened, and how long ago.

One world has it all. Whoever adds a duty or a task adds a line here; without one the drill fails.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from kintrace.cases.actions import moves
from kintrace.cases.actions.comparing import let_compare
from kintrace.cases.states import State
from kintrace.demo import playing
from kintrace.demo.invented import PEOPLE
from kintrace.letters.actions import send
from kintrace.network import jobs as network_jobs
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found
from kintrace.operations import rotation
from kintrace.protection import jobs as protection_jobs
from kintrace.protection.actions import leaving
from kintrace.protection.models import Erasure
from kintrace.protection.purposes import How, WhyErased
from kintrace.safe import actions as safe
from kintrace.vault import jobs as vault_jobs
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reading_as
from kintrace.visitors import actions as visitors
from kintrace.visitors.models import Challenge
from kintrace.wall import gone
from kintrace.wall import jobs as wall_jobs
from kintrace.wall.actions import removals
from kintrace.wall.models import Face
from kintrace.work.once import once
from tests import environment
from tests.postgres import connected_as, superuser

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.network.models import Society
    from tests.drills.killed import World
    from tests.town import Town


# How many days after the world was made each duty is done, so that it leaves some effect.
NIGHTS: dict[str, int] = {
    "pick-up-messages": 0,
    "empty-removals": 0,
    "ring-alarms": 8,
    "ring-requests": 29,
    "patrol": 0,
    "prove-chains": 0,
    "sign-heads": 0,
    "forget-feedback": 100,
    "forget-spent-passes": 1,
    "forget-unopened-safes": 800,
    "search-new-cards": 0,
    "renew-tags": 400,
    "open-cards": 0,
    "tell-of-holds": 0,
    "finish-erasures": 0,
    "expire": 1100,
    "expire-letters": 35,
    "close-old-messages": 0,
    "write-figures": 0,
    "write-point-figures": 60,
    "forget-tickets": 5,
    "sweep-pictures": 3,
    "sweep-sealed-files": 3,
    "forget-tablets": 400,
    "forget-left-societies": 100,
    "finish-rotations": 60,
    "forget-sessions": 60,
    "forget-jobs": 20,
    "look-around": 0,
}


def leave_work(town: Town) -> None:
    """What the town itself has not: for each duty what it would find."""
    _let_letters_go(town)
    _agree_to_be_compared(town)
    with reading_as(town.society.pk):
        face = Face.objects.get(pk=town.things["face"])
        removals.press(face, tag=b"a place", danger=True)
        visitors.leave_feedback(town.society.pk, mood="good", words="")
    Challenge.objects.create(pk=uuid4().hex, until=timezone.now())
    with connected_as(environment.PUBLIC):
        safe.keep(uuid4(), sealed=b"x" * 64, token=b"t" * 32)
    _leave_an_erasure_open(town.society)
    _leave_strays()
    _leave_the_network()
    _begin_a_rotation()
    session = SessionStore()
    session["seen"] = 1
    session.save()
    done = vault_jobs.note_said.enqueue("held", str(uuid4()), str(uuid4()), "2026-01-01T00:00:00Z")
    DBTaskResult.objects.filter(pk=done.id).update(
        status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now()
    )


def _let_letters_go(town: Town) -> None:
    """Whoever is told of something has an address."""
    with reading_as(town.society.pk):
        own = town.society.settings
        own.mailbox = "desk@example.invalid"
        own.save(update_fields=["mailbox"])
        for member in town.members.values():
            member.email = f"{member.role}@example.invalid"
            member.save()


def _agree_to_be_compared(town: Town) -> None:
    """Before the network compared."""
    with playing.acting(town[Role.CASEWORKER]) as alma:
        case = playing.open_a_case(PEOPLE[6], by=alma)
        case = moves.move(case, to=State.TRACING, by=alma)
        let_compare(case, how=How.SPOKEN, by=alma)


def _leave_an_erasure_open(society: Society) -> None:
    """As a process leaves it that died between the commit and the ledger."""
    with reading_as(society.pk):
        file = open_file(society.pk)
        Erasure.objects.create(
            society_id=society.pk,
            subject=uuid4(),
            why=WhyErased.RETENTION.value,
            files=[str(file)],
            asked_by=uuid4(),
        )


def _leave_strays() -> None:
    """Files that nothing shows and no key opens."""
    picture = settings.FACES / f"{uuid4().hex}-320.webp"
    sealed = settings.SAFE_FILES / "ab" / f"ab{uuid4().hex[2:]}" / uuid4().hex
    for stray in (picture, sealed):
        stray.parent.mkdir(parents=True, exist_ok=True)
        stray.write_bytes(b"x")


def _leave_the_network() -> None:
    leaves, office = found("BG"), found("NET")
    admin = enlist(office, Role.NETWORK_ADMIN)
    enlist(leaves, Role.OFFICER)
    with reading_as(office.pk, member=admin.pk):
        leaving.end_membership(leaves, by=admin)


def _begin_a_rotation() -> None:
    """Its old key is to be forgotten when no backup needs it any more."""
    society = found("FR")
    enlist(society, Role.OFFICER)
    rotation.rotate(society.pk)


def deliver(town: Town) -> None:
    with reading_as(town.society.pk):
        facts = {"link": "https://desk.example.invalid/one"}
        send("reset", to="a@example.org", language="ar", facts=facts, society=town.society.pk)


def send_reset(town: Town) -> None:
    with reading_as(town.society.pk):
        town.lena.email = "lena@example.invalid"
        town.lena.save()
    network_jobs.send_reset.enqueue(str(town.lena.pk), "https://desk.example.invalid")


def note_said(town: Town) -> None:
    now = timezone.now().isoformat()
    vault_jobs.note_said.enqueue("held", str(town.society.pk), str(uuid4()), now)


def see_out(town: Town) -> None:
    leaving.see_out.enqueue(str(town.society.pk))


def expire_faces(_town: Town) -> None:
    wall_jobs.expire_faces.enqueue((timezone.localdate() + timedelta(days=400)).isoformat())


def finish_erasures(_town: Town) -> None:
    once(protection_jobs.finish_erasures)


def lose_file(_town: Town) -> None:
    file = uuid4()
    part = settings.SAFE_FILES / file.hex[:2] / file.hex / uuid4().hex
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x")
    vault_jobs.lose_file.enqueue(str(file))


def lose_and_purge(town: Town) -> None:
    gone.lose_and_purge.enqueue(town.things["picture"])


ASKED: dict[str, Callable[[Town], None]] = {
    "letters.jobs.deliver": deliver,
    "network.jobs.send_reset": send_reset,
    "vault.jobs.note_said": note_said,
    "protection.actions.leaving.see_out": see_out,
    "wall.jobs.expire_faces": expire_faces,
    "protection.jobs.finish_erasures": finish_erasures,
    "vault.jobs.lose_file": lose_file,
    "wall.gone.lose_and_purge": lose_and_purge,
}


def cut_the_chain(copy: World) -> None:
    """Somebody who owns the machine took an entry out of the audit."""
    with superuser(environment.server_folder(), copy.database) as session:
        session.execute("SET session_replication_role = replica")
        session.execute("DELETE FROM audit_entry WHERE seq = 3")


SPOILT: dict[str, Callable[[World], None]] = {"prove-chains": cut_the_chain}
