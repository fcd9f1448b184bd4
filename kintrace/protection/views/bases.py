"""Writing down on which ground something may be done, and who must not learn of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.network.access import Right, for_staff
from kintrace.network.lookups import every_society
from kintrace.protection import actions, lookups
from kintrace.protection.forms_bases import BasisForm, NotWithForm
from kintrace.protection.kept_from import kept_from
from kintrace.protection.refusals import BasisNotSound
from kintrace.protection.views.answers import about, onwards, sent
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


@for_staff(Right.HOLD)
def record_basis(request: StaffRequest, subject: UUID) -> HttpResponse:
    lookups.known(subject)
    form = BasisForm(sent(request))
    if form.is_valid():
        file = lookups.file_of(subject) or open_file(request.user.society_id)
        try:
            actions.record_basis(subject, file=file, by=request.user, **form.terms())
        except BasisNotSound as refused:
            form.add_error(None, refused.sentence)
        else:
            return onwards(request, subject)
    return about(request, "protection/record_basis.html", subject, form=form)


@for_staff(Right.HOLD)
def not_with(request: StaffRequest, subject: UUID) -> HttpResponse:
    circle = lookups.own_not_with(lookups.known(subject))
    societies = [one for one in every_society() if one.pk != request.user.society_id]
    form = NotWithForm(sent(request), circle=circle, societies=societies)
    if not form.is_valid():
        told = kept_from(*lookups.behind(subject)[1:], by=request.user)
        return about(request, "protection/not_with.html", subject, form=form, told=told)
    done = actions.change_not_with(subject, not_with=form.not_with(), by=request.user)
    kept = _("It is changed. Who must not learn, learns nothing more.")
    return onwards(request, subject, [kept, *done])
