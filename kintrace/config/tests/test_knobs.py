"""Every knob: what is wrong or missing is refused at start, by name, all at once, never shown."""

import ast
import os
import runpy
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kintrace.config import knobs

SOURCE = Path(settings.ROOT) / "kintrace" / "config" / "settings.py"
READ_BY_SETTINGS = SOURCE.with_name("storing.py")
ROLES = ("STAFF", "PUBLIC", "MATCHER", "BACKUP")
RIGHT = {
    "KINTRACE_SIDE": "staff",
    "KINTRACE_SECRET_KEY": "s" * 50,
    "KINTRACE_ANSWER_SALT": "ab" * 16,
    "KINTRACE_DATABASE_URL": "postgres://kintrace_staff@/run/kintrace",
    "KINTRACE_ROOT_KEYS": "/etc/kintrace/keys",
}
SOMEWHERE_ELSE = "keys/of/whom"  # a path that hangs on where the process began
TWO_LINES = "one\ntwo"
WRONG = {
    "KINTRACE_SIDE": "stuff",
    "KINTRACE_TRAINING": "maybe",
    "KINTRACE_DEMO": "ture",
    "KINTRACE_TESTING": "ja",
    "KINTRACE_LOG_LEVEL": "loud",
    "WEB_CONCURRENCY": "0",
    "KINTRACE_HOSTS": "https://faces.example.org/",
    "KINTRACE_PUBLIC_ADDRESS": "wall.elsewhere.example",
    "KINTRACE_STAFF_ADDRESS": "https://desk.example.org/desk/",
    "KINTRACE_TLS": "of",
    "KINTRACE_PROXIES": "one",
    "KINTRACE_SECRET_KEY": "too short",
    "KINTRACE_ANSWER_SALT": "not hexadecimal",
    "KINTRACE_DATABASE_URL": "mysql://somebody@somewhere/else",
    **{f"KINTRACE_ROLE_{role}": 'kintrace"; DROP' for role in ROLES},
    "KINTRACE_LONGEST_STATEMENT": "soon",
    "KINTRACE_BACKUP_PASSWORD": TWO_LINES,
    "KINTRACE_BACKUP_TO": SOMEWHERE_ELSE,
    "KINTRACE_BACKUP_RECIPIENT": TWO_LINES,
    "KINTRACE_BACKUP_SLOT_RECIPIENT": TWO_LINES,
    **{
        f"KINTRACE_{name}": SOMEWHERE_ELSE
        for name in (
            *("DATA", "FACES", "SAFE_FILES", "LETTER_FILES", "PINS", "DAY_KEYS", "STATIC"),
            *("ROOT_KEYS", "ROOT_KEY_FILE", "ROOTS", "MATCHING_PUBLIC", "MATCHING_KEY"),
        )
    },
    "KINTRACE_SMTP_HOST": "smtp://mail.example.org",
    "KINTRACE_SMTP_PORT": "70000",
    "KINTRACE_SMTP_USER": TWO_LINES,
    "KINTRACE_SMTP_PASSWORD": TWO_LINES,
    "KINTRACE_SMTP_TLS": "starttls",
    "KINTRACE_FROM": "who writes",
    "KINTRACE_PAIRS_A_DAY": "-5",
    "KINTRACE_STORE": "tape",
    "KINTRACE_S3_ENDPOINT": "store.example.org:8333",
    "KINTRACE_S3_REGION": "Vienna",
    "KINTRACE_S3_BUCKET_SEALED": "With Capitals",
    "KINTRACE_S3_BUCKET_FACES": "faces/of/all",
    "KINTRACE_S3_KEY": TWO_LINES,
    "KINTRACE_S3_SECRET": TWO_LINES,
    "KINTRACE_S3_CA": SOMEWHERE_ELSE,
    "KINTRACE_PURGE": "the cache",
    "KINTRACE_METRICS_TOKEN": "too short a token",
}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("KINTRACE_", "WEB_CONC"))]:
        monkeypatch.delenv(name)


def read(monkeypatch: pytest.MonkeyPatch, **surroundings: str) -> list[str]:
    """Read the settings anew; gives the lines of the refusal, none when they are right."""
    for name, held in surroundings.items():
        monkeypatch.setenv(name, held)
    try:
        runpy.run_path(str(SOURCE))
    except ImproperlyConfigured as refused:
        return str(refused).splitlines()
    return []


def names_in_source() -> set[str]:
    """Every name that settings.py asks the environment for, and what it calls for that."""
    found = set()
    parsed = (ast.parse(path.read_text()) for path in (SOURCE, READ_BY_SETTINGS))
    for node in chain.from_iterable(map(ast.walk, parsed)):
        asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if not asks or not node.args or ast.unparse(node.func.value) != "env":  # type: ignore[attr-defined]
            continue
        first = node.args[0]  # type: ignore[attr-defined]
        if isinstance(first, ast.JoinedStr):
            found |= {f"KINTRACE_ROLE_{role}" for role in ROLES}
        elif not {"refuse", "needs"} & set(ast.unparse(node.func).split(".")):  # type: ignore[attr-defined]
            found.add(str(first.value))
    return found


