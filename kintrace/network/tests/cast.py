"""The people and societies tests are about, made by the real actions.

Fixtures are functions: `make_society("AT")`, `make_member(society, Role.OFFICER)`,
`sign_in(client, member)`. Every member's password is PASSWORD unless said otherwise.
Plain functions: `with_boxes(society, member)` holds the key ceremony, `open_box(client)` opens the
boxes of who is signed in, `work_off()` does the jobs that wait.
"""

import time
from collections.abc import Callable
from functools import cache
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django_tasks_db.models import DBTaskResult

from kintrace.network import actions, sessions
from kintrace.network.access import Role
from kintrace.network.models import Member, Society

PASSWORD = "a bridge of nine stones"

MakeSociety = Callable[..., Society]
MakeMember = Callable[..., Member]
SignIn = Callable[..., Client]


def found(code: str = "AT", *, languages: tuple[str, ...] = ("en",)) -> Society:
    """A society with a record key and a desk; `code` is 2-8 letters and unique in the test."""
    society = actions.found_society(
        code, name=f"Society {code}", country=code[:2], languages=languages
    )
    actions.add_desk(society, name="Main desk", languages=languages)
    return society


def enlist(
    society: Society,
    role: Role = Role.CASEWORKER,
    sign_in: str | None = None,
    *,
    password: str = PASSWORD,
    languages: tuple[str, ...] = ("en",),
) -> Member:
    """An active member. The second factor is not set up: `let_in` marks it as proved."""
    name = sign_in or f"{role.value}-{uuid4().hex[:8]}"
    member = actions.enlist(society, sign_in=name, role=role, languages=languages)
    member.password = _hashed(password)
    member.save(update_fields=["password"])
    return member


@cache
def _hashed(password: str) -> str:
    # Argon2 takes a tenth of a second on purpose; once per password is enough for a run.
    return make_password(password)


def let_in(client: Client, member: Member, *, stepped_up: bool = True) -> Client:
    """Sign the member in with both factors proved; stepped_up: as if just now."""
    client.force_login(member)
    session = client.session
    now = time.time()
    session[sessions.BEGUN] = session[sessions.SEEN] = now
    session[sessions.FACTOR] = True
    session["account_authentication_methods_user"] = str(member.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": now if stepped_up else now - 3600, "reauthenticated": True}
    ]
    session.save()
    return client


def work_off() -> None:
    """Do every job that waits, as the worker would; what they queue is done as well."""
    while waiting := list(DBTaskResult.objects.ready()):
        for row in waiting:
            arguments = row.args_kwargs
            row.delete()
            row.task.call(*arguments["args"], **arguments["kwargs"])


def with_boxes(society: Society, *more: Member) -> tuple[Member, Member]:
    """Hold the key ceremony: gives the two officers. `more`: members who get the boxes, too."""
    officers = enlist(society, Role.OFFICER), enlist(society, Role.OFFICER)
    for member in {*officers, *more}:
        actions.set_opening_password(member, password=PASSWORD)
    second = actions.Hand(officers[1].sign_in, PASSWORD)
    actions.hold_ceremony(own=PASSWORD, second=second, by=officers[0])
    return officers


def open_box(client: Client, *, password: str = PASSWORD) -> Client:
    """Open the boxes of the member who is signed in, as a person does: by the opening step."""
    answer = client.post("/desk/open-box/", {"opening_password": password})
    assert answer.status_code == 302, answer.context["form"].errors
    return client


@pytest.fixture
def make_society(db: None) -> MakeSociety:
    """`make_society("AT")` founds a society with a desk."""
    return found


@pytest.fixture
def make_member(db: None) -> MakeMember:
    """`make_member(society, Role.OFFICER, sign_in="boris")` enlists an active member."""
    return enlist


@pytest.fixture
def sign_in() -> SignIn:
    """`sign_in(client, member)` lets the member in with both factors proved."""
    return let_in
