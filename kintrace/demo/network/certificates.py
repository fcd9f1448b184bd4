"""Certificates of the first society: one is asked for, some were given, one was withdrawn."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.cases import lookups
from kintrace.cases.actions import attestations
from kintrace.demo.network.people import at
from kintrace.demo.network.states import Fate, actor
from kintrace.demo.playing import seated
from kintrace.demo.steps import Step, made
from kintrace.network.access import Role
from kintrace.wall.certificate_codes import new_code

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.demo.network.houses import House
    from kintrace.demo.network.people import Lot
    from kintrace.network.models import Member


class Paper(Enum):
    """How a certificate stands when the demo is whole."""

    ASKED = "waits for an officer"
    GIVEN = "given"
    GIVEN_IN_ARABIC = "given in Arabic"
    WITHDRAWN = "lost, and withdrawn"


def steps(house: House) -> tuple[Step, ...]:
    live = [lot for lot in at(house) if lot.fate is Fate.LIVE]
    return tuple(
        Step(f"{house.code} certificate {number}", partial(_certify, lot, paper))
        for number, (lot, paper) in enumerate(zip(live, Paper, strict=False), start=1)
    )


def _certify(lot: Lot, paper: Paper) -> None:
    with seated(actor(lot, Role.CASEWORKER)) as by:
        case = lookups.case_for(by, UUID(made()[lot.case_key]))
        if not lookups.attestations_of(case):
            language = "ar" if paper is Paper.GIVEN_IN_ARABIC else "en"
            attestations.ask_for_attestation(case, language=language, by=by)
    if paper is not Paper.ASKED:
        with seated(actor(lot, Role.OFFICER)) as officer:
            _give(case, by=officer)
    if paper is Paper.WITHDRAWN:
        with seated(actor(lot, Role.CASEWORKER)) as by:
            _withdraw(case, by=by)


def _give(case: Case, *, by: Member) -> None:
    """The code stands on the paper alone, which nobody prints here."""
    [asked] = lookups.attestations_of(case)
    if asked.state == attestations.State.REQUESTED:
        attestations.issue_attestation(asked, code=new_code(), by=by)


def _withdraw(case: Case, *, by: Member) -> None:
    [given] = lookups.attestations_of(case)
    if given.state == attestations.State.ISSUED:
        attestations.withdraw_attestation(given, because=attestations.Because.LOST, by=by)
