"""docs/runbook.md, followed as it stands on a bare machine."""

from __future__ import annotations

import os
import re
import ssl
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pyrage
import pytest
from django.core.management import get_commands

from kintrace.letters.tests.post_office import open_post_office
from tests.drills.bare import ROOT, Machine, bare_machine
from tests.fences import fences
from tests.front import DESK, WALL, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fences import Fence

PAGE = ROOT / "docs" / "runbook.md"
SERVICES = ("public", "staff", "worker", "matcher")
BEFORE_PEOPLE = ("2.", "3.", "4.", "5.", "6.")


def _of(*parts: str) -> list[Fence]:
    """The blocks that run, of these parts of the page."""
    return [one for one in fences(PAGE) if one.runs and one.heading.startswith(parts)]


@pytest.fixture
def machine() -> Iterator[Machine]:
    with bare_machine() as bare:
        yield bare


def _follow(machine: Machine, *parts: str, **more: str) -> str:
    return "".join(machine.follow(fence, **more) for fence in _of(*parts))


def _look_through_settings(machine: Machine, post: int) -> None:
    """What the page tells the administrator to fill in: the mail server, who opens a backup."""
    staff = Path(machine.known["ETC"]) / "staff.env"
    text = staff.read_text().replace("mail.example.org", "127.0.0.1").replace("587", str(post))
    staff.write_text(text.replace("KINTRACE_SMTP_USER=kintrace", "KINTRACE_SMTP_TLS=0"))
    backup = Path(machine.known["ETC"]) / "backup.env"
    text = backup.read_text()
    for sample in ("age1-of-records-and-pictures", "age1-of-the-keys-of-files"):
        assert sample in text
        text = text.replace(sample, str(pyrage.x25519.Identity.generate().to_public()))
    backup.write_text(text)


def test_it(machine: Machine) -> None:
    with open_post_office() as post:
        said = _follow(machine, "2.", "3.")
        _look_through_settings(machine, post.port)
        said = _follow(machine, *BEFORE_PEOPLE)
        for side in SERVICES:
            machine.start(side)
        _follow(machine, "7.", "8.")
        with serving(machine.front):
            for side in ("public", "staff"):
                machine.listens(side)
            print(machine.front.ask(WALL, "/en/")[0], machine.front.ask(DESK, "/sign-in/")[0])
            print(_follow(machine, "9."))
