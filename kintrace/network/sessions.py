"""How long a session lives, and what it has proved so far."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from allauth.account.authentication import get_authentication_records
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

    from kintrace.network.gate import StaffRequest

BEGUN = "begun"
SEEN = "seen"
FACTOR = "second_factor"
BOX = "box"
# Within a minute nothing is gained by writing the session row again.
_SEEN_STEP = 60
# Who opened a form right after proving it is them may take their time to fill it in.
PROOF_LASTS_FOR_SENDING = 900


class SessionClock:
    """Ends a session after 30 idle minutes or 10 hours, and forgets what the browser is.

    A session that ended leaves neither its row nor the box cookie behind.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Nothing on this side needs to know the browser; what is not there cannot be stored.
        request.META["HTTP_USER_AGENT"] = ""
        if SESSION_KEY in request.session:
            _tick(request)
        response = self.get_response(request)
        if settings.BOX_COOKIE_NAME in request.COOKIES and BOX not in request.session:
            drop_box_cookie(response)
        return response


def _tick(request: HttpRequest) -> None:
    now = time.time()
    session = request.session
    begun = _not_ahead(session, BEGUN, now)
    seen = _not_ahead(session, SEEN, now)
    idle = now - seen > settings.SESSION_IDLE.total_seconds()
    if idle or now - begun > settings.SESSION_LONGEST.total_seconds():
        end(request)
    elif now - seen > _SEEN_STEP:
        session[SEEN] = now


def _not_ahead(session: "SessionBase", name: str, now: float) -> float:
    """A moment that was noted; one that is still to come counts from now. The machine's clock stood
    ahead when it was noted, and the session would else last by so much longer."""
    if session.get(name, now + 1) > now:
        session[name] = now
    return float(session[name])


def end(request: HttpRequest) -> None:
    """End this session: its row, its entry in the member's list, and what it had open."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)


def renew(request: HttpRequest) -> None:
    """Go on under a new number; the old one opens nothing any more, and the list knows this one."""
    old = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=old).update(session_key=request.session.session_key)


def stay_as_the_only_one(request: "StaffRequest") -> None:
    """Go on here under a new session after `actions.end_sessions` ended all of the member's.

    What the session had open is shut: the box is opened anew.
    """
    request.session.pop(BOX, None)
    update_session_auth_hash(request, request.user)
    UserSession.objects.create_from_request(request)


def drop_box_cookie(response: HttpResponse) -> None:
    """Take the browser's half of the open box away."""
    response.delete_cookie(settings.BOX_COOKIE_NAME, path="/", samesite="Strict")
    response.cookies[settings.BOX_COOKIE_NAME]["secure"] = settings.TLS


def waiting_here(request: HttpRequest) -> int:
    """How many records of the service point this browser keeps for want of a network, as it says
    itself; no more is known of them here."""
    said = request.COOKIES.get(settings.WAITING_COOKIE_NAME, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def proved_both(request: HttpRequest) -> bool:
    """Whether this very session proved the second factor, not merely that the member has one.

    Otherwise a thief with a password could sign in before the member's first set-up, wait, and
    be let in by the member's own telephone.
    """
    return request.session.get(FACTOR) is True


def mark_factor(request: HttpRequest) -> None:
    """Remember that the second factor was proved in this session."""
    request.session[FACTOR] = True


def proof_lasts() -> float:
    """For how many seconds a password or code that was typed proves who it is."""
    return float(settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def proved_lately(request: HttpRequest, *, within: float | None = None) -> bool:
    """Whether the person typed a password or code within the last `within` seconds."""
    within = proof_lasts() if within is None else within
    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < within for record in records)
