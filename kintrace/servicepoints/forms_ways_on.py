"""What is asked for a slip and for a talk at a desk. No name in either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.servicepoints.actions.ways_on import Wanted
from kintrace.servicepoints.forms_people import choose_tongue, day_field
from kintrace.servicepoints.people_words import Help
from kintrace.ui.widgets import Code, PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Desk


class SlipForm(forms.Form):
    """What for, and where to. Only what for is kept."""

    help = forms.ChoiceField(
        label=_("What is the person looking for?"), choices=Help.choices, widget=PickOne
    )
    desk = forms.ChoiceField(label=_("To one of our desks"), required=False)
    place = forms.CharField(
        label=_("Or to somebody else: who, where and when it is open"),
        help_text=_("It is printed on the slip and kept nowhere."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = forms.ChoiceField(label=_("Language of the slip"))

    def __init__(
        self, *args: Any, desks: Sequence[Desk], languages: Sequence[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.desks = desks
        named = [("", _("Somebody else")), *((str(one.pk), one.name) for one in desks)]
        self.fields["desk"].choices = named  # type: ignore[attr-defined]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given.get("desk") or given.get("place")):
            self.add_error("place", _("Choose a desk, or write where the way leads."))
        return given

    def printed(self) -> dict[str, Any]:
        """The keyword arguments of slip_paper.pdf, beside slip and society."""
        given = self.cleaned_data
        said = {name: given[name] for name in ("language", "place")}
        return {**said, "desk": self._chosen_desk()}

    def _chosen_desk(self) -> Desk | None:
        return next((one for one in self.desks if str(one.pk) == self.cleaned_data["desk"]), None)


class CameForm(forms.Form):
    """The code of a slip with which somebody came."""

    code = forms.CharField(
        label=_("The code on the slip"),
        help_text=_("Two groups of four letters. Spaces and small letters do not matter."),
        max_length=30,
        widget=Code(),
        # Visitors read this.
        error_messages={"required": _("Write the code.")},
    )


class BookingForm(forms.Form):
    """A talk where nobody listens: which desk, when, in which language, by which sign."""

    desk = forms.ChoiceField(label=_("At which desk?"))
    day = day_field(_("On which day?"))
    time = forms.TimeField(
        label=_("At what time?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=choose_tongue)
    sign = forms.CharField(
        label=_("By which sign is the person known?"),
        help_text=_("No name. A thing they show, or a word they say."),
        max_length=120,
    )

    def __init__(self, *args: Any, desks: Sequence[Desk], **more: Any) -> None:
        super().__init__(*args, **more)
        self.desks = desks
        named = [(str(one.pk), one.name) for one in desks]
        self.fields["desk"].choices = named  # type: ignore[attr-defined]

    def chosen(self) -> Desk:
        return next(one for one in self.desks if str(one.pk) == self.cleaned_data["desk"])

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(given["day"], given["time"], given["language"], given["sign"])