def test_every_knob_stands_in_the_table_and_has_a_wrong_value_here() -> None:
    assert names_in_source() == knobs.names() == set(WRONG)
    assert knobs.names() == settings.KNOBS


def test_the_page_of_all_knobs_is_up_to_date() -> None:
    """Else run: .venv/bin/python deploy/configuration.py"""
    page = Path(settings.ROOT) / "docs" / "configuration.md"
    assert page.read_text(encoding="utf-8") == knobs.written()


def test_what_is_right_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, **RIGHT) == []


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_value_is_refused_by_name_and_never_shown(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = read(monkeypatch, **RIGHT | {name: WRONG[name]})
    about = [line for line in lines if line.startswith(f"{name} must ")]
    assert about
    assert WRONG[name] not in "\n".join(lines)


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_file_that_cannot_be_read_is_refused_by_name(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without = {other: held for other, held in RIGHT.items() if other != name}
    lines = read(monkeypatch, **without, **{f"{name}_FILE": str(tmp_path / "none")})
    assert any(line.startswith(f"{name}_FILE names a file") for line in lines)


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_what_has_to_be_set_is_asked_for_by_name(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    [line] = read(monkeypatch, **{other: held for other, held in RIGHT.items() if other != name})
    assert name in line


def test_all_troubles_are_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(read(monkeypatch, **RIGHT | WRONG)) >= len(WRONG)


def test_a_secret_may_lie_in_a_file_and_not_in_both(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    file.write_text("t" * 50 + "\n")
    given = {name: held for name, held in RIGHT.items() if name != "KINTRACE_SECRET_KEY"}
    monkeypatch.setenv("KINTRACE_SECRET_KEY_FILE", str(file))
    assert read(monkeypatch, **given) == []
    assert runpy.run_path(str(SOURCE))["SECRET_KEY"] == "t" * 50
    [line] = read(monkeypatch, **RIGHT)
    assert line.startswith("KINTRACE_SECRET_KEY and KINTRACE_SECRET_KEY_FILE are both set")


def test_sqlite_is_for_demo_tests_and_training(monkeypatch: pytest.MonkeyPatch) -> None:
    on_sqlite = RIGHT | {"KINTRACE_DATABASE_URL": "sqlite:////tmp/a.sqlite3"}
    for side in ("staff", "public", "matcher"):
        [line] = read(monkeypatch, **on_sqlite | {"KINTRACE_SIDE": side})
        assert "must name a PostgreSQL" in line
        assert read(monkeypatch, KINTRACE_TRAINING="1") == []
        monkeypatch.delenv("KINTRACE_TRAINING")


@pytest.mark.parametrize(
    ("place", "taken"),
    [
        *(("@127.0.0.1:5432/kintrace", True), ("@localhost/kintrace", True)),
        *(("@db.internal/kintrace", False), ("@10.0.0.5/kintrace", False)),
        ("@db.internal,127.0.0.1/kintrace", False),
        ("@db.internal/kintrace?sslmode=prefer", False),
        ("@db.internal/kintrace?sslmode=disable", True),
        ("@db.internal/kintrace?sslmode=verify-full", True),
        ("@/kintrace?host=/run/one,/run/two", True),
        ("@/kintrace?host=/run/one,db.internal", False),
    ],
)
def test_a_line_to_another_machine_is_sealed_or_said_to_be_open(
    monkeypatch: pytest.MonkeyPatch, place: str, *, taken: bool
) -> None:
    address = {"KINTRACE_DATABASE_URL": f"postgres://kintrace_staff{place}"}
    about = [line for line in read(monkeypatch, **RIGHT | address) if "sslmode=verify-full" in line]
    assert bool(about) != taken


def test_who_signs_in_at_the_mail_server_needs_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    [line] = read(monkeypatch, **RIGHT, KINTRACE_SMTP_USER="kintrace")
    assert line.startswith("KINTRACE_SMTP_PASSWORD is missing")


def test_a_command_says_it_in_lines_and_not_in_a_traceback() -> None:
    surroundings = {**os.environ, **RIGHT, "KINTRACE_PROXIES": "one", "KINTRACE_TLS": "of"}
    surroundings.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(
        command, cwd=settings.ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Kintrace does not start. Mend this first:",
        "KINTRACE_TLS must be 1 or 0.",
        "KINTRACE_PROXIES must be a whole number from 0 to 9.",
    ]
