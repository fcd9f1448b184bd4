"""Questions about what became of a person sought, and how the family is told. Rules are in the
actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.cases.fates import Authority, Plan, SaidBy, Standing, Word
from kintrace.ui import tongues
from kintrace.ui.widgets import PickOne


def _lines(label: Any, rows: int = 2, **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=4000, widget=area, **more)


class AllegeForm(forms.Form):
    """That somebody says the person has died."""

    by = forms.ChoiceField(label=_("Who says so?"), choices=SaidBy.choices, widget=PickOne)
    day = asked_day(_("On which day did we hear it?"))
    said = _lines(
        _("What was said, in their words"),
        4,
        help_text=_("When, where and how, as far as they say it. Not the name of who told it."),
    )

    def word(self) -> Word:
        given = self.cleaned_data
        return Word(given["by"], given["day"], given["said"])


class EstablishForm(AllegeForm):
    """How sure it is now."""

    standing = forms.ChoiceField(
        label=_("What do we know now?"), choices=Standing.choices[1:], widget=PickOne
    )
    apart = forms.BooleanField(
        label=_("It comes from somebody else than the first word."), required=False
    )
    authority = forms.ChoiceField(
        label=_("Which authority confirms it?"),
        choices=[("", "—"), *Authority.choices],
        required=False,
    )
    reference = forms.CharField(
        label=_("The number or mark that the authority gave"), max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("standing") == Standing.CONFIRMED:
            for name in ("authority", "reference"):
                if not given.get(name):
                    self.add_error(name, _("An authority confirms it: write which, and its mark."))
        return given

    def sure(self) -> dict[str, Any]:
        """How sure it is, as keyword arguments of fates.establish."""
        return {name: self.cleaned_data[name] for name in ("standing", "apart")}

    def word(self) -> Word:
        given = self.cleaned_data
        named = (given["authority"], given["reference"])
        is_confirmed = given["standing"] == Standing.CONFIRMED
        return Word(given["by"], given["day"], given["said"], *(named if is_confirmed else ()))


class PlanForm(forms.Form):
    """How the family is told, thought of before anybody speaks with them."""

    day = asked_day(_("On which day do you speak with the family?"), initial=None)
    who = forms.CharField(
        label=_("Who tells it?"),
        help_text=_("Two people, of whom one can stay. Somebody whom the family knows, if it can."),
        max_length=300,
    )
    others = forms.CharField(
        label=_("Who else is there?"),
        help_text=_("Whom the family wants beside them. No child hears it unprepared."),
        max_length=300,
        required=False,
    )
    where = forms.CharField(
        label=_("Where?"),
        help_text=_("A quiet room with a door, where nobody has to leave soon."),
        max_length=300,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=tongues.choices)
    interpreter = forms.BooleanField(
        label=_("An interpreter is there, and knows what it is about"), required=False
    )
    support = _lines(
        _("Who and what helps them afterwards?"),
        help_text=_(
            "A doctor, somebody whom they trust, family, a telephone number for the night."
        ),
    )
    again = asked_day(_("On which day does somebody speak with them again?"), initial=None)

    def plan(self) -> Plan:
        given = self.cleaned_data
        words = {name: given[name] for name in ("who", "others", "where", "support")}
        return Plan(given["day"], given["again"], given["language"], given["interpreter"], words)


class AfterForm(forms.Form):
    """The talk afterwards."""

    day = asked_day(_("On which day did you speak with them?"))
    after = _lines(_("How are they, and what do they need?"), 4)
    again = asked_day(_("If there is another talk: on which day?"), initial=None)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["again"].required = False
