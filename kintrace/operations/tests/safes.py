"""Who may open a backup, and what lies in it."""

import secrets
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pyrage
from django.conf import settings

from kintrace.operations.backup import (
    Recipients,
)


class Safe:
    """Two identities that the server never sees, and what they open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.records = pyrage.x25519.Identity.generate()
        self.slots = pyrage.x25519.Identity.generate()

    @property
    def recipients(self) -> Recipients:
        return Recipients(str(self.records.to_public()), str(self.slots.to_public()))

    def opened(self, part: str) -> bytes:
        (file,) = self.folder.glob(f"*-{part}.age")
        identity = self.slots if part == "slots" else self.records
        plain: bytes = pyrage.decrypt(file.read_bytes(), [identity])
        return plain

    def text(self, part: str) -> str:
        """A part of the database as SQL."""
        plain = self.opened(part)
        if settings.ON_SQLITE:
            file = self.folder.parent / part
            file.write_bytes(plain)
            with closing(sqlite3.connect(file)) as copy:
                return "\n".join(copy.iterdump())
        restore = ["pg_restore", "--file=-"]
        return subprocess.run(restore, input=plain, capture_output=True, check=True).stdout.decode()


PHOTO = secrets.token_bytes(3000)


def in_sql(value: bytes) -> str:
    """Bytes as a dump writes them."""
    return value.hex().upper() if settings.ON_SQLITE else value.hex()
