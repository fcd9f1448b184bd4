"""Many cases and messages, by the actions that the pages call."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases import asking, lookups
from kintrace.cases.actions import accepting, drafts, faces, opening
from kintrace.cases.circumstances import Closing
from kintrace.operations.steal import told
from kintrace.operations.steal.needles import Kind
from kintrace.operations.steal.snapshot import snapshot
from kintrace.protection.actions import answer_risk, put_on_hold, withdraw
from kintrace.protection.lookups import text_in_force
from kintrace.protection.purposes import Channel, Purpose
from kintrace.vault.actions import boxes_from, open_boxes
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import inbox, showing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.cases.models import Case, Draft
    from kintrace.network.models import Member
    from kintrace.operations.steal.needles import Planted

    Actor = tuple[Member, str]  # a member and the opening password

BOXED = {"ways", "more", "more-2", "story"}


@contextmanager
def acting(member: Member, opening_password: str) -> Iterator[Member]:
    """A member with the boxes open, for as long as the block lasts."""
    halves = open_boxes(member.pk, society=member.society_id, opening_password=opening_password)
    boxes = boxes_from(*halves)
    try:
        with reading_as(member.society_id, member=member.pk, boxes=boxes):
            yield member
    finally:
        boxes.forget()


def open_cases(planted: Planted, rows: int, *, by: Member) -> list[Case]:
    """So many cases; runs inside `acting`."""
    return [open_case(planted, by=by) for _ in range(rows)]


def open_case(planted: Planted, *, by: Member) -> Case:
    draft = keep_draft(planted, by=by)
    answers = {code: given[0] for code, given in told.risk().items()}
    answer_risk(draft.subject, answers=answers, note=planted.sentence(Kind.BOX, 2), by=by)
    drafts.mark(draft, step="risk", by=by)
    draft = lookups.draft_for(by, draft.pk)
    case = opening.submit(draft, opening=asking.opening_of(draft), sure=True, by=by)
    return accepting.accept_and_take_up(case, by=by)


def keep_draft(planted: Planted, *, by: Member) -> Draft:
    """A draft with every step answered."""
    text = text_in_force(by.society_id, "en")
    if text is None:
        raise LookupError("no notice is approved")
    draft = drafts.begin(text, channel=Channel.READ_ALOUD.value, interpreter=False, by=by)
    for step, answers in told.STEPS.items():
        if step in BOXED:
            drafts.keep_words(draft, kind=step, answers=answers(planted), by=by)
            drafts.mark(draft, step=step, by=by)
        else:
            drafts.keep(draft, step=step, answers=answers(planted), seen=0, by=by)
    return draft


def put_on_wall(planted: Planted, case: Case, *, acting_as: tuple[Actor, Actor]) -> UUID:
    """A face of this case, proposed by one member and approved by the other; gives its id."""
    until = timezone.localdate() + timedelta(days=300)
    with acting(*acting_as[0]) as one:
        recognised = faces.Recognised(planted.sentence(Kind.BOX, 3), "no")
        faces.consent(
            case, recognised=recognised, scope=["wall"], how="spoken", until=until, by=one
        )
        faces.keep_photo(case, photo=snapshot(planted), by=one)
        shown = {"frame": "whole", "relations": ["brother"], "sex": "woman", "age_band": "25"}
        notice = faces.propose(case, **shown, by=one)  # type: ignore[arg-type]
    with acting(*acting_as[1]) as other:
        faces.decide(notice, agreed=True, by=other)
    with acting(*acting_as[0]) as one:
        face, code = faces.put_on_wall(case, by=one)
    planted.code(code)
    return face.pk


def leave_messages(planted: Planted, rows: int) -> list[told.Told]:
    """So many visitors write, each about one of the faces that show."""
    shown, left = showing(), []
    for place in range(rows):
        chosen, face = told.word(planted), shown[place % len(shown)]
        body = {"kind": "message", **told.message(planted)}
        sent = wall.leave_message(face, body=body, word=chosen)
        left.append(told.Told(planted.code(sent.code), chosen))
    return left


def answer_all(planted: Planted, *, by: Member) -> None:
    """Answer every message of the society that can be answered."""
    for message in inbox(by):
        if message.reply_key is not None:
            wall.answer(message, text=planted.sentence(Kind.BOX, 3), by=by)


def stop_some(planted: Planted, cases: list[Case], *, by: Member) -> None:
    """Holds with reasons, and withdrawals."""
    for case in cases:
        put_on_hold(case.subject, reason=planted.sentence(Kind.BOX, 3), by=by)
        withdraw(case.subject, purpose=Purpose.TRACE, by=by)


def close_some(cases: list[Case], *, by: Member) -> None:
    for case in cases:
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=by)
