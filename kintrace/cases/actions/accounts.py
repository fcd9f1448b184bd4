"""What somebody who was there tells of an event: heard after the notice, sealed as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.opening import BASIS_LASTS
from kintrace.cases.models import Account, Case, Event
from kintrace.protection.actions import (
    discard,
    give_notice,
    new_subject,
    record_basis,
    require_notice,
)
from kintrace.protection.lookups import is_held, require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.purposes import Channel as Read
from kintrace.protection.turns import be_alone_with
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member
    from kintrace.protection.actions import Heard


@dataclass(frozen=True)
class Teller:
    """Who told it: the subject, and the file in which the account lies."""

    subject: UUID
    file: UUID


@transaction.atomic
def keep_account(
    event: Event, *, words: dict[str, str], told_by: Case | Heard, by: Member
) -> Account:
    """Seal what the enquirer of a case tells, or somebody who has none and just heard the notice.

    An enquirer's words go to other searches: it is asked whether theirs may be worked on. Raises
    InformationNotGiven, NoticeNotInForce, AlreadyErased, and what protection refuses.
    """
    teller = _enquirer(told_by) if isinstance(told_by, Case) else _heard(told_by, by)
    Event.objects.select_for_update().get(pk=event.pk)
    account = Account(
        file=teller.file,
        event=event,
        society_id=event.society_id,
        subject=teller.subject,
        by=by,
    )
    account.words = words
    account.save(force_insert=True)
    record(Deed.KEPT_ACCOUNT, about=account.pk, by=by)
    return account


def _enquirer(case: Case) -> Teller:
    require_notice(case.subject)
    require(case.subject, Purpose.TRACE)
    return Teller(case.subject, case.file)


def _heard(heard: Heard, by: Member) -> Teller:
    """A subject of their own, with the notice and the ground on which the words are kept."""
    teller = Teller(new_subject(), open_file(by.society_id))
    how = heard.channel
    give_notice(teller.subject, text=heard.text, channel=how, interpreter=heard.interpreter, by=by)
    record_basis(
        teller.subject,
        purpose=Purpose.TRACE,
        kind=BasisKind.PUBLIC_INTEREST,
        how=How.PHONE if how is Read.PHONE else How.SPOKEN,
        until=timezone.localdate() + BASIS_LASTS,
        file=teller.file,
        by=by,
    )
    return teller


@transaction.atomic
def note_read(account: Account, *, by: Member) -> None:
    """Somebody read it through, box open. The first one counts."""
    Account.objects.filter(pk=account.pk, read=None).update(read=timezone.now(), read_by=by)
    record(Deed.READ_ACCOUNT, about=account.pk, by=by)


@transaction.atomic
def erase_accounts(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete what a subject told; gives the files they lay in. Needs no key."""
    every = lookups.accounts_by(subject)
    for account in every:
        record(Deed.ERASED, about=account.pk, by=by)
        account.delete()
    return {account.file for account in every}


@transaction.atomic
def forget_accounts(accounts: Iterable[Account]) -> None:
    """With the event goes what was told of it, and who told nothing else is forgotten."""
    every = list(accounts)
    alone = lookups.only_told(one.subject for one in every)
    for one in every:
        be_alone_with(one.subject)
        one.delete()
        if one.subject in alone:
            # Who is on hold keeps the key of what the protection team has to read.
            discard(one.subject, files=[] if is_held(one.subject) else [one.file])
