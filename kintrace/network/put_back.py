"""What was typed is put back into its form, on a page that was just made anew.

The page comes from its own view, and its fields are filled in here: so no view has to know of it,
and none can forget it. Passwords and files are never put back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Typed = Mapping[str, list[str]]
    Edit = tuple[
        int, int, str
    ]  # from where to where in the text of the page, and what stands there

_FIELDS = frozenset({"input", "textarea", "select", "option", "button"})
CHOSEN = {"checkbox": "checked", "radio": "checked", "option": "selected"}
# Secrets and files are given anew, and a button is pressed anew.
_ANEW = frozenset({"password", "file", "submit", "button", "image", "reset"})
_OWN = frozenset({"csrfmiddlewaretoken", "form_owner"})  # each page has its own


@dataclass
class Field:
    """One field, or one choice of it, and where in the text of the page it stands."""

    kind: str
    name: str
    said: dict[str, str | None]
    start: int
    end: int

    @property
    def value(self) -> str:
        said = self.said.get("value")
        if said is None:
            return "on" if self.kind in {"checkbox", "radio"} else ""
        return said

    def tag(self, **changed: str | None) -> str:
        """Its tag anew, with these attributes."""
        name = self.kind if self.kind in _FIELDS else "input"
        said = (self.said | changed).items()
        parts = (one if value is None else f'{one}="{escape(value)}"' for one, value in said)
        return f"<{' '.join([name, *parts])}>"


@dataclass
class Form:
    """A form that is posted: where it is sent to, where its inside begins, and its fields."""

    sent_to: str
    start: int
    fields: list[Field] = field(default_factory=list)

    def has_of(self, typed: Typed) -> int:
        return len({one.name for one in self.fields} & typed.keys())


class Page(HTMLParser):
    """A page and its posted forms. here: its address, where a form goes that names none."""

    def __init__(self, text: str, *, here: str) -> None:
        super().__init__()
        self.text, self.here = text, here
        self.forms: list[Form] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._form: Form | None = None
        self._open: Field | None = None  # the textarea or select that did not end yet
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said, start = dict(attrs), self._position()
        end = start + len(self.get_starttag_text() or "")
        if tag == "form":
            self._form = Form(said.get("action") or self.here, end)
            self.forms += [self._form] if said.get("method") == "post" else []
        elif self._form is not None and tag in _FIELDS:
            kind = (said.get("type") or "text") if tag == "input" else tag
            name = self._open.name if tag == "option" and self._open else said.get("name") or ""
            self._form.fields.append(Field(kind, name, said, start, end))
            if tag in {"textarea", "select"}:
                self._open = self._form.fields[-1]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif self._open is not None and tag == self._open.kind:
            if tag == "textarea":  # what stands in it is replaced with it
                self._open.end = self._position()
            self._open = None

    def form_for(self, typed: Typed, *, sent_to: str) -> Form | None:
        """The form that was sent there; of several the one that asks most of what was typed."""
        there = [one for one in self.forms if one.sent_to == sent_to]
        return max(there, key=lambda one: one.has_of(typed), default=None)

    def edited(self, edits: Iterable[Edit]) -> str:
        """The page with these changes; everything else stays as it is, letter by letter."""
        text = self.text
        for start, end, put in sorted(edits, reverse=True):
            text = text[:start] + put + text[end:]
        return text

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


class Filling:
    """A form's fields with what was typed in them; `left` is what found no place."""

    def __init__(self, form: Form, typed: Typed) -> None:
        self.typed = typed
        self._chosen: list[str] = []  # in the select whose options come
        self._waiting = {name: list(values) for name, values in typed.items()}
        self.edits = [
            (one.start, one.end, put)
            for one in form.fields
            if one.name and one.name not in _OWN and (put := self._put(one)) is not None
        ]
        self.left = {name: values for name, values in self._waiting.items() if values}

    def _put(self, one: Field) -> str | None:
        if one.kind in CHOSEN:
            return self._marked(one)
        if one.kind in _ANEW:
            self._waiting.pop(one.name, None)
        waiting = self._waiting.get(one.name, [])
        if one.kind == "select":
            self._chosen = self._in_select(one, waiting)
        if one.kind == "select" or not waiting:
            return None
        value = waiting.pop(0)
        return f"{one.tag()}\n{escape(value)}" if one.kind == "textarea" else one.tag(value=value)

    def _in_select(self, one: Field, waiting: list[str]) -> list[str]:
        """What was chosen in it; of several selects with one name each sent one value, in turn."""
        many = len(waiting) if "multiple" in one.said else 1
        chosen, waiting[:] = waiting[:many], waiting[many:]
        return chosen

    def _marked(self, one: Field) -> str:
        """A choice: marked when it was made, and not marked when it was not."""
        mark, is_option = CHOSEN[one.kind], one.kind == "option"
        if "disabled" in one.said or (is_option and one.name not in self.typed):
            return one.tag()  # a browser sent nothing of it, whether it was marked or not
        one.said.pop(mark, None)
        if one.value not in (self._chosen if is_option else self.typed.get(one.name, [])):
            return one.tag()
        if not is_option and one.value in self._waiting[one.name]:
            self._waiting[one.name].remove(one.value)
        return one.tag(**{mark: None})
