"""The interview's questions for somebody who types from paper: each answer by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html_join

from kintrace.cases.forms_companions import AS_ON_PAPER, CompanionRows

if TYPE_CHECKING:
    from django.forms import Form
    from django.utils.safestring import SafeString

NOTHING = ("", "—")  # chosen by nobody: what the paper leaves open is not filled by the first line
SEVERAL = 3  # lists beside each other for an answer of several, or one more than were chosen


class Several(forms.Select):
    """Several lists of the same choices instead of a box for each: a letter finds the line."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        del files
        every = data.getlist if hasattr(data, "getlist") else data.get  # a plain dict in a form
        return [value for value in every(name) or [] if value]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        del data, files, name
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        said = [one for one in value or [] if one]
        chosen = [*said, *[""] * max(SEVERAL - len(said), 1)]
        first = attrs or {}
        later = {key: given for key, given in first.items() if key != "id"}
        lists = [
            (super(Several, self).render(name, one, later if place else first, renderer),)
            for place, one in enumerate(chosen)
        ]
        return format_html_join("", "{}", lists)


def by_keys(form: Form) -> Form:
    """Lists in place of tiles, and areas of two lines; what a field checks stays as it is."""
    for field in form.fields.values():
        field.help_text = ""
        if isinstance(field, forms.MultipleChoiceField):
            named = {"aria-label": field.label}  # a <label> names the first list alone
            field.widget = Several(attrs=named, choices=_with_nothing(field))
        elif isinstance(field, forms.ChoiceField):
            field.widget = forms.Select(choices=_with_nothing(field))
        elif isinstance(field.widget, CompanionRows):
            field.widget.least, field.widget.folds = AS_ON_PAPER, False
        elif isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = min(int(field.widget.attrs["rows"]), 3)
        field.widget.is_required = field.required
    return form


def choices_of(field: forms.ChoiceField) -> list[tuple[str, Any]]:
    """Each choice and its words; ours are never in groups."""
    choices: Any = field.choices
    return [(str(value), words) for value, words in choices]


def _with_nothing(field: forms.ChoiceField) -> list[tuple[str, Any]]:
    choices = choices_of(field)
    named = field.initial or any(value == "" for value, _words in choices)
    return choices if named else [NOTHING, *choices]
