"""Headers and contents of every page: nothing stored, nothing indexed, nothing from elsewhere."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client

from kintrace.demo.invented import PASSWORD
from kintrace.network.access import RIGHTS, Role, Who
from kintrace.network.tests.cast import let_in, open_box
from kintrace.ui.context import WAY_OUT
from kintrace.visitors.quota import Quota
from tests.access.expected import TABLE
from tests.access.lines import OF_VISITORS
from tests.access.matrix import address
from tests.headers import Page, faults, policy_faults
from tests.turns import in_turns

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpResponseBase

    from tests.access.lines import Line
    from tests.town import Town

PUBLIC = sorted(name for name in TABLE if name.startswith(OF_VISITORS))
STAFF = sorted(name for name in TABLE if name not in PUBLIC)
ELSEWHERE = {"origin": "https://elsewhere.example"}


def look(answer: HttpResponseBase) -> None:
    """Fail, naming them, for the faults of one answer and of the page in it."""
    assert faults(answer.headers) == []
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        page = Page(answer.getvalue().decode())
        # A file to keep has its style in it, for it is opened without us.
        kept = answer.headers.get("Content-Disposition", "").startswith("attachment")
        assert (page.foreign, page.inline) == ([], ["style"] if kept else [])
        assert set(page.away) <= {WAY_OUT}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_page_keeps_nothing_and_takes_nothing_from_elsewhere(
    name: str, language: str, town: Town
) -> None:
    visitor, line = Client(), TABLE[name]
    path = address(name, line, town).replace("/en/", f"/{language}/")
    answers = [visitor.get(path), visitor.delete(path)]
    if "POST" in line.methods:
        answers += [visitor.post(path), visitor.post(path, headers=ELSEWHERE)]
    for answer in answers:
        look(answer)
    assert not visitor.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("name", in_turns(STAFF, turns=4))
def test_a_members_page_carries_the_same(name: str, town: Town) -> None:
    line = TABLE[name]
    client, path = _who_may(line, town), address(name, line, town)
    answer = client.get(path) if "GET" in line.methods else client.post(path)
    assert answer.status_code in {200, 302, 409, 422}
    look(answer)
    assert {cookie["samesite"] for cookie in answer.cookies.values()} <= {"Lax", "Strict"}


def _who_may(line: Line, town: Town) -> Client:
    """A browser of somebody for whom the page is, with the box open if it takes one."""
    client, access = Client(), line.access
    if access.who is Who.EVERYONE:
        return client
    roles = [role for role in Role if access.right is None or access.right in RIGHTS[role]]
    let_in(client, town[roles[0]])
    return open_box(client, password=PASSWORD) if access.box else client


@pytest.mark.django_db
def test_error_pages_carry_the_same(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor, auditor = Client(), let_in(Client(), town[Role.AUDITOR])
    monkeypatch.setattr(Quota, "allows", lambda *_: False)
    stamp = Client().get("/en/answer/").context["form"]["stamp"].value()
    monkeypatch.setattr("kintrace.visitors.stamps.SHORTEST", -1)
    answers = {
        "no such page": (404, visitor.get("/en/nothing/")),
        "no such face": (404, visitor.get(f"/ar/face/{town.society.pk}/")),
        "no such page of the desk": (404, auditor.get("/desk/nothing/")),
        "not for this role": (403, auditor.get("/desk/cases/")),
        "no such host": (400, visitor.get("/en/", headers={"host": "elsewhere.example"})),
        "too many codes": (
            429,
            visitor.post("/en/answer/", {"stamp": stamp, "code": "ABCD", "word": "almond"}),
        ),
    }
    for why, (status, answer) in answers.items():
        assert answer.status_code == status, why
        look(answer)
    assert not visitor.cookies


@pytest.mark.django_db
@pytest.mark.urls("tests.access.careless")
def test_a_broken_page_carries_the_same() -> None:
    visitor = Client(raise_request_exception=False)
    answer = visitor.get("/broken/")
    assert answer.status_code == 500
    look(answer)
    assert not visitor.cookies


@pytest.mark.django_db
def test_search_engines_and_archives_are_told_to_stay_away() -> None:
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert lines == ["User-agent: *", "Disallow: /"]


@pytest.mark.parametrize("source", ["'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"])
def test_a_looser_policy_would_be_noticed(source: str) -> None:
    strict = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    assert policy_faults(f"{strict}; script-src 'self'") == []
    assert policy_faults(f"{strict}; script-src 'self' {source}") != []


# --- in service, under TLS ---

SHOWN = """
import json, django
django.setup()
from django.test import Client
answer = Client(headers={"host": "faces.example.org"}).get(%r, secure=True)
cookies = {name: dict(held) for name, held in answer.cookies.items()}
print(json.dumps([answer.status_code, dict(answer.headers), cookies]))
"""


@pytest.fixture(params=in_turns(["public", "staff"], turns=2))
def in_service(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a process that serves people: one side, TLS, nothing of a test run."""
    mine = {name: held for name, held in os.environ.items() if not name.startswith("KINTRACE_")}
    return mine | {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_SIDE": request.param,
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_ANSWER_SALT": secrets.token_hex(16),
        "KINTRACE_HOSTS": "faces.example.org",
        "KINTRACE_DATA": str(tmp_path / "data"),
        "KINTRACE_ROOT_KEYS": str(tmp_path / "keys"),
        "KINTRACE_DATABASE_URL": f"postgres://nobody@/{tmp_path}/none",
    }


def _run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_djangos_own_check_for_service_finds_nothing(in_service: dict[str, str]) -> None:
    done = _run(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], in_service)
    assert done.returncode == 0, done.stderr


def test_under_tls_browsers_never_come_without_it_again(in_service: dict[str, str]) -> None:
    public = in_service["KINTRACE_SIDE"] == "public"
    assert _run(["manage.py", "collectstatic", "--no-input"], in_service).returncode == 0
    done = _run(["-c", SHOWN % ("/robots.txt" if public else "/sign-in/")], in_service)
    assert done.returncode == 0, done.stderr
    status, headers, cookies = json.loads(done.stdout)
    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
    assert faults(headers) == []
    assert set(cookies) == (set() if public else {"__Host-csrf"})
    for cookie in cookies.values():
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
