"""Places that may know of somebody: kept by a society, asked for a person sought, their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.found import NotAsExpected, require_lately
from kintrace.cases.actions.opening import require_going_on, require_open
from kintrace.cases.enquiries import (
    GROUNDS,
    NAMED_ON,
    REFERRED,
    SAYS_NOTHING,
    Part,
    Result,
    may_ask,
)
from kintrace.cases.models import Enquiry, Source
from kintrace.cases.referral import CONSENT_LASTS
from kintrace.network.access import Right, has
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.actions import record_basis, require_notice
from kintrace.protection.lookups import not_with, require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from kintrace.cases.enquiries import Ask
    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member


class NotToBeAsked(Refusal):
    """This place is not asked in this search, or not told this."""


@transaction.atomic
def keep_source(
    source: Source | None,
    *,
    kind: str,
    name: str,
    how: str,
    country: str,
    seen: str | None = None,
    by: Member,
) -> Source:
    """A place of the society's that may be asked. Its name and way are sealed: members write names
    of people there although nobody asks for them. `seen` is the version the page showed, where a
    page did. Raises NoRight, ChangedElsewhere."""
    _require_keeper(by)
    now = source and Source.objects.select_for_update().get(pk=source.pk)
    said = (kind, country, name, how)
    is_new = seen is not None and seen != lookups.version_of(now)
    if now and is_new and said != (now.kind, now.country, now.name, now.how):
        raise changed_elsewhere()
    row = now or Source(society_id=by.society_id)
    row.kind, row.country, row.name, row.how = said
    row.save(force_insert=source is None)
    record(Deed.CHANGED_SETTINGS, about=row.pk, by=by)
    return row


@transaction.atomic
def end_source(source: Source, *, by: Member) -> None:
    """Nobody is asked there any more; what was asked stays. Raises NoRight."""
    _require_keeper(by)
    Source.objects.filter(pk=source.pk, ended=None).update(ended=timezone.localdate())
    record(Deed.CHANGED_SETTINGS, about=source.pk, by=by)


def _require_keeper(by: Member) -> None:
    if not has(by, Right.SET_CRITERIA):
        raise NoRight(_("Your role does not do this step. Ask who does."))


@transaction.atomic
def ask(sought: Sought, *, ask: Ask, by: Member) -> Enquiry:
    """Write down that a place is asked, what it is told and on which ground.

    Raises InformationNotGiven, CaseIsClosed, SearchRests, NotToBeAsked, NotAsExpected, and what
    protection refuses.
    """
    case = sought.case
    for subject in (case.subject, sought.subject):
        write_about(subject)
    require_notice(case.subject)
    require_open(moves.locked(case))
    source = lookups.source_for(by, ask.source)
    _require_fitting(sought, source, ask)
    for subject in (case.subject, sought.subject):
        require(subject, Purpose.TRACE)
        _require_may_learn(source, subject)
    if source.kind in REFERRED:
        _agreed(case, how=ask.how, by=by)
    require_lately(ask.day)
    if ask.due <= ask.day:
        raise NotAsExpected(_("The day on which you ask again comes after this one."))
    _wait_no_more([one for one in lookups.waited_for(sought) if one.asked["source"] == ask.source])
    row = Enquiry(file=sought.file, sought=sought, society_id=sought.society_id, by=by)
    row.day, row.due, row.asked = ask.day, ask.due, ask.to_json()
    row.save(force_insert=True)
    record(Deed.ASKED_PLACE, about=sought.case_id, by=by)
    return row


def _agreed(case: Case, *, how: str, by: Member) -> None:
    """Who searches wants to be passed on to this place: a ground of its own, which they may take
    back. Raises BasisNotSound for what nobody said."""
    record_basis(
        case.subject,
        purpose=Purpose.REFER,
        kind=BasisKind.CONSENT,
        how=How(how),
        until=timezone.localdate() + CONSENT_LASTS,
        file=case.file,
        by=by,
    )
    require(case.subject, Purpose.REFER)


def _wait_no_more(rows: Iterable[Enquiry]) -> int:
    going_on = Enquiry.objects.filter(pk__in=[row.pk for row in rows], answered=None, ended=None)
    return going_on.update(ended=timezone.localdate())


def _require_may_learn(source: Source, subject: UUID) -> None:
    """Where countries are feared, a place of which nobody knows the country may lie in one."""
    feared = not_with(subject).countries
    if feared and not source.country:
        words = _("Write in your list first in which country this place is.")
        raise NotAllowed(words, "must-not-learn")
    if source.country in feared:
        raise NotAllowed(_("This place must not learn of the person."), "must-not-learn")


def _require_fitting(sought: Sought, source: Source, ask: Ask) -> None:
    if not may_ask(source.kind, reason=sought.case.circumstances["reason"]):
        raise NotToBeAsked(
            _(
                "Where somebody is detained, only the ICRC is asked; and the ICRC is asked here "
                "for nobody else."
            )
        )
    parts = {Part(one) for one in ask.parts}
    if source.kind in REFERRED:
        return  # who searches agrees to it
    ground = BasisKind(ask.ground)
    if ground not in GROUNDS or not parts:
        raise NotToBeAsked(_("Weigh on which ground the place is told, and what it is told."))
    if Part.NAME in parts and ground not in NAMED_ON:
        raise NotToBeAsked(
            _("A name is told only where life or health may hang on it. Ask without the name.")
        )


@transaction.atomic
def note_answer(enquiry: Enquiry, *, day: date, result: str, said: str, by: Member) -> Enquiry:
    """What the place said. Raises NotAsExpected, CaseIsClosed, InformationNotGiven, and what
    protection refuses where it brings others' words to the search; that it says nothing may be
    written down always."""
    case, people = enquiry.sought.case, (enquiry.sought.case.subject, enquiry.sought.subject)
    for subject in people:
        write_about(subject)
    require_notice(case.subject)
    require_going_on(moves.locked(case))
    if Result(result) not in SAYS_NOTHING or said.strip():
        for subject in people:
            require(subject, Purpose.TRACE)
    row = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if row.answered is not None:
        raise NotAsExpected(_("The answer was written down already."))
    require_lately(day)
    row.answered, row.result = day, {"result": Result(result).value}
    row.said = said
    row.save(update_fields=["answered", "result", "said"])
    record(Deed.PLACE_ANSWERED, about=case.pk, by=by)
    return row


@transaction.atomic
def end_enquiries(subject: UUID, *, purposes: frozenset[Purpose]) -> int:
    """The search was taken back, or that somebody is passed on: nobody waits for an answer any
    more; for how many."""
    about = lookups.enquiries_about(subject, society=reader_in_force().society)
    if Purpose.TRACE not in purposes:
        about = [one for one in about if one.asked["how"]]  # what was agreed to
    return _wait_no_more(about)


def forget_enquiries(subject: UUID) -> None:
    """What was asked about a person sought who is erased alone goes with them."""
    Enquiry.objects.filter(sought__subject=subject).delete()
