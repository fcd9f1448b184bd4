"""A town with three of everything, and the same with twelve."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import transaction

from kintrace.network import sessions
from kintrace.wall import kept
from tests.access.conftest import HALF_AN_HOUR, calm  # noqa: F401 no log lines here either
from tests.access.people import everybody
from tests.queries.asked import Page, ask, opener, pages
from tests.queries.many import multiply

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.town import Town

FEW, MANY = 3, 12
Asked = Callable[[str], tuple[Page, Page]]


@pytest.fixture(scope="module")
def asked(request: pytest.FixtureRequest, town: Town, django_db_blocker: DjangoDbBlocker) -> Asked:
    """Gives a page by its route, as it was asked for with few of everything and with many. Only
    those are asked for that this run has tests of."""
    wanted = _wanted(request)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "PROOF_LASTS_FOR_SENDING", HALF_AN_HOUR)
        patch.setattr(settings, "ACCOUNT_REAUTHENTICATION_TIMEOUT", HALF_AN_HOUR)
        # A round takes minutes on a busy machine: the session is not noted as seen in between.
        patch.setattr(sessions, "_SEEN_STEP", HALF_AN_HOUR)
        with transaction.atomic():
            multiply(town, FEW - 1)
            few = _round(town, wanted)
            multiply(town, MANY - FEW)
            many = _round(town, wanted)
            transaction.set_rollback(True)
    return lambda name: (few[name], many[name])


def _wanted(request: pytest.FixtureRequest) -> set[str]:
    """The pages of this run."""
    parts = (getattr(item, "callspec", None) for item in request.session.items)
    return {str(part.params["name"]) for part in parts if part and "name" in part.params}


def _round(town: Town, wanted: set[str]) -> dict[str, Page]:
    kept.forget()  # else the wall shows what it showed with fewer
    people = everybody(town)
    return {
        name: ask(name, line, town, opener(line, people))
        for name, line in pages().items()
        if name in wanted
    }
