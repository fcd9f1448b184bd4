"""What stands beside searches: faces on the wall and past ones, what other societies are asked,
and what visitors wrote."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from kintrace.cases.circumstances import Outcome, Partner, Way
from kintrace.cases.models import Contact, Incoming, Transfer, TransferCard
from kintrace.cases.states import AT_WORK
from kintrace.cases.transfers import OUT, Stand, Wish
from kintrace.matching.models import Held
from kintrace.protection.models import Basis
from kintrace.protection.purposes import BasisKind, How, Purpose, Scope
from kintrace.vault import ciphers
from kintrace.vault.models import Slot
from kintrace.vault.reader import aad_of_slot, reader_in_force
from kintrace.wall.models import Face, Message, Notice
from kintrace.wall.relations import AgeBand, Sex

if TYPE_CHECKING:
    from bench.size.searches import Desk, Search

ASKED = 0.2  # of the cases were sent to another society at some time
STANDS = {Stand.SENT: 0.06, Stand.ACCEPTED: 0.2, Stand.RETURNED: 0.04, Stand.DELETED: 0.7}
MESSAGES = 0.3  # of the faces that hang have a message
WAITING = 0.25  # of the messages nobody has dealt with


def face(made: Search, desk: Desk, *, live: bool) -> list[Any]:
    """A photo on the wall, or one whose time is over; the pictures themselves are not made."""
    case, dice, rows = made.case, desk.dice, list[Any]()
    today, file = timezone.localdate(), desk.file(rows)
    sex, age = dice.choice(Sex.values), dice.choice(AgeBand.values)
    until = today + timedelta(days=dice.randint(1, 360)) if live else today - timedelta(days=30)
    relations = [relation for relation, _told in made.family.sought]
    shown = list(dict.fromkeys(relations))
    notice = Notice(
        file=file,
        society_id=case.society_id,
        subject=case.subject,
        state=Notice.State.LIVE if live else Notice.State.EXPIRED,
        frame="whole",
        agreed=until - timedelta(days=360),
        live_until=until,
        photo_by_id=made.handler,
        proposed_by_id=made.handler,
        approved_by_id=dice.choice(desk.office.officers),
        put_up=timezone.now() - timedelta(days=200),
        ended=None if live else timezone.now() - timedelta(days=30),
    )
    notice.told = {"relations": shown, "sex": sex, "age_band": age}
    rows += [notice, _spoke(made, until)]
    if not live:
        return rows
    hangs = Face(
        society_id=case.society_id,
        relations=shown,
        seeker_sex=sex,
        age_band=age,
        name=secrets.token_hex(16),
        live_until=until,
        removal_lookup=secrets.token_bytes(16),
    )
    notice.face = hangs.pk
    case.has_photo, case.photo_by_id = True, case.handler_id
    rows += [hangs, _consent(made, until)]
    return rows + (_message(hangs, desk) if dice.random() < MESSAGES else [])


def may_hang(made: Search) -> bool:
    return made.case.state in AT_WORK


def _spoke(made: Search, until: Any) -> Contact:
    return Contact(
        society_id=made.case.society_id,
        case=made.case,
        day=until - timedelta(days=360),
        way=Way.PHONE,
        partner=Partner.PERSON,
        outcome=Outcome.WANTS,
        until=until,
        logged_by_id=made.case.handler_id,
    )


def _consent(made: Search, until: Any) -> Basis:
    notice = next(row for row in made.rows if type(row).__name__ == "NoticeGiven")
    basis = Basis(
        file=made.case.file,
        society_id=made.case.society_id,
        subject=made.case.subject,
        purpose=Purpose.PUBLISH,
        kind=BasisKind.CONSENT,
        scope=[Scope.WALL.value],
        how=How.SPOKEN,
        notice=notice,
        given_by=made.handler,
        until=until,
    )
    basis.not_with = {"societies": [], "countries": [], "persons": []}
    return basis


def _message(about: Face, desk: Desk) -> list[Any]:
    waits = desk.dice.random() < WAITING
    arrived = timezone.now() - timedelta(days=desk.dice.random() * (14 if waits else 89))
    message = Message(
        society_id=about.society_id,
        face=about.pk,
        arrived=arrived,
        picked_up=arrived,
        waiting_since=arrived if waits else None,
        alarmed=14 if waits else 0,
        state=Message.State.RECEIVED if waits else Message.State.NOT_RELATED,
        closed=None if waits else arrived,
        reply_lookup=secrets.token_bytes(16),
        reply_key=secrets.token_bytes(32),
    )
    message.body = {"text": "I think I know who this is. " * 4, "writer": "knows", "ways": {}}
    return [message]


def asked_elsewhere(made: Search, desk: Desk, *, of: UUID, key: bytearray) -> list[Any]:
    """The search for the first person sought is with another society, or was. `key`: of that
    society's slots."""
    dice, rows, case = desk.dice, list[Any](), made.case
    state = Stand(dice.choices(list(STANDS), list(STANDS.values()))[0])
    file, now, is_out = desk.file(rows), timezone.now(), state in OUT
    # Thirty days after the result the copy goes.
    when = now - timedelta(days=dice.random() * (29 if state == Stand.RETURNED else 300))
    transfer = Transfer(
        file=file,
        society_id=case.society_id,
        chosen_id=of,
        receiver_id=of if is_out else None,
        case=case,
        subject=made.sought[0].subject,
        matter=uuid4(),
        state=state,
        wish=Wish.SEARCH,
        parts=["names", "birth"],
        answer_by=timezone.localdate() + timedelta(days=dice.randint(1, 30)),
        ground_searcher=BasisKind.CONSENT,
        ground_sought=BasisKind.PUBLIC_INTEREST,
        **dict.fromkeys(("checked", "made", "sent"), when),
        made_by_id=case.handler_id,
        accepted=None if state == Stand.SENT else when,
        returned=when if state in (Stand.RETURNED, Stand.DELETED) else None,
        ended=None if is_out else now,
        turn_id=of if state == Stand.SENT else None,
    )
    rows += [transfer, *_with_them(transfer)]
    if is_out:
        transfer.told = {"names": made.family.sought[0][1].to_json()["names"]}
        wrapped = ciphers.seal(key, reader_in_force().file_key(file), aad=aad_of_slot(file, of))
        rows.append(Slot(file=file, society_id=of, owner_id=case.society_id, wrapped=wrapped))
        card = TransferCard(
            file=file, transfer=transfer, society_id=case.society_id, receiver_id=of
        )
        card.told = {"sex": "male", "age": "25", "relation": "brother", "wish": "search"}
        rows.append(card)
    return rows


def _with_them(transfer: Transfer) -> list[Any]:
    """The other society's own record that somebody asked it."""
    incoming = Incoming(
        society_id=transfer.chosen_id,
        sender_id=transfer.society_id,
        transfer=transfer.pk,
        matter=transfer.matter,
        state=transfer.state,
        arrived=transfer.made,
        ended=transfer.ended,
    )
    held = Held(incoming=incoming, society_id=transfer.chosen_id, at=timezone.now())
    return [incoming, held] if transfer.state in (Stand.ACCEPTED, Stand.RETURNED) else [incoming]
