"""What another society asked of us: his mother seeks Samir there, whom she seeks here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases.actions import incoming as answering
from kintrace.cases.actions import transfer_sending
from kintrace.cases.lookups import still_sought
from kintrace.cases.tests.handing import FOUND, accepted, sent, with_incoming
from kintrace.cases.transfers import USUAL
from kintrace.matching.tests.at_desk import at_desk, words_of
from kintrace.matching.tests.conftest import SHE, invented, searched
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.lookups import entries_about, notice_given
from kintrace.protection.purposes import Channel, Purpose, WhyErased

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from uuid import UUID

    from kintrace.cases.models import Case, Transfer
    from kintrace.cases.tests.conftest import Scene
    from kintrace.demo.invented import Invented

    Stop = Callable[[Scene, Scene, Case], object]

# Another family that seeks the same Samir, whom our case tells of in Arabic script.
MOTHER = invented(
    "woman|45|1965|gregorian|Huda|Jaber|Salim|Huda|Jaber|son|Samir Khalil|Samir Khalil|man|Homs|"
    "fr|olive"
)
SAMIR = "سمير خليل"


@pytest.fixture
def hers(here: Scene) -> Case:
    """Ours: she seeks Samir."""
    return searched(here, SHE, compared=False)


def asked(
    there: Scene, here: Scene, parts: Collection[str] = USUAL, who: Invented = MOTHER
) -> Transfer:
    """His mother seeks him there, and that society asks ours."""
    case = searched(there, who, compared=False)
    with there.acting(there.alma):
        return sent(case, here.society, by=there.alma, parts=parts)


@pytest.fixture
def transfer(here: Scene, there: Scene, hers: Case) -> Transfer:
    del hers
    found = asked(there, here)
    accepted(here.alma)
    return found


def url_of(here: Scene) -> str:
    with with_incoming(here.alma) as incoming:
        return f"/desk/other/incoming/{incoming.pk}/"


def page(here: Scene) -> str:
    return words_of(at_desk(here.alma), url_of(here))


def him(hers: Case) -> UUID:
    """Whom she seeks."""
    return still_sought(hers)[0].subject


def _feared(*, land: bool) -> Stop:
    def stop(here: Scene, there: Scene, case: Case) -> None:
        theirs = there.society
        circle = NotWith(
            societies=frozenset() if land else frozenset({theirs.pk}),
            countries=frozenset({theirs.country}) if land else frozenset(),
        )
        protection.change_not_with(case.subject, not_with=circle, by=here.alma)

    return stop


STOPS: dict[str, Stop] = {
    "held": lambda here, _there, case: protection.put_on_hold(
        him(case), reason="Somebody asks.", by=here.alma
    ),
    "erased": lambda here, _there, case: protection.erase(
        case.subject, why=WhyErased.ASKED, by=here.dora
    ),
    "taken back": lambda here, _there, case: protection.withdraw(
        case.subject, purpose=Purpose.TRACE, by=here.alma
    ),
    "that society must not learn": _feared(land=False),
    "its country must not learn": _feared(land=True),
}


ENDS = ("taken back", "held there", "the result was given")


def over(how: str, here: Scene, there: Scene, transfer: Transfer) -> None:
    """It ends, in one of the ways of ENDS."""
    if how == "the result was given":
        with with_incoming(here.alma) as incoming:
            answering.return_result(incoming, outcome=FOUND, by=here.alma)
    with there.acting(there.alma):
        if how == "taken back":
            transfer_sending.recall(transfer, why="mistake", by=there.alma)
        elif how == "held there":
            protection.put_on_hold(transfer.subject, reason="A call.", by=there.alma)


def kept_apart(scene: Scene, case: Case) -> UUID:
    """The protection team's Carla knows who is sought in her register, and keeps the search apart
    in silence; whom."""
    carla = scene.others["carla"]
    with scene.acting(carla):
        hidden, given, sought = protection.new_subject(), notice_given(case.subject), him(case)
        assert given is not None
        protection.give_notice(hidden, text=given.text, channel=Channel.PHONE, by=carla)
        told = {"name": "Samir", "who": "Her brother"}
        protection.register_do_not_find(hidden, told=told, by=carla)
        [entry] = entries_about(hidden)
        protection.keep_apart(entry, sought=sought, by=carla)
    return sought
