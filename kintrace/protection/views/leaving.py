"""The page on which the network's office takes a society out of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from kintrace.network import lookups
from kintrace.network.access import Right, for_staff
from kintrace.protection.actions import leaving

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Society


class LeaveForm(forms.Form):
    """The code of the society, so that nobody presses this for the wrong one."""

    code = forms.CharField(
        label=_("Write the code of the society"),
        max_length=8,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocapitalize": "characters"}),
        error_messages={"required": _("Write the code.")},
    )

    def __init__(self, *args: Any, society: Society, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.society = society

    def clean_code(self) -> str:
        """Whether it is this society's."""
        code: str = self.cleaned_data["code"].strip().upper()
        if code != self.society.code:
            raise forms.ValidationError(_("This is not the code of this society."))
        return code


@for_staff(Right.MANAGE_SOCIETIES, step_up=True)
def leave(request: StaffRequest, society_id: UUID) -> HttpResponse:
    """A society leaves the network."""
    society = lookups.society(society_id)
    form = LeaveForm(request.POST or None, society=society)
    if form.is_valid():
        leaving.end_membership(society, by=request.user)
        return redirect("network:societies")
    shown = {"form": form, "society": society, "days": leaving.KEPT.days}
    status = 422 if form.errors else 200
    return render(request, "protection/society_leaves.html", shown, status=status)
