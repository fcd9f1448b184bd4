"""The open box of a session: half of it lies in the session row, the key to it in the browser."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.network.sessions import BOX
from kintrace.ui.refusals import Refusal
from kintrace.vault import actions as vault
from kintrace.vault import lookups as vault_lookups

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.vault.boxes import OpenBoxes


class NoBoxYet(Refusal):
    """The password was right, and no box was granted to the member."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Your password is right, but no box is open to you yet. Ask two officers to grant "
                "it, at one screen."
            )
        )


def open_in_session(request: "StaffRequest", *, opening_password: str) -> str:
    """Open the member's boxes; gives the key for the cookie.

    Raises WrongOpeningPassword, NoKeyYet, NoBoxYet.
    """
    member = request.user
    wrapped, key = vault.open_boxes(
        member.pk, society=member.society_id, opening_password=opening_password
    )
    opened = vault.boxes_from(wrapped, key)
    nothing = not opened.names()
    opened.forget()
    if nothing:
        raise NoBoxYet
    request.session[BOX] = wrapped
    return key


def give_key(response: "HttpResponse", key: str) -> None:
    """Hand the browser its half: for this host and this browser session alone."""
    response.set_cookie(
        settings.BOX_COOKIE_NAME,
        key,
        secure=settings.TLS,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def joined(request: "StaffRequest") -> "OpenBoxes | None":
    """The two halves put together for this request; None when one of them is missing."""
    wrapped = request.session.get(BOX)
    key = request.COOKIES.get(settings.BOX_COOKIE_NAME)
    if not wrapped or not key:
        return None
    opened = vault.boxes_from(wrapped, key)
    return opened if opened.names() else None


def as_granted(opened: "OpenBoxes") -> bool:
    """Whether what is open is what the member was granted up to now: only inside `reading_as`.

    After a grant, a new key or a box taken back the member opens the boxes anew; else pages
    would say of a new message that its box is shut.
    """
    granted = vault_lookups.grants(opened.member, opened.society)
    return opened.places() == frozenset(granted.values_list("box", "version"))


def shut(request: "StaffRequest") -> None:
    """Forget the session's half; the clock takes the cookie away."""
    request.session.pop(BOX, None)
