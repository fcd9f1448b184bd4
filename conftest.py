"""What every test of the house may rely on.

Where a test's rows live. SQLite, in a file, so that threads and child processes share it; with
KINTRACE_TEST_POSTGRES=1 a private PostgreSQL (tests/postgres.py), where tests connect as the
application's role and never as the owner of the tables.

    db                 rows are rolled back afterwards; nobody else sees them (SQLite: and nobody
                       else can write meanwhile, for the test holds the write lock)
    transactional_db   rows are committed, for threads, child processes and browsers

How a test says that it is about the database itself and must run on both:

    @pytest.mark.database_bound
    def test_a_society_sees_its_own_rows(db): ...

Something only PostgreSQL can do (roles, row security) asks for the fixture `postgres` or
`as_public_role` and is passed over on SQLite.
"""

import functools
import gc
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import freezegun
import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management.commands import flush
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import TransactionTestCase
from django.utils import translation

from kintrace.network import hashing
from kintrace.vault import ciphers, photos
from kintrace.visitors import browsing, networks, quota
from tests import environment, migrated, remembered
from tests.postgres import PostgresMissing, connected_as, running, sweep
from tests.turns import waits

# The societies and members that tests of every folder are about, and where their files lie.
pytest_plugins = ["kintrace.network.tests.cast", "tests.stored", "tests.attacks.noted"]

# A shared machine may pause any test for a while: that is no finding.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

# A clock that stands still is put into every module that was imported. These hold thousands of
# names and do not ask what time it is for us.
freezegun.configure(
    extend_ignore_list=["PIL", "cryptography", "fontTools", "numpy", "playwright", "weasyprint"]
)


