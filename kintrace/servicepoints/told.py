"""What a tablet sends, read with care: a number is a number and there are not too many."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST_AT_ONCE = 50
LONGEST_NAME = 60


class NotUnderstood(Refusal):
    """It is nothing that a page of ours sends."""

    status = 422


@dataclass(frozen=True, repr=False)
class Contact:
    """Which tablet of which society speaks, and the records it brings."""

    device: UUID
    society: UUID
    records: list[tuple[UUID, bytes]]


@dataclass(frozen=True, repr=False)
class Wish:
    """A tablet that wants to be made ready: at which point, and what its people call it."""

    point: UUID
    name: str


def contact(request: HttpRequest) -> Contact:
    """Raises NotUnderstood."""
    told = _read(request)
    try:
        records = [(UUID(one["id"]), _bytes(one["sealed"])) for one in told["records"]]
        heard = Contact(UUID(told["device"]), UUID(told["society"]), records)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _not_understood() from None
    if len(records) > MOST_AT_ONCE:
        raise _not_understood()
    return heard


def wish(request: HttpRequest) -> Wish:
    """Raises NotUnderstood."""
    told = _read(request)
    try:
        point, name = UUID(told["point"]), told["name"].strip()
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _not_understood() from None
    if not name or len(name) > LONGEST_NAME:
        raise NotUnderstood(_("Give the tablet a short name, for example the colour of its cover."))
    return Wish(point, name)


def _read(request: HttpRequest) -> Any:
    if request.content_type != "application/json":  # a form, whose words were read already
        raise _not_understood()
    try:
        return json.loads(request.body)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise _not_understood() from None


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError from None


def _not_understood() -> NotUnderstood:
    return NotUnderstood(_("Load this page again: the tablet sent what is not understood here."))
