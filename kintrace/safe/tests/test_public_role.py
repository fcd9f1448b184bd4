"""The safe as the public role keeps it and the staff role ends it; PostgreSQL only."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from kintrace.safe import actions, jobs, lookups
from kintrace.safe.models import Box
from kintrace.safe.tests.test_safe import SEALED, TOKEN, ask, own

pytestmark = pytest.mark.database_bound
AsPublic = Callable[[], AbstractContextManager[Any]]


def test_the_public_side_keeps_gives_out_replaces_and_deletes(as_public_role: AsPublic) -> None:
    number = uuid4()
    with as_public_role():
        assert ask("keep", number, **own(number)).json() == {"kept": True}
        assert ask("keep", number, **own(number)).json() == {"kept": True}
        assert lookups.lying_under(number) == SEALED
        assert ask("opened", number, token=TOKEN.hex()).status_code == 204
        assert ask("delete", number, token=TOKEN.hex()).status_code == 204
        assert lookups.lying_under(number) != SEALED


def test_the_staff_side_ends_what_nobody_opened_and_changes_nothing(
    as_public_role: AsPublic,
) -> None:
    old, young = uuid4(), uuid4()
    with as_public_role():
        for number in (old, young):
            actions.keep(number, sealed=SEALED, token=TOKEN)
        Box.objects.filter(pk=old).update(opened=timezone.localdate() - timedelta(days=800))
    jobs.forget_unopened.call()
    assert [box.pk for box in Box.objects.all()] == [young]
    with pytest.raises(ProgrammingError), transaction.atomic():
        Box.objects.update(sealed=b"")
