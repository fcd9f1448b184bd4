"""Questions when a person is passed on to somebody else who helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.cases.forms_found import SAID_BY_THEM
from kintrace.cases.referral import ARROWS, ASK_AFTER, CameOfIt, Helped, Part
from kintrace.cases.referral_words import Helper, Standing
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from datetime import date

    from kintrace.cases.models import Referral


def _in_two_weeks() -> date:
    return timezone.localdate() + ASK_AFTER


class ReferForm(forms.Form):
    """Who helps, what they are told, and that the person wants it."""

    helper = forms.ChoiceField(label=_("What is the help?"), choices=Helper.choices, widget=PickOne)
    name = forms.CharField(
        label=_("Who helps?"),
        help_text=_("The organisation, and a person there if you know one. Sealed."),
        max_length=200,
    )
    parts = forms.MultipleChoiceField(
        label=_("What are they told?"),
        help_text=_("Only what the person said yes to. You tell it yourself; nothing is sent."),
        choices=Part.choices,
        widget=PickMany,
    )
    how = forms.ChoiceField(
        label=_("How did the person say yes?"), choices=SAID_BY_THEM, widget=PickOne
    )
    wants = forms.BooleanField(
        label=_("I asked just now: the person wants this help, and knows what is told to whom.")
    )

    def helped(self) -> Helped:
        said = self.cleaned_data
        return Helped(said["helper"], said["name"], tuple(said["parts"]))


class FollowForm(forms.Form):
    """What came of it."""

    standing = forms.ChoiceField(label=_("Where does it stand?"), widget=PickOne)
    result = forms.CharField(
        label=_("What came of it?"),
        help_text=_("Sealed into the box."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ask_on = asked_day(
        label=_("When do you ask again?"),
        initial=_in_two_weeks,
        required=False,
    )

    def __init__(self, *args: Any, referral: Referral, **more: Any) -> None:
        super().__init__(*args, **more)
        now = Standing(referral.standing)
        self.fields["standing"].choices = [  # type: ignore[attr-defined]
            (one.value, one.label) for one in (now, *ARROWS.get(now, ()))
        ]

    def came(self) -> CameOfIt:
        said = self.cleaned_data
        return CameOfIt(said["standing"], said["result"], said["ask_on"])
