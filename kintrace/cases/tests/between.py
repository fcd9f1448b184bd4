"""What calls out between two societies: everything but the act itself is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import reunion, transfer_sending
from kintrace.cases.contact_plan import Side
from kintrace.cases.tests import together
from kintrace.cases.tests.bringing import a_place, ask_at
from kintrace.cases.tests.conftest import SELAM, build_scene
from kintrace.cases.tests.handing import ALL, FOUND, prepared, sent, with_incoming
from kintrace.cases.tests.meeting_afar import taken_on
from kintrace.demo import playing

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.models import Incoming
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

    Act = Callable[[], object]


def sending(scene: Scene) -> Act:
    case, there = playing.open_a_case(SELAM, by=scene.alma), build_scene("BG")
    transfer = prepared(case, there.society, parts=ALL, by=scene.alma)
    return lambda: transfer_sending.send(transfer, by=scene.alma)


def accepting(scene: Scene) -> Act:
    incoming, alba = _asked(scene)
    return partial(_acting, alba, lambda: answering.accept(incoming, by=alba))


def returning(scene: Scene) -> Act:
    incoming, alba = _taken_on(scene)
    give = partial(answering.return_result, incoming, outcome=FOUND, by=alba)
    return partial(_acting, alba, give)


def noting(scene: Scene) -> Act:
    incoming, alba = _taken_on(scene)
    return partial(_acting, alba, partial(answering.write_note, incoming, words="No.", by=alba))


def asking_a_place(scene: Scene) -> Act:
    afar = taken_on(scene, build_scene("BG"))
    there = afar.scene
    with playing.acting(there.omar) as omar:
        place = a_place(by=omar, country="BG")
    return partial(_acting, there.alma, partial(ask_at, afar, place, by=there.alma))


def writing(scene: Scene) -> Act:
    incoming, alba = _taken_on(scene)
    ask = partial(answering.say, incoming.transfer, sender=incoming.sender_id, words="?", by=alba)
    return partial(_acting, alba, ask)


def asking_the_family(scene: Scene) -> Act:
    afar = taken_on(scene, build_scene("BG"))
    afar.as_far_as_the_choice()
    alba = afar.scene.alma
    _acting(alba, partial(afar.ask_found, by=alba))
    return partial(_acting, alba, partial(afar.send_questions, by=alba))


def answering_for_the_family(scene: Scene) -> Act:
    afar = taken_on(scene, build_scene("BG"))
    afar.as_far_as_the_questions()
    return partial(afar.answer_at_home, by=scene.alma)


def passing_over(scene: Scene) -> Act:
    afar = taken_on(scene, build_scene("BG"))
    afar.as_far_as_the_signature()
    lena = afar.scene.lena
    return partial(_acting, lena, partial(afar.release, by=lena))


def planning_with_the_found(scene: Scene) -> Act:
    afar = taken_on(scene, build_scene("BG"))
    afar.as_far_as_the_contact()
    alba = afar.scene.alma
    return partial(_acting, alba, partial(together.planned, afar, by=alba))


def planning_with_the_family(scene: Scene) -> Act:
    afar = taken_on(scene, build_scene("BG"))
    afar.as_far_as_the_contact()
    afar.told_at_home("contact", by=scene.alma)
    return partial(together.planned, afar.at_home, Side.SEEKER, by=scene.alma)


def coming_together_afar(scene: Scene) -> Act:
    afar = taken_on(scene, build_scene("BG"))
    afar.as_far_as_the_contact()
    afar.told_at_home("contact", by=scene.alma)
    together.place_named(by=scene.lena)
    begun, own = together.beginning(by=scene.lena), afar.at_home.sought
    return partial(reunion.open_reunion, own, beginning=begun, by=scene.lena)


def _acting(member: Member, act: Act) -> None:
    with playing.acting(member):
        act()


def _asked(scene: Scene) -> tuple[Incoming, Member]:
    """What Alma's society asks of another one, and who works there."""
    there = build_scene("BG")
    sent(playing.open_a_case(SELAM, by=scene.alma), there.society, parts=ALL, by=scene.alma)
    with with_incoming(there.alma) as incoming:
        return incoming, there.alma


def _taken_on(scene: Scene) -> tuple[Incoming, Member]:
    incoming, alba = _asked(scene)
    _acting(alba, partial(answering.accept, incoming, by=alba))
    return incoming, alba
