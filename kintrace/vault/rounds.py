"""Going round the societies: what fails in one stops no other.

A society whose chain was tampered with, or that cut off its root key, must not keep the others'
faces on the wall or their erasures waiting.
"""

from collections.abc import Callable, Iterable
from uuid import UUID

import structlog

_log = structlog.get_logger()


def go_round(turns: Iterable[tuple[UUID, Callable[[], object]]]) -> None:
    """Do each turn (the society, what to do); each opens a transaction of its own.

    Raises ExceptionGroup at the end with whatever failed, so that it is done again.
    """
    failed = []
    for society, do in turns:
        try:
            do()
        except Exception as error:  # noqa: BLE001 - the others have their turn, and it is raised below
            _log.exception("round.failed", society=str(society))
            failed.append(error)
    if failed:
        raise ExceptionGroup("some societies had no turn", failed)
