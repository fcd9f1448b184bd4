"""docs/runbook.md, followed as it stands on a bare machine with users, roles and ports apart."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pyrage
import pytest

from kintrace.letters.tests.post_office import open_post_office
from kintrace.vault.tests.camera import camera_jpeg
from tests.drills.bare import ROOT, bare_machine
from tests.drills.newcomers import LINK, Newcomer, Passer, letter_to
from tests.fences import fences
from tests.front import serving
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from kintrace.letters.tests.post_office import PostOffice
    from tests.drills.bare import Machine
    from tests.fences import Fence

PAGE = ROOT / "docs" / "runbook.md"
pytestmark = later("test_runbook", turns=3)
SERVICES = ("public", "staff", "worker", "matcher")
KEPT_FROM_PUBLIC = ("vault_recordkey", "vault_slot", "cases_case", "network_member")
SELAM = {"given": "Selam", "given_original": "ሰላም", "father": "Tesfay", "father_original": "ተስፋይ"}


@pytest.fixture
def post() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def machine() -> Iterator[Machine]:
    with bare_machine() as bare:
        yield bare


def _of(part: str) -> list[Fence]:
    """The blocks of a part of the page that run."""
    return [one for one in fences(PAGE) if one.runs and one.heading.startswith(f"{part}.")]


def _follow(machine: Machine, part: str, **more: str) -> str:
    return "".join(machine.follow(fence, **more) for fence in _of(part))


@contextmanager
def _followed(machine: Machine, post: PostOffice) -> Iterator[str]:
    """Parts 2 to 8: every process runs, nginx stands before them."""
    _follow(machine, "2")
    _follow(machine, "3")
    _look_through_settings(machine, post.port)
    safe = str(pyrage.x25519.Identity.generate().to_public())
    for part in ("4", "5", "6"):
        _follow(machine, part, SAFE=safe)
    for side in SERVICES:
        machine.start(side)
    for side in ("public", "staff"):
        machine.listens(side)
    _follow(machine, "8")
    with serving(machine.front):
        yield _follow(machine, "7")


def _look_through_settings(machine: Machine, post: int) -> None:
    """What the page tells the administrator to fill in: the mail server, who opens a backup. And
    what a machine has that shares its ports with others."""
    wall, desk = machine.front.wall, machine.front.desk
    told = {
        "kintrace.env": {
            f"PUBLIC_ADDRESS=https://{machine.known['WALL']}": f"PUBLIC_ADDRESS={wall}",
            f"STAFF_ADDRESS=https://{machine.known['DESK']}": f"STAFF_ADDRESS={desk}",
            "KINTRACE_PROXIES": f"SSL_CERT_FILE={machine.known['TLS']}/wall.pem\nKINTRACE_PROXIES",
        },
        "staff.env": {
            "mail.example.org": "127.0.0.1",
            "587": str(post),
            "KINTRACE_SMTP_USER=kintrace": "KINTRACE_SMTP_TLS=0",
        },
        "backup.env": {
            sample: str(pyrage.x25519.Identity.generate().to_public())
            for sample in ("age1-of-records-and-pictures", "age1-of-the-keys-of-files")
        },
    }
    for name, changes in told.items():
        file = Path(machine.known["ETC"]) / name
        text = file.read_text()
        for before, after in changes.items():
            assert before in text
            text = text.replace(before, after)
        file.write_text(text)


def test_the_page_leads_to_a_wall_and_a_desk_and_the_public_side_has_no_key(
    machine: Machine, post: PostOffice
) -> None:
    with _followed(machine, post):
        ask, (wall_name, desk_name) = machine.front.ask, machine.front.names
        wall, desk = ask(wall_name, "/en/"), ask(desk_name, "/sign-in/")
        assert (wall[0], desk[0]) == (200, 200)
        _has_no_key(machine)
        _is_served_by_its_own_role(machine)
        _obeys_its_walls(machine)


def _has_no_key(machine: Machine) -> None:
    """By whom it is, by what it was given, and by what it may open."""
    (key,) = Path(machine.known["ETC"], "keys").glob("root-*.key")
    public = machine.services["public"].pids
    for pid in public[1:]:
        told = Path(f"/proc/{pid}/environ").read_text()
        assert "ROOT_KEY" not in told
        assert "/keys" not in told
    lent = Path(machine.known["RUN"])
    names = {
        file.name
        for folder in lent.glob("kintrace-as-*")
        if folder.stat().st_uid == machine.users()["PUBLIC"]
        for file in folder.iterdir()
    }
    if machine.apart:
        assert names == {"secret-key", "database", "metrics-token"}
        for who in ("PUBLIC", "MATCHER", "OWNER"):
            assert not _can_read(machine.users()[who], key), who
        assert _can_read(machine.users()["STAFF"], key)
        uids = {Path(f"/proc/{pid}").stat().st_uid for pid in public[-2:]}
        assert uids == {machine.users()["PUBLIC"]}


def _can_read(user: int, file: Path) -> bool:
    words = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--", "cat"]
    return subprocess.run([*words, str(file)], capture_output=True, check=False).returncode == 0


def _is_served_by_its_own_role(machine: Machine) -> None:
    address = Path(machine.known["ETC"], "secrets", "database-public").read_text()
    with psycopg.connect(address) as session:
        assert session.execute("SELECT current_user").fetchone() == ("kintrace_public",)
        for table in KEPT_FROM_PUBLIC:
            with pytest.raises(psycopg.errors.InsufficientPrivilege), session.transaction():
                session.execute(psycopg.sql.SQL("TABLE {}").format(psycopg.sql.Identifier(table)))
    wrong = address.replace("kintrace_public:", "kintrace_staff:")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def _obeys_its_walls(machine: Machine) -> None:
    for side in SERVICES:
        status = Path(f"/proc/{machine.services[side].pids[-1]}/status").read_text()
        assert "Seccomp:\t2" in status
        assert "NoNewPrivs:\t1" in status
        if machine.apart:
            assert "CapEff:\t0000000000000000" in status
    if machine.apart:
        seen = Path(f"/proc/{machine.services['public'].pids[-1]}/root")
        keys = seen / Path(machine.known["ETC"], "keys").relative_to("/")
        assert list(keys.iterdir()) == []
        assert list(Path(machine.known["ETC"], "keys").iterdir()) != []


@pytest.mark.slow
@pytest.mark.browser
def test_the_page_leads_from_nothing_to_a_face_on_the_wall(
    machine: Machine,
    post: PostOffice,
    browser: Browser,
    tmp_path: Path,
    report: Callable[[str, str, str], None],
) -> None:
    begun = time.monotonic()
    photo = tmp_path / "IMG_2041.jpg"
    photo.write_bytes(camera_jpeg(megapixels=12))
    with _followed(machine, post):
        alma, omar = _society(machine, post, browser)
        _puts_up_a_face(alma, omar, photo)
        passer = Passer(browser, machine.front.wall)
        _meets_the_face(passer)
        assert "-records.age" in _follow(machine, "10")
        _backs_up_at_night(machine)
        assert "AT" in _follow(machine, "15")
        for visit in (alma, omar, passer):
            assert not visit.complaints, visit.complaints
    minutes = (time.monotonic() - begun) / 60
    users = "five users" if machine.apart else "one user: this run may not become others"
    measured = f"{minutes:.1f} min on PostgreSQL, {users}"
    report("The runbook, from nothing to a face", measured, "an afternoon")


def _puts_up_a_face(alma: Newcomer, omar: Newcomer, photo: Path) -> None:
    alma.open_a_case(SELAM)
    alma.bring_to_the_wall(photo)
    omar.approve()
    alma.put_up()


def _meets_the_face(passer: Passer) -> None:
    """It hangs on the wall, its picture is served, and a message about it is taken."""
    assert passer.faces() == 1
    assert passer.go(passer.picture()) == 200
    passer.faces()
    assert passer.write("I am Yonas. I am in Valletta.", "almond")


def _backs_up_at_night(machine: Machine) -> None:
    """What the timer starts, among the folders and behind the filter of its unit."""
    night = machine.start("backup").process
    assert night is not None
    assert night.wait(300) == 0, machine.services["backup"].log.read_text()
    backups = list(Path(machine.known["VAR"], "backups").glob("*-records.age"))
    assert len(backups) == 2


def _society(machine: Machine, post: PostOffice, browser: Browser) -> tuple[Newcomer, Newcomer]:
    """Part 9 of the page: founded, joined, its keys made and pinned, its texts in force."""
    found, pinned = _of("9")
    address = LINK.search(machine.follow(found))
    assert address
    home = machine.front.desk
    noor, ana, alma, omar = (
        Newcomer(browser, home, name) for name in ("noor", "ana", "alma", "omar")
    )
    noor.join(address[0].replace(f"https://{machine.known['DESK']}", home))
    noor.found("AT", "ana")
    ana.join(letter_to(post, "ana"))
    for officer in (alma, omar):
        ana.invite(officer.name, "officer")
        officer.join(letter_to(post, officer.name))
    fingerprint = alma.hold_ceremony("omar")
    machine.follow(pinned, SOCIETY="AT", FINGERPRINT=fingerprint)
    alma.take_up_first_words()
    omar.approve_every_text()
    return alma, omar
