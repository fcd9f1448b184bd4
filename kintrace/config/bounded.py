"""A connection to PostgreSQL that never waits for ever (docs/decisions/073)."""

from typing import Any

import psycopg
from psycopg.abc import PQGen


class Bounded(psycopg.Connection[Any]):
    """Waits a bounded time for the server, which may not even say that it is late."""

    longest: float

    def wait(self, gen: PQGen[Any], interval: float = 0.1, timeout: float | None = None) -> Any:
        """As psycopg's; a connection on which no answer came in time is thrown away."""
        try:
            return super().wait(gen, interval, timeout or self.longest)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
                self.pgconn.finish()
            raise
