"""The inbox of a society: whose turn it is, who looks after what, and what waits too long."""

from contextlib import nullcontext
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.letters.models import Outgoing
from kintrace.network.access import Role
from kintrace.network.models import Member, Society, SocietySettings
from kintrace.network.tests.cast import enlist, found
from kintrace.vault.reader import BoxIsShut, reading_as
from kintrace.wall import actions, jobs, lookups
from kintrace.wall.actions.inbox import CannotOpenTheBox, NotThatWay
from kintrace.wall.actions.messages import Sent
from kintrace.wall.lookups import Wanted
from kintrace.wall.models import Message
from kintrace.wall.screening import NEXT, Channel, Kind, State
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import WORD, ask, send

House = tuple[Society, Member, Member]
ASKED = {"what": "ask", "text": "It is me."}
DEMANDED = {"text": "A man wants 400 dollars."}
BODY = {"text": "I saw her at the ferry.", "ways": {}}


def written_down(by: Member, **other: object) -> Sent:
    """What somebody told by phone, after they heard the notice. In reading_as."""
    said = {"about": None, "channel": Channel.PHONE, "body": BODY, "heard": cast.heard(by), **other}
    return actions.write_down(**said, by=by)  # type: ignore[arg-type]


def told(by: Member, **other: object) -> Message:
    """The same as it lies in the inbox."""
    return lookups.message_for(by, written_down(by, **other).message)


