"""Posters: the list, a new issue, one issue with its sheets, and its paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.wall import actions, lookups, pictures, printing
from kintrace.wall.forms_desk import FacesForm, HangForm, PlanForm
from kintrace.wall.posters import hangs_until
from kintrace.wall.views.answering import asked


@for_staff(Right.MAKE_POSTERS)
@require_safe
def listed(request: StaffRequest) -> HttpResponse:
    """Every issue of the society, with how many sheets of it hang."""
    return render(request, "wall/desk/posters.html", printing.listed(request.user))


@for_staff(Right.MAKE_POSTERS)
def make(request: StaffRequest) -> HttpResponse:
    """A new issue: first what it is for (in the address), then who stands on it."""
    plan = PlanForm(request.GET or None, regions=lookups.regions_of(request.user.society_id))
    if not plan.is_valid():
        return render(request, "wall/desk/plan.html", {"form": plan})
    chosen = plan.cleaned_data
    offered, more = printing.offered(
        chosen["region"], hangs_until(chosen["month"]), by=request.user
    )
    form = FacesForm(request.POST or None, pictures=offered, size=chosen["size"])
    if form.is_valid():
        faces = [UUID(face) for face in form.cleaned_data["faces"]]
        poster = actions.make_poster(**chosen, faces=faces, by=request.user)
        messages.success(request, _("The poster is made. Print it, and note where it hangs."))
        return redirect("posters:poster", poster.pk)
    return asked(request, "faces", form, plan=plan, more=more)


@for_staff(Right.MAKE_POSTERS)
@require_safe
def poster(request: StaffRequest, poster_id: UUID) -> HttpResponse:
    """One issue: how it looks now, where it hangs, what is to be covered."""
    found = lookups.poster_for(request.user, poster_id)
    shown = printing.shown(found, by=request.user)
    form = HangForm(initial={"since": timezone.localdate()})
    return render(request, "wall/desk/poster.html", shown | {"form": form})


@for_staff(Right.MAKE_POSTERS)
@require_safe
def printed(request: StaffRequest, poster_id: UUID) -> HttpResponse:
    """The paper itself, made of the faces of this moment."""
    found = lookups.poster_for(request.user, poster_id)
    record_read(Deed.PRINTED_POSTER, about=found.pk, by=request.user)
    headers = {"Content-Disposition": f'inline; filename="poster-{found.number}.pdf"'}
    made = printing.pdf(found, by=request.user)
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@for_staff(Right.MAKE_POSTERS)
@require_safe
def picture(request: StaffRequest, face_id: UUID) -> HttpResponse:
    """A face that may be seen on the wall, as the desk sees it beside its code."""
    face = lookups.face_showing(face_id)
    data = pictures.read(face.name, "320", "jpg")
    if data is None:
        raise Http404
    return HttpResponse(data, content_type="image/jpeg")
