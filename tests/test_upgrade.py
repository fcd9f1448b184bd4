"""The data of every release come into this program whole, and its program goes on meanwhile."""

from __future__ import annotations

import lzma
import secrets
from contextlib import nullcontext
from hashlib import sha256
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection

from kintrace import __version__
from kintrace.cases.models import Case
from kintrace.network import lookups as network
from kintrace.operations import duties, health
from kintrace.operations.steal import bulk, columns
from kintrace.operations.steal.members import work_off
from kintrace.operations.steal.needles import Planted
from kintrace.vault import published
from kintrace.vault.reader import reading_as
from kintrace.wall.lookups import showing
from tests import environment
from tests.postgres import connected_as
from tests.releases import by_hand, place, released, schema
from tests.releases.brought import brought_back, migrate
from tests.turns import by_turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from django.test import Client
    from pytest_django import Settings

    from kintrace.network.models import Member
    from tests.releases.place import Said

RELEASES = [file.parent.name for file in sorted(place.RELEASES.glob("*/migrations.txt"))]
pytestmark = pytest.mark.database_bound
of_each_release = pytest.mark.parametrize("version", RELEASES)


@pytest.fixture
def said(
    version: str, tmp_path: Path, settings: Settings, transactional_db: None
) -> Iterator[Said]:
    """A release's network in a database of its own, brought up to this program."""
    with brought_back(version, tmp_path, settings) as told:
        migrate()
        yield told


@of_each_release
def test_what_a_release_left_is_whole_after_the_upgrade(
    version: str, said: Said, client: Client
) -> None:
    assert not any("older than the program" in one for one in health.troubles())
    _the_audit_is_whole(said)
    _each_record_opens(said)
    _the_wall_shows_its_faces(client)
    _each_society_sees_its_own(said)
    _people_work_on(said)
    _the_audit_is_whole(said)


def _the_audit_is_whole(said: Said) -> None:
    told = StringIO()
    call_command("verify_audit", stdout=told)
    lines = told.getvalue().splitlines()
    assert len(lines) == len(said.societies)
    assert all(line.endswith("entries, whole.") for line in lines), lines


def _each_record_opens(said: Said) -> None:
    """Every column in which something was planted gives it back, to members of whom each opens
    the boxes with the password of then."""
    there = {columns.name_of(one) for one in columns.columns()}
    assert set(said.columns) <= there
    planted = Planted(codes=set(said.codes))
    assert set(columns.unplanted(planted, _openers(said))) & set(said.columns) == set()


def _openers(said: Said) -> list[tuple[Member, str]]:
    found = {name: network.member_named(name) for name in said.opens}
    return [(member, said.opens[name]) for name, member in found.items() if member]


def _the_wall_shows_its_faces(client: Client) -> None:
    with reading_as(network.society_coded("NORTH").pk):
        faces = showing()
    assert faces
    with _as_the_public_side():
        assert client.get("/en/").status_code == 200
        for face in faces:
            page = client.get(f"/en/face/{face.pk}/")
            assert page.status_code == 200
            picture = next(part for part in page.content.decode().split('"') if "/faces/" in part)
            assert client.get(picture).content


def _as_the_public_side() -> AbstractContextManager[object]:
    return connected_as(environment.PUBLIC) if environment.on_postgres() else nullcontext()


def _each_society_sees_its_own(said: Said) -> None:
    if connection.vendor != "postgresql":
        return  # no wall of rows there, and every staff page says so
    assert Case.objects.count() == 0
    for code in said.societies:
        society = network.society_coded(code)
        with reading_as(society.pk):
            assert {case.society_id for case in Case.objects.all()} <= {society.pk}
    with (
        connected_as(environment.PUBLIC) as public,
        public.cursor() as cursor,
        pytest.raises(Exception, match="permission denied"),
    ):
        cursor.execute("SELECT * FROM people_person")


def _people_work_on(said: Said) -> None:
    """A case is opened as on any day, and the worker does all that is due."""
    member, password = _openers(said)[0]
    with bulk.acting(member, password) as by:
        case = bulk.open_case(Planted(), by=by)
        assert Case.objects.filter(pk=case.pk).exists()
    duties.prepare()
    duties.do_due()
    work_off()


