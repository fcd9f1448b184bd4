"""Before both sides stands nginx: no word of anybody reaches its disk or its log."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from django.conf import settings

from kintrace.cases.file_words import SOUND, largest
from kintrace.operations.front import lay as lay_pages
from kintrace.vault.tests.camera import camera_jpeg
from tests.drills import service
from tests.drills.visitors import A_PERSON_NEEDS, CODE, FORM, STAMP, written
from tests.front import DESK, OURS, WALL, lay, serving
from tests.headers import policy_faults
from tests.turns import by_turns
from tests.watching import watched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pytest_django import Settings

    from tests.drills.conftest import Stage
    from tests.front import Front

CANARY = "zebrafinch"
BROWSER = {"User-Agent": f"{CANARY}-browser", "Referer": f"https://{CANARY}.example/"}
LONGEST = "\N{GRINNING FACE}" * 4000  # as many letters as a message takes, each as long as any
MEGABYTE = 1024 * 1024


# As systemd opens a socket before a service and hands it on (sd_listen_fds).
HANDED_ON = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
os.execv(sys.argv[2], sys.argv[2:])
"""


class HandedOn(service.Web):
    """A server that does not open its own socket."""

    held: int

    def start(self) -> None:
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(
                self.command,
                cwd=service.ROOT,
                env=dict(self.environment),
                stdout=said,
                stderr=said,
                pass_fds=(self.held,),
            )


@dataclass
class Street:
    """nginx and both sides behind it."""

    front: Front
    stage: Stage
    wall: service.Web

    @property
    def form(self) -> str:
        return self.stage.form("").removeprefix("/")

    def stamp(self) -> str:
        page = self.front.ask(WALL, f"/{self.form}", headers=BROWSER)[2]
        found = STAMP.search(page)
        assert found, page[:500]
        time.sleep(A_PERSON_NEEDS)
        return found[1]


def _side(stage: Stage, side: str, held: socket.socket) -> service.Web:
    """A side of the program on a socket that is open before it and after it."""
    behind = {"KINTRACE_TLS": "1", "KINTRACE_PROXIES": "1", "KINTRACE_HOSTS": f"{WALL},{DESK}"}
    ours = stage.public if side == "public" else stage.staff
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    command = [sys.executable, "-c", HANDED_ON, str(held.fileno()), gunicorn]
    command += ["-c", "python:kintrace.operations.serving", "--bind", "127.0.0.1:1"]
    port = held.getsockname()[1]
    web = HandedOn(command, {**ours, **behind}, stage.folder / f"{side}.log", port=port)
    web.held = held.fileno()
    return web


@pytest.fixture
def street(stage: Stage) -> Iterator[Street]:
    with ExitStack() as running:
        sides = {}
        for side in ("public", "staff"):
            held = running.enter_context(socket.create_server(("127.0.0.1", 0), backlog=64))
            sides[side] = _side(stage, side, held)
            sides[side].start()
            running.callback(sides[side].stop)
        changed = {
            "127.0.0.1:8001": f"127.0.0.1:{sides['public'].port}",
            "127.0.0.1:8002": f"127.0.0.1:{sides['staff'].port}",
            "/var/lib/kintrace/static": stage.public["KINTRACE_STATIC"],
        }
        front = lay(stage.folder / "nginx", changed, service.free_port())
        yield Street(running.enter_context(serving(front)), stage, sides["public"])


def _photo() -> tuple[bytes, dict[str, str]]:
    """A form with a photo of twelve million points in it."""
    edge = "----edge"
    head = f'--{edge}\r\nContent-Disposition: form-data; name="photo"; filename="{CANARY}.jpg"\r\n'
    photo = camera_jpeg()
    body = f"{head}Content-Type: image/jpeg\r\n\r\n".encode() + photo + f"\r\n--{edge}--".encode()
    return body, {"Content-Type": f"multipart/form-data; boundary={edge}"}


def _in_pieces(body: bytes) -> Iterator[bytes]:
    for start in range(0, len(body), 30_000):
        yield body[start : start + 30_000]


@by_turns(4)
def test_behind_it_both_sides_answer_and_no_word_reaches_its_disk_or_its_log(
    street: Street,
) -> None:
    front = street.front
    stamp = street.stamp()
    with watched([front.bodies, front.folder / "else" / "proxy"]) as seen:
        _send_the_longest(front, street.form, stamp)
        _send_a_photo(front)
        front.ask(WALL, f"/en/?{CANARY}=1", headers=BROWSER)
        front.ask(WALL, f"/en/{CANARY}/", headers=BROWSER)
        assert seen.so_far() == []
    _serves_pages_and_files(front)
    _sends_nobody_away_while_it_starts_again(street)
    _keeps_what_is_for_the_house_inside(front)
    _says_nothing_of_anybody(front.logged())


def _send_the_longest(front: Front, form: str, stamp: str) -> None:
    message = urlencode(written(LONGEST, stamp)).encode()
    front.ask(WALL, f"/{form}", _in_pieces(message[:-9]), {"Content-Type": FORM})
    status, _, page = front.ask(WALL, f"/{form}", message, {**BROWSER, "Content-Type": FORM})
    assert (status, bool(CODE.search(page))) == (200, True)


def _send_a_photo(front: Front) -> None:
    photo, kind = _photo()
    front.ask(DESK, f"/sign-in/?{CANARY}=1", photo, {**BROWSER, **kind})
    front.ask(DESK, "/sign-in/", _in_pieces(photo), {**BROWSER, **kind})
    _by_http_2(front, photo)


