"""A filled paper form typed in: all pages of a draft on one, kept together or not at all.

A page that stands empty is not kept and is still to ask. What was not changed is not written again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import ngettext

from kintrace.cases import asking, questions, steps
from kintrace.cases.forms_typing import by_keys
from kintrace.cases.marks import WORDS
from kintrace.cases.typing_words import short_label
from kintrace.network.seen import ChangedElsewhere
from kintrace.protection.purposes import TextKind
from kintrace.protection.refusals import WordsNotRead
from kintrace.protection.spoken import spoken
from kintrace.ui.asking import Wrong, wrong_things

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms import BoundField, Form
    from django.utils.functional import Promise
    from django.utils.safestring import SafeString

    from kintrace.cases.models import Draft
    from kintrace.network.gate import StaffRequest

    Answers = dict[str, list[str]]

AT_ONCE = 6  # persons sought on one page: a form of more has more fields than the house takes in


class Group(asking.Page):
    """One page of the interview among the others, its fields named after it."""

    def _form(self) -> Form:
        """What was typed or is kept, not checked: nobody reads of mistakes before saving."""
        answers = self.answers() or {}
        if self.is_sent:
            answers = self.typed()
        initial = asking.initial_of(self.step, answers)
        return by_keys(self.step.form(initial=initial, prefix=self.step.key))

    def shown_first(self) -> int:
        """However often it was sent back."""
        sent = self.request.POST.get(f"{self.step.key}-seen", "") if self.is_sent else ""
        return int(sent) if sent.isdecimal() else self.version()

    @property
    def target(self) -> str:
        return f"group-{self.step.key}"

    @property
    def is_answered(self) -> bool:
        return self.step.key in self.draft.told

    @property
    def number(self) -> int:
        return questions.group_number(self.step)

    def typed(self) -> Answers:
        """What was typed, without the lists of an answer of several in which nothing is chosen."""
        form = self.step.form(prefix=self.step.key)
        typed = steps.typed(self.request.POST, form)
        return {name: _several(form, name, values) for name, values in typed.items()}

    def is_touched(self) -> bool:
        """Whether there is something to keep. An empty page never goes over an answer in the box,
        which may be there unread."""
        kept = self.answers()
        if self._is_empty():
            return bool(kept) and not self.step.boxed and self.shown_first() > 0
        return not kept or _told(self.typed()) != _told(kept)

    def _is_empty(self) -> bool:
        fields = self.step.form().fields
        return all(
            values == [str(fields[name].initial)] for name, values in _told(self.typed()).items()
        )

    def takes_nothing(self) -> bool:
        """Whether the page is answered when nothing was told."""
        return self._is_empty() and self.step.form({}).is_valid()

    def is_right(self) -> bool:
        """Check what was typed as the interview does."""
        seen = self.form.fields["seen"]
        self.form = by_keys(self.step.form(self.request.POST, prefix=self.step.key))
        self.form.fields["seen"] = seen
        return self.form.is_valid()

    def fields(self) -> Iterator[tuple[BoundField, SafeString]]:
        """Each field with its number on the paper, its mark and a short label."""
        for one in questions.asked(self.step, self.form):
            yield self.form[one.name], _label(one, self._words(one.name))

    def _words(self, name: str) -> str | Promise:
        return short_label(self.step.key, name, self.form.fields[name].label or "")

    def wrong(self) -> list[Wrong]:
        """What is wrong, each with the field to go to; of the whole page, the page."""
        found = wrong_things(self.form) if self.form.is_bound else []
        return [one if one.target else Wrong(one.sentence, self.target) for one in found]


class Sheet:
    """The whole form of a draft: its groups in the order of the paper."""

    def __init__(self, draft: Draft, request: StaffRequest) -> None:
        self.draft, self.request = draft, request
        self.wants_more = "another" in request.POST
        self.persons = self._persons()
        last = steps.about(steps.SOUGHT, self.persons)
        pages = [one for one in steps.steps_of(draft, at=last) if one.number <= self.persons]
        self.groups = [Group(draft, page, request) for page in pages]
        self.wrong: list[Wrong] = []

    def _persons(self) -> int:
        sent = self.request.POST.get("persons", "")
        shown = int(sent) if sent.isdecimal() and len(sent) < 3 else 1
        wanted = max(steps.sought_in(self.draft), shown) + self.wants_more
        return max(1, min(wanted, AT_ONCE))

    def keep(self) -> bool:
        """Keep every page on which something was typed, all or none."""
        touched = self._touched()
        right = [group.is_right() for group in touched]
        refused = self._keep_all(touched) if all(right) else {}
        for group, refusal in refused.items():
            group.compare(refusal)
        self.wrong = [one for group in self.groups for one in group.wrong()]
        return not self.wrong

    def _keep_all(self, groups: list[Group]) -> dict[Group, ChangedElsewhere | WordsNotRead]:
        refused: dict[Group, ChangedElsewhere | WordsNotRead] = {}
        with transaction.atomic():
            for group in groups:
                try:
                    group.keep()
                except (ChangedElsewhere, WordsNotRead) as refusal:
                    refused[group] = refusal
            if refused:
                transaction.set_rollback(True)
        return refused

    def _touched(self) -> list[Group]:
        """Of whom anything is told, it is asked who they are. A page that may be answered with
        nothing counts as answered when all the others are."""
        touched = [group for group in self.groups if group.is_touched()]
        told = self.draft.told.keys() | {group.step.key for group in touched}
        whom = {_who_is(group.step).key for group in touched if _is_of_person(group.step)} - told
        touched = [one for one in self.groups if one in touched or one.step.key in whom]
        open_ = [
            one
            for one in self.groups
            if one not in touched and not one.step.may_wait and one.step.key not in told
        ]
        rest = [one for one in open_ if not _is_of_person(one.step) or one.step.number == 1]
        if all(one.takes_nothing() for one in rest):
            return [one for one in self.groups if one in touched or one in rest]
        return touched

    def context(self) -> dict[str, Any]:
        number = len(self.wrong)
        words = ngettext("Please look at one thing.", "Please look at %(number)d things.", number)
        return spoken(self.draft.subject, TextKind.RISK) | {
            "draft": self.draft,
            "groups": self.groups,
            "persons": self.persons,
            "wrong": self.wrong,
            "title": words % {"number": number},
            "form": {"errors": self.wrong},  # the frame says so in the title of the page
            "has_room": self.persons < AT_ONCE,
        }


def _several(form: Form, name: str, values: list[str]) -> list[str]:
    takes_several = isinstance(form.fields[name], forms.MultipleChoiceField)
    return [value for value in values if value] if takes_several else values


def _told(answers: Answers) -> Answers:
    """Answers without what says nothing."""
    said = {name: [value for value in values if value.strip()] for name, values in answers.items()}
    return {name: values for name, values in said.items() if values}


def _is_of_person(step: steps.Step) -> bool:
    return step.key.partition("-")[0] in {one.key for one in steps.ABOUT_SOUGHT}


def _who_is(step: steps.Step) -> steps.Step:
    return steps.about(steps.SOUGHT, step.number)


def _label(one: questions.Asked, label: str | Promise) -> SafeString:
    return format_html(
        '<bdi class="n" dir="ltr">{}</bdi> <span class="sign" aria-hidden="true">{}</span> {}'
        ' <span class="unseen">{}</span>',
        one.number, one.mark, label, WORDS[one.mark],
    )  # fmt: skip
