"""What the tests of the whole house share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import override_settings

from kintrace.cases.models import Child
from kintrace.cases.tests.children_sent_ways import TOLD
from kintrace.cases.tests.children_ways import FAMILY, Looked
from kintrace.cases.tests.conftest import build_scene
from kintrace.network.access import Role
from kintrace.vault import ciphers
from kintrace.vault.reader import reading_as
from tests import remembered
from tests.browser import chromium
from tests.town import Town, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from pytest_django import DjangoDbBlocker

    from kintrace.cases.tests.conftest import Scene


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run: Playwright does not start twice in a process."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of their own for a file of tests, and passwords whose cost is tested elsewhere."""
    here = tmp_path_factory.mktemp("places")
    own = {"SAFE_FILES": here / "sealed", "FACES": here / "faces", "PINS": here / "pins.json"}
    with pytest.MonkeyPatch.context() as patch, override_settings(**own):
        patch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
        yield here


@pytest.fixture(scope="module")
def town(places: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """One whole society for a file of tests, rolled back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        remembered.begin()
        yield settle("AT")
        transaction.set_rollback(True)


@pytest.fixture
def looked(town: Town, db: None) -> Iterator[Looked]:
    """The child of the town: written down, its mother asked, two talks; nobody searches yet."""
    with transaction.atomic(), reading_as(town.society.pk):
        child = Child.objects.get(pk=town.things["child"])
        yield Looked(child, town[Role.CHILD_PROTECTION], town[Role.CASEWORKER])
        transaction.set_rollback(True)


@pytest.fixture
def there(looked: Looked) -> Scene:
    """A society that may be asked; the child is searched for, and its mother's address is known."""
    looked.keep("family", FAMILY | TOLD)
    looked.trace()
    return build_scene("BG")
