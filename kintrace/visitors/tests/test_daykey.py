"""One address is one address for a day, in every process, and afterwards nobody can tell."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from kintrace.visitors.daykey import address_tag_of_day

DAY = date(2026, 11, 25)
IN_ANOTHER_PROCESS = """
import sys, django
django.setup()
from datetime import date
from django.conf import settings
from django.test import RequestFactory
from kintrace.visitors.daykey import address_tag_of_day
settings.DAY_KEYS = sys.argv[1]
request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
print(address_tag_of_day(request, date(2026, 11, 25), about="face").hex())
"""


@pytest.fixture(autouse=True)
def keys(settings: Settings, tmp_path: Path) -> Path:
    folder = tmp_path / "day-keys"
    settings.DAY_KEYS = folder
    return folder


def tag(address: str = "192.0.2.7", day: date = DAY, about: str = "face") -> bytes:
    return address_tag_of_day(RequestFactory().get("/", REMOTE_ADDR=address), day, about=about)


def test_a_process_next_door_gives_the_same_tag(keys: Path) -> None:
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, str(keys)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.strip().splitlines()[-1] == tag().hex()


def test_tags_differ_by_address_face_and_day() -> None:
    today = {tag(), tag("192.0.2.8"), tag(about="another face")}
    assert len(today | {tag(day=DAY + timedelta(days=1))}) == 4
    assert all(len(one) == 16 for one in today)


def test_the_key_of_a_past_day_is_overwritten_and_gone(keys: Path) -> None:
    tag()
    [old] = keys.iterdir()
    kept = keys.with_name("what a thief kept open")
    kept.hardlink_to(old)
    tag(day=DAY + timedelta(days=1))
    assert [one.name for one in keys.iterdir()] == ["2026-11-26.key"]
    assert kept.read_bytes() == bytes(32)


def test_of_many_who_come_first_one_makes_the_key(keys: Path) -> None:
    with ThreadPoolExecutor(8) as crowd:
        tags = set(crowd.map(lambda _: tag(), range(32)))
    assert len(tags) == 1
    assert len(list(keys.iterdir())) == 1
    assert keys.stat().st_mode & 0o777 == 0o700
    assert next(keys.iterdir()).stat().st_mode & 0o777 == 0o600


def test_without_a_place_for_the_key_the_press_still_counts(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DAY_KEYS = tmp_path / "file"
    settings.DAY_KEYS.write_bytes(b"")
    assert tag() == tag() != tag("192.0.2.8")


def disk_full(_: int) -> None:
    raise OSError


def test_a_key_is_whole_or_not_there(keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", disk_full)
    first = tag()
    assert not list(keys.glob("*.key"))
    monkeypatch.undo()
    assert len(first) == 16
