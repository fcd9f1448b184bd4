"""The small programs of an installation: run again they change nothing; no secret stays behind."""

import base64
import os
import re
import runpy
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
ROLES = ("owner", "staff", "public", "matcher", "backup")
UNIT = """[Unit]
Description=A unit of a test

[Service]
User={user}
Group={group}
WorkingDirectory={place}
EnvironmentFile={place}/told.env
Environment=KINTRACE_SIDE=staff KINTRACE_WORD=from-the-unit
Environment=KINTRACE_SECRET_KEY_FILE=%d/secret-key
LoadCredential=secret-key:{place}/lies-here
UMask=0027
ExecStart=/bin/echo ${{KINTRACE_WORD}}
"""


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """A unit, what it is told and what it is lent."""
    (tmp_path / "units").mkdir()
    (tmp_path / "run").mkdir()
    (tmp_path / "told.env").write_text("# a word\nKINTRACE_WORD='two words'\n\n")
    (tmp_path / "lies-here").write_text("a secret")
    unit = UNIT.format(user=os.getuid(), group=os.getgid(), place=tmp_path)
    (tmp_path / "units" / "kintrace-staff.service").write_text(unit)
    there = {"UNITS": f"{tmp_path}/units", "RUN": f"{tmp_path}/run", "HOME": "/nowhere"}
    return {"PATH": os.environ["PATH"], "KINTRACE_STRAY": "of the shell", **there}


def _run_as(machine: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "deploy" / "run_as.py"), *words]
    return subprocess.run(command, env=machine, capture_output=True, text=True, check=False)


def test_a_command_finds_what_the_unit_says_and_nothing_of_the_shell(
    machine: dict[str, str],
) -> None:
    done = _run_as(machine, "staff", "env")
    told = dict(line.split("=", 1) for line in done.stdout.splitlines())
    assert (told["KINTRACE_SIDE"], told["KINTRACE_WORD"]) == ("staff", "two words")
    assert not {"KINTRACE_STRAY", "HOME"} & told.keys()


def test_a_secret_is_lent_for_one_command_and_gone_after_it(machine: dict[str, str]) -> None:
    look = 'cat "$KINTRACE_SECRET_KEY_FILE"; stat -c " %a %n" "$KINTRACE_SECRET_KEY_FILE"'
    done = _run_as(machine, "staff", "sh", "-c", look)
    assert re.fullmatch(r"a secret 400 \S+/secret-key\n", done.stdout), done.stderr
    assert list(Path(machine["RUN"]).iterdir()) == []
    assert _run_as(machine, "staff", "sh", "-c", "exit 7").returncode == 7
    assert list(Path(machine["RUN"]).iterdir()) == []


def test_without_a_command_the_unit_starts_what_it_always_does(machine: dict[str, str]) -> None:
    assert _run_as(machine, "staff").stdout == "two words\n"
    assert _run_as(machine, "staff", "sh", "-c", "umask").stdout.strip() == "0027"


def test_what_is_missing_is_said_without_a_traceback(machine: dict[str, str]) -> None:
    for words in ((), ("nobody", "env")):
        done = _run_as(machine, *words)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
    (Path(machine["UNITS"]).parent / "lies-here").unlink()
    done = _run_as(machine, "staff", "env")
    assert "lies-here" in done.stderr
    assert done.returncode == 2


def _make(folder: Path, *more: str) -> str:
    command = [sys.executable, str(ROOT / "deploy" / "make_secrets.py"), "make", str(folder), *more]
    return subprocess.check_output(command, text=True)


def test_secrets_are_made_once_each_for_its_role_and_said_to_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    said = _make(folder, "--database", "postgres://db.internal:5433/kintrace?sslmode=require")
    made = {file.name: file.read_text() for file in folder.iterdir()}
    assert _make(folder) == ""
    assert made == {file.name: file.read_text() for file in folder.iterdir()}
    for role in ROLES:
        address = f"postgres://kintrace_{role}:{made[f'password-{role}']}@db.internal:5433/kintrace"
        assert made[f"database-{role}"] == f"{address}?sslmode=require"
    assert len(set(made.values())) == len(made)
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o400}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not [word for word in made.values() if word and word in said]


def test_what_the_server_is_sent_is_what_it_would_compute_itself() -> None:
    verifier = runpy.run_path(str(ROOT / "deploy" / "make_secrets.py"))["verifier"]
    known = psycopg.pq.PGconn.connect_start(b"host=/nowhere").encrypt_password(
        b"a password", b"kintrace_staff", b"scram-sha-256"
    )
    turns, salt = re.findall(r"\$(\d+):([^$]+)\$", known.decode())[0]
    assert verifier("a password", base64.b64decode(salt), int(turns)) == known.decode()


def test_the_roles_of_the_sample_are_those_that_migrations_grant_to() -> None:
    text = (ROOT / "deploy" / "postgres" / "roles.sql").read_text()
    assert set(re.findall(r"ALTER ROLE (\w+) +LOGIN", text)) == {
        *settings.DATABASE_ROLES.values(),
        "kintrace_owner",
    }
    assert re.findall(r"ALTER ROLE (\w+) +LOGIN .* BYPASSRLS", text) == ["kintrace_backup"]
    assert len(re.findall(r"NOSUPERUSER NOCREATEDB NOCREATEROLE", text)) == len(ROLES)


def test_a_file_is_laid_with_this_machines_names_and_the_rest_as_it_stands(
    tmp_path: Path,
) -> None:
    target = tmp_path / "laid"
    command = ["sh", str(ROOT / "deploy" / "lay.sh")]
    names = {"ETC": "/srv/kin", "WALL": "faces.example.net", "HTTPS": "8443", "PUBLIC": "61101"}
    there = {"PATH": os.environ["PATH"], **names}
    for source in ("nginx/kintrace.conf", "systemd/kintrace-public.service"):
        subprocess.run(
            [*command, str(ROOT / "deploy" / source), str(target)], env=there, check=True
        )
        assert "wall.example.org" not in target.read_text()
        assert "/etc/kintrace" not in target.read_text()
    laid = target.read_text()
    assert "User=61101\nGroup=61101\nWorkingDirectory=/opt/kintrace\n" in laid
    subprocess.run(
        [*command, str(ROOT / "deploy" / "systemd" / "kintrace-staff.service"), str(target)],
        env={"PATH": os.environ["PATH"]},
        check=True,
    )
    sample = ROOT / "deploy" / "systemd" / "kintrace-staff.service"
    assert target.read_text() == sample.read_text()
