"""Whether the mail server takes letters from us. None is sent."""

from __future__ import annotations

import smtplib
import ssl
from typing import TYPE_CHECKING

from django.conf import settings

from kintrace.operations.doctor import NotLooked, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 8


def mail() -> Iterator[Trouble]:
    """It answers, speaks TLS with a certificate that is trusted, and lets us in."""
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        raise NotLooked("Letters are laid into files here.", "Set KINTRACE_SMTP_HOST.")
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=SECONDS) as server:
            _sign_in(server)
    except ssl.SSLError:
        yield Trouble(
            f"The mail server {where} shows a certificate that is not trusted here.",
            "Name the server as its certificate does in KINTRACE_SMTP_HOST.",
        )
    except smtplib.SMTPNotSupportedError:
        yield Trouble(
            f"The mail server {where} does not speak STARTTLS, or no signing in.",
            "Take another port in KINTRACE_SMTP_PORT, mostly 587.",
        )
    except smtplib.SMTPAuthenticationError:
        yield Trouble(
            f"The mail server {where} does not let us in.",
            "Set KINTRACE_SMTP_USER and KINTRACE_SMTP_PASSWORD_FILE anew.",
        )
    except (OSError, smtplib.SMTPException):
        yield Trouble(
            f"The mail server {where} does not answer, or refuses us.",
            "Look at KINTRACE_SMTP_HOST and KINTRACE_SMTP_PORT, and at the firewall.",
        )


def _sign_in(server: smtplib.SMTP) -> None:
    server.ehlo()
    if settings.EMAIL_USE_TLS:
        server.starttls(context=ssl.create_default_context())
        server.ehlo()
    if settings.EMAIL_HOST_USER:
        server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
    server.noop()
