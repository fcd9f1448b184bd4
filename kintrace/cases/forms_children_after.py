"""After a child went home: how it may be asked how it is, on which days, and what came of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.children_rules import DAYS
from kintrace.cases.contact_plan import CAME
from kintrace.cases.days import asked_day
from kintrace.cases.forms_children import words
from kintrace.cases.forms_children_desk import AGREED
from kintrace.cases.forms_plan import AskedSafely
from kintrace.ui.widgets import PickOne


class AfterForm(AskedSafely):
    """The yes and the safe sentence, and then a row for each day."""

    agreed = forms.ChoiceField(
        label=_("How did the child agree to be asked how it is?"),
        choices=list(AGREED.items()),
        widget=PickOne,
    )
    field_order = ["agreed"]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        came = [("", "—"), *((one.value, label) for one, label in CAME.items())]
        for number in range(1, DAYS + 1):
            self.fields[f"day_{number}"] = asked_day(_("Day"), initial=None, required=False)
            self.fields[f"came_{number}"] = forms.ChoiceField(
                label=_("What came of it?"), choices=came, required=False
            )
            self.fields[f"words_{number}"] = words(_("What was said"))

    @property
    def first(self) -> list[forms.BoundField]:
        """What is asked once."""
        return [bound for bound in self.visible_fields() if bound.name in self.base_fields]

    @property
    def rows(self) -> list[dict[str, Any]]:
        every = [
            [self[f"{name}_{number}"] for name in ("day", "came", "words")]
            for number in range(1, DAYS + 1)
        ]
        return [{"bounds": row, "filled": bool(row[0].value())} for row in every]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not any(given.get(f"day_{number}") for number in range(1, DAYS + 1)):
            self.add_error("day_1", _("Write at least one day."))
        for number in range(1, DAYS + 1):
            self._clean_row(given, number)
        return given

    def _clean_row(self, given: dict[str, Any], number: int) -> None:
        day, came = given.get(f"day_{number}"), given.get(f"came_{number}")
        said = came or given.get(f"words_{number}")
        if said and not day:
            self.add_error(f"day_{number}", _("Write on which day it was."))
        elif came and day and day > timezone.localdate():
            self.add_error(f"came_{number}", _("This day has not come yet."))
