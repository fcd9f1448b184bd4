"""The secrets of an installation: `deploy/make_secrets.py make FOLDER --database postgres://…`.

Makes what is missing and changes nothing that is there, so that it is run again without harm.
`deploy/make_secrets.py roles FOLDER` writes for psql what each role is known by (deploy/postgres):
not its password, but what is computed of it, so that no log of the server can hold one. Standard
library only.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import os
import secrets
import sys
from pathlib import Path

ROLES = ("owner", "staff", "public", "matcher", "backup")
TURNS = 4096


def make(folder: Path, database: str) -> None:
    """Every file that the units load; each is one line without an end."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for role in ROLES:
        lay(folder / f"secret-key-{role}", secrets.token_urlsafe(50))
        lay(folder / f"password-{role}", secrets.token_urlsafe(32))
        password = (folder / f"password-{role}").read_text("utf-8")
        lay(folder / f"database-{role}", as_role(database, role, password))
    lay(folder / "smtp-password", "")
    for side in ("public", "staff"):
        lay(folder / f"metrics-token-{side}", secrets.token_urlsafe(32))
    lay(folder / "answer-salt", secrets.token_hex(32))  # no secret; the same on every machine


def lay(path: Path, text: str) -> None:
    """Write a file that only its owner reads, unless it is there."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    print(f"made: {path}")


def as_role(database: str, role: str, password: str) -> str:
    """The address of the database as one role."""
    kind, _, place = database.partition("://")
    return f"{kind}://kintrace_{role}:{password}@{place.rpartition('@')[2]}"


def roles(folder: Path) -> None:
    """A line of psql for each role."""
    for role in ROLES:
        password = (folder / f"password-{role}").read_text("utf-8")
        print(f"\\set {role} '{verifier(password, secrets.token_bytes(16))}'")


def verifier(password: str, salt: bytes, turns: int = TURNS) -> str:
    """What PostgreSQL keeps of a password (RFC 5803): it lets nobody in."""
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, turns)
    client = hmac.digest(salted, b"Client Key", "sha256")
    server = hmac.digest(salted, b"Server Key", "sha256")
    stored = hashlib.sha256(client).digest()
    seed, kept, known = (base64.b64encode(one).decode() for one in (salt, stored, server))
    return f"SCRAM-SHA-256${turns}:{seed}${kept}:{known}"


def asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="deploy/make_secrets.py", description="Secrets, once.")
    parser.add_argument("what", choices=("make", "roles"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--database", default="postgres://127.0.0.1:5432/kintrace")
    return parser.parse_args(words)


def main(words: list[str]) -> None:
    """Do what was asked."""
    said = asked(words)
    if said.what == "make":
        make(said.folder, said.database)
    else:
        roles(said.folder)


if __name__ == "__main__":
    main(sys.argv[1:])
