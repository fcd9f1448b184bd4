"""The demo's network, played: every step is a real action by a member with boxes open."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import asking, lookups
from kintrace.cases.actions import accepting, drafts, faces, opening
from kintrace.demo.drawn.look import Look, look_of
from kintrace.demo.invented import PASSWORD, Invented, Missing
from kintrace.demo.portraits import draw
from kintrace.demo.told import NEWS, STORIES, WAYS
from kintrace.network import lookups as network
from kintrace.network.access import RIGHTS, Right, Role, has
from kintrace.protection.actions import answer_risk
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel
from kintrace.protection.risk import QUESTIONS, Answer
from kintrace.vault.actions import boxes_from, open_boxes
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from kintrace.cases.models import Case, Draft
    from kintrace.network.models import Member

Answers = dict[str, list[str]]
TOLD_SEX = {"woman": "female", "man": "male"}
A_YEAR = timedelta(days=360)


_sessions: dict[UUID, tuple[str, str]] = {}


def named(sign_in: str) -> Member:
    """A member of the demo, by sign-in name."""
    member = network.member_named(sign_in)
    if member is None:
        raise LookupError(f"the demo has no member {sign_in}")
    return member


@contextmanager
def acting(member: Member) -> Iterator[Member]:
    """Sign a played member in and open their boxes with the demo's password, like a person."""
    with _with_boxes(member, _opened(member)):
        yield member


@contextmanager
def seated(member: Member) -> Iterator[Member]:
    """The same in a session that lasts as long as this process; who holds no box opens none."""
    if Right.OPEN_BOXES not in RIGHTS[Role(member.role)]:
        with reading_as(member.society_id, member=member.pk):
            yield member
        return
    if member.pk not in _sessions:
        _sessions[member.pk] = _opened(member)
    with _with_boxes(member, _sessions[member.pk]):
        yield member


def get_up(*members: Member) -> None:
    """End their sessions: who opens anew has the boxes that were made since."""
    for member in members:
        _sessions.pop(member.pk, None)


def leave() -> None:
    """End the sessions of all who are seated, as the end of the process does."""
    _sessions.clear()


def _opened(member: Member) -> tuple[str, str]:
    return open_boxes(member.pk, society=member.society_id, opening_password=PASSWORD)


@contextmanager
def _with_boxes(member: Member, parts: tuple[str, str]) -> Iterator[None]:
    boxes = boxes_from(*parts)
    try:
        with reading_as(member.society_id, member=member.pk, boxes=boxes):
            yield
    finally:
        boxes.forget()


def begin_a_draft(person: Invented, *, by: Member) -> Draft:
    """The notice in the person's language, or in English through an interpreter; one page told."""
    text = text_in_force(by.society_id, person.language) or text_in_force(by.society_id, "en")
    if text is None:
        raise LookupError("the demo's notice is not approved")
    foreign = text.language != person.language
    draft = drafts.begin(text, channel=Channel.READ_ALOUD.value, interpreter=foreign, by=by)
    drafts.keep(draft, step="searcher", answers=_searcher(person), seen=0, by=by)
    return draft


def open_a_case(
    person: Invented,
    *,
    others: Sequence[Missing] = (),
    worries: Collection[str] = (),
    by: Member,
) -> Case:
    """Notice, questions, safety, case: as a caseworker does it at the desk.

    others: who else is looked for. worries: codes of the safety questions that are not answered
    with a plain no.
    """
    draft = begin_a_draft(person, by=by)
    for number, other in enumerate(others, start=2):
        for step, answers in _told_of(other, person).items():
            drafts.keep(draft, step=f"{step}-{number}", answers=answers, seen=0, by=by)
    answer_the_rest(draft, person, worries=worries, by=by)
    draft = lookups.draft_for(by, draft.pk)
    case = opening.submit(draft, opening=asking.opening_of(draft), sure=True, by=by)
    return accepting.accept_and_take_up(case, by=by) if has(by, Right.ACCEPT_CASES) else case


