"""The demo's network, played: every step is a real action by a member with boxes open."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import asking, lookups
from kintrace.cases.actions import drafts, faces, opening
from kintrace.demo.invented import PASSWORD, Invented
from kintrace.demo.portraits import portrait
from kintrace.protection.actions import answer_risk
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel
from kintrace.protection.risk import QUESTIONS, Answer
from kintrace.vault.actions import boxes_from, open_boxes
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.models import Case
    from kintrace.network.models import Member

Answers = dict[str, list[str]]
TOLD_SEX = {"woman": "female", "man": "male"}
A_YEAR = timedelta(days=360)


@contextmanager
def acting(member: Member) -> Iterator[Member]:
    """Sign a played member in and open their boxes with the demo's password, like a person."""
    opened = open_boxes(member.pk, society=member.society_id, opening_password=PASSWORD)
    boxes = boxes_from(*opened)
    try:
        with reading_as(member.society_id, member=member.pk, boxes=boxes):
            yield member
    finally:
        boxes.forget()


def open_a_case(person: Invented, *, by: Member) -> Case:
    """Notice, questions, safety, case: as a caseworker does it at the desk."""
    text = text_in_force(by.society_id, "en")
    if text is None:
        raise LookupError("the demo's notice is not approved")
    draft = drafts.begin(text, channel=Channel.READ_ALOUD.value, interpreter=True, by=by)
    for step, answers in _told(person).items():
        drafts.keep(draft, step=step, answers=answers, seen=0, by=by)
    for kind, answers in _boxed(person).items():
        drafts.keep_words(draft, kind=kind, answers=answers, by=by)
        drafts.mark(draft, step=kind, by=by)
    calm = {question.code: Answer.NO.value for question in QUESTIONS}
    answer_risk(draft.subject, answers=calm, by=by)
    drafts.mark(draft, step="risk", by=by)
    draft = lookups.draft_for(by, draft.pk)
    return opening.open_case(draft, opening=asking.opening_of(draft), by=by)


def propose(case: Case, person: Invented, *, seed: int, by: Member) -> None:
    """Consent, a drawn portrait as the photo, and the proposal."""
    until = timezone.localdate() + A_YEAR
    faces.consent(case, scope=["wall", "posters"], how="spoken", until=until, by=by)
    drawn = portrait(
        seed, sex=person.sex, age_band=BANDS[person.age_band], complexion=person.complexion
    )
    faces.keep_photo(case, photo=drawn, by=by)
    faces.propose(
        case,
        frame="whole",
        relations=[person.seeks],
        sex=person.sex,
        age_band=person.age_band,
        by=by,
    )


def approve(case: Case, *, by: Member) -> None:
    notice = notice_of(case.subject)
    if notice is not None:
        wall.approve(notice, by=by)


BANDS = {"15": "15-24", "25": "25-44", "45": "45-64", "65": "65+"}


def _searcher(person: Invented) -> Answers:
    year, calendar = person.born
    return {
        "given": [person.given],
        "given_original": [person.given_own],
        "father": [person.father],
        "father_original": [person.father_own],
        "grandfather": [person.grandfather],
        "sex": [TOLD_SEX[person.sex]],
        "said": [year],
        "year": [year],
        "calendar": [calendar],
        "precision": ["year"],
        "place": [person.origin],
        "languages": [person.language],
    }


def _told(person: Invented) -> dict[str, Answers]:
    return {
        "searcher": _searcher(person),
        "quiet": {"fears": ["no"]},
        "sought": {
            "relation": [person.seeks],
            "given": [person.sought_given],
            "given_original": [person.sought_given_own],
            "sex": [TOLD_SEX[person.sought_sex]],
            "place": [person.origin],
        },
        "news": {
            "reason": ["onward"],
            "said": ["in the spring, two years ago"],
            "year": [str(timezone.localdate().year - 2)],
            "calendar": ["gregorian"],
            "place": ["on the way"],
            "heard": ["phone"],
        },
    }


def _boxed(person: Invented) -> dict[str, Answers]:
    return {
        "ways": {"visits": ["on"], "times": ["on market days"]},
        "story": {"story": [f"{person.given} tells how they were parted on the way."]},
    }
