"""Forms of the list of cases: filters, a code to go to, saved views, where a member works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.filters import Order, Waits, Wanted
from kintrace.cases.states import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.cases.models import SavedView
    from kintrace.network.models import Desk, Member


class FilterForm(forms.Form):
    """Which cases the list shows. Sent by GET; a filter that is not known shows all."""

    whose = forms.CharField(widget=forms.HiddenInput, required=False)
    due = forms.CharField(widget=forms.HiddenInput, required=False)
    code = forms.CharField(widget=forms.HiddenInput, required=False)
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("All open")), *State.choices], required=False
    )
    waits = forms.ChoiceField(
        label=_("Waits"),
        choices=[("", _("Whether it waits or not")), *Waits.choices],
        required=False,
    )
    handler = forms.ChoiceField(label=_("Who looks after it"), required=False)
    order = forms.ChoiceField(label=_("Order"), choices=Order.choices, required=False)

    def __init__(self, *args: Any, handlers: Sequence[Member], **more: Any) -> None:
        super().__init__(*args, **more)
        names = ((str(one.pk), one.name or one.sign_in) for one in handlers)
        self.fields["handler"].choices = [("", _("Anybody")), *names]  # type: ignore[attr-defined]


class FindForm(forms.Form):
    """A code. Sent by POST: somebody may type a name here, and no name stands in an address."""

    code = forms.CharField(
        label=_("Code of a case"),
        max_length=100,
        widget=forms.TextInput(
            attrs={"type": "search", "dir": "ltr", "autocomplete": "off", "data-find": ""}
        ),
    )


class ViewForm(forms.Form):
    """A name for what the list shows now, and how it is chosen."""

    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)
    name = forms.CharField(label=_("A name for this view"), max_length=40)

    def wanted(self) -> Wanted:
        return Wanted.of(dict(parse_qsl(self.cleaned_data["query"])))


class ChangeViewForm(forms.Form):
    """A new name for a saved view of one's own, or its end."""

    view = forms.ChoiceField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("A new name"), max_length=40, required=False)
    drop = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, views: Sequence[SavedView], **more: Any) -> None:
        super().__init__(*args, **more)
        self.views = {str(one.pk): one for one in views}
        self.fields["view"].choices = [(pk, pk) for pk in self.views]  # type: ignore[attr-defined]

    def chosen(self) -> SavedView:
        return self.views[self.cleaned_data["view"]]


class PlaceForm(forms.Form):
    """Where the member works today, of the society's places."""

    place = forms.ChoiceField(label=_("Where do you work today?"), required=False)

    def __init__(self, *args: Any, places: Sequence[Desk], **more: Any) -> None:
        super().__init__(*args, **more)
        self.places = {str(one.pk): one for one in places}
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            ("", _("Not said")),
            *((pk, one.name) for pk, one in self.places.items()),
        ]

    def chosen(self) -> Desk | None:
        return self.places.get(self.cleaned_data["place"])
