"""What browsers meet at our own addresses: TLS, a certificate with time left, headers."""

from __future__ import annotations

import http.client
import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from kintrace.operations.doctor import NotLooked, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 8
LEFT = timedelta(days=14)
HSTS = 15_768_000  # half a year
ASKED = "/robots.txt"


def wall() -> Iterator[Trouble]:
    """The public side's address."""
    yield from _look("KINTRACE_PUBLIC_ADDRESS", settings.PUBLIC_ADDRESS)


def desk() -> Iterator[Trouble]:
    """The staff side's."""
    yield from _look("KINTRACE_STAFF_ADDRESS", settings.STAFF_ADDRESS)


def _look(knob: str, address: str) -> Iterator[Trouble]:
    if not address:
        raise NotLooked("Nobody said where it is found.", f"Set {knob}.")
    parts = urlsplit(address)
    if parts.scheme != "https":
        if settings.TLS:
            yield Trouble(f"{knob} does not begin with https://.", f"Set {knob} anew.")
            return
        raise NotLooked("It goes without TLS here (KINTRACE_TLS=0).")
    host, port = str(parts.hostname), parts.port or 443
    try:
        yield from _asked(host, port)
    except ssl.SSLCertVerificationError as reason:
        yield Trouble(
            f"The certificate of {host} is not trusted: {reason.verify_message}.",
            "Renew it: certbot renew, or as your society does.",
        )
    except (OSError, http.client.HTTPException):
        yield Trouble(f"{host} does not answer.", "systemctl status nginx")


def _asked(host: str, port: int) -> Iterator[Trouble]:
    context = ssl.create_default_context()
    asking = http.client.HTTPSConnection(host, port, timeout=SECONDS, context=context)
    try:
        asking.connect()
        shown = asking.sock.getpeercert() if isinstance(asking.sock, ssl.SSLSocket) else None
        asking.request("GET", ASKED)
        answer = asking.getresponse()
        answer.read()
    finally:
        asking.close()
    yield from _headers(host, answer)
    if shown and "notAfter" in shown:
        ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"])), UTC)
        if ends < timezone.now() + LEFT:
            yield Trouble(
                f"The certificate of {host} ends on {ends:%Y-%m-%d}.",
                "Renew it: certbot renew, or as your society does.",
            )


def _headers(host: str, answer: http.client.HTTPResponse) -> Iterator[Trouble]:
    said = answer.headers.get_all("Strict-Transport-Security", [])
    ages = [part for part in ";".join(said).replace(" ", "").split(";") if "max-age=" in part]
    if len(ages) != 1 or not ages[0].removeprefix("max-age=").isdigit():
        yield Trouble(
            f"{host} says {len(ages)} times that browsers come back over TLS only, not once.",
            "Leave Strict-Transport-Security to the program: take it out of nginx, KINTRACE_TLS=1.",
        )
    elif int(ages[0].removeprefix("max-age=")) < HSTS:
        yield Trouble(f"{host} says for too short a time that it is TLS only.", "KINTRACE_TLS=1")
    if "default-src 'none'" not in answer.headers.get("Content-Security-Policy", ""):
        yield Trouble(
            f"{host} does not say what its pages may load.",
            "Something before the program takes headers away: look at nginx’s configuration.",
        )
