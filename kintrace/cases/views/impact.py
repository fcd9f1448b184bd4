"""What came of it: figures for staff, costs, and the yearly report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kintrace.cases import impact as figures
from kintrace.cases import report as yearly
from kintrace.cases.forms_impact import CostForm, PeriodForm, ReportForm
from kintrace.network.access import Right, for_staff
from kintrace.wall.actions import figures as actions
from kintrace.wall.impact import societies_at_work
from kintrace.wall.lookups import figures as counted
from kintrace.wall.periods import YEARS

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.network.gate import StaffRequest


@for_staff(Right.SEE_FIGURES)
@require_safe
def impact(request: StaffRequest) -> HttpResponse:
    """Figures of a month or a year, of the own society or of all together."""
    shown = _chosen(request)
    chosen = {"period": shown.period.code, "of": shown.scope}
    form = PeriodForm(initial=chosen, periods=figures.choices(shown))
    facts = {
        "shown": shown,
        "form": form,
        "sums": figures.sums(shown.figures),
        "charts": figures.drawings(shown),
        "societies": societies_at_work(),
    }
    return render(request, "cases/impact.html", facts)


@for_staff(Right.SEE_FIGURES)
@require_safe
def table(request: StaffRequest) -> HttpResponse:
    """The same numbers as a file for a table program."""
    shown = _chosen(request)
    who = request.user.society.name if shown.scope == "own" else _("All societies together")
    # The mark at the beginning tells table programs that this is UTF-8.
    body = "\ufeff" + figures.table_file(shown, who)
    return _download(body.encode(), "text/csv; charset=utf-8", f"figures-{shown.period.code}.csv")


def _chosen(request: StaffRequest) -> figures.Shown:
    code, scope = request.GET.get("period", ""), request.GET.get("of", "")
    return figures.shown_to(request.user, code=code, scope=scope)


def _known(year: int) -> int:
    if year not in YEARS:
        raise Http404
    return year


def _download(body: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=kind, headers=headers)


@for_staff(Right.REPORT)
def costs(request: StaffRequest) -> HttpResponse:
    """What the society entered for this year and the two before, and one more."""
    form = CostForm(request.POST or None)
    if form.is_valid():
        actions.enter_cost(**form.cleaned_data, by=request.user)
        messages.success(request, _("The cost is entered."))
        return redirect("cases:costs")
    entered = counted.costs_of(request.user.society_id, form.months())
    facts = {"form": form, "costs": entered}
    return render(request, "cases/costs.html", facts, status=422 if form.errors else 200)


@for_staff(Right.REPORT)
@require_POST
def take_back_cost(request: StaffRequest, cost_id: UUID) -> HttpResponse:
    """It was entered by mistake."""
    found = counted.cost_for(request.user.society_id, cost_id)
    actions.take_back_cost(found, by=request.user)
    messages.success(request, _("The cost is taken out."))
    return redirect("cases:costs")


@for_staff(Right.REPORT)
def report(request: StaffRequest, year: int) -> HttpResponse:
    """The words of a year's report; kept as they are, as often as one likes."""
    texts = counted.report_texts(request.user.society_id, _known(year))
    form = ReportForm(request.POST or None, texts=texts)
    if form.is_valid():
        actions.write_report(year, texts=form.cleaned_data, by=request.user)
        messages.success(request, _("Your words are kept."))
        return redirect("cases:report", year)
    this = timezone.localdate().year
    facts = {"form": form, "year": year, "years": range(this, this - 3, -1)}
    return render(request, "cases/report.html", facts, status=422 if form.errors else 200)


@for_staff(Right.SEE_FIGURES)
@require_safe
def report_paper(request: StaffRequest, year: int) -> HttpResponse:
    """The report of the own society, printed in the language of the page."""
    pages = yearly.printed(_known(year), by=request.user)
    return _download(pages, "application/pdf", f"report-{year}.pdf")
