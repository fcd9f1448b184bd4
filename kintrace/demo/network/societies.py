"""Societies, their desks, members, keys and notices: the steps that make one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.db import transaction

from kintrace.demo.invented import PASSWORD
from kintrace.demo.playing import named
from kintrace.demo.steps import Step
from kintrace.network import actions, lookups
from kintrace.network.access import RIGHTS, Right, Role
from kintrace.network.signin import seal_factor
from kintrace.protection.actions import approve_notice, draft_default_notices
from kintrace.protection.lookups import every_text
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.demo.network.houses import Hire, House
    from kintrace.network.models import Member


def steps(house: House) -> tuple[Step, ...]:
    """Found it, open its desks, take in its members, hold the ceremony, approve the notices."""
    hires = (
        Step(f"{house.code} member {hire.sign_in}", partial(_enlist, house, hire))
        for hire in house.members
    )
    return (
        Step(f"{house.code} society", partial(_found, house)),
        *hires,
        Step(f"{house.code} keys", partial(_hold_ceremony, house)),
        Step(f"{house.code} notices", partial(_approve_notices, house)),
    )


@transaction.atomic
def _found(house: House) -> None:
    if any(society.code == house.code for society in lookups.every_society()):
        return
    society = actions.found_society(
        house.code,
        name=house.name,
        country=house.country,
        languages=house.languages,
        kind=house.kind,
        phone=house.phone,
    )
    for desk in house.desks:
        actions.add_desk(society, **desk)


@transaction.atomic
def _enlist(house: House, hire: Hire) -> None:
    if lookups.member_named(hire.sign_in) is not None:
        return
    society = lookups.society_coded(house.code)
    member = actions.enlist(
        society,
        sign_in=hire.sign_in,
        role=hire.role,
        password=PASSWORD,
        name=hire.name,
        email=f"{hire.sign_in}@example.invalid",
        languages=house.languages,
    )
    with reading_as(society.pk, member=member.pk):
        if Right.OPEN_BOXES in RIGHTS[hire.role]:
            actions.set_opening_password(member, password=PASSWORD)
        _second_factor(member)


def _second_factor(member: Member) -> None:
    secret = seal_factor(member, generate_totp_secret())
    Authenticator.objects.create(user=member, type=Authenticator.Type.TOTP, data={"secret": secret})


def _hold_ceremony(house: House) -> None:
    """Two officers make the boxes; who is alone borrows one of the network's office."""
    officer, *others = house.of(Role.OFFICER)
    by, second = named(officer), actions.Hand(others[0] if others else house.lent, PASSWORD)
    with reading_as(by.society_id, member=by.pk):
        if not lookups.ceremony_was_held(by.society_id):
            actions.hold_ceremony(own=PASSWORD, second=second, by=by)


def _approve_notices(house: House) -> None:
    """Put the first words in force in every language in which there are some: two members do."""
    *others, writer = house.of(Role.OFFICER)
    by, second = named(writer), named([*others, *house.of(Role.DATA_PROTECTION)][0])
    with reading_as(by.society_id, member=by.pk):
        draft_default_notices(by.society, by=by)
    with reading_as(second.society_id, member=second.pk):
        for text in every_text(second.society_id):
            if text.state == text.State.DRAFT:
                approve_notice(text, by=second)
