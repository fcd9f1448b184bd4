"""The people and things the wall's tests are about, made by the real actions where it matters."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from secrets import token_bytes
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.utils import timezone
from freezegun import freeze_time

from kintrace.network.access import Role
from kintrace.network.lookups import holding
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.protection import actions as protection
from kintrace.protection import lookups as protected
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import BasisKind, Channel, Purpose, Scope
from kintrace.protection.risk import QUESTIONS
from kintrace.protection.tests.given import first_texts
from kintrace.vault.actions import (
    boxes_from,
    hold_ceremony,
    make_member_keys,
    open_boxes,
    open_file,
)
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as
from kintrace.vault.tests.camera import camera_jpeg
from kintrace.visitors.stamps import stamp
from kintrace.wall import actions, pictures
from kintrace.wall.models import Face, Notice

OPENING = "nine stones under the bridge"
NEXT_YEAR = timedelta(days=200)


@cache
def photo() -> bytes:
    """A small photo as a phone sends it, with a place and a name in its hidden parts."""
    return camera_jpeg(megapixels=0.4)


def fine_stamp() -> str:
    """A stamp as a person's form carries it: some minutes old."""
    with freeze_time(timezone.now() - timedelta(minutes=5)):
        return stamp()


# Opening passwords are stretched on purpose, so a ceremony takes a second or two: it is held once
# a run, and its rows are laid again for each later test.
_HELD: dict[str, Any] = {}
_TABLES_OF = ("network", "vault", "audit")


def society_with_boxes() -> tuple[Society, Member, Member]:
    """A society with its boxes made and pinned, and the two officers who made them."""
    if _HELD:
        with reading_as(_HELD["ids"][0]):
            _lay_again(_HELD["rows"])
    else:
        others = _rows()
        society, alma, boris, mark = _with_boxes()
        with reading_as(society.pk):
            own = {table: _without(others[table], rows) for table, rows in _rows().items()}
            _HELD.update(ids=(society.pk, alma.pk, boris.pk), mark=mark, rows=own)
    society_id, *officers = _HELD["ids"]
    pin(society_id, _HELD["mark"])
    one, other = (Member.objects.get(pk=officer) for officer in officers)
    return Society.objects.get(pk=society_id), one, other


def _with_boxes() -> tuple[Society, Member, Member, str]:
    society = found("AT")
    alma, boris = (enlist(society, Role.OFFICER) for _ in range(2))
    with reading_as(society.pk):
        for officer in (alma, boris):
            make_member_keys(officer.pk, society=society.pk, opening_password=OPENING)
        ceremony = hold_ceremony(
            society.pk,
            officers=[(alma.pk, OPENING), (boris.pk, OPENING)],
            entitled={"inbox": [alma.pk, boris.pk], "protection": []},
        )
    return society, alma, boris, ceremony.fingerprint


def _without(others: list[tuple[Any, ...]], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """What the first test had founded before comes back in no other."""
    return [row for row in rows if row not in others]


def _rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of these folders' tables as it lies there."""
    models = [model for model in apps.get_models() if model._meta.app_label in _TABLES_OF]
    tables = [model._meta.db_table for model in models]
    with connection.cursor() as cursor:
        held = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables' names
            held[table] = cursor.fetchall()
    return held


def _lay_again(held: dict[str, list[tuple[Any, ...]]]) -> None:
    with connection.cursor() as cursor:
        for table, rows in held.items():
            for row in rows:
                places = ", ".join(["%s"] * len(row))
                cursor.execute(f'INSERT INTO "{table}" VALUES ({places})', row)  # noqa: S608


@contextmanager
def at_the_desk(member: Member) -> Iterator[Member]:
    """A member with the boxes open, as in a request."""
    halves = open_boxes(member.pk, society=member.society_id, opening_password=OPENING)
    boxes = boxes_from(*halves)
    with reading_as(member.society_id, member=member.pk, boxes=boxes):
        yield member


def somebody(
    by: Member,
    *,
    informed: bool = True,
    consents: bool = True,
    asked: bool = True,
    scope: Sequence[Scope] = (Scope.WALL,),
    not_with: NotWith | None = None,
) -> UUID:
    """A person who is searching: informed, consenting, asked the risk questions. In reading_as."""
    subject = protection.new_subject()
    if informed:
        _inform(subject, by=by)
    if consents:
        protection.record_basis(
            subject,
            purpose=Purpose.PUBLISH,
            kind=BasisKind.CONSENT,
            scope=scope,
            file=open_file(by.society_id),
            until=in_half_a_year(),
            not_with=not_with,
            by=by,
        )
    if asked:
        answers = {question.code: "no" for question in QUESTIONS}
        protection.answer_risk(subject, answers=answers, by=by)
    return subject


def _inform(subject: UUID, *, by: Member) -> None:
    """The notice, and the basis on which their search stands."""
    text = heard(by).text
    protection.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=by)
    protection.record_basis(
        subject,
        purpose=Purpose.TRACE,
        kind=BasisKind.PUBLIC_INTEREST,
        file=open_file(by.society_id),
        by=by,
    )


def heard(by: Member) -> protection.Heard:
    """The notice as somebody heard it by phone. In reading_as."""
    text = protected.text_in_force(by.society_id, "en") or _approved_text(by)
    return protection.Heard(text, Channel.PHONE)


def _approved_text(by: Member) -> Any:
    other = next(one for one in holding(by.society_id, roles=[Role.OFFICER]) if one != by)
    notice, *_more = first_texts(by.society, by=by, second=other)
    return notice


def in_half_a_year() -> date:
    return timezone.localdate() + NEXT_YEAR


def proposed(subject: UUID, by: Member, **other: Any) -> Notice:
    """A proposal to show somebody who looks for her brother. In reading_as."""
    said: dict[str, Any] = {
        "relations": ["brother"],
        "sex": "woman",
        "age_band": "25",
        "frame": "whole",
    }
    said |= {"photo": photo(), "until": in_half_a_year(), "by": by} | other
    return actions.propose(subject, **said)


def put_up(proposer: Member, second: Member, **agreed: Any) -> tuple[Notice, Face, str]:
    """A face on the wall, by the whole path: notice, face, removal code."""
    with reading_as(proposer.society_id):
        notice = proposed(somebody(proposer, **agreed), proposer)
        actions.approve(notice, by=second)
        face, code = actions.publish(notice, by=second)
        notice.refresh_from_db()
    return notice, face, code


def stands(
    society: Society,
    *relations: str,
    sex: str = "woman",
    age: str = "25",
    posters_until: date | None = None,
    jpeg: bytes = b"",
) -> Face:
    """A face as it stands on the wall, with small pictures; for tests of what a page shows."""
    name = pictures.write({key: jpeg or b"picture " + key.encode() for key in pictures.KEYS})
    return Face.objects.create(
        society=society,
        relations=list(relations or ("brother",)),
        seeker_sex=sex,
        age_band=age,
        name=name,
        live_until=in_half_a_year(),
        posters_until=posters_until,
        removal_lookup=token_bytes(16),
    )
