"""A whole society for tests of the whole house: each role, open boxes, one thing of every kind.

All of it is made by the real actions. `settle("AT")` and `settle("BG")` share nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from allauth.core.context import request_context
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.utils import timezone

from kintrace.audit.actors import Machine
from kintrace.cases.actions import accepting, drafts, faces, sentences
from kintrace.cases.criteria import NotOurs
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD, PEOPLE
from kintrace.network import actions as network
from kintrace.network import lookups as network_lookups
from kintrace.network.access import RIGHTS, Right, Role
from kintrace.network.tests.cast import enlist, found
from kintrace.protection import actions as protection
from kintrace.protection import lookups as protected
from kintrace.protection.actions import authorities, rights
from kintrace.protection.actions.notices import Words
from kintrace.protection.purposes import Channel
from kintrace.protection.rights import Authority, Came, Kind
from kintrace.vault.reader import reading_as
from kintrace.visitors import actions as visitors
from kintrace.wall import actions as wall
from kintrace.wall.actions import figures as wall_figures
from kintrace.wall.lookups import face_showing, inbox, notice_of
from kintrace.watch import actions as watch
from kintrace.watch.rules import Finding
from kintrace.watch.table import Rule
from tests.neighbour import is_asked
from tests.remembered import remembered
from tests.town_children import look_after
from tests.town_events import certify, join
from tests.town_forward import come_forward
from tests.town_found import found_somebody
from tests.town_house import let_fail
from tests.town_letters import pass_on
from tests.town_pairs import pair_up
from tests.town_points import work_at_a_point
from tests.town_services import help_nearby

if TYPE_CHECKING:
    from kintrace.network.models import Member, Society

# What a visitor of every town chose and wrote.
WORD = "almond"
WRITTEN = {"kind": "message", "writer": "sought", "ways": {"phone": "+00 1"}, "text": "I am here."}


@dataclass(frozen=True)
class Town:
    """A society, one member of each role (and a second officer), and one thing of every kind.

    things: what stands for a kind in an address: a UUID, a word, a token.
    codes: what was told once: the removal code of the face, the code of the visitor's message.
    """

    society: Society
    members: dict[Role, Member]
    lena: Member
    things: dict[str, Any]
    codes: dict[str, str]

    def __getitem__(self, role: Role) -> Member:
        return self.members[role]


@remembered
def settle(code: str) -> Town:
    """Found a society, hand out its keys and play its work up to every state a page shows."""
    society = found(code, languages=("en", "ar"))
    members = {
        role: enlist(society, role, f"{role.value}-{code.lower()}", password=PASSWORD)
        for role in Role
    }
    lena = enlist(society, Role.OFFICER, f"lena-{code.lower()}", password=PASSWORD)
    for member in (*members.values(), lena):
        _hand_out(member)
    second = network.Hand(lena.sign_in, PASSWORD)
    network.hold_ceremony(own=PASSWORD, second=second, by=members[Role.OFFICER])
    things = {"society": society.pk, "member": lena.pk, "holder": members[Role.CASEWORKER].pk}
    things["desk"] = network_lookups.desks(society.pk)[0].pk
    town = Town(society, members, lena, things, {})
    _informs(town)
    _asks_and_shows(town)
    _hands_in(town)
    _writes(town)
    found_somebody(town)
    _guards(town)
    _asks_by_right(town)
    _prints(town)
    is_asked(town)
    _shares(town)
    for more in (_watches, _looks_after_a_child, certify, join, pass_on, come_forward):
        more(town)
    for more in (pair_up, work_at_a_point, help_nearby, let_fail):
        more(town)
    return town


def _hand_out(member: Member) -> None:
    """A second factor with its recovery codes, and keys of their own for who may open a box."""
    request = HttpRequest()
    request.session, request.user = SessionStore(), member
    with reading_as(member.society_id, member=member.pk), request_context(request):
        network.set_second_factor(member, secret=generate_totp_secret())
    if Right.OPEN_BOXES in RIGHTS[Role(member.role)]:
        network.set_opening_password(member, password=PASSWORD)


def _informs(town: Town) -> None:
    """Both first notices stand, and one newer version waits for approval."""
    with reading_as(town.society.pk):
        for text in protection.draft_default_notices(town.society, by=town.lena):
            protection.approve_notice(text, by=town[Role.OFFICER])
        text = protected.texts_in_force(town.society.pk)[0]
        words = Words(
            text.title, tuple((drawn, said) for drawn, said in text.pictures), text.short, text.full
        )
        draft = protection.draft_notice(
            town.society, language=text.language, words=words, by=town[Role.OFFICER]
        )
    town.things.update({"text": text.pk, "draft text": draft.pk})


def _asks_and_shows(town: Town) -> None:
    """A draft of the volunteer's and one of Alma's; a face that waits; a face that hangs."""
    with playing.acting(town[Role.CASEWORKER]) as alma:
        text = protected.texts_in_force(town.society.pk)[0]
        waiting, shown = (playing.open_a_case(person, by=alma) for person in PEOPLE[:2])
        for case, person in ((waiting, PEOPLE[0]), (shown, PEOPLE[1])):
            playing.propose(case, person, seed=3, by=alma)
        notice = notice_of(waiting.subject)
        other = drafts.begin(text, channel="read_aloud", interpreter=False, by=alma)
    with reading_as(town.society.pk, member=town[Role.VOLUNTEER].pk):
        draft = drafts.begin(text, channel="read_aloud", interpreter=False, by=town[Role.VOLUNTEER])
    with playing.acting(town[Role.OFFICER]) as omar:
        playing.approve(shown, by=omar)
        face, removal_code = faces.put_on_wall(shown, by=omar)
    town.codes["removal"] = removal_code
    town.things.update(
        {
            "draft": draft.pk,
            "colleague's draft": other.pk,
            "case": waiting.pk,
            "shown case": shown.pk,
            "notice": notice and notice.pk,
            "subject": waiting.subject,
            "face": face.pk,
            "picture": face.name,
        }
    )


def _hands_in(town: Town) -> None:
    """A request that waits, and one that was not accepted."""
    volunteer, omar = town[Role.VOLUNTEER], town[Role.OFFICER]
    with reading_as(town.society.pk, member=volunteer.pk):
        asked, refused = (playing.open_a_case(person, by=volunteer) for person in PEOPLE[2:4])
    with playing.acting(omar):
        accepting.refuse(refused, criterion=NotOurs.GENEALOGY, note="Said so.", by=omar)
    things = {"handed-in case": asked, "refused case": refused}
    town.things.update({name: case.pk for name, case in things.items()})
    town.things["handed-in subject"] = asked.subject


def _writes(town: Town) -> None:
    """A visitor wrote about the face; a guest was invited and has not come yet."""
    with playing.acting(town[Role.CASEWORKER]) as alma:
        face = face_showing(town.things["face"])
        town.codes["answer"] = wall.leave_message(face, body=WRITTEN, word=WORD).code
        town.things["sentence"] = sentences.draft_first(by=town.lena)[0].pk
        town.things["message"] = inbox(alma)[0].pk
    tokens: list[str] = []
    admin = town[Role.SOCIETY_ADMIN]
    with reading_as(town.society.pk, member=admin.pk):
        guest = network.invite(
            town.society,
            sign_in=f"guest-{town.society.code.lower()}",
            role=Role.VOLUNTEER,
            name="Gwen",
            email="gwen@example.invalid",
            door=partial(_noted, tokens),
            by=admin,
        )
        cost = wall_figures.enter_cost(
            month=timezone.localdate(),
            amount=Decimal(40),
            currency="EUR",
            spent_on="travel",
            by=admin,
        )
    town.things.update({"guest": guest.pk, "link": tokens[0], "cost": cost.pk})


def _prints(town: Town) -> None:
    """A region, a poster with the face that hangs on the wall, and a sheet of it on some wall."""
    today = timezone.localdate()
    admin = town[Role.NETWORK_ADMIN]
    with reading_as(town.society.pk, member=admin.pk):
        region = wall.settle_region(
            None,
            name=f"Region of {town.society.code}",
            scope="People who were separated on their way.",
            criteria="Whoever agreed to it.",
            societies=[str(town.society.pk)],
            languages=["en", "ar"],
            by=admin,
        )
    with playing.acting(town[Role.CASEWORKER]) as alma:
        plan: dict[str, Any] = {"languages": ["en", "ar"], "size": "a4", "month": today}
        poster = wall.make_poster(region, **plan, faces=[town.things["face"]], by=alma)
        sheet = wall.hang(poster, where="Station, hall", who="Chidi", since=today, by=alma)
    town.things.update({"region": region.pk, "poster": poster.pk, "sheet": sheet.pk})


def _noted(tokens: list[str], token: str) -> str:
    tokens.append(token)
    return f"https://desk.example.invalid/{token}"


def _guards(town: Town) -> None:
    """The protection team holds somebody back."""
    carla = town[Role.CHILD_PROTECTION]
    subject = protection.new_subject()
    with playing.acting(carla):
        text = protected.texts_in_force(town.society.pk)[0]
        protection.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=carla)
        protection.put_on_hold(subject, reason="A brother asks too much.", by=carla)
        town.things["hold"] = protected.holds_in_force(subject)[0].pk
        told = {"names": "Luwam Habte", "by_whom": "an uncle"}
        protection.register_do_not_find(subject, told=told, by=carla)
        town.things["entry"] = protected.entries_about(subject)[0].pk


def _asks_by_right(town: Town) -> None:
    """Somebody wants a copy of what is kept, and an authority asked about somebody."""
    today = timezone.localdate()
    with playing.acting(town[Role.CASEWORKER]) as alma:
        request = rights.write_request(
            town.things["subject"],
            kind=Kind.ACCESS,
            came=Came.DESK,
            received=today,
            identity="She knows her case code.",
            by=alma,
        )
    with playing.acting(town[Role.DATA_PROTECTION]) as dora:
        asked = "Whether we know a person."
        authority = authorities.write_authority(
            kind=Authority.POLICE, country="XO", received=today, asked=asked, by=dora
        )
    town.things.update({"request": request.pk, "authority": authority.pk})


def _shares(town: Town) -> None:
    """A service point told which addresses its people share."""
    by = town[Role.SOCIETY_ADMIN]
    desk = network_lookups.desks(town.society.pk)[0]
    addresses = ip_network("198.51.100.0/28")
    with reading_as(town.society.pk, member=by.pk):
        shared = visitors.name_network(desk, addresses=addresses, times=10, by=by)
    town.things["network"] = shared.pk


def _watches(town: Town) -> None:
    """An alarm rang, and the data-protection officer marked an invented case."""
    by, now = town[Role.DATA_PROTECTION], timezone.now()
    reader = town[Role.CASEWORKER].pk
    with reading_as(town.society.pk, member=by.pk):
        many = Finding(Rule.MANY_AN_HOUR, reader, now - timedelta(hours=1), now, 60)
        [alarm] = watch.ring([many], by=Machine(town.society.pk))
        canary = watch.plant([uuid4()], code=f"{town.society.code}-2345-6789", note="-", by=by)
    town.things.update({"alarm": alarm.pk, "canary": canary.pk})


def _looks_after_a_child(town: Town) -> None:
    """A team of three with a box of its own, and a child it looks after."""
    by = town[Role.OFFICER]
    members = [town[Role.CASEWORKER], town[Role.CHILD_PROTECTION], town.lena]
    second = network.Hand(town.lena.sign_in, PASSWORD)
    with reading_as(town.society.pk, member=by.pk):
        team = network.make_team("Maple", members=members, own=PASSWORD, second=second, by=by)
    town.things.update({"team": team.pk, "team member": town.lena.pk})
    look_after(town)
