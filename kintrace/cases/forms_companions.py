"""Who was with a person sought: a few people, of each a name, who they are, where they were seen.

Each is one value of the answer, its parts in one line: so it stands wherever an answer stands.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.safestring import SafeString

MOST = 6
AS_ON_PAPER = 3  # lines; who tells of more writes below
LONGEST = 200  # of a part
BETWEEN, NOT_SAID = " · ", "—"
PARTS = {
    "who": _("Name"),
    "how": _("Who they are to the person sought"),
    "where": _("Where they were last seen"),
}
_longest = MaxLengthValidator(LONGEST)


def in_one_line(parts: Iterable[str]) -> str:
    """One of them as it is kept; "" where nothing was said."""
    said = [" ".join(part.replace("·", " ").split()) or NOT_SAID for part in parts]
    while said and said[-1] == NOT_SAID:
        said.pop()
    return BETWEEN.join(said)


def parts_of(line: str) -> list[str]:
    """What `in_one_line` put together."""
    said = [part.strip().removeprefix(NOT_SAID) for part in line.split(BETWEEN, len(PARTS) - 1)]
    return [*said, *[""] * (len(PARTS) - len(said))]


class CompanionRows(forms.Widget):
    """Three short inputs for each, the first open and the others folded.

    least: so many stand open, filled or not. folds: whether the rest can be opened.
    """

    use_fieldset = True
    least = 1
    folds = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        del files
        every = data.getlist if hasattr(data, "getlist") else data.get  # a plain dict in a form
        rows = zip_longest(*(every(f"{name}-{part}") or [] for part in PARTS), fillvalue="")
        lines = [*(every(name) or []), *map(in_one_line, rows)]
        return [line for line in lines if line.strip()][:MOST]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        del data, files, name
        return False

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_{index}" if id_ and index else ""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        del renderer
        given = self.build_attrs(self.attrs, attrs)
        at, told = given.pop("id", name), list(value or [])[:MOST]
        open_ = min(max(len(told) + (not self.folds), self.least), MOST)
        lines = enumerate([*told, *[""] * (MOST - len(told))])
        every = [(place + 1, _inputs(name, f"{at}_{place}", line)) for place, line in lines]
        facts = {"open": every[:open_], "folded": every[open_:] if self.folds else []}
        attributes = flatatt({**given, "maxlength": LONGEST})
        return render_to_string("cases/companions.html", facts | {"attrs": attributes})


def _inputs(name: str, at: str, line: str) -> list[dict[str, Any]]:
    """The first has the plain id of its row: a mistake in any of them leads to the first."""
    ids = (at, f"{at}_how", f"{at}_where")
    return [
        {"id": id_, "name": f"{name}-{part}", "label": label, "value": said}
        for id_, (part, label), said in zip(ids, PARTS.items(), parts_of(line), strict=True)
    ]


class CompanionsField(forms.Field):
    """Up to six people, each a line."""

    widget = CompanionRows

    def clean(self, value: Any) -> list[str]:
        for part in (part for line in value or [] for part in parts_of(line)):
            _longest(part)
        return list(value or [])
