"""One browser, one server and one network with a full wall for each file of page tests."""

from __future__ import annotations

import itertools
import os
import secrets
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client, TransactionTestCase
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from kintrace.demo.invented import PASSWORD
from kintrace.demo.portraits import portrait
from kintrace.network.access import Right, Role, has
from kintrace.network.tests.cast import let_in, open_box
from kintrace.vault.photos import clean
from kintrace.vault.reader import reading_as
from kintrace.wall import pictures
from kintrace.wall.models import Face
from kintrace.wall.relations import AgeBand, Relation, Sex
from tests import environment, remembered
from tests.browser import Visit
from tests.public_process import public_side
from tests.tablet import WithATablet, settle_shore
from tests.town import Town, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django import DjangoDbBlocker

    from kintrace.servicepoints.models import ServicePoint
    from tests.tablet import Shore

FACES = 30
DRAWN = (("woman", "25-44"), ("man", "45-64"), ("man", "15-24"), ("woman", "65+"))


@pytest.fixture(scope="module")
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Committed rows as elsewhere, but for a whole file of tests: swept away after the last."""
    with django_db_blocker.unblock():
        yield
        TransactionTestCase()._fixture_teardown()  # type: ignore[attr-defined] # noqa: SLF001


@pytest.fixture(scope="module")
def full_town(places: Path, transactional_db: None) -> Town:
    """A society with thirty faces."""
    remembered.begin()
    town = settle("AT")
    _crowd(town)
    return town


def _crowd(town: Town) -> None:
    """Fill the wall. Publishing itself is shown elsewhere; here only the pages matter."""
    drawn = [
        clean(portrait(seed, sex=sex, age_band=band)).pictures
        for seed, (sex, band) in enumerate(DRAWN)
    ]
    kinds = zip(itertools.cycle(Relation), itertools.cycle(Sex), itertools.cycle(AgeBand))
    with reading_as(town.society.pk):
        for number, (relation, sex, age) in enumerate(itertools.islice(kinds, FACES)):
            Face.objects.create(
                society=town.society,
                relations=[relation.value],
                seeker_sex=sex.value,
                age_band=age.value,
                name=pictures.write(drawn[number % len(drawn)]),
                live_until=timezone.localdate() + timedelta(days=200),
                removal_lookup=secrets.token_bytes(16),
            )


@pytest.fixture(scope="module")
def home(full_town: Town) -> Iterator[str]:
    """The address of both sides in one process, as the tests' settings have it."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture(scope="module")
def street(full_town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The public side as an operator starts it, but for TLS."""
    with public_side(_in_service(tmp_path_factory.mktemp("service"))) as home:
        yield home


def _in_service(data: Path) -> dict[str, str]:
    kept = {name: held for name, held in os.environ.items() if not name.startswith("KINTRACE_")}
    variables = kept | {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_SIDE": "public",
        "KINTRACE_TLS": "0",
        "KINTRACE_TRAINING": "0" if environment.on_postgres() else "1",
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_ANSWER_SALT": secrets.token_hex(16),
        "KINTRACE_DATA": str(data),
        "KINTRACE_DATABASE_URL": environment.database_url(environment.PUBLIC),
    }
    command = [sys.executable, "manage.py", "collectstatic", "--no-input"]
    subprocess.run(command, cwd=settings.ROOT, env=variables, check=True, capture_output=True)
    return variables


@dataclass
class Windows:
    """A page that stays open for each person and language, before the same full wall."""

    browser: Browser
    home: str
    town: Town
    cookies: dict[Role | None, dict[str, str]]
    opened: dict[tuple[Role | None, str], Visit] = field(default_factory=dict)

    def of(self, role: Role | None, language: str) -> Visit:
        """The window of a member of this role, or of a visitor; its complaints are forgotten."""
        if (role, language) not in self.opened:
            visit = Visit(self.browser, self.home, language)
            held = self.cookies[role].items()
            cookies = [{"name": name, "value": value, "url": self.home} for name, value in held]
            visit.context.add_cookies(cookies)  # type: ignore[arg-type]
            self.opened[role, language] = visit
        visit = self.opened[role, language]
        visit.complaints.clear()
        visit.hosts.clear()
        return visit


@pytest.fixture(scope="module")
def windows(full_town: Town, home: str, browser: Browser) -> Iterator[Windows]:
    cookies: dict[Role | None, dict[str, str]] = {None: {}}
    cookies.update({role: _signed_in(full_town, role) for role in Role})
    windows = Windows(browser, home, full_town, cookies)
    yield windows
    for visit in windows.opened.values():
        visit.end()


def _signed_in(town: Town, role: Role) -> dict[str, str]:
    client = let_in(Client(), town[role])
    if has(town[role], Right.OPEN_BOXES):
        open_box(client, password=PASSWORD)
    names = (settings.SESSION_COOKIE_NAME, settings.BOX_COOKIE_NAME)
    return {name: client.cookies[name].value for name in names if name in client.cookies}


@pytest.fixture(scope="module")
def shore(places: Path, transactional_db: None) -> Iterator[Shore]:
    """Where people land: a society and who works at its points, on both sides in one process."""
    server = LiveServer("localhost")
    yield settle_shore(server.url)
    server.stop()


@pytest.fixture
def point(shore: Shore, request: pytest.FixtureRequest) -> ServicePoint:
    """A point of the test's own."""
    return shore.new_point(str(request.node.name)[:100])


@pytest.fixture
def tablets(
    browser: Browser, shore: Shore, point: ServicePoint
) -> Iterator[Callable[..., WithATablet]]:
    """`tablets(name)` makes one more tablet ready at the point."""
    made: list[WithATablet] = []

    def another(name: str = "The green one") -> WithATablet:
        tablet = WithATablet(browser, shore.home, "en", shore.chidi)
        made.append(tablet)
        tablet.is_let_in()
        tablet.make_ready(name)
        return tablet

    yield another
    for tablet in made:
        tablet.end()


@pytest.fixture
def tablet(tablets: Callable[..., WithATablet]) -> WithATablet:
    return tablets()
