"""How somebody found our work. Nothing asks who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kintrace.ui.widgets import PickOne
from kintrace.visitors.forms import StampedForm
from kintrace.visitors.moods import DRAWN, Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kintrace.network.models import Society

LONGEST = 300  # letters: a sentence


class MoodForm(forms.Form):
    """A face, and a sentence if somebody wants."""

    mood = forms.ChoiceField(
        label=_("How was it?"),
        choices=Mood.choices,
        widget=PickOne(icons=DRAWN),
        error_messages={"required": _("Choose one of the three faces.")},
    )
    words = forms.CharField(
        label=_("One sentence, if you like"),
        help_text=_("No names and no numbers, please: yours neither. We cannot answer here."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FeedbackForm(MoodForm, StampedForm):
    """The same from a visitor, to a society they choose."""

    society = forms.ChoiceField(
        label=_("Where did you meet us?"),
        widget=PickOne,
        error_messages={
            "required": _("Choose a society."),
            "invalid_choice": _("Choose a society."),
        },
    )

    field_order = ["society", "mood", "words"]

    def __init__(self, *args: Any, societies: Sequence[Society] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self._societies = {one.code: one for one in societies}
        named = [
            (code, format_html("<bdi>{}</bdi>", one.name)) for code, one in self._societies.items()
        ]
        self.fields["society"].choices = named  # type: ignore[attr-defined]

    def chosen(self) -> Society:
        return self._societies[self.cleaned_data["society"]]
