"""Forms of “safe and well”: what is told, and the exact key by which it is asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.safe import Known
from kintrace.cases.safe_words import Look, Sentence
from kintrace.people.forms import DigitsField
from kintrace.protection.purposes import How
from kintrace.ui.widgets import PickMany, PickOne


class KnownForm(forms.Form):
    """A whole name, and one thing more that the family knows."""

    name = forms.CharField(
        label=_("Whole name"),
        help_text=_("All its words, in any order, as the family writes it."),
        max_length=200,
    )
    year = DigitsField(label=_("Year of birth"), required=False)
    father = forms.CharField(label=_("Father’s name"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given.get("year") or given.get("father")):
            self.add_error("year", _("Write the year of birth or the father’s name, too."))
        return given

    def known(self) -> Known:
        given = self.cleaned_data
        year = str(given["year"] or "")
        return Known(given["name"], given.get("name_own", ""), year, given["father"])


class SafeForm(KnownForm):
    """What the person lets be told; no place and no word of their own."""

    name_own = forms.CharField(
        label=_("The same name in its own script"), max_length=200, required=False
    )
    sentences = forms.MultipleChoiceField(
        label=_("What shall the family hear?"), choices=Sentence.choices, widget=PickMany
    )
    how = forms.ChoiceField(
        label=_("How did the person say yes?"), choices=How.choices[:4], widget=PickOne
    )
    heard = forms.BooleanField(
        label=_("I read all of it to the person, who wants this to be told."),
        error_messages={"required": _("Read it aloud first. Nothing is written down before.")},
    )
    field_order = ["name", "name_own"]


class SafeAloneForm(SafeForm):
    """The same of who has no case, and whether a search may be for them. Nothing chosen is no."""

    look = forms.ChoiceField(
        label=_("Does the person agree that we look whether a search is for them?"),
        help_text=_("Ask it by itself. If nothing is chosen, nobody looks."),
        choices=Look.choices,
        required=False,
        widget=PickOne,
    )
    field_order = ["name", "name_own", "year", "father", "sentences", "look", "how", "heard"]

    def clean_look(self) -> Look:
        return Look(self.cleaned_data["look"] or Look.NO)


class TakeBackForm(KnownForm):
    """The same key, said by the person themself."""

    alone = forms.BooleanField(
        label=_("The person says so themself, and nobody makes them say it."),
        error_messages={"required": _("Only the person themself can take it back.")},
    )
