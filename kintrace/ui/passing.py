"""Troubles that pass by themselves, and what somebody sent into one: nothing of it is lost."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, UnreadablePostError

from kintrace.ui import kiosk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OWNER = "form_owner"  # the field of a member's form whose words may be shown to who sent them
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
# What a database says while it is another than the program thinks: a standby, or one whose tables
# are not yet as new as the program (or the program not yet as new as they are).
ANOTHER_DATABASE = {"25006", "42P01", "42703"}
AGAIN_AFTER = 30  # seconds, for programs that ask

# Never repeated on a page to be read; "pass" is spent by the try.
_SECRET = {"word", "code", "stamp", "csrfmiddlewaretoken", OWNER}
_SPENT = {"pass"}
# What a choice, a button, a version or the number of a record is sent as: nobody typed it.
_CODE = re.compile(r"[a-z_]*|[0-9]|[0-9a-f-]{32,}")


class NotNow(Exception):
    """Something this program needs is away for the moment. For who has no fitter error."""


def will_pass(error: BaseException | None) -> bool:
    """Whether trying again in a few minutes may help."""
    return any(_passes(one) for one in _behind(error))


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """The error and those on whose account it was raised."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _passes(error: BaseException) -> bool:
    if isinstance(error, OperationalError | InterfaceError | NotNow):
        return True
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    return isinstance(error, DatabaseError) and _state(error) in ANOTHER_DATABASE


def _state(error: BaseException) -> str:
    return str(getattr(error.__cause__, "sqlstate", ""))


def sent(request: HttpRequest) -> dict[str, Any]:
    """For the page: what was sent, to be sent once more, and of it what somebody wrote.

    On the desk only a form that says whose it is comes back: passwords are typed into the others.
    """
    posted = _posted(request)
    by_member = "csrfmiddlewaretoken" in posted
    if not posted or (by_member and OWNER not in posted):
        return {"was_sent": request.method == "POST"}
    typed = [(name, one) for name, many in posted.items() if name not in _SPENT for one in many]
    words = [one for name, one in typed if name not in _SECRET and not _CODE.fullmatch(one)]
    return {
        "was_sent": True,
        "typed": typed,
        "words": words,
        "has_file": bool(request.FILES),
        "kiosk_after": kiosk.WRITING,
    }


def _posted(request: HttpRequest) -> Mapping[str, list[str]]:
    if request.method != "POST":
        return {}
    try:
        return dict(request.POST.lists())
    except (UnreadablePostError, OSError):
        return {}
