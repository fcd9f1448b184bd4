"""Marks that depend on where a run's rows live."""

import pytest

from tests import environment

# What takes long is tried every day on PostgreSQL, as in service; on SQLite in `make test-slow`.
slow_on_sqlite = pytest.mark.database_bound if environment.on_postgres() else pytest.mark.slow
