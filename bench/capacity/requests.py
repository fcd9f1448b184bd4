"""The requests of each kind over the network that `make bench-size` loaded, or a small one."""

from __future__ import annotations

import base64
import os
import random
import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client
from django.urls import reverse

from bench.size.pages import LARGEST
from kintrace.cases.models import Case
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD, PEOPLE
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import let_in, open_box
from kintrace.people.lookups import people_of
from kintrace.vault.reader import reading_as
from kintrace.vault.tests.camera import camera_jpeg
from kintrace.wall import pictures
from kintrace.wall.models import Face
from kintrace.wall.tests.cast import fine_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

Request = tuple[str, str, dict[str, str], str]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MEMBERS, FACES, CASES, MESSAGES = 8, 400, 200, 320
BOUNDARY = "a-line-between-parts"


def all_of_them() -> dict[str, list[Request]]:
    """By kind, many different ones."""
    home = Society.objects.get(code=LARGEST)
    with reading_as(home.pk):
        faces = list(Face.objects.order_by("pk")[:FACES])
    _hang_pictures(faces)
    members = [_headers(member) for member in _members(home)]
    found = dict(_of_visitors(faces)) | dict(_of_members(home, members))
    random.Random(1).shuffle(found["the wall"])  # noqa: S311
    return found


def _of_visitors(faces: list[Face]) -> Iterator[tuple[str, list[Request]]]:
    accept = {"Accept-Encoding": "gzip, br", "Accept-Language": "en"}
    pages = [f"/en/?o={order}&page={page}" for order in range(16) for page in range(1, 9)]
    yield "the wall", [("GET", page, accept, "") for page in pages]
    yield "a face", [("GET", f"/en/face/{one.pk}/", accept, "") for one in faces]
    named = [reverse("plain:picture", args=[one.name, "320", "webp"]) for one in faces]
    yield "a picture", [("GET", one, {}, "") for one in named]
    yield (
        "a message with its stamp",
        [_message(faces[place % len(faces)], place) for place in range(MESSAGES)],
    )


def _message(face: Face, place: int) -> Request:
    """Each from an address of its own: what is measured is not the quota of one."""
    said = {"writer": "knows", "text": f"I know who this is, number {place}.", "word": "almond"}
    body = urlencode({**said, "come_back": "on", "stamp": fine_stamp()}).encode()
    source = f"127.2.{place // 250 + 1}.{place % 250 + 1}"
    headers = {**FORM, "source": source}
    return "POST", f"/en/face/{face.pk}/write/", headers, base64.b64encode(body).decode()


def _of_members(
    home: Society, members: list[dict[str, str]]
) -> Iterator[tuple[str, list[Request]]]:
    with reading_as(home.pk):
        cases = list(Case.objects.filter(society=home, state="tracing").order_by("pk")[:CASES])
        told = [one.told for one in people_of(case.subject for case in cases).values()]
    lists = ["", "?whose=mine", "?due=overdue", "?order=opened", "?page=2"]
    yield "work list", [("GET", "/desk/", one, "") for one in members]
    yield (
        "list of cases",
        [("GET", f"/desk/cases/{query}", one, "") for query in lists for one in members],
    )
    yield (
        "page of a case",
        [
            ("GET", f"/desk/cases/{case.pk}/", members[place % len(members)], "")
            for place, case in enumerate(cases)
        ],
    )
    yield (
        "search",
        [
            _posted(reverse("matching:search"), members[place % len(members)], full_name=one.called)
            for place, one in enumerate(told)
        ],
    )
    yield "photo from a camera, 12 MP", list(_photos(home, members))


def _posted(url: str, member: dict[str, str], **said: str) -> Request:
    token = secrets.token_hex(16)
    body = urlencode({**said, "csrfmiddlewaretoken": token}).encode()
    return "POST", url, _with_token(member, token) | FORM, base64.b64encode(body).decode()


def _with_token(member: dict[str, str], token: str) -> dict[str, str]:
    return {**member, "Cookie": f"{member['Cookie']}; {settings.CSRF_COOKIE_NAME}={token}"}


def _photos(home: Society, members: list[dict[str, str]]) -> Iterator[Request]:
    """To requests that were played for it: their people agreed to the wall."""
    with reading_as(home.pk):
        alma = Member.objects.filter(society=home, role=Role.CASEWORKER).order_by("sign_in")[0]
    with playing.acting(alma):
        cases = [playing.open_a_case(person, by=alma) for person in PEOPLE[: len(members)]]
        for case, person in zip(cases, PEOPLE, strict=False):
            playing.photograph(case, person, seed=1, by=alma)
    photo, token = camera_jpeg(megapixels=12), secrets.token_hex(16)
    body = base64.b64encode(_multipart(photo, token)).decode()
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    for case, member in zip(cases, members, strict=False):
        url = reverse("cases:photo", args=[case.pk])
        yield "POST", url, _with_token(member, token) | kind, body


def _multipart(photo: bytes, token: str) -> bytes:
    says = 'Content-Disposition: form-data; name="%s"'
    head = f"--{BOUNDARY}\r\n{says % 'csrfmiddlewaretoken'}\r\n\r\n{token}\r\n--{BOUNDARY}\r\n"
    file = f'{says % "photo"}; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    return (head + file).encode() + photo + f"\r\n--{BOUNDARY}--\r\n".encode()


def _members(home: Society) -> list[Member]:
    with reading_as(home.pk):
        working = Member.objects.filter(society=home, role=Role.CASEWORKER, state="active")
        return list(working.order_by("sign_in")[:MEMBERS])


def _headers(member: Member) -> dict[str, str]:
    """Signed in with both factors, the box open: what their browser sends."""
    client = open_box(let_in(Client(SERVER_NAME="localhost"), member), password=PASSWORD)
    held = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
    return {"Cookie": held, "Accept-Encoding": "gzip, br", "Host": "localhost"}


def _hang_pictures(faces: list[Face]) -> None:
    """A file of four kilobytes for each, as a tile is allowed: how they look is not measured."""
    folder = settings.FACES
    folder.mkdir(parents=True, exist_ok=True)
    for key in pictures.KEYS:
        first = folder / f"first-{key}"
        if not first.exists():
            first.write_bytes(secrets.token_bytes(4096))
        for one in faces:
            place = folder / f"{one.name}-{key}"
            if not place.exists():
                os.link(first, place)
