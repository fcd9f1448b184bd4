"""How pages of a point answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import render

from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from django.forms import Form
    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.servicepoints.models import ServicePoint


class SaidHere:
    """A refusal of what is done within stands above the form, or above the page of the point: who
    works with gloves on is led to no page of its own. True afterwards where it was done."""

    def __init__(
        self, request: StaffRequest, point: ServicePoint, form: Form | None = None
    ) -> None:
        self.request, self.point, self.form = request, point, form
        self.done = False

    def __enter__(self) -> SaidHere:
        return self

    def __bool__(self) -> bool:
        return self.done

    def __exit__(self, _kind: object, refused: BaseException | None, _trace: object) -> bool:
        self.done = refused is None
        if not isinstance(refused, Refusal):
            return False
        self.request.refused.append(self.point.pk)
        if self.form is None:
            messages.error(self.request, refused.sentence)
        else:
            self.form.add_error(None, refused.sentence)
        return True


def asked_again(request: StaffRequest, template: str, form: Form, **more: Any) -> HttpResponse:
    """The page with a form; 422 where what was sent cannot be taken."""
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)
