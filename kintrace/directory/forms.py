"""What a member is asked about places and papers; how texts are asked for in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from kintrace.directory import told
from kintrace.directory.kinds import Kind
from kintrace.directory.texts import direction
from kintrace.network.forms_desks import has_no_link
from kintrace.ui import countries, tongues
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.forms import BoundField

    from kintrace.directory.models import Place
    from kintrace.network.models import Desk

MOST_LANGUAGES = 3  # more lines than these leave no room for a place to go


class InLanguages(forms.Form):
    """The same questions once in each language of the house."""

    TEXTS: ClassVar[dict[str, tuple[Any, int]]] = {}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for code, _name in settings.LANGUAGES:
            for name, (label, length) in self.TEXTS.items():
                self.fields[f"{name}_{code}"] = _text(label, length, code)

    def texts(self, name: str) -> dict[str, str]:
        """What was written under a name, by language."""
        asked = ((code, f"{name}_{code}") for code, _name in settings.LANGUAGES)
        return {code: words for code, key in asked if (words := self.cleaned_data.get(key))}

    def by_language(self) -> Iterator[tuple[str, list[BoundField], bool]]:
        """For the page: a language by its own name, its questions, and whether they are open."""
        for place, (code, _name) in enumerate(settings.LANGUAGES):
            asked = [self[f"{name}_{code}"] for name in self.TEXTS]
            unfolded = place == 0 or any(one.errors or one.value() for one in asked)
            yield capfirst(get_language_info(code)["name_local"]), asked, unfolded

    def needs_a_name(self) -> None:
        """A service without any name could not be asked for."""
        if not self.texts("names") and not self.errors:
            first = settings.LANGUAGES[0][0]
            self.add_error(f"names_{first}", _("Write the name in one language at least."))


def _text(label: Any, length: int, language: str) -> forms.CharField:
    attrs = {"lang": language, "dir": direction(language)}
    return forms.CharField(
        label=label,
        max_length=length,
        required=False,
        validators=[has_no_link],
        widget=forms.TextInput(attrs=attrs),
    )


class PlaceForm(InLanguages):
    """A town, as people call it."""

    TEXTS: ClassVar = {"names": (_("Name of the town, or of a part of it"), 80)}

    country = forms.ChoiceField(label=_("Country"), choices=countries.choices)

    @staticmethod
    def initial_of(place: Place) -> dict[str, str]:
        """What stands, as the form asks it."""
        names = {f"names_{code}": words for code, words in place.names.items()}
        return {"country": place.country} | names

    def clean(self) -> dict[str, Any]:
        self.needs_a_name()
        return self.cleaned_data

    def town(self) -> told.Town:
        return told.Town(country=self.cleaned_data["country"], names=self.texts("names"))


class FilterForm(forms.Form):
    """Which listings are looked at."""

    kind = forms.ChoiceField(
        label=_("With what"), choices=[("", _("Everything")), *Kind.choices], required=False
    )
    place = forms.ChoiceField(label=_("Near"), required=False)
    language = forms.ChoiceField(label=_("In which language"), required=False)
    due = forms.BooleanField(label=_("Only what is to be confirmed"), required=False)

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        near, spoken = self.fields["place"], self.fields["language"]
        near.choices = [("", _("Everywhere")), *places]  # type: ignore[attr-defined]
        spoken.choices = [("", _("Any language")), *tongues.choices()]  # type: ignore[attr-defined]


class BrochureForm(forms.Form):
    """In which languages the paper of a place is printed, and where it is handed out."""

    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        help_text=_("Up to three on one sheet."),
        choices=settings.LANGUAGES,
        widget=PickMany(),
    )
    desk = forms.ChoiceField(
        label=_("Which of our places stands on it?"), required=False, widget=PickOne()
    )

    def __init__(self, *args: Any, desks: Sequence[Desk], **more: Any) -> None:
        super().__init__(*args, **more)
        self.desks = {str(one.pk): one for one in desks}
        named = [(pk, one.name) for pk, one in self.desks.items()]
        self.fields["desk"].choices = [*named, ("", _("None"))]  # type: ignore[attr-defined]

    def clean_languages(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["languages"]
        if len(chosen) > MOST_LANGUAGES:
            raise forms.ValidationError(_("Choose up to three languages for one paper."))
        return chosen

    def clean_desk(self) -> Desk | None:
        return self.desks.get(self.cleaned_data["desk"])
