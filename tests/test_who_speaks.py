"""What of ours speaks to another machine is known, and says nothing of anybody but in letters."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1] / "kintrace"
NOT_SERVED = ("demo", "steal", "tests", "migrations")
# Nothing of ours speaks to another machine but these. What is no letter says nothing of anybody:
# whether a server answers, pictures and what is sealed into a store of ours, a wrapped key.
TALKS = {
    "kintrace/letters/jobs.py",
    "kintrace/letters/writing.py",
    "kintrace/operations/doctor/addresses.py",
    "kintrace/operations/doctor/mail.py",
    "kintrace/operations/looking.py",
    "kintrace/vault/roots/transit.py",
    "kintrace/vault/stores/bucket.py",
    "kintrace/wall/purging.py",
}
LINES = (
    "socket",
    "http.client",
    "urllib.request",
    "smtplib",
    "requests",
    "boto3",
    "botocore",
    "storages",
    "hvac",
    "httpx",
    "django.core.mail",
)


def test_nothing_else_speaks_to_another_machine() -> None:
    talking = set()
    for path in ROOT.rglob("*.py"):
        if not set(NOT_SERVED) & set(path.relative_to(ROOT).parts):
            for node in ast.walk(ast.parse(path.read_text())):
                said = [one.name for one in node.names] if isinstance(node, ast.Import) else []
                said += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                if any(one == line or one.startswith(f"{line}.") for one in said for line in LINES):
                    talking.add(str(path.relative_to(ROOT.parent)))
    assert talking == TALKS