@of_each_release
def test_the_last_release_reads_and_writes_while_the_new_one_starts(
    version: str, tmp_path: Path, settings: Settings, transactional_db: None
) -> None:
    """Its program meets the new schema for as long as a restart takes: each column it knows is
    there with the same type, and its rows are taken without the columns it does not know."""
    known = released.schema_of(released.state_of(_release(version)))
    with brought_back(version, tmp_path, settings):
        before = schema.standing()
        migrate()
        after = schema.standing()
        if version == RELEASES[-1]:
            _nothing_it_rests_on_is_gone(before, after)
            done = set(schema.works_as_before(known))
            assert len(done) > len(known) // 2


@of_each_release
def test_whoever_upgrades_has_the_same_house_as_whoever_begins(
    version: str, tmp_path: Path, settings: Settings, transactional_db: None
) -> None:
    """Tables, rights, walls, indexes, triggers: two ways to one database, so that what holds in a
    test of a new one holds in an old one, too."""
    new = schema.made_of()
    with brought_back(version, tmp_path, settings):
        migrate()
        old = schema.made_of()
    for what, held in new.items():
        assert held, what
        assert old[what] == held, what


def _nothing_it_rests_on_is_gone(
    before: dict[str, dict[str, tuple[str, bool, bool]]],
    after: dict[str, dict[str, tuple[str, bool, bool]]],
) -> None:
    for table, held in before.items():
        for column, (kind, null, default) in held.items():
            new_kind, new_null, new_default = after[table][column]
            assert by_hand.may_become(kind, new_kind), f"{table}.{column}"
            assert new_null or not null, f"{table}.{column}"
            assert new_default or not default, f"{table}.{column}"
        for column in after[table].keys() - held.keys():
            _, null, default = after[table][column]
            assert null or default, f"{table}.{column}"


STANDS = {"inn": {"room": ("integer", True, False), "nights": ("integer", False, True)}}
GONE = {
    "a table": {},
    "a column": {"inn": {"room": STANDS["inn"]["room"]}},
    "a type": {"inn": STANDS["inn"] | {"room": ("bigint", True, False)}},
    "that it may be null": {"inn": STANDS["inn"] | {"room": ("integer", False, False)}},
    "a default": {"inn": STANDS["inn"] | {"nights": ("integer", False, False)}},
    "that it need not know all": {"inn": STANDS["inn"] | {"bed": ("integer", False, False)}},
}


@pytest.mark.parametrize("what", GONE)
def test_what_it_rests_on_is_missed(what: str) -> None:
    _nothing_it_rests_on_is_gone(STANDS, STANDS)
    with pytest.raises((AssertionError, KeyError)):
        _nothing_it_rests_on_is_gone(STANDS, GONE[what])


def test_there_is_a_release_to_come_from() -> None:
    assert RELEASES


def _release(version: str) -> released.Release:
    return next(one for one in released.releases() if one.version == version)


@of_each_release
def test_the_key_of_a_releases_network_opens_nothing_in_service(
    version: str, tmp_path: Path, settings: Settings
) -> None:
    """Everybody can read it in this repository."""
    place.unpack(place.archive_of(version, connection.vendor), tmp_path)
    [key] = (tmp_path / "keys").glob("root-*.key")
    assert sha256(key.read_bytes()).hexdigest() in published.KNOWN_TO_ALL
    settings.ROOT_KEYS = key.parent
    published.refuse()
    settings.TESTING = False
    with pytest.raises(ImproperlyConfigured, match="make one of your own"):
        published.refuse()
    in_words = tmp_path / "key"
    in_words.write_text(key.read_bytes().hex())
    settings.ROOT_KEY_FILE = str(in_words)
    with pytest.raises(ImproperlyConfigured, match="make one of your own"):
        published.refuse()
    in_words.write_text(secrets.token_hex(32))
    published.refuse()


@by_turns(4)
@of_each_release
def test_an_archive_tells_the_same_whenever_it_is_packed(version: str, tmp_path: Path) -> None:
    archive = place.archive_of(version, connection.vendor)
    place.unpack(archive, tmp_path / "one")
    place.pack(tmp_path / "one", tmp_path / "again.tar.xz")
    both = [lzma.decompress(one.read_bytes()) for one in (archive, tmp_path / "again.tar.xz")]
    assert both[0] == both[1]
    assert archive.stat().st_size <= place.LARGEST
    assert version.split(".") <= __version__.split(".")
