"""What the team writes down about a child beside its registration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.children import OF_AGE, Begun
from kintrace.cases.actions.children_family import Judged
from kintrace.cases.children_words import Advice, Alone, Conclusion, Says, WhyFailed
from kintrace.cases.forms_children import KIN
from kintrace.cases.forms_desk import PhotoForm
from kintrace.people.forms import DigitsField
from kintrace.protection.actions import Heard
from kintrace.protection.forms import GiveNoticeForm
from kintrace.protection.purposes import How
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.cases.children_rules import Withheld
    from kintrace.cases.children_states import ChildWhy
    from kintrace.network.models import Team


AGREED = {
    How.SPOKEN: _("The child said so"),
    How.GUARDIAN: _("The child is too young: who speaks for it said so"),
}


def _words(label: Any, *, rows: int = 6, **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=8000, widget=area, **more)


class BeginChildForm(GiveNoticeForm):
    """That the child was informed and agreed, and then who looks after it."""

    agreed = forms.ChoiceField(
        label=_("How did the child agree that we write this down?"),
        choices=list(AGREED.items()),
        widget=PickOne,
    )
    alone = forms.ChoiceField(
        label=_("With whom is the child?"), choices=Alone.choices, widget=PickOne
    )
    age = DigitsField(
        label=_("About how old is the child, in years?"),
        error_messages={"required": _("Write about how old the child is.")},
    )
    team = forms.ChoiceField(
        label=_("Which of your teams looks after the child?"),
        help_text=_("Nobody else can see that the child is here."),
        widget=PickOne,
        error_messages={"required": _("Choose the team.")},
    )

    def __init__(self, *args: Any, teams: Sequence[Team], **more: Any) -> None:
        super().__init__(*args, **more)
        self.teams = {str(one.pk): one for one in teams}
        self.fields["team"].choices = [(pk, one.name) for pk, one in self.teams.items()]  # type: ignore[attr-defined]

    def clean_age(self) -> int:
        age = int(self.cleaned_data["age"])
        if age >= OF_AGE:
            raise forms.ValidationError(
                _("This person is 18 or older. Begin a request with them, as with everybody.")
            )
        return age

    def begun(self) -> dict[str, Any]:
        """The keyword arguments of children.register, beside the team and the member."""
        given = self.cleaned_data
        heard = Heard(self.chosen(), given["channel"], given["interpreter"])
        return {"begun": Begun(given["alone"], given["age"], How(given["agreed"])), "heard": heard}

    def chosen_team(self) -> Team:
        return self.teams[self.cleaned_data["team"]]


class TalkForm(forms.Form):
    words = _words(_("What the child told you, in its own words"), rows=10)


class WeighForm(forms.Form):
    conclusion = forms.ChoiceField(
        label=_("What is best for the child?"), choices=Conclusion.choices, widget=PickOne
    )
    words = _words(_("How you came to that"))


class ClaimForm(forms.Form):
    """Who says to be family. Nothing of the child stands on this page."""

    name = forms.CharField(label=_("Name of this person, as they say it"), max_length=300)
    relation = forms.ChoiceField(label=_("Who do they say to be to the child?"), choices=KIN)
    reached = forms.CharField(label=_("How are they reached?"), max_length=300, required=False)


class AskSideForm(forms.Form):
    words = _words(_("What you asked, and what was said"), rows=8)


class JudgeForm(forms.Form):
    """The five questions, after both were asked apart."""

    knows = forms.ChoiceField(
        label=_("Does the child know this person?"), choices=Says.choices, widget=PickOne
    )
    wishes = forms.ChoiceField(
        label=_("Does the child want to live with this person?"),
        choices=Says.choices,
        widget=PickOne,
    )
    match = forms.ChoiceField(
        label=_("Do the answers of both fit?"), choices=Says.choices, widget=PickOne
    )
    able = forms.ChoiceField(
        label=_("Can this person look after the child, and do they want to?"),
        choices=Says.choices,
        widget=PickOne,
    )
    advice = forms.ChoiceField(
        label=_("What do you decide?"), choices=Advice.choices, widget=PickOne
    )
    because = forms.ChoiceField(
        label=_("If it failed: why?"), choices=[("", "—"), *WhyFailed.choices], required=False
    )
    words = _words(_("How you came to that"), rows=4, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        failed = given.get("advice") == Advice.FAILED
        if failed and not given.get("because"):
            self.add_error("because", _("Choose why it failed."))
        if not failed and given.get("because"):
            self.add_error("because", _("Leave this empty where it is the family."))
        return given

    def judged(self) -> Judged:
        return Judged(**self.cleaned_data)


class WayForm(forms.Form):
    """Why a step is taken; asked only where the arrow asks it."""

    def __init__(self, *args: Any, whys: Sequence[ChildWhy] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        if whys:
            self.fields["why"] = forms.ChoiceField(
                label=_("Why?"),
                choices=[(one.value, one.label) for one in whys],
                widget=PickOne,
                error_messages={"required": _("Choose the reason for this step.")},
            )


class HomeForm(forms.Form):
    """That nobody was told what is to be kept from them: each is ticked by itself, in the version
    of the page that `seen` says."""

    ASKED = _("The child was asked once more, alone, and wants it")
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, kept_from: Sequence[Withheld] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        for place, one in enumerate(kept_from):
            self.fields[f"kept_{place}"] = forms.BooleanField(
                label=self.not_told(one.who, one.relation), help_text=one.what
            )
        self.fields["asked"] = forms.BooleanField(label=self.ASKED)

    @staticmethod
    def not_told(who: str, relation: str) -> str:
        return _("Was not told: %(who)s") % {"who": who or dict(KIN).get(relation, "")}

    def said(self) -> dict[str, Any]:
        """The keyword arguments of propose_home and agree_home, beside the member."""
        ticked = [name for name, is_so in self.cleaned_data.items() if is_so]
        kept = [int(one.removeprefix("kept_")) for one in ticked if one.startswith("kept_")]
        return {"asked": "asked" in ticked, "kept": kept, "seen": self.cleaned_data["seen"]}


class ChildPhotoForm(PhotoForm):
    """A picture for the team alone; it is made small at once."""

    note = forms.CharField(label=_("Where and when it was taken"), max_length=300, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["photo"].label = _("Photo of the child")
