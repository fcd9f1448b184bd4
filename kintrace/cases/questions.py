"""The questions of a page by number and mark, in one order for paper and for who types it in.

Everything comes from the interview's forms: a question that is added there stands here, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.cases import steps
from kintrace.cases.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms import Form

# What stands first about a person, as on the screen; the other questions follow as the form says.
_FIRST = ("relation",)
_OTHER_NAMES = ("given_other", "father_other", "kunya", "used")
_THEN = (*_OTHER_NAMES, "given_unknown", "father_unknown", "sex")


@dataclass(frozen=True)
class Asked:
    """One question: its field, its number on the paper, and how much it is needed."""

    name: str
    number: str
    mark: str


def asked(step: steps.Step, form: Form) -> list[Asked]:
    """The questions of a page in the order of the paper, numbered alike for every person sought."""
    group = group_number(step)
    names = enumerate(_in_order(form), start=1)
    return [Asked(name, f"{group}.{place}", mark_of(form, name)) for place, name in names]


def group_number(step: steps.Step) -> int:
    """The number of a page on the paper."""
    return [one.form for one in steps.STEPS].index(step.form) + 1


def _in_order(form: Form) -> Iterator[str]:
    parts = [bound.name for row in getattr(form, "rows", ()) for bound in (row.plain, row.original)]
    first = [name for name in (*_FIRST, *parts, *_THEN) if name in form.fields]
    yield from first
    yield from (bound.name for bound in form.visible_fields() if bound.name not in first)
