"""Asks the caches in front of us to forget the pictures of a face (KINTRACE_PURGE).

What is asked names a random file and nothing else. Without a cache nobody is asked.
"""

import http.client
from urllib.parse import urlsplit

import structlog
from django.conf import settings

from kintrace.wall.pictures import KEYS

_log = structlog.get_logger()
_PATIENCE = 3.0  # seconds for one answer; a machine that is away is asked again later
# Forgotten, or never had: to who asks both are the same.
_DONE = frozenset({200, 204, 404, 410, 412})


def purge(name: str) -> bool:
    """Whether every cache has forgotten the six pictures."""
    unmoved = [address for address in settings.PURGE if not _forgot(address, name)]  # all are asked
    return not unmoved


def _forgot(address: str, name: str) -> bool:
    split = urlsplit(address)
    kind = http.client.HTTPSConnection if split.scheme == "https" else http.client.HTTPConnection
    connection = kind(split.netloc, timeout=_PATIENCE)
    try:
        answers = [_asked(connection, f"{split.path}/faces/{name}-{key}") for key in KEYS]
    except (OSError, http.client.HTTPException):
        _log.warning("purge.failed", exc_info=True)
        return False
    finally:
        connection.close()
    if refused := [status for status in answers if status not in _DONE]:
        _log.warning("purge.failed", status=refused[0])
    return not refused


def _asked(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("PURGE", path)
    answer = connection.getresponse()
    answer.read()
    return answer.status
