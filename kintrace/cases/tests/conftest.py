"""A society whose boxes stand and whose notice is approved, with four members at its desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from kintrace.cases import lookups
from kintrace.cases.actions import opening
from kintrace.cases.circumstances import Closing
from kintrace.cases.contact_plan import Side
from kintrace.cases.tests import handing, together
from kintrace.cases.tests.meeting import Found, sentences_approved
from kintrace.cases.tests.meeting_afar import FoundAfar, taken_on
from kintrace.cases.tests.red_cross_ways import sent
from kintrace.cases.tests.ways import LASTS, day, on_the_wall
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD, PEOPLE
from kintrace.network.access import BOXES, Role
from kintrace.network.tests.cast import enlist, found
from kintrace.protection.tests.given import first_texts
from kintrace.vault import pins
from kintrace.vault.actions import hold_ceremony, make_member_keys
from kintrace.vault.reader import reading_as
from tests.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.models import Case, RedCrossMessage, Transfer
    from kintrace.network.models import Member, Society

SELAM = PEOPLE[0]


@dataclass(frozen=True)
class Scene:
    """Alma opens cases, Omar and Lena are officers, Chidi is a volunteer without a box; Dora is
    the data-protection officer."""

    society: Society
    alma: Member
    omar: Member
    lena: Member
    chidi: Member
    dora: Member
    others: dict[str, Member] = field(default_factory=dict)

    def acting(self, member: Member) -> AbstractContextManager[Member]:
        return playing.acting(member)


@pytest.fixture(autouse=True)
def folders(settings: Settings, tmp_path: Path) -> None:
    settings.SAFE_FILES = tmp_path / "sealed"
    settings.FACES = tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"


@pytest.fixture
def stage(db: None) -> Callable[[str], Scene]:
    """`stage("NM")` makes one whole society; two of them share nothing."""
    return build_scene


@remembered
def build_scene(code: str, **others: Role) -> Scene:
    """`others`: members beside the four, by name. Keys take their time, so few tests have some."""
    society = found(code)
    people = {
        name: enlist(society, role, sign_in=f"{name}-{code.lower()}")
        for name, role in (
            ("alma", Role.CASEWORKER),
            ("omar", Role.OFFICER),
            ("lena", Role.OFFICER),
            ("chidi", Role.VOLUNTEER),
            ("dora", Role.DATA_PROTECTION),
        )
    }
    more = {name: enlist(society, role) for name, role in others.items()}
    _hand_out_keys(society, [*people.values(), *more.values()])
    return Scene(society, **people, others=more)


def _hand_out_keys(society: Society, members: list[Member]) -> None:
    with reading_as(society.pk):
        for member in members:
            make_member_keys(member.pk, society=society.pk, opening_password=PASSWORD)
        officers = [(member.pk, PASSWORD) for member in members if member.role == Role.OFFICER]
        entitled = {
            box: [member.pk for member in members if Role(member.role) in roles]
            for box, roles in BOXES.items()
        }
        ceremony = hold_ceremony(society.pk, officers=officers, entitled=entitled)
        pins.pin(society.pk, ceremony.fingerprint)
        omar, lena, *_more = (member for member in members if member.role == Role.OFFICER)
        first_texts(society, by=lena, second=omar)


@remembered
def selams_case(scene: Scene) -> Case:
    """Alma opens it, for Selam's brother, of whose age nothing was told."""
    with scene.acting(scene.alma):
        return playing.open_a_case(SELAM, by=scene.alma)


@pytest.fixture
def society(db: None) -> Society:
    """One without keys and boxes: enough for what stands outside the seal."""
    return found("NM")


@pytest.fixture
def alma(society: Society) -> Member:
    return enlist(society, Role.CASEWORKER, "alma")


@pytest.fixture
def berta(society: Society) -> Member:
    return enlist(society, Role.CASEWORKER, "berta")


@pytest.fixture
def scene(stage: Callable[[str], Scene]) -> Scene:
    return stage("NM")


@pytest.fixture
def clock() -> Iterator[FrozenDateTimeFactory]:
    """The first of March 2026, noon, until a test moves it."""
    with freeze_time("2026-03-01 12:00") as clock:
        assert isinstance(clock, FrozenDateTimeFactory)
        yield clock


@pytest.fixture
def hanging(clock: FrozenDateTimeFactory, scene: Scene) -> Case:
    """Selam's face hangs since the first of March, for 300 days."""
    case = selams_case(scene)
    with scene.acting(scene.alma):
        on_the_wall(case, until=day(LASTS), alma=scene.alma, omar=scene.omar)
    return case


@pytest.fixture
def closed(clock: FrozenDateTimeFactory, scene: Scene) -> Case:
    """A case that was opened and closed on the first of March 2026."""
    case = selams_case(scene)
    with scene.acting(scene.alma):
        return opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)


@pytest.fixture
def there(db: None) -> Scene:
    """The society that delivers."""
    return build_scene("BG")


@pytest.fixture
def selams(scene: Scene) -> Case:
    return selams_case(scene)


@pytest.fixture
def letter(scene: Scene, there: Scene, selams: Case) -> RedCrossMessage:
    """On its way to the other society."""
    with scene.acting(scene.alma):
        partner = there.society.pk
        return sent(selams, by=scene.alma, second=scene.omar, partner=partner)


@pytest.fixture
def afar(scene: Scene, there: Scene) -> FoundAfar:
    """The same search, with the other society, which took it on."""
    return taken_on(scene, there)


@pytest.fixture
def passed(afar: FoundAfar) -> FoundAfar:
    """The way to reach the person lies at the society that asked; nobody told the family yet."""
    afar.as_far_as_the_contact()
    return afar


@pytest.fixture
def asked_at_home(passed: FoundAfar) -> Found:
    """The search as that society has it: its family was told, and is asked later."""
    with passed.home.acting(passed.home.alma) as alma:
        passed.told_at_home("contact", by=alma)
        together.planned(passed.at_home, Side.SEEKER, by=alma)
        return passed.at_home


@pytest.fixture
def led_at_home(passed: FoundAfar) -> Found:
    """The search as that society has it: its family was told, and both want to come together."""
    with passed.home.acting(passed.home.alma) as alma:
        passed.told_at_home("contact", by=alma)
    with passed.home.acting(passed.home.lena) as lena:
        together.opened(passed.at_home, by=lena)
        return passed.at_home


@pytest.fixture
def search(scene: Scene) -> Found:
    """Selam's search for her brother, of whose age nothing was told."""
    return _selams_search(scene)


@remembered
def _selams_search(scene: Scene) -> Found:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        sentences_approved(scene)
        [sought] = lookups.sought_in(case)
        return Found(scene, case, lookups.sought_for(scene.alma, sought.pk))


@pytest.fixture
def transfer(scene: Scene, there: Scene, selams: Case) -> Transfer:
    """Another society is asked, and did not answer yet."""
    with scene.acting(scene.alma):
        return handing.sent(selams, there.society, by=scene.alma)
