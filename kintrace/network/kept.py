"""What was typed when a session ended, or in a tab whose form had grown stale, is not lost.

A form of the desk carries its member's signed number (`{% owner %}`). When its post comes too
late, the fields travel on as one sealed value through the sign-in page and are offered again to
the same member, for half an hour; while they wait, the browser has half of what opens them. A
photo needs none of this: it lies in its draft already.
"""

from __future__ import annotations

import base64
import binascii
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.core import signing

from kintrace.ui import passing
from kintrace.vault import ciphers

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from kintrace.network.models import Member

FIELD = passing.OWNER
SESSION = "kintrace.kept"
LASTS = 30 * 60
AAD = b"what was typed|1"
_SALT = "kintrace.network.form-owner"
_OURS = {FIELD, "csrfmiddlewaretoken", "kept"}


@dataclass(frozen=True, repr=False)
class Kept:
    """The fields of one form, whose they are and where they were going."""

    member: UUID
    path: str
    fields: dict[str, list[str]]
    at: float


def owner_of_form(member: Member) -> str:
    """The member's number, signed: it proves that the form was ours and whose it was."""
    return signing.dumps(str(member.pk), salt=_SALT)


def from_post(request: HttpRequest) -> Kept | None:
    """What a late post carried, or None when the form was not one of ours."""
    if request.method != "POST" or FIELD not in request.POST:
        return None
    try:
        member = UUID(signing.loads(request.POST[FIELD], salt=_SALT, max_age=24 * 3600))
    except (signing.BadSignature, ValueError):
        return None
    fields = {name: values for name, values in request.POST.lists() if name not in _OURS}
    return Kept(member, request.get_full_path(), fields, time.time())


def seal(kept: Kept) -> str:
    """One value for a hidden field, readable by this side of the program only."""
    plain = json.dumps([str(kept.member), kept.path, kept.fields, kept.at]).encode()
    return base64.urlsafe_b64encode(ciphers.seal(_key(), ciphers.pad(plain), aad=AAD)).decode()


def unseal(value: str) -> Kept | None:
    """Undo `seal`; None when it was altered, was made elsewhere or is too old."""
    try:
        sealed = base64.urlsafe_b64decode(value)
        plain = ciphers.unpad(ciphers.unseal(_key(), sealed, aad=AAD))
    except (ciphers.Altered, binascii.Error, ValueError):
        return None
    member, path, fields, at = json.loads(plain)
    kept = Kept(UUID(member), path, fields, at)
    return kept if kept.at + LASTS > time.time() else None


def carry(request: HttpRequest) -> str:
    """Put what the sign-in page carried into the session that begins; gives the browser's key."""
    value = request.POST.get("kept", "")
    return put_aside(request, value) if value and unseal(value) is not None else ""


def put_aside(request: HttpRequest, value: str) -> str:
    """Let the session keep a sealed value, shut once more with a key that only the browser has.

    What was typed may be for a box, and the session's row lies beside the key that sealed it.
    """
    key = ciphers.new_key()
    sealed = ciphers.seal(key, value.encode(), aad=AAD)
    request.session[SESSION] = base64.b64encode(sealed).decode()
    try:
        return base64.urlsafe_b64encode(key).decode()
    finally:
        ciphers.wipe(key)


def give_key(response: HttpResponse, key: str) -> None:
    """Hand the browser its half, if there is one."""
    if key:
        response.set_cookie(
            _cookie(),
            key,
            max_age=LASTS,
            secure=settings.TLS,
            httponly=True,
            samesite="Strict",
            path="/",
        )


def waiting(request: Any) -> bool:
    return SESSION in request.session


def taken(request: Any) -> Kept | None:
    """What was kept for this member, once; another member's is thrown away unseen."""
    kept = unseal(_joined(request.session.pop(SESSION, ""), request.COOKIES.get(_cookie(), "")))
    return kept if kept is not None and kept.member == request.user.pk else None


def _joined(aside: str, key: str) -> str:
    """The session's half and the browser's half put together; "" when they do not fit."""
    try:
        sealed, opened = base64.b64decode(aside), base64.urlsafe_b64decode(key)
        return ciphers.unseal(opened, sealed, aad=AAD).decode()
    except (ciphers.Altered, ValueError):
        return ""


def _cookie() -> str:
    return "__Host-kept" if settings.TLS else "kept"


def _key() -> bytearray:
    return ciphers.derive(str(settings.SECRET_KEY).encode(), "what was typed")
