"""What was done at points in a month: charts with the table behind them, and a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kintrace.network.access import Right, for_staff
from kintrace.servicepoints import reports
from kintrace.servicepoints.forms_reports import ReportForm

if TYPE_CHECKING:
    from kintrace.network.gate import StaffRequest


@require_safe
@for_staff(Right.SEE_POINT_REPORTS)
def shown(request: StaffRequest) -> HttpResponse:
    """The month and the point that were chosen."""
    choice, report = _chosen(request)
    facts = {
        "report": report,
        "charts": reports.drawings(report) if report else [],
        "form": ReportForm(choice=choice, initial=request.GET.dict()),
        "asked": request.GET.urlencode(),
    }
    return render(request, "servicepoints/reports.html", facts)


@require_safe
@for_staff(Right.SEE_POINT_REPORTS)
def table(request: StaffRequest) -> HttpResponse:
    """The same numbers as a file for a table program."""
    report = _chosen(request)[1]
    # The mark at the beginning tells table programs that this is UTF-8.
    body = "\ufeff" + (reports.table_file(report) if report else "")
    named = f"{report.month:%Y-%m}" if report else "none"
    headers = {"Content-Disposition": f'attachment; filename="points-{named}.csv"'}
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)


def _chosen(request: StaffRequest) -> tuple[reports.Choice, reports.Report | None]:
    choice = reports.choice_of(request.user)
    asked = {name: request.GET.get(name, "") for name in ("month", "whose")}
    return choice, reports.report_of(request.user, choice, **asked)
