"""The rungs of the ladder that are no fact: photos that were shown, or somebody who knows both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kintrace.cases.finding import Compared, LineUp, Photo, Rung
from kintrace.people.forms import DigitsField
from kintrace.ui.widgets import PickOne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Member


class RungForm(forms.Form):
    """A photo among several, with how it was shown; or somebody else who knows both."""

    rung = forms.ChoiceField(label=_("What was done?"), choices=Rung.choices[1:], widget=PickOne)
    photo = forms.ChoiceField(
        label=_("Which photo was among the others, and who was it shown to?"),
        choices=Photo.choices,
        widget=PickOne,
        required=False,
    )
    others = DigitsField(label=_("Among how many others?"), required=False)
    held = forms.ChoiceField(
        label=_("Who of you showed the photos?"),
        help_text=_("Somebody who did not ask the other side."),
        required=False,
    )
    note = forms.CharField(
        label=_("What came of it"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    compared = forms.ChoiceField(label=_("Does it fit?"), choices=Compared.choices, widget=PickOne)

    def __init__(self, *args: Any, members: Sequence[Member] = (), **more: Any) -> None:
        """`members`: who may have shown the photos."""
        super().__init__(*args, **more)
        self.fields["held"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((str(one.pk), one.name or one.sign_in) for one in members),
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("rung") == Rung.LINE_UP:
            for name in ("photo", "others", "held"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Say how the photos were shown."))
        return given

    def kept(self) -> dict[str, Any]:
        """The keyword arguments of verifying.add_rung, beside who is sought and the member."""
        given = self.cleaned_data
        said = {name: given[name] for name in ("rung", "note", "compared")}
        if given["rung"] == Rung.LINE_UP:
            said["line_up"] = LineUp(given["photo"], given["others"], UUID(given["held"]))
        return said
