"""The gate every request passes, and the one transaction a member's request runs in."""

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from allauth.core.exceptions import ReauthenticationRequired
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    JsonResponse,
)
from django.shortcuts import redirect, render
from django.urls import reverse

from kintrace.audit import actions as audit
from kintrace.network import boxes, kept, sessions, typed
from kintrace.network.access import Access, May, Who, declared, has
from kintrace.network.boxes import NoBoxYet
from kintrace.network.forms import SignInForm
from kintrace.ui.errors import locked, not_here, refused, shut
from kintrace.ui.refusals import Refusal
from kintrace.vault.keyring import SocietyIsShut
from kintrace.vault.reader import BoxIsShut, reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from kintrace.vault.boxes import OpenBoxes

OPEN_BOX = "network:open_box"
# No page of ours takes anything else: a view that looks for POST would take a PUT for a GET.
METHODS = ("GET", "HEAD", "POST")
GetResponse = Callable[[HttpRequest], HttpResponse]


class StaffRequest(HttpRequest):
    """The request as a view behind @for_staff sees it."""

    user: "Member"
    may: May
    boxes: "OpenBoxes | None"
    refused: "list[UUID | None]"  # what the audit keeps of refusals; the view may add its own


class Gate:
    """Opens a view to those it was declared for. What declared nothing stays shut."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.may = May(lambda: getattr(request, "user", None))  # type: ignore[attr-defined]
        request.refused = []  # type: ignore[attr-defined]
        return typed.filled(request, self.get_response(request))

    def process_view(
        self, request: Any, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Let the request through (None), lead it somewhere first, or refuse it."""
        del args
        access = declared(view, request.resolver_match.url_name)
        request.access = access
        if access is None:
            raise PermissionDenied
        if access.who is Who.EVERYONE:
            return _not_so(request)
        led = _led_first(request, access) or _refused(request, access, kwargs) or _not_so(request)
        if led is None:
            typed.leads_back(request)
        return led

    def process_exception(self, request: Any, exception: Exception) -> HttpResponseBase | None:
        """Show a refusal as a page with what was typed; ask again who it is."""
        if isinstance(exception, Refusal):
            if exception.status < 500:  # what we cannot do at the moment was not refused to anybody
                request.refused.append(_about(request, request.resolver_match.kwargs))
            return _sentence(request, exception)
        if isinstance(exception, BoxIsShut):
            return _sentence(request, NoBoxYet()) if request.boxes else lead_to(OPEN_BOX, request)
        if isinstance(exception, ReauthenticationRequired):
            return lead_to("account_reauthenticate", request)
        if isinstance(exception, SocietyIsShut):
            return _locked(request)
        if isinstance(exception, PermissionDenied | Http404):
            return _shut(request, shut if isinstance(exception, PermissionDenied) else not_here)
        return None


def _sentence(request: Any, refusal: Refusal) -> HttpResponse:
    said = typed.said_again(request) or typed.way_back(request)
    return refused(request, refusal, **said)


def _shut(request: Any, page: Callable[..., HttpResponse]) -> HttpResponse | None:
    """A door that is shut and says no more; what was typed before it stands there to be copied."""
    said = typed.said_again(request, back=False)
    return page(request, **said) if said else None


def _locked(request: Any) -> HttpResponse:
    """Nothing of the society opens: what was typed stands there to be copied."""
    return locked(request, **typed.said_again(request, back=False))


def _led_first(request: Any, access: Access) -> HttpResponseBase | None:
    """Where somebody is led before; a script that keeps what it sends is told so and stays."""
    led = _led_to(request, access)
    by_script = request.headers.get("Accept") == "application/json"
    return JsonResponse({"trouble": "signed-out"}, status=401) if led and by_script else led