def answer_the_rest(
    draft: Draft, person: Invented, *, worries: Collection[str] = (), by: Member
) -> None:
    """Every page of a draft after the first."""
    for step, answers in _told(person).items():
        drafts.keep(draft, step=step, answers=answers, seen=0, by=by)
    for kind, answers in _boxed(person).items():
        drafts.keep_words(draft, kind=kind, answers=answers, by=by)
        drafts.mark(draft, step=kind, by=by)
    answer_risk(draft.subject, answers=asked_about_safety(worries), by=by)
    drafts.mark(draft, step="risk", by=by)


def asked_about_safety(worries: Collection[str] = ()) -> dict[str, str]:
    """An answer to each question, no unless it is one of the worries."""
    said = {one.code: Answer.YES if one.code in worries else Answer.NO for one in QUESTIONS}
    return {code: one.value for code, one in said.items()}


def propose(
    case: Case,
    person: Invented,
    *,
    seed: int,
    until: date | None = None,
    how: str = "spoken",
    by: Member,
) -> None:
    """Consent, a drawn portrait as the photo, and the proposal."""
    photograph(case, person, seed=seed, until=until, how=how, by=by)
    suggest(case, person, by=by)


def photograph(
    case: Case,
    person: Invented,
    *,
    seed: int,
    until: date | None = None,
    how: str = "spoken",
    by: Member,
) -> None:
    """Consent, and a drawn portrait as the photo."""
    recognised = faces.Recognised("Friends from the camp and from school.", Answer.NO)
    faces.consent(
        case,
        recognised=recognised,
        scope=["wall", "posters"],
        how=how,
        until=until or timezone.localdate() + A_YEAR,
        by=by,
    )
    faces.keep_photo(case, photo=draw(look(person, seed=seed)), by=by)


def suggest(case: Case, person: Invented, *, by: Member) -> None:
    """The proposal to show the photo that was kept."""
    faces.propose(
        case,
        frame="whole",
        relations=[person.seeks, *person.also],
        sex=person.sex,
        age_band=person.age_band,
        by=by,
    )


def look(person: Invented, *, seed: int) -> Look:
    """What this person's portrait will look like."""
    band, kind = "15-17" if person.minor else BANDS[person.age_band], person.complexion
    return look_of(seed, sex=person.sex, band=band, complexion=kind, bare=person.bare)


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
    sought = {
        "relation": [person.seeks],
        "given": [person.sought_given],
        "given_original": [person.sought_given_own],
        **(_same_father(person) if person.seeks in {"brother", "sister"} else {}),
        "sex": [TOLD_SEX[person.sought_sex]],
        "place": [person.origin],
    }
    return {"quiet": {"fears": ["no"]}, "sought": _on_purpose(sought), "news": _news(person)}


def _told_of(other: Missing, person: Invented) -> dict[str, Answers]:
    """Another of the persons sought, who was lost at the same time."""
    who = {
        "relation": [other.relation],
        "given": [other.given],
        "given_original": [other.given_own],
        "sex": [TOLD_SEX[other.sex]],
        "place": [person.origin],
    }
    return {"sought": _on_purpose(who), "news": _news(person)}


def _on_purpose(told: Answers) -> Answers:
    """What these answers leave open was asked for, and nobody knew it."""
    asked = ("given", "father", "said", "place")
    return told | {f"{name}_unknown": ["on"] for name in asked if not any(told.get(name, ()))}


def _news(person: Invented) -> Answers:
    news = NEWS[person.turn % len(NEWS)]
    return {
        "reason": [news.reason],
        "said": [news.said],
        "year": [str(timezone.localdate().year - news.years_ago)],
        "calendar": ["gregorian"],
        "place": [news.place],
        "heard": [news.heard],
    }


def _same_father(person: Invented) -> Answers:
    return {"father": [person.father], "father_original": [person.father_own]}


def _boxed(person: Invented) -> dict[str, Answers]:
    return {
        "ways": WAYS[person.turn % len(WAYS)],
        "story": {"story": [STORIES[person.turn % len(STORIES)]]},
    }
