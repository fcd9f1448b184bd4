"""The pages of a child's registration. No word of it is needed but a name; nothing asks for papers.

Labels and choices stand in the child's own copy, so visitors read this file.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.children_rules import WITHHELD
from kintrace.cases.children_told import Assent, Care, Extent
from kintrace.cases.circumstances import Reason
from kintrace.cases.days import asked_day
from kintrace.cases.forms import LANGUAGES, PersonForm
from kintrace.people.told import PlaceKind
from kintrace.protection import risk
from kintrace.ui.widgets import PickMany, PickOne
from kintrace.wall.relations import Relation

KIN = [("", "—"), *(one for one in Relation.choices if one[0] != Relation.FAMILY)]


def line(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=300, **{"required": False, **more})


def words(label: Any, *, rows: int = 3, **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=5000, widget=area, required=False, **more)


class WhoForm(PersonForm):
    """Who the child is, in the questions that are asked of everybody."""

    place_kind = PlaceKind.BIRTH
    place = forms.CharField(label=_("Born in: town or village"), max_length=200, required=False)
    comes_from = line(_("From what country is the child, as it says itself?"))
    languages = forms.MultipleChoiceField(
        label=_("Languages the child speaks"), choices=LANGUAGES, widget=PickMany, required=False
    )


class SignsForm(forms.Form):
    """By what somebody would know the child again."""

    HELPS = frozenset({"marks", "belongings"})
    marks = words(_("Marks on the body by which the family would know the child"))
    belongings = words(_("What the child had with it: clothes, a toy, a piece of jewellery"))


class Table(forms.Form):
    """Rows of the same few questions; a row may stay empty."""

    ROWS = 6

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for number in range(1, self.ROWS + 1):
            for name, field in self.columns().items():
                self.fields[f"{name}_{number}"] = field

    def columns(self) -> dict[str, forms.Field]:
        """The questions of one row; a form says its own."""
        return {}

    def rows(self) -> list[dict[str, Any]]:
        """Each with its questions, and whether anything stands in it."""
        names = list(self.columns())
        every = [[self[f"{name}_{number}"] for name in names] for number in range(1, self.ROWS + 1)]
        return [{"bounds": row, "filled": any(one.value() for one in row)} for row in every]


class PartedForm(forms.Form):
    """How the child lost its family."""

    when = line(_("When did they lose each other, as it is said?"))
    where = line(_("Where was it?"))
    cause = forms.ChoiceField(
        label=_("Why the family was parted"),
        choices=[("", "—"), *Reason.choices],
        required=False,
    )
    circumstances = words(_("What happened, in the words of the child"), rows=6)


class CareForm(forms.Form):
    """Who looks after the child until then, and when that is looked at again."""

    kind = forms.ChoiceField(
        label=_("Who looks after the child now?"), choices=Care.choices, widget=PickOne
    )
    with_whom = line(_("Name of who looks after the child, and where"))
    since = asked_day(_("Since which day?"), initial=None, required=False)
    until = asked_day(
        _("On which day do we look again whether it is good?"),
        initial=None,
        required=False,
        help_text=_("It stands in the work list of the team then."),
    )


class WishesForm(forms.Form):
    """What the child wants. It is asked, and not led."""

    live_with = words(_("With whom does the child want to live?"))
    not_live_with = words(_("With whom not?"))
    tell = words(_("Whom shall we tell what?"))
    wishes = words(_("What else matters to the child"))


class AssentForm(forms.Form):
    assent = forms.ChoiceField(
        label=_("May we search for the family? What does the child say?"),
        choices=Assent.choices,
        widget=PickOne,
    )
    guardian = line(_("Who else speaks for the child, and what does that person say?"))


class WithholdForm(Table):
    """What is to be kept from whom, and why. Asked of every child, alone."""

    ROWS = WITHHELD

    def columns(self) -> dict[str, forms.Field]:
        return {
            "who": line(_("Who must not learn it? A name")),
            "relation": forms.ChoiceField(
                label=_("Or everybody who is this to the child"), choices=KIN, required=False
            ),
            "extent": forms.ChoiceField(
                label=_("How much must this person not learn?"),
                choices=[("", "—"), *Extent.choices],
                required=False,
            ),
            "what": line(_("What is it?")),
            "why": line(_("Why?")),
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for number in range(1, self.ROWS + 1):
            somebody = given.get(f"who_{number}") or given.get(f"relation_{number}")
            if somebody and not given.get(f"extent_{number}"):
                self.add_error(f"extent_{number}", _("Choose how much this person must not learn."))
        return given


class MessageForm(forms.Form):
    message = words(_("What shall we say to the person the child looks for?"), rows=5)


class SafetyForm(forms.Form):
    """The questions about safety; that it is a child is known."""

    CODES = tuple(one.code for one in risk.QUESTIONS if one.code != "child")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for question in risk.QUESTIONS:
            if question.code in self.CODES:
                self.fields[question.code] = forms.ChoiceField(
                    label=question.words, choices=risk.Answer.choices, widget=PickOne
                )
        self.fields["note"] = words(_("What the team should know"))
