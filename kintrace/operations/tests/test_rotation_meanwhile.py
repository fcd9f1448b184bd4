"""A root key changes hands while pages are read and written: the short form of the drill.

The long one (tests/drills/test_keys_change_hands.py) does it with processes as in service.
"""

import threading
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from kintrace.network.access import Role
from kintrace.network.models import Member
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.vault import keyring, root
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import reading_as

pytestmark = pytest.mark.database_bound
STEPS = (
    ("root_key", "make"),
    ("root_key", "export", "{safe}/2", "--recipient", "{recipient}"),
    ("root_key", "export", "{safe}/1", "--recipient", "{recipient}", "--number", "1"),
    ("rotate_keys", "--root-only"),
    ("root_key", "retire", "--number", "1"),
)


@pytest.fixture
def member(
    transactional_db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Member]:
    """Somebody whose process remembers no key from one request to the next."""
    settings.ROOT_KEYS = tmp_path / "keys"
    root.make()
    keyring.forget_all()
    monkeypatch.setattr(keyring, "HELD_SECONDS", 0)
    yield enlist(found("AT"), Role.SOCIETY_ADMIN, "dora")
    keyring.forget_all()


class Work(threading.Thread):
    """A member who reads a page and writes somebody down, again and again."""

    def __init__(self, member: Member) -> None:
        super().__init__()
        self.member, self.over = member, threading.Event()
        self.answers: list[int] = []
        self.another = threading.Semaphore(0)

    def run(self) -> None:
        client = let_in(Client(raise_request_exception=False), self.member)
        told = {"role": "volunteer", "name": "Gwen", "email": "gwen@example.invalid"}
        while not self.over.is_set():
            self.answers.append(client.get("/desk/members/").status_code)
            form = told | {"sign_in": f"guest{len(self.answers)}", "languages": "en"}
            self.answers.append(client.post("/desk/members/invite/", form).status_code)
            self.another.release()
        connection.close()


def test_no_request_is_lost_while_a_root_key_changes_hands(member: Member, tmp_path: Path) -> None:
    recipient, work = str(pyrage.x25519.Identity.generate().to_public()), Work(member)
    work.start()
    try:
        for words in STEPS:
            assert work.another.acquire(timeout=120)
            said = [word.format(safe=tmp_path, recipient=recipient) for word in words]
            call_command(*said, stdout=StringIO())
        assert all(work.another.acquire(timeout=120) for _ in range(2))
    finally:
        work.over.set()
        work.join()
    assert set(root.versions()) == {2}
    assert set(work.answers) == {200, 302}
    written = Member.objects.filter(sign_in__startswith="guest").count()
    assert written == work.answers.count(302) == len(work.answers) / 2


def test_who_read_a_row_before_its_root_key_was_retired_looks_again(
    member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.make(2)
    rows = keyring._rows  # noqa: SLF001 - between the row and the file somebody retires the key

    def read_and_then_retired(society: UUID) -> list[RecordKey]:
        before = rows(society)
        monkeypatch.setattr(keyring, "_rows", rows)
        call_command("rotate_keys", "--root-only", stdout=StringIO())
        root.versions()[1].unlink()
        return before

    keyring.forget_all()
    monkeypatch.setattr(keyring, "_rows", read_and_then_retired)
    with reading_as(member.society_id), keyring.borrowed(member.society_id, keyring.STAFF) as key:
        assert any(key)
    assert set(root.versions()) == {2}
