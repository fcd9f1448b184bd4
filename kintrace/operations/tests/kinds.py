"""One of each kind that ends by a clock, laid by the real actions; each gives its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.cases.actions import accepting, children_moves, drafts, opening
from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import red_cross_delivery as delivery
from kintrace.cases.children_states import ChildState
from kintrace.cases.circumstances import Closing
from kintrace.cases.criteria import NotOurs
from kintrace.cases.models import (
    CameForward,
    Case,
    Child,
    ContactPlan,
    Draft,
    Event,
    RedCrossPart,
    SafeAndWell,
    TransferCard,
    Unnamed,
)
from kintrace.cases.tests.children_ways import looked_after, team
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.handing import FOUND, sent, with_incoming
from kintrace.cases.tests.red_cross_ways import sent as sent_letter
from kintrace.cases.tests.red_cross_ways import taken
from kintrace.cases.tests.ways import on_the_wall
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.letters import actions as letters
from kintrace.letters.models import Outgoing
from kintrace.matching.models import Candidate
from kintrace.network.access import Role
from kintrace.network.actions import set_opening_password, sign_agreement
from kintrace.network.models import SharingAgreement
from kintrace.network.tests.cast import enlist, found
from kintrace.operations.tests import kinds_beside as beside
from kintrace.operations.tests import kinds_points as points
from kintrace.operations.tests.kinds_beside import BEGIN
from kintrace.protection import jobs, retention
from kintrace.protection.actions import authorities, erase, put_on_hold, rights
from kintrace.protection.models import AuthorityRequest, Erasure, Hold, NoticeGiven, RightsRequest
from kintrace.protection.purposes import WhyErased
from kintrace.protection.retention import Kind
from kintrace.protection.rights import Authority, Came
from kintrace.protection.rights import Kind as Asked
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.models import Face, Message, Poster, Reply, Review
from kintrace.wall.terms import Known, Terms
from kintrace.wall.tests import cast
from kintrace.wall.tests.test_posters import BOTH, made, region_of
from kintrace.watch import actions as watch
from kintrace.watch.models import Reason

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.db.models import Model


def photo(scene: Scene) -> date:
    last = BEGIN + retention.default(Kind.PHOTO)
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        on_the_wall(case, until=last, alma=scene.alma, omar=scene.omar)
    return last


def _childs_photo(scene: Scene) -> date:
    with scene.acting(scene.alma):
        child = Known(Terms.GUARDIAN)
        notice = cast.proposed(cast.somebody(scene.alma), scene.alma, known=child)
        wall.approve(notice, by=scene.omar)
        wall.publish(notice, by=scene.omar)
    return BEGIN + retention.default(Kind.CHILDS_PHOTO)


def _poster(scene: Scene) -> date:
    _notice, face, _code = cast.put_up(scene.alma, scene.omar, scope=BOTH)
    with reading_as(scene.society.pk):
        poster = made(region_of(scene.omar, scene.society), [face], by=scene.omar)
    return poster.until + retention.default(Kind.POSTER)


def _partner(scene: Scene) -> date:
    partner = found("BG")
    looks = [SharingAgreement.Purpose.SECOND_EYE]
    with scene.acting(scene.omar):
        sign_agreement(scene.society, taker=partner, purposes=looks, by=scene.omar)
        notice = cast.proposed(cast.somebody(scene.alma), scene.alma)
        paper = wall.ask_partner(notice, partner=partner.pk, by=scene.omar)
    return paper.until


def message(scene: Scene, *states: str) -> Message:
    with scene.acting(scene.omar):
        sent = wall.write_down(
            about=None,
            channel=Message.Channel.PHONE,
            body={"text": "x"},
            word="w",
            heard=cast.heard(scene.omar),
            by=scene.omar,
        )
        row = Message.objects.get(pk=sent.message)
        for state in states:
            wall.screen(row, state=state, by=scene.omar)
            row.refresh_from_db()
    return row


def _closed_message(scene: Scene) -> date:
    message(scene, "plausible", "not_related")
    return BEGIN + retention.default(Kind.MESSAGE)


def _spam(scene: Scene) -> date:
    message(scene, "spam")
    return BEGIN + retention.default(Kind.SPAM)


def _answer(scene: Scene) -> date:
    told = message(scene)
    with scene.acting(scene.omar):
        wall.answer(told, text="Come on Monday.", by=scene.omar)
        told.refresh_from_db()
        wall.screen(told, state="unreachable", by=scene.omar)
    return BEGIN + retention.default(Kind.ANSWER)


def _case(scene: Scene) -> date:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
    return BEGIN + retention.default(Kind.CASE)


def _refused(scene: Scene) -> date:
    with scene.acting(scene.chidi):
        case = playing.open_a_case(SELAM, by=scene.chidi)
    with scene.acting(scene.omar):
        accepting.refuse(case, criterion=NotOurs.FRIENDS, by=scene.omar)
    return BEGIN + retention.default(Kind.REFUSED)


def _transfer(scene: Scene) -> date:
    """Another society took a search on, and gave its result."""
    there = build_scene("BG")
    with scene.acting(scene.alma):
        sent(playing.open_a_case(SELAM, by=scene.alma), there.society, by=scene.alma)
    with with_incoming(there.alma) as incoming:
        answering.accept(incoming, by=there.alma)
        answering.return_result(incoming, outcome=FOUND, by=there.alma)
    return BEGIN + retention.default(Kind.TRANSFER)


def _red_cross(scene: Scene) -> date:
    """Delivered by the society that wrote it. Three parts, of which one is asked for here."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        message = sent_letter(case, by=scene.alma, second=scene.omar, partner=None)
        delivery.deliver(taken(message, by=scene.alma), day=BEGIN, by=scene.alma)
        RedCrossPart.objects.exclude(kind="text").delete()
    return BEGIN + retention.default(Kind.RED_CROSS)


