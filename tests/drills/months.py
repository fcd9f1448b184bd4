"""The society of the twenty-five months: who is there, and what was laid down on the first day.

Everybody whose time ends has a word of their own in all that they told, to be looked for when they
are gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kintrace.cases.actions import faces
from kintrace.cases.actions.canaries import mark_invented
from kintrace.cases.lookups import told_of
from kintrace.cases.tests.children_ways import WHO, looked_after, team
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.papers import recorded
from kintrace.cases.tests.ways import NOBODY_DANGEROUS, latest, put_up, taken
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.actions import sign_agreement
from kintrace.network.words import SharingPurpose
from kintrace.protection.actions import settle
from kintrace.protection.retention import Kind
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.models import Hanging, Message
from kintrace.wall.terms import Known, Terms
from kintrace.wall.tests import cast

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case, Draft
    from kintrace.demo.invented import Invented
    from kintrace.network.models import Member

BEGIN = date(2026, 3, 1)
PHOTO_UNTIL, ASKED_UNTIL, CHILDS_UNTIL = 300, 250, 92
# Nobody else's name, place or word begins like these.
WORDS = {
    "ended": "Qorvaxi",
    "held": "Zumbrelo",
    "leaves": "Vextandi",
    "child": "Yilmarok",
    "draft": "Plomirsk",
    "second draft": "Tchavunde",
    "late draft": "Wrenkulo",
    "letter": "Grozhinda",
    "well": "Mbelturo",
}
OWN_TIMES = {Kind.DRAFT: 14, Kind.SPAM: 7, Kind.RIGHTS: 365}


def day(number: int) -> date:
    return BEGIN + timedelta(days=number)


@dataclass
class Stage:
    """Cases, messages and whatever else has a clock, by name; files that must go with it."""

    scene: Scene
    petra: Member  # an officer of the partner
    cases: dict[str, Case] = field(default_factory=dict)
    messages: dict[str, UUID] = field(default_factory=dict)
    rows: dict[str, UUID] = field(default_factory=dict)
    files: dict[str, UUID] = field(default_factory=dict)

    @property
    def carla(self) -> Member:
        return self.scene.others["carla"]

    @property
    def society(self) -> UUID:
        return self.scene.society.pk


def told_by(word: str) -> Invented:
    """Somebody in whose every answer this word stands."""
    parts = ("given", "father", "grandfather", "sought_given", "origin")
    said: dict[str, Any] = {part: f"{word}{number}" for number, part in enumerate(parts)}
    return replace(SELAM, **said, given_own=word, father_own=word, sought_given_own=word)


def first_day() -> Stage:
    scene = build_scene("NM", carla=Role.CHILD_PROTECTION)
    petra = build_scene("NP").omar
    stage = Stage(scene, petra)
    _can_be_reached(scene)
    with scene.acting(scene.dora):
        settle(OWN_TIMES, by=scene.dora)
    with scene.acting(scene.alma) as alma:
        _open_cases(stage, alma)
        _childs_face(scene)
        stage.files["draft"] = begin(WORDS["draft"], by=alma).file
        _print(stage, alma)
    _look_after(stage)
    _lay_before_the_partner(stage)
    _mark(stage)
    for name in ("read", "spam", "waiting", "plausible"):
        stage.messages[name] = message(scene)
    _dealt_with(stage)
    return stage


def begin(word: str, *, by: Member) -> Draft:
    return playing.begin_a_draft(told_by(word), by=by)


def _can_be_reached(scene: Scene) -> None:
    with reading_as(scene.society.pk):
        own = scene.society.settings
        own.mailbox = "desk@example.invalid"
        own.save(update_fields=["mailbox"])
        for one in (scene.omar, scene.dora):
            one.email = f"{one.sign_in}@example.invalid"
            one.save(update_fields=["email"])


def _open_cases(stage: Stage, alma: Member) -> None:
    for name in ("shown", "ended", "plain", "held", "leaves", "asked", "trap"):
        person = told_by(WORDS[name]) if name in WORDS else SELAM
        case = stage.cases[name] = playing.open_a_case(person, by=alma)
        stage.files[name] = case.file
    for name, until in (("shown", PHOTO_UNTIL), ("ended", PHOTO_UNTIL), ("asked", ASKED_UNTIL)):
        _propose(stage.cases[name], until=day(until), by=alma)
    for name in ("shown", "ended"):
        faces.decide(latest(stage.cases[name]), agreed=True, by=stage.scene.omar)
        faces.put_on_wall(stage.cases[name], by=alma)
    stage.files["ended recording"] = recorded(stage.cases["ended"], by=alma).file
    stage.files["ended photo"] = latest(stage.cases["ended"]).file


def _propose(case: Case, *, until: date, by: Member) -> None:
    said: dict[str, Any] = {"scope": ["wall", "posters"], "how": "spoken", "until": until}
    faces.consent(case, recognised=NOBODY_DANGEROUS, **said, by=by)
    taken(case, by=by)
    faces.propose(case, **put_up(), by=by)


def _childs_face(scene: Scene) -> None:
    child = Known(Terms.GUARDIAN)
    notice = cast.proposed(cast.somebody(scene.alma), scene.alma, known=child)
    wall.approve(notice, by=scene.omar)
    wall.publish(notice, by=scene.omar)


def _look_after(stage: Stage) -> None:
    """A child of a team of two, with its word in the box of the team alone."""
    scene = stage.scene
    made = team("Maple", scene.alma, stage.carla, by=scene.omar, second=scene.lena)
    looked = looked_after(made, carla=stage.carla, alma=scene.alma)
    looked.keep("who", WHO | {"given": [WORDS["child"]]})
    stage.rows["child"], stage.files["child"] = looked.child.pk, looked.child.file


def _print(stage: Stage, alma: Member) -> None:
    """A sheet on which two faces look from a wall."""
    said: dict[str, Any] = {"scope": "Over the sea.", "criteria": "", "languages": ["en"]}
    societies = [str(stage.society)]
    region = wall.settle_region(None, name="Sea", societies=societies, **said, by=stage.scene.omar)
    on_it = [latest(stage.cases[name]).face for name in ("ended", "shown")]
    faces_on_it = [face for face in on_it if face]
    plan: dict[str, Any] = {"languages": ["en"], "size": "a4", "month": BEGIN}
    poster = wall.make_poster(region, faces=faces_on_it, **plan, by=alma)
    sheet = wall.hang(poster, where="Station, hall", who="Chidi", since=BEGIN, by=alma)
    stage.rows |= {"poster": poster.pk, "sheet": sheet.pk}


def _lay_before_the_partner(stage: Stage) -> None:
    scene, partner = stage.scene, stage.petra.society
    with scene.acting(scene.omar) as omar:
        purposes = [SharingPurpose.SECOND_EYE]
        sign_agreement(scene.society, taker=partner, purposes=purposes, by=omar)
    with scene.acting(scene.alma) as alma:
        paper = wall.ask_partner(latest(stage.cases["asked"]), partner=partner.pk, by=alma)
    stage.rows["paper"], stage.files["paper"] = paper.pk, paper.file


def _mark(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.dora) as dora:
        trap = stage.cases["trap"]
        name = told_of(trap.subject).called
        mark_invented(trap.reference, name=name, note="Eva.", by=dora)


def message(scene: Scene) -> UUID:
    with scene.acting(scene.omar) as omar:
        said: dict[str, Any] = {"body": {"text": "x"}, "word": "w", "heard": cast.heard(omar)}
        return wall.write_down(about=None, channel=Message.Channel.DESK, **said, by=omar).message


def screen(stage: Stage, name: str, *states: str) -> None:
    with stage.scene.acting(stage.scene.omar) as omar:
        for state in states:
            wall.screen(Message.objects.get(pk=stage.messages[name]), state=state, by=omar)


def _dealt_with(stage: Stage) -> None:
    with stage.scene.acting(stage.scene.omar) as omar:
        read = Message.objects.get(pk=stage.messages["read"])
        wall.answer(read, text="Come on Monday.", by=omar)
    screen(stage, "read", "unreachable")
    screen(stage, "spam", "spam")
    screen(stage, "plausible", "plausible")


def sheet_of(stage: Stage) -> Hanging:
    return Hanging.objects.get(pk=stage.rows["sheet"])
