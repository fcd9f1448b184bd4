"""How many days a society keeps things: one answer for each kind that it may choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.network.seen import SeenForm
from kintrace.protection.retention import TABLE, Kind
from kintrace.ui.widgets import Digits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class RetentionForm(SeenForm):
    """The bounds stand under each question, and in the sentence when they were missed."""

    def __init__(
        self, *args: Any, chosen: Mapping[Kind, int], until: Mapping[Kind, date], **more: Any
    ) -> None:
        """`until`: for kinds whose time was shortened lately, the last day of the earlier time."""
        super().__init__(*args, **more)
        for kind, days in chosen.items():
            self.fields[kind.value] = _question(kind, days, until.get(kind))

    def days(self) -> dict[Kind, int]:
        given = self.cleaned_data
        return {Kind(code): days for code, days in given.items() if code in Kind.values}


def _question(kind: Kind, days: int, until: date | None) -> forms.IntegerField:
    line = TABLE[kind]
    bounds = _("Between %(shortest)d and %(longest)d days.") % {
        "shortest": line.shortest,
        "longest": line.longest,
    }
    said = [bounds, _("We suggest %(days)d.") % {"days": line.days}, str(line.then)]
    if until:
        day = date_format(until, "DATE_FORMAT")
        said.append(_("Until %(day)s the longer time counts that was in force.") % {"day": day})
    wrong = _("Choose a whole number between %(shortest)d and %(longest)d.") % {
        "shortest": line.shortest,
        "longest": line.longest,
    }
    return forms.IntegerField(
        label=kind.label,
        help_text=" ".join(said),
        initial=days,
        min_value=line.shortest,
        max_value=line.longest,
        widget=Digits(),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
    )