def _by_http_2(front: Front, body: bytes) -> None:
    """The same photo, and nobody says beforehand how long it is."""
    command = ["curl", "--silent", "--http2", "--upload-file", "-", "--request", "POST"]
    command += ["--cacert", str(front.folder / "tls" / "wall.pem"), "--output", "/dev/null"]
    command += ["--resolve", f"{DESK}:{front.port}:127.0.0.1", "--write-out", "%{http_version}"]
    done = subprocess.run(
        [*command, f"{front.desk}/sign-in/"], input=body, capture_output=True, check=True
    )
    assert done.stdout == b"2"


def _serves_pages_and_files(front: Front) -> None:
    status, headers, page = front.ask(WALL, "/en/")
    assert (status, headers["strict-transport-security"].count("max-age")) == (200, 1)
    assert "set-cookie" not in headers
    _is_as_safe_as_a_page_of_ours(headers)
    sheet = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert sheet
    status, headers, _ = front.ask(WALL, sheet[1], headers={"Accept-Encoding": "gzip"})
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    _is_as_safe_as_a_page_of_ours(headers)
    assert (front.ask(DESK, "/sign-in/")[0], front.ask(WALL, "/sign-in/")[0]) == (200, 404)


def _sends_nobody_away_while_it_starts_again(street: Street) -> None:
    """Who asks while the public side is down waits until it is back, and reads a page."""
    street.wall.stop()
    with ThreadPoolExecutor(4) as visitors:
        asked = [visitors.submit(street.front.ask, WALL, "/en/about/") for _ in range(4)]
        time.sleep(0.3)
        street.wall.start()
        assert [one.result()[0] for one in asked] == [200] * 4


def _keeps_what_is_for_the_house_inside(front: Front) -> None:
    for path in ("/metrics", "/readyz", "/healthz"):
        for host in (WALL, DESK):
            status, _, page = front.ask(host, path)
            assert (status, "nginx" in page) == (404, True), "the program was asked"
    for path in ("/static/../pins.json", "/static/%2e%2e/pins.json"):
        assert front.ask(WALL, path)[0] in {400, 404}


def _says_nothing_of_anybody(log: str) -> None:
    lines = [one for one in log.splitlines() if one]
    line = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+\d\d:\d\d \w+ [A-Z]+ \d{3} \d+ \d+\.\d{3}")
    assert len(lines) > 6
    assert [one for one in lines if not line.fullmatch(one)] == []
    assert CANARY not in log


def test_a_web_server_that_lays_bodies_on_the_disk_would_be_seen(tmp_path: Path) -> None:
    nobody = {"127.0.0.1:8002": f"127.0.0.1:{service.free_port()}"}
    careless = {"client_body_buffer_size 46m": "client_body_buffer_size 8k"}
    front = lay(tmp_path, nobody | careless, service.free_port())
    with serving(front), watched([front.bodies]) as seen:
        assert front.ask(DESK, "/sign-in/", *_photo())[0] == 502
        assert seen.so_far() != []


def test_where_no_process_answers_a_page_in_every_language_says_so(
    tmp_path: Path, settings: Settings
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    lay_pages()
    nobody = {f"127.0.0.1:800{side}": f"127.0.0.1:{service.free_port()}" for side in (1, 2)}
    there = {"/var/lib/kintrace/static": str(settings.STATIC_ROOT)}
    front = lay(tmp_path / "nginx", nobody | there, service.free_port())
    with serving(front):
        for host, sent in ((WALL, None), (WALL, b"message=x"), (DESK, None)):
            status, headers, page = front.ask(host, "/en/", sent)
            assert (status, headers["cache-control"]) == (503, "no-store")
            _is_as_safe_as_a_page_of_ours(headers)
            for language, _called in settings.LANGUAGES:
                assert f'<section lang="{language}"' in page
        too_much = {"Content-Length": str(46 * MEGABYTE)}
        status, _, page = front.ask(DESK, "/sign-in/", b"", too_much)
        assert (status, 'lang="ar" dir="rtl"' in page) == (413, True)
        for path in ("/front/away.html", "/metrics", "/static/nothing.css"):
            status, headers, _ = front.ask(WALL, path)
            assert status == 404
            _is_as_safe_as_a_page_of_ours(headers)


def _is_as_safe_as_a_page_of_ours(headers: Mapping[str, str]) -> None:
    """Though the program never saw it; once each."""
    assert headers["strict-transport-security"] == "max-age=63072000; includeSubDomains; preload"
    assert headers["x-content-type-options"] == "nosniff"
    assert not policy_faults(headers["content-security-policy"])


def test_visitors_cannot_choose_the_address_they_are_counted_by() -> None:
    """What came along is thrown away: the program counts who connected."""
    shared = (OURS / "kintrace-server.conf").read_text()
    assert re.findall(r"proxy_set_header X-Forwarded-For +(\S+);", shared) == ["$remote_addr"]


def test_every_body_that_a_page_takes_has_room_in_memory() -> None:
    sizes = [
        (int(most), int(room))
        for most, room in re.findall(
            r"client_max_body_size +(\d+)m;\s+client_body_buffer_size (\d+)m;",
            (OURS / "kintrace.conf").read_text(),
        )
    ]
    (wall, wall_room), (desk, desk_room) = sizes
    assert wall < wall_room
    assert desk < desk_room
    assert wall * MEGABYTE >= settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    of_files = max(settings.FILE_UPLOAD_MAX_MEMORY_SIZE, *map(largest, SOUND))
    assert desk * MEGABYTE >= of_files + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