def _led_to(request: Any, access: Access) -> HttpResponseBase | None:
    """What has to happen before: sign in, set up the second factor, prove it again."""
    user = getattr(request, "user", None)
    if user is None:
        raise PermissionDenied
    if not user.is_authenticated:
        late = kept.from_post(request)
        return _sign_in_page(request, late) if late else lead_to("account_login", request)
    if access.who is Who.ARRIVING:
        return None
    if not sessions.proved_both(request):
        return redirect("mfa_activate_totp")
    if access.step_up and not _proved_enough(request):
        return lead_to("account_reauthenticate", request)
    return None


def _not_so(request: HttpRequest) -> HttpResponseBase | None:
    return None if request.method in METHODS else HttpResponseNotAllowed(METHODS)


def _proved_enough(request: Any) -> bool:
    sending = request.method not in {"GET", "HEAD"}
    within = sessions.PROOF_LASTS_FOR_SENDING if sending else sessions.proof_lasts()
    return sessions.proved_lately(request, within=within)


def _refused(request: Any, access: Access, kwargs: dict[str, Any]) -> HttpResponseBase | None:
    if access.right is not None and not has(request.user, access.right):
        request.refused.append(_about(request, kwargs))
        if (said := _shut(request, shut)) is not None:
            return said
        raise PermissionDenied
    if access.box and request.boxes is None:
        return lead_to(OPEN_BOX, request)
    return None


def lead_to(url_name: str, request: HttpRequest) -> HttpResponse:
    """Lead to a page that leads back here; what was typed waits to be sent once more."""
    late = kept.from_post(request) or typed.taken(request)
    back = reverse("network:typed_again") if late else request.get_full_path()
    response = redirect(f"{reverse(url_name)}?{urlencode({'next': back})}")
    if late is not None:
        kept.give_key(response, kept.put_aside(request, kept.seal(late)))
    return response


def _sign_in_page(request: HttpRequest, late: kept.Kept) -> HttpResponse:
    """A post came after its session ended: the page to sign in carries what was typed, sealed."""
    context = {"form": SignInForm(request=request), "kept": kept.seal(late)}
    return render(request, "account/login.html", context)


def _about(request: Any, kwargs: dict[str, Any]) -> UUID | None:
    """The record a refused request asked for, or the member who asked."""
    named = [value for value in kwargs.values() if isinstance(value, UUID)]
    return named[0] if named else getattr(getattr(request, "user", None), "pk", None)


class OneTransaction:
    """One transaction per member's request, its rows and keys those of the member's society.

    It lies around everything that reads: what were read after it would find no row, in silence,
    so a streamed answer is refused. It is rolled back when the view failed or refused.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.boxes = None
        request.failed = False
        if not request.user.is_authenticated:
            return self.get_response(request)
        member = request.user
        try:
            with _reading(request):
                response = self._inside(request)
            _record_refusals(request, member)
        except SocietyIsShut:  # beside the view: the audit writes under the society's key, too
            return _locked(request)
        return response

    def _inside(self, request: Any) -> HttpResponse:
        response = self.get_response(request)
        if request.failed or response.status_code >= 500:
            transaction.set_rollback(True)
        else:
            _no_stream(request, response)
            audit.write_reads()
        return response

    def process_exception(self, request: Any, exception: Exception) -> None:
        """Whatever a view did before it failed or refused is undone."""
        del exception
        request.failed = True


@contextmanager
def _reading(request: Any) -> "Iterator[None]":
    member, opened = request.user, boxes.joined(request)
    try:
        with reading_as(member.society_id, member=member.pk, boxes=opened) as reader:
            if reader.boxes is not None and not boxes.as_granted(reader.boxes):
                reader.boxes = None
            request.boxes = reader.boxes
            yield
    finally:
        if opened is not None:
            opened.forget()


def _no_stream(request: Any, response: HttpResponse) -> None:
    access = getattr(request, "access", None)  # none when no view answers this address
    public = access is not None and access.who is Who.EVERYONE
    if response.streaming and not public:
        raise RuntimeError("A member's page may not be streamed: it would outlive its transaction.")


def _record_refusals(request: Any, member: "Member") -> None:
    """Refusals survive the roll-back: they are written in a transaction of their own."""
    for about in request.refused:
        audit.refused(about=about, by=member)
