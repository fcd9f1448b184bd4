"""Who takes the public process over has its database role: what may that touch?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.postgres import may
from tests.test_roles import MAY_PUBLIC

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

pytestmark = [pytest.mark.attack, pytest.mark.database_bound]
RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")


def test_the_role_of_the_public_side_touches_what_is_public_and_nothing_else(
    as_public_role: Callable[[], AbstractContextManager[Any]], attacked: Callable[..., None]
) -> None:
    with as_public_role() as connection:
        tables = connection.introspection.table_names()
        beyond = [
            (table, right)
            for table in tables
            for right in RIGHTS
            if may(table, right) and right not in MAY_PUBLIC.get(table, set())
        ]
    attacked(
        "a stolen public process",
        tried=f"{len(RIGHTS)} ways to touch each of {len(tables)} tables",
        got=len({table for table, _right in beyond}),
    )
