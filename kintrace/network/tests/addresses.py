"""Addresses for the gate's tests: the house's own, and a few views to try the gate on."""

from typing import Never
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.http import require_POST

from kintrace.config import urls as house
from kintrace.network import actions, lookups
from kintrace.network.access import Right, for_everyone, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.reader import reader_in_force


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open to nobody")


@for_everyone
def open_to_all(request: HttpRequest) -> HttpResponse:
    return HttpResponse("welcome")


@for_staff(Right.SEE_DESK)
def desk(request: StaffRequest) -> HttpResponse:
    return HttpResponse(f"desk of {reader_in_force().society}")


@for_staff(Right.READ_CASES)
def cases(request: StaffRequest) -> HttpResponse:
    return HttpResponse("cases")


@for_staff(Right.SEE_DESK)
def colleague(request: StaffRequest, member_id: UUID) -> HttpResponse:
    return HttpResponse(lookups.colleague(request.user, member_id).sign_in)


@require_POST
@for_staff(Right.MANAGE_MEMBERS, step_up=True)
def careful(request: StaffRequest) -> HttpResponse:
    return HttpResponse("done with care")


@for_staff(Right.SEE_DESK)
def opens_and_refuses(request: StaffRequest) -> Never:
    actions.add_desk(request.user.society, name="Left behind", by=request.user)
    raise Refusal("Ask the enquirer first.")


@for_staff(Right.SEE_DESK)
def opens_and_breaks(request: StaffRequest) -> Never:
    actions.add_desk(request.user.society, name="Left behind", by=request.user)
    raise Http404


@for_staff(Right.SEE_DESK)
def opens_and_answers_500(request: StaffRequest) -> HttpResponse:
    actions.add_desk(request.user.society, name="Left behind", by=request.user)
    return HttpResponse(status=500)


@for_staff(Right.SEE_DESK)
def not_theirs(request: StaffRequest) -> Never:
    raise NoRight("This is for an officer.")


@for_staff(Right.SEE_DESK)
def asks(request: StaffRequest) -> HttpResponse:
    """A form for words; whoever sends it is refused, and so is who looks at it `?shut`."""
    if request.method == "POST" or "shut" in request.GET:
        raise Refusal("Ask the enquirer first.")
    page = engines["django"].from_string(
        '<form method="post">{% csrf_token %}{% owner %}<textarea name="words"></textarea>'
        '<input type="checkbox" name="sure" checked></form>'
    )
    return TemplateResponse(request, page)


@require_POST
@for_staff(Right.SEE_DESK)
def gone(request: StaffRequest) -> Never:
    raise Http404


@for_staff(Right.SEE_DESK)
def streamed(request: StaffRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(iter([b"later"]))


@for_staff(Right.SEE_DESK)
def late(request: StaffRequest) -> TemplateResponse:
    page = engines["django"].from_string("{{ who }}")
    return TemplateResponse(request, page, {"who": lambda: request.user.name})


@for_staff(Right.OPEN_BOXES, box=True)
def boxed(request: StaffRequest) -> HttpResponse:
    return HttpResponse("the box is open")


urlpatterns = [
    path("open/", open_to_all),
    path("undeclared/", undeclared),
    path("desk/", desk),
    path("desk/cases/", cases),
    path("desk/colleague/<uuid:member_id>/", colleague),
    path("desk/careful/", careful),
    path("desk/refuses/", opens_and_refuses),
    path("desk/breaks/", opens_and_breaks),
    path("desk/500/", opens_and_answers_500),
    path("desk/not-theirs/", not_theirs),
    path("desk/asks/", asks),
    path("desk/gone/", gone),
    path("desk/streamed/", streamed),
    path("desk/late/", late),
    path("desk/boxed/", boxed),
    *house.urlpatterns,
]
handler400 = "kintrace.ui.errors.bad_request"
handler403 = "kintrace.ui.errors.shut"
handler404 = "kintrace.ui.errors.not_here"
handler500 = "kintrace.ui.errors.broken"
