"""The systemd units: whole, narrow, and not so narrow that photos are lost."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kintrace.operations.forgetting import SURROUNDINGS
from tests.drills.walls import calls, values
from tests.turns import later

pytestmark = later("test_units", turns=4)
ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "deploy" / "systemd"
UNITS = sorted(FOLDER.glob("*.service"))
WIDEST = 4.5  # of systemd's own measure, 0 to 10
HOLD_NO_KEY = ("public", "matcher", "backup", "owner")
# Cleans a picture of twelve million points and prints a page, as the desk does.
AS_AT_THE_DESK = """
import logging, os
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django; django.setup()
from io import BytesIO
from PIL import Image
import weasyprint
from kintrace.vault import photos
given = BytesIO()
Image.linear_gradient("L").resize((4000, 3000)).convert("RGB").save(given, "JPEG")
print(sorted(photos.clean(given.getvalue()).pictures)[0])
print(weasyprint.HTML(string="<p>...</p>").write_pdf()[:4])
"""


def _ids(path: Path) -> str:
    return path.stem


def _behind(unit: Path, *command: str) -> subprocess.CompletedProcess[str]:
    walls = [sys.executable, str(ROOT / "tests" / "drills" / "walls.py"), str(unit)]
    return subprocess.run(
        [*walls, *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("unit", UNITS, ids=_ids)
def test_a_unit_can_do_little(unit: Path) -> None:
    command = ["systemd-analyze", "--no-pager", "--offline=true", "security", str(unit)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    level = float(said.rpartition("exposure level for ")[2].split(": ")[1].split()[0])
    assert level <= WIDEST, said


def test_systemd_understands_every_line(tmp_path: Path) -> None:
    (tmp_path / "opt").symlink_to(ROOT)
    for unit in FOLDER.iterdir():
        text = unit.read_text().replace("/opt/kintrace", str(tmp_path / "opt"))
        (tmp_path / unit.name).write_text(text)
    command = ["systemd-analyze", "--no-pager", "verify", *map(str, tmp_path.glob("kintrace*"))]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.parametrize("unit", UNITS, ids=_ids)
def test_a_unit_forgets_and_has_its_secrets_from_no_file_of_its_own(unit: Path) -> None:
    surroundings = dict(
        word.split("=", 1) for line in values(unit, "Environment") for word in line.split()
    )
    assert {name: surroundings.get(name) for name in SURROUNDINGS} == dict(SURROUNDINGS)
    loaded = {line.partition(":")[0] for line in values(unit, "LoadCredential")}
    lent = {value.removeprefix("%d/") for value in surroundings.values() if "%d/" in value}
    assert loaded == lent
    assert {"secret-key", "database"} <= loaded


@pytest.mark.parametrize("side", HOLD_NO_KEY)
def test_who_needs_no_root_key_does_not_see_where_they_lie(side: str) -> None:
    unit = FOLDER / f"kintrace-{side}.service"
    hidden = " ".join(values(unit, "InaccessiblePaths")).split()
    covered = [line.partition(":")[0] for line in values(unit, "TemporaryFileSystem")]
    assert {"/etc/kintrace/keys", "/etc/kintrace/secrets"} <= {
        *covered,
        *(path.removeprefix("-") for path in hidden),
    }


def test_each_side_has_a_user_of_its_own() -> None:
    users = {unit.stem: values(unit, "User") for unit in UNITS}
    assert users.pop("kintrace-worker") == users["kintrace-staff"]  # the same keys, the same rows
    assert sorted(users.values()) == sorted([name] for name in users)


@pytest.mark.parametrize("unit", UNITS, ids=_ids)
def test_every_call_of_a_filter_has_a_name_that_systemd_knows(unit: Path) -> None:
    assert {"setrlimit", "prlimit64", "prctl", "execve"} <= calls(unit)
    assert not {"mount", "ptrace", "init_module", "reboot", "setuid", "chroot"} & calls(unit)


@pytest.mark.parametrize("side", ["staff", "worker"])
def test_behind_its_filter_photos_are_cleaned_and_paper_is_printed(side: str) -> None:
    done = _behind(FOLDER / f"kintrace-{side}.service", sys.executable, "-c", AS_AT_THE_DESK)
    assert done.stdout.split() == ["160.jpg", "b'%PDF'"], done.stderr
    assert "no system call filter" not in done.stderr


def test_a_filter_without_the_limits_of_the_photo_child_would_be_found(tmp_path: Path) -> None:
    narrow = tmp_path / "kintrace-staff.service"
    text = (FOLDER / narrow.name).read_text()
    assert "SystemCallFilter=setrlimit prlimit64\n" in text
    narrow.write_text(text.replace("setrlimit prlimit64\n", "\nSystemCallFilter=~prlimit64\n"))
    done = _behind(narrow, sys.executable, "-c", AS_AT_THE_DESK)
    assert done.returncode != 0
    assert "160.jpg" not in done.stdout


def test_what_a_filter_forbids_is_refused() -> None:
    tries = (
        "import os, mmap\nfor one in (lambda: os.chroot('/'), lambda: mmap.mmap(-1, 9, prot=7)):"
    )
    tries += "\n  try: print(one())\n  except PermissionError: print('refused')"
    done = _behind(FOLDER / "kintrace-public.service", sys.executable, "-c", tries)
    assert done.stdout.split() == ["refused", "refused"], done.stderr


def test_the_programs_of_these_tests_are_there() -> None:
    assert shutil.which("systemd-analyze"), "see deploy/packages.txt"
