"""The questions of a needs assessment, what came of it, tasks, and training."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases.days import asked_day
from kintrace.servicepoints import needs_rules, safe_access
from kintrace.servicepoints.checklists import Lesson
from kintrace.servicepoints.needs import How
from kintrace.servicepoints.needs_rules import Part
from kintrace.ui import tongues
from kintrace.ui.widgets import PickMany, PickOne

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.servicepoints.needs import Answers, Group, Question

REVIEWED_WITHIN = timedelta(days=183)
USUALLY = timedelta(days=91)
LONGEST = 300  # letters of a line
YES_NO = [("yes", _("Yes")), ("no", _("No or not known"))]


def _one(question: Question) -> forms.Field:
    choices = question.choices.choices if question.choices else YES_NO
    return forms.ChoiceField(choices=choices, widget=PickOne)


def _many(question: Question) -> forms.Field:
    choices = question.choices.choices if question.choices else []
    return forms.MultipleChoiceField(choices=choices, widget=PickMany)


def _tongues(_question: Question) -> forms.Field:
    return forms.MultipleChoiceField(choices=tongues.choices, widget=PickMany)


def _words(_question: Question) -> forms.Field:
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}))


_FIELDS: dict[How, Callable[[Question], forms.Field]] = {
    How.ONE: _one,
    How.YES: _one,
    How.MANY: _many,
    How.TONGUES: _tongues,
    How.WORDS: _words,
}


class NeedsForm(forms.Form):
    """One page of questions."""

    def __init__(self, *args: Any, group: Group, answers: Answers, **more: Any) -> None:
        super().__init__(*args, **more)
        self._group = group
        for question in group.questions:
            made = _FIELDS[question.how](question)
            made.label, made.help_text = question.asks, question.hint
            made.required, made.initial = not question.optional, _shown(question, answers)
            self.fields[question.code] = made

    def answers(self) -> Answers:
        """Yes and no as such; the rest as it was chosen."""
        return {
            one.code: self.cleaned_data[one.code] == "yes"
            if one.how is How.YES
            else self.cleaned_data[one.code]
            for one in self._group.questions
        }


def _shown(question: Question, answers: Answers) -> Any:
    known = answers.get(question.code)
    if question.how is How.YES and known is not None:
        return "yes" if known else "no"
    return known


class SettleForm(forms.Form):
    """What the answers propose, to be looked through; safe access in words; when it is reviewed."""

    review_by = asked_day(
        label=_("By which day is this looked at again?"),
        initial=lambda: timezone.localdate() + USUALLY,
        help_text=_("Within six months. Look again sooner when something changes."),
    )

    def __init__(self, *args: Any, answers: Answers, **more: Any) -> None:
        super().__init__(*args, **more)
        rules, words = needs_rules.proposed(answers), safe_access.proposed(answers)
        for part in Part:
            self._ask_part(part, [rule for rule in rules if rule.part == part])
        for clause in safe_access.CLAUSES:
            self.fields[f"safe_{clause.code}"] = forms.CharField(
                label=clause.asks,
                initial=words[clause.code],
                max_length=2 * LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.order_fields([*(name for name in self.fields if name != "review_by"), "review_by"])

    def _ask_part(self, part: Part, rules: Sequence[needs_rules.Rule]) -> None:
        self.fields[part.value] = forms.MultipleChoiceField(
            label=part.label,
            choices=[(rule.code, rule.says) for rule in rules],
            initial=[rule.code for rule in rules],
            widget=PickMany,
            required=False,
        )
        self.fields[f"{part.value}_more"] = forms.CharField(
            label=_("More of it, or in other words"),
            help_text=_("One on each line."),
            max_length=10 * LONGEST,
            widget=forms.Textarea(attrs={"rows": 2}),
            required=False,
        )

    @property
    def parts(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """What is proposed of each part, and the place to say more."""
        return [(self[part.value], self[f"{part.value}_more"]) for part in Part]

    @property
    def clauses(self) -> list[forms.BoundField]:
        return [self[f"safe_{clause.code}"] for clause in safe_access.CLAUSES]

    def clean_review_by(self) -> date:
        day: date = self.cleaned_data["review_by"]
        today = timezone.localdate()
        if not today < day <= today + REVIEWED_WITHIN:
            raise forms.ValidationError(_("Choose a day within the next six months."))
        return day

    def lines(self) -> list[dict[str, str]]:
        """What was kept, in the words that the member read, and what they wrote."""
        return [{"part": part.value, "says": says} for part in Part for says in self._kept(part)]

    def _kept(self, part: Part) -> Iterable[str]:
        said = self.cleaned_data
        yield from (str(needs_rules.BY_CODE[code].says) for code in said[part.value])
        more = said[f"{part.value}_more"].splitlines()
        yield from (line.strip()[:LONGEST] for line in more if line.strip())

    def safe(self) -> dict[str, str]:
        return {one.code: self.cleaned_data[f"safe_{one.code}"] for one in safe_access.CLAUSES}


class TaskForm(forms.Form):
    """Something that one member does until a day."""

    what = forms.CharField(
        label=_("What is to be done?"),
        help_text=_("Nothing about a person."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    person = forms.ChoiceField(label=_("Who does it?"))
    due = asked_day(label=_("Until when?"), initial=lambda: timezone.localdate() + timedelta(7))

    def __init__(self, *args: Any, crew: Sequence[Member], **more: Any) -> None:
        super().__init__(*args, **more)
        self._crew = {str(one.pk): one for one in crew}
        named = [(key, one.sign_in) for key, one in self._crew.items()]
        self.fields["person"].choices = named  # type: ignore[attr-defined]

    def clean_person(self) -> Member:
        return self._crew[self.cleaned_data["person"]]

    def clean_due(self) -> date:
        day: date = self.cleaned_data["due"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose today or a day to come."))
        return day


class TrainingForm(forms.Form):
    """When a member learned what; empty where they did not."""

    def __init__(self, *args: Any, learned: dict[str, date], **more: Any) -> None:
        super().__init__(*args, **more)
        for lesson in Lesson:
            day = asked_day(label=lesson.label, initial=learned.get(lesson), required=False)
            self.fields[lesson.value] = day

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for lesson in Lesson:
            day = said.get(lesson.value)
            if day and day > timezone.localdate():
                self.add_error(lesson.value, _("This day has not come yet."))
        return said
