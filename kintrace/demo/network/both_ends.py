"""Families that search from both ends, at two desks and in two scripts. The matching worker brings
them together; at one desk somebody has said already what it is, and one desk asked the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from kintrace.cases import lookups as cases
from kintrace.cases.actions import incoming, moves, transfer_sending, transfers
from kintrace.cases.states import State
from kintrace.cases.transfers import USUAL, Stand, Wish
from kintrace.demo import playing
from kintrace.demo.invented import Invented
from kintrace.demo.network.comparing import compare
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import Step, made
from kintrace.demo.told import BETWEEN, REGIONS
from kintrace.matching import actions, lookups, network
from kintrace.matching.words import Verdict, Why
from kintrace.network.access import Role
from kintrace.protection.purposes import How

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House
    from kintrace.matching.models import Candidate
    from kintrace.network.models import Member

TURNS = 20  # of the worker, at most


def _i(turn: int, line: str) -> Invented:
    sex, band, year, calendar, *rest = [part.strip() for part in line.split("|")]
    return Invented(sex, band, (year, calendar), *rest, turn=turn)


@dataclass(frozen=True)
class Family:
    """Who comes to the first desk, and who comes to the second."""

    here: Invented
    there: Invented


RIMA = """
woman|25|1993|gregorian|ريما|أنور|صبري|ريما|أنور|brother|باسل|باسل|man|حماة|ar|olive
man|25|1990|gregorian|Bassel|Anouar|Sabri|Bassel|Anouar|sister|Rima|Rima|woman|Hama|fr|olive
"""
MILLION = """
woman|25|1988|ethiopian|ሚልየን|ካሕሳይ|ገብረ|ሚልየን|ካሕሳይ|brother|ክብሮም|ክብሮም|man|ኣስመራ|ti|dark
man|25|1993|gregorian|Kibrom|Kahsay|Gebre|Kibrom|Kahsay|sister|Million|Million|woman|Asmara|en|dark
"""
LARYSA = """
woman|45|1978|gregorian|Лариса|Богдан|Семен|Лариса|Богдан|brother|Остап|Остап|man|Херсон|uk|light
man|45|1974|gregorian|Ostap|Bohdan|Semen|Ostap|Bohdan|sister|Larysa|Larysa|woman|Kherson|en|light
"""


def _family(turn: int, lines: str) -> Family:
    here, there = lines.strip().splitlines()
    return Family(_i(turn, here), _i(turn + 3, there))


FAMILIES = tuple(_family(turn, lines) for turn, lines in enumerate((RIMA, MILLION, LARYSA), 1))
LAST = len(FAMILIES)


def steps(here: House, there: House) -> tuple[Step, ...]:
    """Each comes to a desk; the worker works; the second desk says what it is of one pair."""
    come = (
        Step(key(house, number), partial(_come, house, number, person))
        for number, family in enumerate(FAMILIES, start=1)
        for house, person in ((here, family.here), (there, family.there))
    )
    return (
        *come,
        Step(f"{here.code} pairs", work_through),
        Step(f"{there.code} pair judged", partial(_judge, there)),
        Step(f"{there.code} pair asked", partial(_ask_for_more, there)),
        Step(request_key(here), partial(_ask_there, here, there)),
        Step(f"{there.code} both ends taken on", partial(_take_on, here, there)),
    )


def key(house: House, number: int) -> str:
    return f"{house.code} both ends {number}"


def request_key(house: House) -> str:
    return f"{house.code} both ends request"


def _by(house: House, number: int) -> Member:
    names = house.of(Role.CASEWORKER)
    return named(names[number % len(names)])


def _come(house: House, number: int, person: Invented) -> str:
    """What is told, the search, and the yes to compare it."""
    with seated(_by(house, number)) as by:
        case = playing.open_a_case(person, by=by)
        case = moves.move(case, to=State.TRACING, by=by)
        compare(case, how=How.SPOKEN, by=by)
        return str(case.pk)


def work_through() -> None:
    """The matching worker, until nothing is left."""
    for _ in range(TURNS):
        if not network.turn():
            return


def _judge(house: House) -> None:
    """Of the first family: who searches here is whom they look for there."""
    with seated(_by(house, 1)) as by:
        row = _pair(house, 1, by)
        if row is not None and not lookups.said_of(row):
            note = "He named the street and the school."
            actions.judge(row, verdict=Verdict.YES, why=Why.SAME_KIN, note=note, by=by)


def _ask_for_more(house: House) -> None:
    """Of the second family both should read more."""
    with seated(_by(house, 2)) as by:
        row = _pair(house, 2, by)
        if row is not None:
            actions.agree_to_more(row, by=by)


def _ask_there(here: House, there: House) -> str:
    """Of the last family the first desk asks the second one to search for him, who comes there."""
    with seated(_by(here, LAST)) as by:
        case = cases.case_for(by, UUID(made()[key(here, LAST)]))
        for sent in cases.transfers_of(case):
            return str(sent.pk)
        plan = transfers.Asking(
            sought=cases.still_sought(case)[0],
            society=named(there.members[0].sign_in).society,
            wish=Wish.SEARCH,
            question=BETWEEN[0].asked,
            region=REGIONS[0],
            answer_by=timezone.localdate() + timedelta(days=14),
        )
        transfer = transfers.begin(case, asking=plan, by=by)
        transfers.choose_parts(transfer, parts=USUAL, by=by)
        ground = transfers.Ground(kind="consent", how="spoken", sought="public_interest")
        transfers.check_ground(transfer, ground=ground, by=by)
        transfer_sending.send(transfer, by=by)
        return str(transfer.pk)


def _take_on(here: House, there: House) -> None:
    """The work list says then that somebody of their own may be meant."""
    sent = UUID(made()[request_key(here)])
    with seated(_by(there, LAST)) as by:
        asked = next(one for one in cases.incoming_of(by) if one.transfer == sent)
        if asked.state == Stand.SENT:
            incoming.accept(asked, by=by)


def _pair(house: House, number: int, by: Member) -> Candidate | None:
    """The pair of who searches here."""
    case = cases.case_for(by, UUID(made()[key(house, number)]))
    return next(iter(lookups.pairs_about(by, [case.subject])), None)
