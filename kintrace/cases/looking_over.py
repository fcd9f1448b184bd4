"""The page before a request is handed in: what was answered, what is missing, what looks odd."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kintrace.cases import asking, lookups, questions, steps
from kintrace.cases.actions.opening import SamePerson
from kintrace.cases.doubts import doubts
from kintrace.cases.meant import days_meant
from kintrace.cases.typing_words import short_label

if TYPE_CHECKING:
    from kintrace.cases.lookups import Kept
    from kintrace.cases.models import Draft
    from kintrace.network.models import Member
    from kintrace.ui.refusals import Refusal

    Answers = dict[str, list[str]]

_OF_A_DATE = ("said", "year", "age")


@dataclass(frozen=True)
class Row:
    """One page of the interview. told: questions and answers, for the member whose draft it is.
    lines: how much lies in a box that is not open. meant: the Gregorian days of a date."""

    step: steps.Step
    stands: bool
    told: list[tuple[Any, str]]
    lines: int = 0
    meant: str = ""


def review(draft: Draft, *, by: Member, refused: Refusal | None = None) -> dict[str, Any]:
    """What the page shows. refused: why the request was not handed in a moment ago."""
    persons = steps.sought_in(draft)
    more = persons < steps.MOST_SOUGHT
    return {
        "rows": _rows(draft, by=by),
        "persons": range(2, persons + 1),
        "next_person": steps.about(steps.SOUGHT, persons + 1) if more else None,
        "missing": steps.first_open(draft),
        "doubts": _doubts(draft),
        "alike": _alike(refused) if isinstance(refused, SamePerson) else None,
    }


def _alike(refused: SamePerson) -> dict[str, Any]:
    """That two pages tell of one person, and the way to both."""
    pages = [steps.about(steps.SOUGHT, one) if one else steps.SEARCHER for one in refused.places]
    return {"sentence": refused.sentence, "pages": pages}


def _rows(draft: Draft, *, by: Member) -> list[Row]:
    """What was told stands there for who took the request down; a colleague opens page by page."""
    boxed, own = lookups.words_of(draft), draft.member_id == by.pk
    rows = []
    for step in steps.steps_of(draft):
        answers = _answers(draft, step, boxed.get(step.key)) if own else {}
        lines = boxed[step.key].lines if own and step.key in boxed and not answers else 0
        told, meant = told_on(step, answers), days_meant(step.form, answers)
        rows.append(Row(step, steps.is_whole(draft, step), told, lines, meant))
    return rows


def _answers(draft: Draft, step: steps.Step, kept: Kept | None) -> Answers:
    """What this reader may see of a page. What was answered about safety is the protection team's
    and never stands here."""
    if step.boxed:
        return (kept.answers if kept else None) or {}
    return steps.answered(draft).get(step.key, {})


def told_on(step: steps.Step, answers: Answers) -> list[tuple[Any, str]]:
    """Questions and answers in the order of the paper, in short words."""
    form = step.form()
    said = asking.said_in(form, answers)
    if answers.get("fears") == ["no"]:  # what stands beside it was proposed, and holds nothing
        said = {"fears": said["fears"]}
    if not any(said.get(name) for name in _OF_A_DATE):
        said = {name: one for name, one in said.items() if name not in {"calendar", "precision"}}
    return [
        (short_label(step.key, one.name, form.fields[one.name].label or ""), said[one.name])
        for one in questions.asked(step, form)
        if one.name in said
    ]


def _doubts(draft: Draft) -> list[str]:
    """What to look at once more before the request is handed in, once it is whole."""
    try:
        return doubts(asking.opening_of(draft))
    except asking.NotWhole:
        return []
