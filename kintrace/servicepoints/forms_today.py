"""What is pressed and chosen at a point in the course of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.people.forms import DigitsField
from kintrace.servicepoints.actions.sent import Sent
from kintrace.servicepoints.charging import TicketState
from kintrace.servicepoints.checklists import Closing, Opening
from kintrace.servicepoints.counters import Band, Service, Whom
from kintrace.ui import tongues
from kintrace.ui.widgets import PickMany

if TYPE_CHECKING:
    from collections.abc import Sequence


def language_choices(spoken: Sequence[str]) -> list[tuple[str, Any]]:
    """What is spoken at the point stands first."""
    here = [(code, tongues.own_name(code)) for code in spoken]
    rest = [one for one in tongues.choices() if one[0] not in spoken]
    return [("", _("not said")), *here, *rest]


class WhomForm(forms.Form):
    """Of whom the next taps are said; what stands here stays until it is cleared."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    band = forms.ChoiceField(
        label=_("Who, as you see it"),
        choices=[("", _("not said")), *Band.choices],
        required=False,
    )

    def __init__(self, *args: Any, languages: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["language"].choices = language_choices(languages)  # type: ignore[attr-defined]

    def whom(self) -> Whom:
        """What we do not know counts as not said."""
        self.is_valid()
        said = self.cleaned_data
        return Whom.said(said.get("language", ""), said.get("band", ""))


class DeedForm(forms.Form):
    """A deed of a page. Its number was made with the page, so that a button pressed twice, or a
    page sent again, does it once."""

    deed = forms.UUIDField()
    language = forms.CharField(required=False)
    band = forms.CharField(required=False)

    def sent(self) -> Sent:
        return Sent(self.cleaned_data["deed"])

    def whom(self) -> Whom:
        return Whom.said(self.cleaned_data["language"], self.cleaned_data["band"])


class TapForm(DeedForm):
    """One service counted, or one taken back."""

    plus = forms.ChoiceField(choices=Service.choices, required=False)
    undo = forms.ChoiceField(choices=Service.choices, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not (said.get("plus") or said.get("undo")):
            raise forms.ValidationError(_("Press what you want to count."))
        return said

    @property
    def service(self) -> str:
        said = self.cleaned_data
        service: str = said["plus"] or said["undo"]
        return service


class MoveForm(DeedForm):
    """What became of a phone on the board."""

    to = forms.ChoiceField(
        choices=[(one.value, one.label) for one in TicketState if one != TicketState.CHARGING]
    )

    def state(self) -> TicketState:
        return TicketState(self.cleaned_data["to"])


class _ChecklistForm(forms.Form):
    """Sentences to tick. Which of them must be true the action says."""

    deed = forms.UUIDField(widget=forms.HiddenInput)
    ticked = forms.MultipleChoiceField(widget=PickMany, required=False)
    sentences: Sequence[tuple[str, Any]]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["ticked"].choices = self.sentences  # type: ignore[attr-defined]

    def sent(self) -> Sent:
        return Sent(self.cleaned_data["deed"])


class OpeningForm(_ChecklistForm):
    ticked = forms.MultipleChoiceField(
        label=_("What is so today? Tick what you looked at."), widget=PickMany, required=False
    )
    sentences = Opening.choices


class ClosingForm(_ChecklistForm):
    ticked = forms.MultipleChoiceField(
        label=_("What is done? Tick what you looked at."), widget=PickMany, required=False
    )
    sentences = Closing.choices


class TallyForm(forms.Form):
    """What was counted on paper on a day, of one language and one band or of nobody in
    particular."""

    deed = forms.UUIDField(widget=forms.HiddenInput)
    day = asked_day(label=_("Of which day?"))
    language = forms.ChoiceField(label=_("Language"), required=False)
    band = forms.ChoiceField(
        label=_("Who, as you see it"), choices=[("", _("not said")), *Band.choices], required=False
    )

    def __init__(self, *args: Any, languages: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["language"].choices = language_choices(languages)  # type: ignore[attr-defined]
        for service in Service:
            self.fields[service.value] = DigitsField(label=service.label, required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not any(said.get(one) for one in Service.values):
            raise forms.ValidationError(_("Write a number beside at least one service."))
        return said

    @property
    def services(self) -> list[forms.BoundField]:
        return [self[one] for one in Service.values]

    def sent(self) -> Sent:
        return Sent(self.cleaned_data["deed"])

    def whom(self) -> Whom:
        return Whom.said(self.cleaned_data["language"], self.cleaned_data["band"])

    def numbers(self) -> dict[str, int]:
        return {one: self.cleaned_data[one] or 0 for one in Service.values}