def _child(scene: Scene) -> date:
    """A team of two with an officer who protects children; the work for the child ended."""
    carla = enlist(scene.society, Role.CHILD_PROTECTION)
    set_opening_password(carla, password=PASSWORD)
    made = team("Maple", scene.alma, carla, by=scene.omar, second=scene.lena)
    looked = looked_after(made, carla=carla, alma=scene.alma)
    with scene.acting(carla):
        children_moves.move(looked.child, to=ChildState.CLOSED, why="of_age", by=carla)
    return BEGIN + retention.default(Kind.CHILD)


def draft(scene: Scene) -> date:
    with scene.acting(scene.alma):
        playing.begin_a_draft(SELAM, by=scene.alma)
    return BEGIN + retention.default(Kind.DRAFT)


def _letter(scene: Scene) -> date:
    with reading_as(scene.society.pk):
        letters.send(
            "message-waits",
            to="desk@example.invalid",
            language="en",
            facts={},
            society=scene.society.pk,
        )
    return BEGIN + retention.default(Kind.LETTER)


def _letter_row(scene: Scene) -> date:
    _letter(scene)
    with reading_as(scene.society.pk):
        now = timezone.now()
        Outgoing.objects.update(state=Outgoing.State.SENT, ended_at=now)
    return BEGIN + retention.default(Kind.LETTER_ROW)


def _rights(scene: Scene) -> date:
    dora = enlist(scene.society, Role.DATA_PROTECTION)
    with reading_as(scene.society.pk, member=dora.pk):
        asked = rights.write_request(
            cast.somebody(scene.alma),
            kind=Asked.ACCESS,
            came=Came.DESK,
            received=BEGIN,
            by=dora,
        )
        rights.refuse(asked, because="Not the person.", by=dora)
    return BEGIN + retention.default(Kind.RIGHTS)


def _authority(scene: Scene) -> date:
    dora = enlist(scene.society, Role.DATA_PROTECTION)
    with reading_as(scene.society.pk, member=dora.pk):
        authorities.write_authority(
            kind=Authority.POLICE, country="XO", received=BEGIN, asked="A list.", by=dora
        )
    return BEGIN + retention.default(Kind.AUTHORITY)


def _watch(scene: Scene) -> date:
    with scene.acting(scene.alma):
        watch.give_reason("Many came at once.", by=scene.alma)
    return BEGIN + retention.default(Kind.WATCH)


def _alone(scene: Scene) -> date:
    """Somebody was informed, and said nothing that is kept."""
    with scene.acting(scene.alma):
        cast.somebody(scene.alma)
    return BEGIN + retention.default(Kind.ALONE)


def _held(scene: Scene) -> date:
    """A draft was thrown away whose person is on hold."""
    with scene.acting(scene.alma):
        begun = playing.begin_a_draft(SELAM, by=scene.alma)
        put_on_hold(begun.subject, reason="Somebody waited outside.", by=scene.alma)
        drafts.drop(begun, by=scene.alma)
    return BEGIN + retention.default(Kind.HELD)


def _erasure(scene: Scene) -> date:
    with scene.acting(scene.dora):
        erase(cast.somebody(scene.alma), why=WhyErased.ASKED, by=scene.dora)
        jobs.finish_for(scene.society.pk)
    return BEGIN + retention.default(Kind.ERASURE)


def _rows(model: type[Model], **wanted: object) -> Callable[[], int]:
    return lambda: model._base_manager.filter(**wanted).count()  # noqa: SLF001


# What lays one of a kind, and how many of it there are.
ENDS: dict[Kind, tuple[Callable[[Scene], date], Callable[[], int]]] = {
    Kind.PHOTO: (photo, _rows(Face)),
    Kind.CHILDS_PHOTO: (_childs_photo, _rows(Face)),
    Kind.POSTER: (_poster, _rows(Poster)),
    Kind.PAIR: (beside.pair, _rows(Candidate)),
    Kind.PLAN: (beside.plan, _rows(ContactPlan)),
    Kind.PARTNER: (_partner, _rows(Review)),
    Kind.MESSAGE: (_closed_message, _rows(Message)),
    Kind.SPAM: (_spam, _rows(Message)),
    Kind.ANSWER: (_answer, _rows(Reply, direction=Reply.Direction.TO_VISITOR)),
    Kind.REFUSED: (_refused, _rows(Case)),
    Kind.CASE: (_case, _rows(Case)),
    Kind.TRANSFER: (_transfer, _rows(TransferCard)),
    Kind.RED_CROSS: (_red_cross, _rows(RedCrossPart)),
    Kind.LEAD: (beside.lead, _rows(CameForward)),
    **{kind: (lay, _rows(model)) for kind, (lay, model) in points.LAID.items()},
    Kind.SAFE: (beside.safe, _rows(SafeAndWell, told__isnull=False)),
    Kind.EVENT: (beside.event, _rows(Event)),
    Kind.UNNAMED: (beside.unnamed, _rows(Unnamed)),
    Kind.CHILD: (_child, _rows(Child)),
    Kind.DRAFT: (draft, _rows(Draft)),
    Kind.ALONE: (_alone, _rows(NoticeGiven)),
    Kind.HELD: (_held, _rows(Hold)),
    Kind.ERASURE: (_erasure, _rows(Erasure)),
    Kind.RIGHTS: (_rights, _rows(RightsRequest)),
    Kind.AUTHORITY: (_authority, _rows(AuthorityRequest)),
    Kind.WATCH: (_watch, _rows(Reason)),
    Kind.LETTER: (_letter, _rows(Outgoing, state="waiting")),
    Kind.LETTER_ROW: (_letter_row, _rows(Outgoing)),
}