TURNS = 4  # days, after which every file had its turn
# What walls and locks of the database itself do is asked of both every day; of the plans of lists
# each has a part on its own days (tests/queries/test_lists.py).
EVERY_DAY = ("rows", "races", "chain", "public_side", "canary", "test_lists")
# What a thief finds hangs on the database that is stolen, and what a fault does on the one that
# serves: where service stands, every day.
IN_SERVICE = ("steal", "fault_")
# And of the folders, what no day may let through: contact, another society, a hold, a gate, a face
# that must not hang, what a role may see, what is kept. What helps a family once it is together has
# its turn. People, keys, the network, the audit and the safe are asked every day.
FOLDERS = (
    *("cases", "protection", "watch", "demo", "matching", "wall", "servicepoints", "directory"),
    *("visitors", "letters", "names", "ui", "operations"),
)
TURNED = tuple(f"kintrace/{name}/tests/" for name in FOLDERS)
GUARDED = (
    *("orders", "ends", "afar", "calling_out", "one_question", "states", "found", "faces"),
    *("holds", "bases", "erasure", "register", "retention"),
    *("never", "judging", "stolen", "asked", "scoring", "matching/test_network"),
    "matching/test_safe",
    *("publication", "public_role", "removals", "recalls", "flags", "small_numbers"),
    *("suppression", "guarded", "handing_over", "quota", "restore", "expire", "probes"),
)
TOGETHER = ("plans", "reunion")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is about the database runs on PostgreSQL every fourth day, and else on SQLite; most
    folders every fourth day: by turns of the file."""
    for item in items:
        # Not `item.keywords`: they hold the names of folders too, and a clone may be called "slow".
        name, marks = item.path.stem, {mark.name for mark in item.iter_markers()}
        if {"browser", "slow"} & marks:
            continue
        folder = item.path.relative_to(item.config.rootpath).parent.parent.name
        file = f"{folder}/{name}"
        if "database_bound" in marks:
            rests = _rests_on_this_database(name, file)
        else:
            turned = _is_in(TURNED, item.path.as_posix())
            may_wait = _is_in(TOGETHER, name) or not _is_in(GUARDED, file)
            rests = turned and may_wait and waits(file, turns=TURNS)
        if rests:
            item.add_marker(pytest.mark.in_turn)


def _rests_on_this_database(name: str, file: str) -> bool:
    if _is_in(IN_SERVICE, name):
        return not environment.on_postgres()
    other = waits(file, turns=TURNS)
    return other == environment.on_postgres() and not _is_in(EVERY_DAY, name)


def _is_in(words: tuple[str, ...], name: str) -> bool:
    return any(one in name for one in words)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the collector need not look at it a thousand times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def house() -> Iterator[None]:
    """The run's folder with a root key in it, as an installation has one."""
    sweep()
    keys: Path = settings.ROOT_KEYS
    keys.mkdir(parents=True, mode=0o700)
    key = keys / "root-1.key"
    key.write_bytes(secrets.token_bytes(32))
    key.chmod(0o400)
    settings.STATIC_ROOT.mkdir(parents=True)
    yield
    connections.close_all()
    shutil.rmtree(environment.folder(), ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The database goes with the run's folder: nothing to take down table by table."""
    return True


@pytest.fixture(scope="session")
def copied_database(request: pytest.FixtureRequest, house: None) -> migrated.Copy | None:
    """Where another run of this code left it, or where we leave it (tests/migrated.py)."""
    return migrated.copy_for(request.config, connection.vendor)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(copied_database: migrated.Copy | None) -> Iterator[None]:
    """On PostgreSQL: start the server, and let the owner create the database and its tables."""
    there = copied_database if copied_database and copied_database.is_there() else None
    if not environment.on_postgres():
        if there:
            there.lay(Path(connection.settings_dict["NAME"]))
        yield
        return
    try:
        with running(environment.server_folder(), there.path if there else None):
            connection.settings_dict["USER"] = environment.OWNER
            yield
            connections.close_all()
    except PostgresMissing as missing:
        pytest.exit(str(missing), returncode=2)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, copied_database: migrated.Copy | None) -> Iterator[None]:
    """Hand the finished database to the application's role; only the broom stays the owner's."""
    connection.close()
    if copied_database:
        _leave(copied_database)
    if not environment.on_postgres():
        yield
        return
    connection.settings_dict["USER"] = environment.STAFF
    sweep_up: Callable[[Any], None] = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined] # noqa: SLF001

    def sweep_up_as_owner(case: TransactionTestCase) -> None:
        with connected_as(environment.OWNER):
            sweep_up(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", sweep_up_as_owner)
        yield


def _leave(copy: migrated.Copy) -> None:
    if not copy.is_there():
        if environment.on_postgres():
            migrated.keep_cluster(copy, environment.server_folder())
        else:
            migrated.keep_file(copy, Path(connection.settings_dict["NAME"]))
    copy.leave()


@pytest.fixture(scope="session", autouse=True)
def emptied_without_a_word() -> Iterator[None]:
    """Tables are emptied after every test that committed, and Django then lets every application
    write its own first rows again. None of ours rests on them (tests without such rows pass)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flush, "emit_post_migrate_signal", lambda *_, **__: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def photos_redrawn_once() -> Iterator[None]:
    """Redrawing starts a process, and a run takes the same few photos hundreds of times. That it
    is done, and what it refuses, is tested in vault, which asks its own functions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kintrace.cases.actions.faces.first_look", functools.cache(photos.first_look))
        patch.setattr("kintrace.wall.actions.publication.clean", functools.cache(photos.clean))
        patch.setattr("kintrace.cases.actions.children.clean", functools.cache(photos.clean))
        yield


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A page that a test opens leaves its language behind in the thread."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def cheap_passwords(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A derivation takes a millisecond, for a society's set-up needs dozens. What they cost in
    service is tested where it is the point: @pytest.mark.real_cost."""
    if request.node.get_closest_marker("real_cost"):
        return
    monkeypatch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
    monkeypatch.setattr(hashing, "_MEMORY_KIB", 64)
    monkeypatch.setattr(hashing, "_PASSES", 1)
    monkeypatch.setattr(hashing, "_COST", "argon2id$v=19$m=64,t=1,p=1$")


CODE_COST = ciphers.CODE_COST


@pytest.fixture(autouse=True)
def cheap_codes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """So does the key of a visitor's code and word, as long as only this process derives it."""
    if not request.node.get_closest_marker("slow"):
        monkeypatch.setattr(ciphers, "CODE_COST", ciphers.Cost(64, 1))


@pytest.fixture(autouse=True)
def nothing_laid_down() -> None:
    """What the test begins with is not what another has remembered (tests/remembered.py)."""
    remembered.begin()


@pytest.fixture(autouse=True)
def no_memories() -> None:
    """No test sees a page of the wall that another test left in the process's memory."""
    from kintrace.wall import kept  # noqa: PLC0415 - the models must stand first

    kept.forget()


@pytest.fixture(autouse=True)
def nobody_counted() -> None:
    """Every test's visitors come from the same address, and each is the first to come. So is a
    member who was laid down again (tests/remembered.py) and opens the box."""
    cache.clear()
    quota.forget_all()
    browsing.forget()
    networks.forget()


@pytest.fixture
def figure() -> Callable[[str, str, str], None]:
    """`figure(what, measured, goal)` puts a figure into bench/SLOW.md when make test-slow runs."""

    def note(what: str, measured: str, goal: str) -> None:
        if "KINTRACE_TEST_FIGURES" in os.environ:
            with Path(os.environ["KINTRACE_TEST_FIGURES"]).open("a") as figures:
                figures.write(json.dumps([what, connection.display_name, measured, goal]) + "\n")

    return note


@pytest.fixture
def postgres() -> None:
    """Says that a test is about something only PostgreSQL has."""
    if not environment.on_postgres():
        pytest.skip("PostgreSQL only")


@pytest.fixture
def as_public_role(
    postgres: None, transactional_db: None
) -> Callable[[], AbstractContextManager[BaseDatabaseWrapper]]:
    """`with as_public_role() as connection:` every query in the block is the public role's."""
    return lambda: connected_as(environment.PUBLIC)


@pytest.fixture
def public_environment(
    tmp_path: Path, transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """The environment of a child process on the public side: its role, and no key at all.

    Codes cost there what they cost in service, and so they must here."""
    monkeypatch.setattr(ciphers, "CODE_COST", CODE_COST)
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_SIDE": "public",
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_ROOT_KEYS": str(tmp_path / "no-keys-here"),
        "KINTRACE_DATABASE_URL": environment.database_url(environment.PUBLIC),
    }
