"""What the form templates need to know about a field: one description, whatever the widget."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.forms.utils import ErrorList
from django.utils.functional import Promise

from kintrace.ui.widgets import PickFrame, PickMany, PickOne, PickPictures

Text = str | Promise


@dataclass(frozen=True)
class Wishes:
    """How a template wants one field drawn.

    label, hint: other words than the form's. heading: the label is the heading of the page.
    optional: say that it can be left empty. columns: tiles side by side.
    """

    label: Text = ""
    hint: Text = ""
    heading: bool = False
    optional: bool = False
    columns: bool = False


def describe(bound: BoundField, wishes: Wishes, mark: object = None) -> dict[str, Any]:
    """The context of ui/forms/field.html. mark: a `sign` before the label, and its `words`."""
    if wishes.hint:
        bound.help_text = str(wishes.hint)  # so that Django points aria-describedby at it
    shape = _shape(bound)
    tiles = shape in {"picks", "frames"}
    return {
        "field": bound,
        "shape": shape,
        "label": wishes.label or bound.label,
        "wishes": wishes,
        "mark": mark,
        "widget": "" if tiles else bound.as_widget(attrs=_attrs(bound)),
        "options": options(bound) if tiles else [],
    }


def _shape(bound: BoundField) -> str:
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, PickFrame | PickPictures):
        return "frames"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "picks"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "group" if bound.use_fieldset else "line"


def _attrs(bound: BoundField) -> dict[str, str | bool]:
    """What privacy and direction ask of every input, unless the form said its own."""
    wanted: dict[str, str | bool] = {}
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "text")
    if kind not in {"checkbox", "radio", "file", "hidden", "select"}:
        # The next person at a shared phone must not be offered what this one wrote.
        wanted["autocomplete"] = "off"
    if kind == "text" or isinstance(widget, forms.Textarea):
        # Browsers may send words to a spelling service; and a name may be in any script.
        wanted |= {"spellcheck": "false", "dir": "auto"}
    if kind in {"email", "url", "number", "password"}:
        wanted["dir"] = "ltr"
    return {name: value for name, value in wanted.items() if name not in widget.attrs}


@dataclass(frozen=True)
class Option:
    """One tile: its input, its words, its drawing or its preview picture."""

    tag: str
    id: str
    label: str
    icon: str
    picto: str
    preview: str


def options(bound: BoundField) -> list[Option]:
    """The choices of a radio or checkbox field as tiles."""
    return [_option(bound, choice) for choice in bound.subwidgets]


def _option(bound: BoundField, choice: Any) -> Option:
    widget = bound.field.widget
    value = str(choice.data["value"])
    drawings = widget.drawings if isinstance(widget, PickOne | PickMany) else {}
    kind, name = drawings.get(value, ("", ""))
    return Option(
        tag=choice.tag(),
        id=choice.id_for_label,
        label=choice.choice_label,
        icon=name if kind == "icon" else "",
        picto=name if kind == "picto" else "",
        preview=getattr(widget, "previews", {}).get(value, ""),
    )


@dataclass(frozen=True)
class Wrong:
    """One line of the error summary; target is the id of the input, or nothing."""

    sentence: str
    target: str


def wrong_things(form: BaseForm) -> list[Wrong]:
    """Every error of a form in the order of its fields; those of the whole form come first."""
    whole = [Wrong(str(sentence), "") for sentence in form.non_field_errors()]
    return whole + [wrong for bound in form for wrong in _of_field(bound, bound.errors)]


def _of_field(bound: BoundField, errors: ErrorList) -> list[Wrong]:
    if bound.is_hidden:
        return [Wrong(str(sentence), "") for sentence in errors]
    target = bound.id_for_label or f"{bound.auto_id}_0"
    label = str(bound.label)
    if label and label[-1] not in "?؟:.።፦":
        label += ":"
    return [Wrong(f"{label} {sentence}", target) for sentence in errors]
