"""The pinned fingerprints of societies' signing lists: configuration, outside the database.

`settings.PINS` is a JSON file {society: fingerprint}. Who changes the database alone cannot
make the public side seal to a key of their own.
"""

import json
import os
from pathlib import Path
from secrets import token_hex
from uuid import UUID

from django.conf import settings


def pinned(society: UUID) -> str | None:
    """Give the fingerprint that the operator pinned for a society."""
    return _read().get(str(society))


def pin(society: UUID, fingerprint: str) -> None:
    """Pin a fingerprint: the operator's deed after a key ceremony, never a request's."""
    path = Path(settings.PINS)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{token_hex(4)}")
    with half.open("w", encoding="utf-8") as file:
        json.dump(_read() | {str(society): fingerprint}, file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def _read() -> dict[str, str]:
    try:
        pins: dict[str, str] = json.loads(Path(settings.PINS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return pins
