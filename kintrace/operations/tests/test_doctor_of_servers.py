"""`doctor` asks mail servers and our own addresses; each answers wrongly for real."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from kintrace.operations.doctor import Finding, State
from kintrace.operations.tests.patients import found, trouble, unknown, well
from kintrace.operations.tests.servers import HEADERS, mail_server, web_server

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("installation")]


KNOWS_ALL = "250-mail.example\n250-STARTTLS\n250 AUTH PLAIN LOGIN"


@pytest.fixture
def asked(settings: Settings) -> Callable[..., list[Finding]]:
    """Ask a mail server that answers so."""

    def ask(lines: list[str], *, tls: bool = False, **answers: str) -> list[Finding]:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", tls
        with mail_server(answers, lines) as settings.EMAIL_PORT:
            return found("mail")

    return ask


def test_a_mail_server_is_asked_and_no_letter_is_sent(asked: Any, settings: Settings) -> None:
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "kintrace"
    lines: list[str] = []
    [one] = asked(lines, EHLO=KNOWS_ALL, AUTH="235 welcome")
    assert one.state is State.WELL
    assert not {line.split()[0].upper() for line in lines} & {"MAIL", "RCPT", "DATA"}


def test_a_mail_server_that_refuses_us_is_said(asked: Any, settings: Settings) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "kintrace", "a password"
    [one] = asked([], EHLO=KNOWS_ALL, AUTH="535 no")
    assert "does not let us in" in one.what
    assert "a password" not in one.what + one.mend
    [one] = asked([], HELLO="554 not for you")
    assert "does not answer, or refuses us" in one.what
    [one] = asked([], tls=True, EHLO="250 mail.example")
    assert "does not speak STARTTLS" in one.what
    [one] = asked([], tls=True, EHLO=KNOWS_ALL, STARTTLS="454 not now")
    assert one.state is State.TROUBLE


def test_a_mail_server_that_is_not_there_is_said(settings: Settings) -> None:
    assert "laid into files" in unknown("mail")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert "does not answer" in trouble("mail").what


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test's server shows is trusted here."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


@pytest.mark.usefixtures("trusted")
def test_an_address_under_tls_is_looked_at(tmp_path: Path, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = ""
    assert "Nobody said" in unknown("the wall's address")
    with web_server(tmp_path) as port:
        settings.PUBLIC_ADDRESS = f"https://localhost:{port}"
        assert well("the wall's address")
    assert "does not answer" in trouble("the wall's address").what


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"Strict-Transport-Security": "max-age=60"}, "for too short a time"),
        ({"Strict-Transport-Security": ""}, "0 times"),
        ({"Strict-Transport-Security": "max-age=63072000; max-age=1"}, "2 times"),
        ({"Content-Security-Policy": ""}, "does not say what its pages may load"),
    ],
)
def test_headers_that_are_missing_or_weak_are_said(
    changed: dict[str, str], words: str, tmp_path: Path, settings: Settings
) -> None:
    with web_server(tmp_path, headers=HEADERS | changed) as port:
        settings.STAFF_ADDRESS = f"https://localhost:{port}"
        assert words in trouble("the desk's address").what


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_ends_soon_is_said(tmp_path: Path, settings: Settings) -> None:
    with web_server(tmp_path, days=5) as port:
        settings.STAFF_ADDRESS = f"https://localhost:{port}"
        assert "The certificate of localhost ends on" in trouble("the desk's address").what


def test_a_certificate_that_nobody_trusts_is_said(tmp_path: Path, settings: Settings) -> None:
    with web_server(tmp_path) as port:
        settings.STAFF_ADDRESS = f"https://localhost:{port}"
        assert "is not trusted" in trouble("the desk's address").what


def test_an_address_without_tls_is_said_in_service(settings: Settings) -> None:
    settings.STAFF_ADDRESS = "http://desk.example.org"
    assert "goes without TLS" in unknown("the desk's address")
    settings.TLS = True
    assert "does not begin with https" in trouble("the desk's address").what
