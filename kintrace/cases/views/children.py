"""Children without their parents: for the members of a child's team, the box open, and for nobody
else. Whose team it is not gets the same 404 as for a child that never was."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import children_pages, children_steps, lookups
from kintrace.cases.actions import children
from kintrace.cases.children_asking import ChildAsking
from kintrace.cases.forms_children_desk import BeginChildForm, ChildPhotoForm
from kintrace.cases.views.faces import asked
from kintrace.cases.watermark import shown_to
from kintrace.network.access import Right, for_staff
from kintrace.network.lookups.keyholders import teams_of
from kintrace.network.seen import ChangedElsewhere
from kintrace.protection.lookups import texts_in_force
from kintrace.protection.refusals import WordsNotRead
from kintrace.vault.photos import PhotoRefused

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@require_safe
@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def children_list(request: StaffRequest) -> HttpResponse:
    rows = children_pages.listed(request.user)
    seen = lookups.name_of_names(f"children of {request.user.pk}", 1)
    record_read(Deed.LISTED_CHILDREN, about=seen, by=request.user)
    return render(request, "cases/children/list.html", {"rows": rows})


@require_safe
@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def gallery(request: StaffRequest) -> HttpResponse:
    rows = children_pages.gallery(request.user)
    seen = lookups.name_of_names(f"pictures of children of {request.user.pk}", 1)
    record_read(Deed.LISTED_CHILDREN, about=seen, by=request.user)
    return render(request, "cases/children/gallery.html", {"rows": rows})


@for_staff(Right.PROTECT_CHILDREN, box=True)
def begin(request: StaffRequest) -> HttpResponse:
    texts, teams = texts_in_force(request.user.society_id), teams_of(request.user)
    form = BeginChildForm(request.POST or None, texts=texts, teams=teams)
    if request.method == "POST" and form.is_valid():
        child = children.register(form.chosen_team(), **form.begun(), by=request.user)
        return redirect("cases:child_page", child.pk, children_steps.WHO.key)
    return asked(request, "cases/children/begin.html", form, teams=teams)


@require_safe
@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def child(request: StaffRequest, child_id: UUID) -> HttpResponse:
    found = lookups.child_for(request.user, child_id)
    record_read(Deed.READ_CHILD, about=found.pk, by=request.user)
    shown = children_pages.shown(found, by=request.user)
    return render(request, "cases/children/child.html", shown)


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def page(request: StaffRequest, child_id: UUID, key: str) -> HttpResponse:
    found = lookups.child_for(request.user, child_id)
    asking = ChildAsking(found, children_steps.step_called(key), request)
    if request.method == "POST" and asking.form.is_valid():
        try:
            asking.keep()
        except ChangedElsewhere as refused:
            asking.compare(refused)
        except WordsNotRead as refused:
            asking.form.add_error(None, refused.sentence)
        else:
            return asking.onward()
    record_read(Deed.READ_CHILD, about=found.pk, by=request.user)
    status = 422 if request.method == "POST" else 200
    return render(request, asking.step.layout, asking.context(), status=status)


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def photo(request: StaffRequest, child_id: UUID) -> HttpResponse:
    found = lookups.child_for(request.user, child_id)
    sent = int(request.headers.get("Content-Length") or 0)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ChildPhotoForm(*typed, sent=sent)
    if form.is_valid():
        try:
            children.keep_photo(found, **form.cleaned_data, by=request.user)
        except PhotoRefused as refused:
            form.add_error("photo", refused.sentence)
        else:
            messages.success(request, _("The picture is sealed to the team. The file is not kept."))
            return redirect("cases:child", found.pk)
    return asked(request, "cases/children/photo.html", form, child=found)


@require_safe
@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def picture(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """Small, with the name of who looks across it; there is no other."""
    found = lookups.child_for(request.user, child_id)
    kept = lookups.photo_of_child(found)
    if kept is None:
        raise Http404
    record_read(Deed.READ_CHILD, about=found.pk, by=request.user)
    return shown_to(request.user, jpeg=base64.b64decode(kept.picture["jpeg"]))
