"""A society whose root key was cut off is passed by: jobs and duties of the others go on."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from kintrace.audit.anchors import folder, read
from kintrace.network.access import Role
from kintrace.network.models import Member
from kintrace.network.tests.cast import MakeMember, MakeSociety, let_in
from kintrace.operations.duties import TABLE, Duty
from kintrace.vault import keyring, root

pytestmark = pytest.mark.django_db


@pytest.fixture
def apart(
    make_society: MakeSociety, make_member: MakeMember, settings: Settings, tmp_path: Path
) -> Iterator[tuple[Member, Member]]:
    """A member of AT, which keeps its root key itself and has just taken it away, and one of BG,
    which lies under the house's."""
    settings.ROOT_KEYS, settings.DATA = tmp_path / "keys", tmp_path / "data"
    root.make()
    keyring.forget_all()
    members = [
        make_member(make_society(code), Role.SOCIETY_ADMIN, f"dora-{code.lower()}")
        for code in ("AT", "BG")
    ]
    theirs, settings.ROOTS = tmp_path / "theirs", str(tmp_path / "roots.toml")
    Path(settings.ROOTS).write_text(
        f'[providers.own]\nkind = "files"\nfolder = "{theirs}"\n'
        f'[societies]\n"{members[0].society_id}" = "own"\n'
    )
    call_command("root_key", "make", "--society", "AT", stdout=StringIO())
    call_command("rotate_keys", "--root-only", stdout=StringIO())
    theirs.rename(tmp_path / "cut off")
    keyring.forget_all()
    yield members[0], members[1]
    keyring.forget_all()


def test_members_of_the_others_notice_nothing(apart: tuple[Member, Member]) -> None:
    of_at, of_bg = (let_in(Client(), member) for member in apart)
    assert of_at.get("/desk/members/").status_code == 503
    assert of_bg.get("/desk/members/").status_code == 200


def test_every_duty_has_its_turn_with_the_others(apart: tuple[Member, Member]) -> None:
    """It may say that one society had no turn; it never ends in something else."""
    ended = {duty.name: _ended(duty) for duty in TABLE}
    assert {name: how for name, how in ended.items() if how not in {"done", "one shut"}} == {}
    assert "one shut" in ended.values()


def _ended(duty: Duty) -> str:
    try:
        duty.do()
    except ExceptionGroup as some:
        rest = some.split(keyring.SocietyIsShut)[1]
        return repr(rest) if rest else "one shut"
    except Exception as other:  # noqa: BLE001 - the next one is asked, too
        return repr(other)
    return "done"


def test_the_heads_of_the_others_are_signed(apart: tuple[Member, Member]) -> None:
    [signing] = [duty for duty in TABLE if duty.name == "sign-heads"]
    _ended(signing)
    assert str(apart[1].society_id) in {one.society for one in read(folder())}
