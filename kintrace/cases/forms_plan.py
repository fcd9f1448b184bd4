"""Questions of a contact plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.contact_plan import CAME, GRADES, Side, Talked, within
from kintrace.cases.forms_found import SAID_BY_THEM
from kintrace.cases.plan_words import Outcome, Way
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from collections.abc import Collection


def _words(**more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(max_length=2000, widget=widget, required=False, **more)


class AskedSafely(forms.Form):
    """How far somebody agreed to be asked, and what is safe to say."""

    way = forms.ChoiceField(
        label=_("How may they be asked?"),
        help_text=_("Each way allows those before it, and no other."),
        choices=[(one.value, one.label) for one in GRADES],
        widget=PickOne,
    )
    sentence = forms.CharField(
        label=_("What is safe to say, whoever hears it?"),
        help_text=_("For example: “Your appointment at the dentist is on Monday.” Sealed."),
        max_length=200,
    )


class PlanForm(AskedSafely):
    """Whom we ask, how far they agreed, and what is safe to say."""

    side = forms.ChoiceField(label=_("Whom do you ask?"), choices=Side.choices, widget=PickOne)
    how = forms.ChoiceField(
        label=_("How did the person agree?"), choices=SAID_BY_THEM, widget=PickOne
    )
    field_order = ["side", "way", "sentence", "how"]

    def __init__(self, *args: Any, sides: Collection[Side], **more: Any) -> None:
        """`sides`: whom this society asks; where it is one alone, nobody has to choose."""
        super().__init__(*args, **more)
        self.fields["side"].choices = [(one.value, one.label) for one in sides]  # type: ignore[attr-defined]
        if len(sides) == 1:
            self.fields["side"].initial = next(iter(sides)).value

    def planned(self) -> dict[str, Any]:
        said = self.cleaned_data
        kept = {"sentence": said["sentence"], "how": said["how"]}
        return kept | {"side": Side(said["side"]), "way": Way(said["way"])}


class WorryForm(forms.Form):
    """What may be a danger, and to whom of the two: read also when the day waits no more."""

    side = forms.ChoiceField(choices=Side.choices, widget=forms.HiddenInput)
    worry = _words(
        label=_("Did somebody tell a worry? Write it here."),
        help_text=_(
            "Whoever is pressed, afraid or hurt: everything stops at once, and the protection team "
            "looks at it. Only that team can read it."
        ),
    )


class TalkForm(WorryForm):
    """What came of a planned day."""

    outcome = forms.ChoiceField(label=_("What came of it?"), widget=PickOne)
    way = forms.ChoiceField(label=_("In which way did you speak?"), widget=PickOne, required=False)
    note = _words(label=_("What was said"), help_text=_("Sealed into the box."))

    def __init__(self, *args: Any, agreed: str, side: Side, **more: Any) -> None:
        """`agreed`: the way to which the person agreed."""
        super().__init__(*args, **more | {"initial": {"side": side.value}})
        self.fields["side"].required = False  # the day tells it
        ways = [(one.value, one.label) for one in GRADES if within(one, agreed)]
        self.fields["way"].choices = ways  # type: ignore[attr-defined]
        self.fields["outcome"].choices = [  # type: ignore[attr-defined]
            (one.value, words) for one, words in CAME.items()
        ]

    def talked(self) -> Talked:
        said = self.cleaned_data
        way = said["way"] if said["outcome"] == Outcome.DONE else ""
        return Talked(said["outcome"], way, said["note"], said["worry"])