@pytest.mark.parametrize("here", State)
def test_every_step_of_a_message_is_in_the_table_or_refused(here: State, with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        message = told(alma)
        for there in State:
            Message.objects.update(state=here)
            with nullcontext() if there in NEXT[here] else pytest.raises(NotThatWay):
                assert actions.screen(message, state=there, by=alma).state == there


def test_danger_comes_first_then_what_is_urgent_then_who_waits_longest(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    kinds = (Kind.MESSAGE, Kind.MESSAGE, Kind.DEMAND, Kind.ASK, Kind.DANGER)
    with reading_as(society.pk):
        for kind in kinds:
            told(alma, kind=kind)
        old, answered, demand, ask_, danger = Message.objects.order_by("arrived")
        actions.screen(answered, state=State.PLAUSIBLE, by=alma)
        assert lookups.inbox(alma) == [danger, demand, ask_, old, answered]
        actions.screen(danger, state=State.SPAM, by=alma)
        assert [one.is_urgent for one in lookups.inbox(alma)] == [True, True, False, False]


@pytest.mark.parametrize("what", ["ask", "danger"])
def test_who_wants_a_photo_down_or_is_in_danger_is_urgent(
    what: str, with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    face = cast.stands(society)
    send(visitor, face)
    wish = {"what": what, "text": "Please.", "stamp": cast.fine_stamp()}
    visitor.post(f"/en/take-down/?face={face.pk}", wish)
    with reading_as(society.pk):
        first, second = lookups.inbox(alma)
        assert (first.kind, first.is_urgent, second.is_urgent) == (what, True, False)


def test_a_message_is_given_only_to_who_can_open_it(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    volunteer, without_keys = enlist(society, Role.VOLUNTEER), enlist(society, Role.CASEWORKER)
    stranger = enlist(found("BG"), Role.OFFICER)
    with reading_as(society.pk):
        message = told(alma)
        for wrong in (volunteer, without_keys, stranger):
            with pytest.raises(CannotOpenTheBox):
                actions.assign(message, to=wrong, by=alma)
        assert actions.assign(message, to=boris, by=alma).assigned_to == boris
        assert actions.assign(message, to=None, by=alma).assigned_to is None
        assert [e.deed for e in audit.entries(society.pk)][:2] == ["assigned_message"] * 2


def test_the_lists_show_whose_a_message_is_and_nobodys_are_found_again(with_boxes: House) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        mine, theirs, nobodys = (told(alma) for _ in range(3))
        actions.assign(mine, to=alma, by=alma)
        actions.assign(theirs, to=boris, by=alma)
        assert list(lookups.chosen(alma, Wanted("mine"))) == [mine]
        assert list(lookups.chosen(alma, Wanted("nobody"))) == [nobodys]
        boris.state = Member.State.LEFT
        boris.save(update_fields=["state"])
        assert list(lookups.chosen(alma, Wanted("nobody"))) == [theirs, nobodys]


def test_the_lists_are_narrowed_by_state_and_by_what_was_noticed(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        one, other = told(alma), told(alma)
        Message.objects.filter(pk=one.pk).update(flags="alike link")
        actions.screen(other, state=State.THREAT, by=alma)
        assert list(lookups.chosen(alma, Wanted(flag="link"))) == [one]
        assert list(lookups.chosen(alma, Wanted(flag="many"))) == []
        assert list(lookups.chosen(alma, Wanted(state="threat"))) == [other]
    nonsense = {"whose": "<b>", "state": "x", "flag": "%"}
    assert Wanted.of(nonsense) == Wanted("all", "", "")


def test_what_is_told_by_phone_is_sealed_at_once_and_its_writer_cannot_read_it_again(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk, member=alma.pk):
        sent = written_down(alma, channel=Channel.DESK, word=WORD)
        with pytest.raises(BoxIsShut):
            _ = lookups.message_for(alma, sent.message).body
        assert next(iter(audit.entries(society.pk))).deed == "wrote_down_message"
    assert "We have your message" in ask(visitor, sent.code)
    with cast.at_the_desk(boris):
        message = lookups.message_for(boris, sent.message)
        assert message.body == BODY
        actions.answer(message, text="We know the ferry.", by=boris)
    assert "We know the ferry." in ask(visitor, sent.code)


# --- alarms ---


@pytest.fixture
def people(with_boxes: House) -> dict[str, str]:
    """Everybody who may hear of it, by address; the network's desk is in another society."""
    society, alma, boris = with_boxes
    admin = enlist(society, Role.SOCIETY_ADMIN)
    office = found("NO")
    nils = enlist(office, Role.NETWORK_ADMIN)
    heard = {"alma": alma, "boris": boris, "admin": admin, "nils": nils}
    for name, member in heard.items():
        with reading_as(member.society_id):
            member.email = f"{name}@example.invalid"
            member.save()
    with reading_as(society.pk):
        box = SocietySettings.objects.get(society=society)
        box.mailbox = "desk@example.invalid"
        box.save()
    return {name: f"{name}@example.invalid" for name in heard}


def rings(now: datetime, *societies: Society) -> set[str]:
    """Whom the worker writes to at this time."""
    with freeze_time(now):
        jobs.ring_alarms.call()
    heard = set()
    for society in societies:
        with reading_as(society.pk):
            letters = Outgoing.objects.filter(society=society.pk)
            heard |= {str(letter.to) for letter in letters}
            assert {str(letter.facts) for letter in letters} <= {"{}", "{'society': 'AT'}"}
            letters.delete()
    return heard


@pytest.mark.database_bound
def test_what_nobody_deals_with_rings_after_three_seven_and_fourteen_days_each_once(
    with_boxes: House, people: dict[str, str], visitor: Client
) -> None:
    society, _alma, boris = with_boxes
    both = (society, Society.objects.get(code="NO"))
    with reading_as(society.pk):
        send(visitor, cast.stands(society))
    start = timezone.now()
    officers, inside = {people["alma"], people["boris"]}, {people["admin"], "desk@example.invalid"}
    for days, heard in (
        (2.9, set()),
        (3, officers),
        (6, set()),
        (7, officers | inside),
        (13.9, set()),
        (14, officers | inside | {people["nils"]}),
        (400, set()),
    ):
        assert rings(start + timedelta(days=days, minutes=1), *both) == heard, days
    with reading_as(society.pk):
        deeds = [entry.deed for entry in audit.entries(society.pk)]
        assert deeds.count("alarm_rang") == 3
        assert len(lookups.inbox(boris)) == 1  # and it is there still


def test_a_wish_a_danger_and_a_demand_for_money_ring_the_next_day_as_well(
    with_boxes: House, people: dict[str, str], visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    officers = {people["alma"], people["boris"]}
    danger = ASKED | {"what": "danger"}
    for page, told in (("take-down", ASKED), ("take-down", danger), ("money", DEMANDED)):
        face, start = cast.stands(society), timezone.now()
        sent = visitor.post(f"/en/{page}/?face={face.pk}", {"stamp": cast.fine_stamp(), **told})
        assert sent.status_code == 200
        rings(start, society)  # the letter that something arrived
        for days, heard in ((0.9, set()), (1, officers), (2.9, set()), (3, officers)):
            assert rings(start + timedelta(days=days, minutes=1), society) == heard, (page, days)
        with reading_as(society.pk):
            Message.objects.all().delete()


@pytest.mark.usefixtures("people")
def test_a_message_that_was_dealt_with_rings_no_more_until_the_visitor_adds_something(
    with_boxes: House, visitor: Client
) -> None:
    society, alma, _boris = with_boxes
    start = timezone.now()
    with reading_as(society.pk):
        sent = written_down(alma, channel=Channel.DESK, word=WORD)
        [message] = lookups.inbox(alma)
        actions.answer(message, text="We have read it.", by=alma)
        Outgoing.objects.all().delete()
    assert rings(start + timedelta(days=20), society) == set()
    with freeze_time(start + timedelta(days=30)):
        ask(visitor, sent.code, text="I remembered something.")
        jobs.pick_up_messages.call()
    assert rings(start + timedelta(days=32), society)  # the letter that something arrived
    assert rings(start + timedelta(days=33, minutes=1), society) != set()
