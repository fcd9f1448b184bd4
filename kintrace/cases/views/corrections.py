"""What was told at the beginning is corrected on the pages on which it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import correcting, lookups
from kintrace.cases.actions import corrections
from kintrace.cases.actions.opening import SamePerson
from kintrace.cases.doubts import NotSure
from kintrace.cases.further import Further
from kintrace.cases.views.faces import asked
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import ChangedElsewhere

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest


# With the box open alone: who does not see what is replaced would lose “do not say who is calling”.
@for_staff(Right.CHANGE_CASES, box=True)
def ways(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    corrections.require_may_correct(case)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    page = correcting.WaysPage(case, request)
    if _is_kept(page):
        messages.success(request, _("From now on the person is reached in this way."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/correct_ways.html", page.form, **page.context())


@for_staff(Right.CHANGE_CASES, box=True)
def searcher(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    corrections.require_may_correct(case)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    page = correcting.SearcherPage(case, request)
    if _is_kept(page):
        _say(request, page)
        return redirect("cases:case", case.pk)
    return asked(request, "cases/correct_told.html", page.form, **page.context())


@for_staff(Right.CHANGE_CASES, box=True)
def told_of(request: StaffRequest, sought_id: UUID, key: str) -> HttpResponse:
    sought = lookups.sought_for(request.user, sought_id)
    if key not in correcting.PAGES:
        raise Http404
    corrections.require_may_correct(sought.case, sought.subject)
    record_read(Deed.READ_CASE, about=sought.case_id, by=request.user)
    page = correcting.PAGES[key](sought, request)
    if _is_kept(page):
        _say(request, page)
        return redirect("cases:case", sought.case_id)
    return asked(request, "cases/correct_told.html", page.form, **page.context())


@for_staff(Right.CHANGE_CASES)
def further(request: StaffRequest, case_id: UUID) -> HttpResponse:
    case = lookups.case_for(request.user, case_id)
    corrections.require_may_seek_another(case)
    record_read(Deed.READ_CASE, about=case.pk, by=request.user)
    page = Further(case, request)
    if request.method == "POST" and page.keep():
        messages.success(request, _("One more person is sought in this case."))
        return redirect("cases:case", case.pk)
    return asked(request, "cases/further.html", page.person, **page.context())


def _is_kept(page: correcting.Page) -> bool:
    if page.request.method != "POST" or not page.form.is_valid():
        return False
    try:
        page.keep()
    except ChangedElsewhere as refused:
        page.compare(refused)
    except SamePerson as refused:
        page.form.add_error(None, refused.sentence)
    except NotSure as refused:
        page.doubts = refused.doubts
        page.form.add_error(None, refused.sentence)
    else:
        return True
    return False


def _say(request: StaffRequest, page: correcting.Page) -> None:
    messages.success(request, _("It is written down as it is known now."))
    if page.came_down:
        messages.warning(request, str(page.down))
    if page.sheets:
        words = ngettext(
            "%(number)d Red Cross Message went out with an older name. It is marked on the case.",
            "%(number)d Red Cross Messages went out with an older name. They are marked on the "
            "case.",
            len(page.sheets),
        )
        messages.warning(request, words % {"number": len(page.sheets)})
