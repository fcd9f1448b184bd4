"""Forms of a case's way: accepting it, not accepting it, its steps, and what a society accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.actions.accepting import WRITE_WHY, Explained
from kintrace.cases.circumstances import Reason, Way
from kintrace.cases.criteria import NotOurs, Settled, Where
from kintrace.cases.forms import LANGUAGES
from kintrace.network.seen import SeenForm
from kintrace.ui.widgets import PickMany, PickOne
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from django.db.models import TextChoices

    from kintrace.network.models import Member

TAKE_UP, ACCEPT, REFUSE = "take_up", "accept", "refuse"
LONGEST_NOTE = 2000


def _words(**more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(max_length=LONGEST_NOTE, widget=widget, **more)


class AcceptForm(forms.Form):
    """Whether the society takes a request on; why not, where it does not; and why all the same,
    where it `misses` a criterion."""

    decision = forms.ChoiceField(
        label=_("Do we search for this family?"),
        choices=[
            (TAKE_UP, _("Yes, and I go on with it")),
            (ACCEPT, _("Yes, and somebody else takes it up")),
            (REFUSE, _("No, and I say why")),
        ],
        widget=PickOne,
    )
    criterion = forms.ChoiceField(
        label=_("If not: why?"),
        required=False,
        help_text=_("The page that follows has the words in which the person is told."),
    )
    note = _words(
        label=_("Words to it"),
        required=False,
        help_text=_("Needed where a criterion is not met and you accept all the same. Sealed."),
    )

    def __init__(
        self, *args: Any, refusals: Collection[str], misses: bool = False, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.misses = misses
        used = [one for one in NotOurs.choices if one[0] in refusals]
        self.fields["criterion"].choices = [("", "—"), *used]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("decision") == REFUSE and not given.get("criterion"):
            self.add_error("criterion", _("Choose why the request is not accepted."))
        if self.misses and given.get("decision") in {TAKE_UP, ACCEPT} and not given.get("note"):
            self.add_error("note", WRITE_WHY)
        return given

    @property
    def accepts(self) -> bool:
        return bool(self.cleaned_data["decision"] != REFUSE)

    @property
    def takes_up(self) -> bool:
        return bool(self.cleaned_data["decision"] == TAKE_UP)


class ExplainForm(forms.Form):
    """How the person was told that and why a request is not accepted."""

    day = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}))
    how = forms.ChoiceField(label=_("How was it said?"), choices=Way.choices, widget=PickOne)
    language = forms.ChoiceField(label=_("In which language?"), choices=LANGUAGES)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come. Write the day it was said."))
        return day

    def explained(self) -> Explained:
        given = self.cleaned_data
        return Explained(given["day"], Way(given["how"]), given["language"])


class SecondLookForm(forms.Form):
    """What the second member says of a refusal."""

    agreed = forms.ChoiceField(
        label=_("What do you say?"),
        choices=[
            ("yes", _("I agree: it is not accepted")),
            ("no", _("I do not agree: it is looked at again")),
        ],
        widget=PickOne,
    )


class StepForm(forms.Form):
    """One step of a case: its reason, where the step asks for one, and words to it."""

    why = forms.ChoiceField(label=_("Why?"), widget=PickOne)
    note = _words(label=_("Words to it"), required=False, help_text=_("Sealed into the box."))

    def __init__(self, *args: Any, whys: Sequence[TextChoices], **more: Any) -> None:
        super().__init__(*args, **more)
        if whys:
            self.fields["why"].choices = [(one.value, one.label) for one in whys]  # type: ignore[attr-defined]
        else:
            del self.fields["why"]


class GiveForm(forms.Form):
    """Who goes on with a case."""

    to = forms.ChoiceField(label=_("Who goes on with this case?"))

    def __init__(self, *args: Any, members: Sequence[Member], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].choices = [(str(one.pk), one.name) for one in members]  # type: ignore[attr-defined]


class ReopenForm(forms.Form):
    """Why a closed case goes on."""

    fact = _words(label=_("What is the new fact?"), help_text=_("Sealed into the box."))


class CriteriaForm(SeenForm):
    """Which requests the society accepts."""

    relations = forms.MultipleChoiceField(
        label=_("For which relatives do we search?"), choices=Relation.choices, widget=PickMany
    )
    reasons = forms.MultipleChoiceField(
        label=_("For families parted by what?"), choices=Reason.choices, widget=PickMany
    )
    both_of_age = forms.BooleanField(label=_("Only where everybody is 18 or older"), required=False)
    where = forms.ChoiceField(
        label=_("Where must they be?"),
        choices=Where.choices,
        widget=PickOne,
        help_text=_("We work in the country of our society and in those of our desks."),
    )

    refusals = forms.MultipleChoiceField(
        label=_("For which reasons do we not accept a request?"),
        choices=NotOurs.choices,
        widget=PickMany,
        help_text=_("Only these can be chosen when a request is not accepted."),
    )

    def settled(self) -> Settled:
        given = self.cleaned_data
        return Settled(
            frozenset(given["relations"]),
            frozenset(given["reasons"]),
            given["both_of_age"],
            Where(given["where"]),
            frozenset(given["refusals"]),
        )
