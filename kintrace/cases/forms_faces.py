"""Forms about a photo on its way and on the wall: the second eye, a partner's, a talk, an age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.contacts import Talk
from kintrace.cases.actions.faces import Looks
from kintrace.cases.circumstances import Outcome, Partner, Way
from kintrace.cases.days import asked_day
from kintrace.cases.forms_desk import MONTHS, in_months, months_up_to
from kintrace.ui.widgets import PickMany, PickOne
from kintrace.wall.terms import Declined, Terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Society

CLEARLY = [("yes", _("Yes, clearly")), ("unsure", _("No, or I am not sure"))]


class ContactForm(forms.Form):
    """A talk with the person about the photo, or the try."""

    day = asked_day(
        label=_("On which day?"),
    )
    way = forms.ChoiceField(label=_("How?"), choices=Way.choices, widget=PickOne)
    partner = forms.ChoiceField(
        label=_("With whom did you speak?"), choices=Partner.choices, widget=PickOne
    )
    outcome = forms.ChoiceField(
        label=_("May the photo go on?"), choices=Outcome.choices[:4], widget=PickOne
    )
    months = forms.TypedChoiceField(
        label=_("If yes: for how much longer, from today?"),
        choices=MONTHS,
        coerce=int,
        required=False,
        empty_value="",
        widget=PickOne,
    )
    note = forms.CharField(
        label=_("What was said"),
        help_text=_("It goes into the box of your society at once."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, longest: int, **more: Any) -> None:
        """`longest`: so many months at most for this person."""
        super().__init__(*args, **more)
        self.fields["months"].choices = months_up_to(longest)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("outcome") == Outcome.WANTS and not given.get("months"):
            self.add_error("months", _("Ask for how much longer the photo may be shown."))
        return given

    def talk(self) -> Talk:
        said = self.cleaned_data
        until = in_months(said["months"]) if said["months"] else None
        return Talk(said["day"], said["way"], said["partner"], said["outcome"], until, said["note"])


class AskPartnerForm(forms.Form):
    """Which partner society looks at the photo."""

    partner = forms.ChoiceField(label=_("Which society looks at it?"), widget=PickOne)

    def __init__(self, *args: Any, partners: Sequence[Society], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["partner"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.name) for one in partners
        ]


class DecideForm(forms.Form):
    """What the second eye says beside yes or no: how old the person looks, and why it is right."""

    fifteen = forms.ChoiceField(
        label=_("Is the person clearly 15 or older?"), choices=CLEARLY, widget=PickOne
    )
    eighteen = forms.ChoiceField(
        label=_("Is the person clearly 18 or older?"), choices=CLEARLY, widget=PickOne
    )
    because = forms.CharField(
        label=_("Why is it in the interest of this person that the photo is shown?"),
        help_text=_("Sealed: only the protection team can read it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, terms: str, **more: Any) -> None:
        """Ages are asked when no birth was told, the reason when two sign for a child."""
        super().__init__(*args, **more)
        if terms != Terms.UNSAID:
            del self.fields["fifteen"], self.fields["eighteen"]
        if terms != Terms.BEST_INTEREST:
            del self.fields["because"]

    def said(self) -> dict[str, Any]:
        """For actions.decide."""
        said = self.cleaned_data
        looks = None
        if "fifteen" in said:
            looks = Looks(fifteen=said["fifteen"] == "yes", eighteen=said["eighteen"] == "yes")
        return {"looks": looks, "because": said.get("because", "")}


class SendBackForm(forms.Form):
    """Why a proposal is sent back."""

    declined = forms.ChoiceField(
        label=_("Why do you send it back?"), choices=Declined.choices, widget=PickOne
    )

    def said(self) -> dict[str, Any]:
        """For actions.decide."""
        return {"declined": self.cleaned_data["declined"]}


class ReleaseForm(forms.Form):
    """The letters of the day that a member lets go."""

    letters = forms.MultipleChoiceField(label=_("To whom does a letter go now?"), widget=PickMany)

    def __init__(self, *args: Any, letters: Sequence[tuple[str, str]], **more: Any) -> None:
        """`letters`: case id and its code; all are ticked, so that one tap sends the day's list."""
        super().__init__(*args, **more)
        field = self.fields["letters"]
        field.choices = letters  # type: ignore[attr-defined]
        field.initial = [key for key, _code in letters]
