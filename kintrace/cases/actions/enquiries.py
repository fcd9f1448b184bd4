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
from kintrace.cases.actions.found import NotAsExpected, require_lately, take_turns
from kintrace.cases.actions.incoming import require_not_kept_from, require_searched, require_shared
from kintrace.cases.actions.opening import require_going_on, require_open
from kintrace.cases.enquiries import (
    GROUNDS,
    NAMED_ON,
    REFERRED,
    SAYS_NOTHING,
    Part,
    Result,
)
from kintrace.cases.models import Enquiry, Source
from kintrace.cases.referral import CONSENT_LASTS
from kintrace.network.access import Right, has
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.actions import record_basis, require_notice
from kintrace.protection.lookups import not_with, require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.actions import open_file
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any
    from uuid import UUID

    from kintrace.cases.enquiries import Ask
    from kintrace.cases.lookups import Whom
    from kintrace.cases.models import Case
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
def ask(whom: Whom, *, ask: Ask, by: Member) -> Enquiry:
    """Write down that a place is asked, what it is told and on which ground.

    About somebody whom another society seeks the ground is weighed here and everything else asked
    there, and both chains hold that a place was told. Raises InformationNotGiven, CaseIsClosed,
    SearchRests, NotSo, NotToBeAsked, NotAsExpected, what protection refuses, and 404 for what was
    taken back.
    """
    take_turns(whom)
    _require_informed(whom)
    _require_at_work(whom)
    source = lookups.source_for(by, ask.source)
    _require_fitting(whom, source, ask)
    _require_traced(whom)
    _require_may_learn(source, whom)
    if source.kind in REFERRED and not isinstance(whom, lookups.Afar):
        _agreed(whom.case, how=ask.how, by=by)
    require_lately(ask.day)
    if ask.due <= ask.day:
        raise NotAsExpected(_("The day on which you ask again comes after this one."))
    _wait_no_more([one for one in lookups.waited_for(whom) if one.asked["source"] == ask.source])
    row = Enquiry(**_kept_in(whom), society_id=whom.society_id, by=by)
    row.day, row.due, row.asked = ask.day, ask.due, ask.to_json()
    row.save(force_insert=True)
    also = [whom.asker] if isinstance(whom, lookups.Afar) else []
    record(Deed.ASKED_PLACE, about=_search(whom), by=by, also=also)
    return row


def _kept_in(whom: Whom) -> dict[str, Any]:
    """The file of the case. The society that asked holds the key of its copy, and what a place
    said may be that somebody was found: that lies in a file of ours."""
    if isinstance(whom, lookups.Afar):
        return {"file": open_file(whom.society_id), "incoming": whom.incoming}
    return {"file": whom.file, "sought": whom}


def _search(whom: Whom) -> UUID:
    """What the audit calls it: a case, or what another society asked."""
    return whom.transfer.pk if isinstance(whom, lookups.Afar) else whom.case_id


def _people(whom: Whom) -> tuple[UUID, UUID]:
    """Who searches and who is sought; inside the reader of the society whose people they are."""
    return lookups.search_of(whom).subject, whom.subject


def _require_informed(whom: Whom) -> None:
    with lookups.home_of(whom):
        require_notice(lookups.search_of(whom).subject)


def _require_at_work(whom: Whom) -> None:
    if isinstance(whom, lookups.Afar):
        require_searched(whom.incoming)
        require_not_kept_from(whom.transfer.pk)
    else:
        require_open(moves.locked(whom.case))


def _require_traced(whom: Whom) -> None:
    with lookups.home_of(whom):
        for subject in _people(whom):
            require(subject, Purpose.TRACE)


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


def _require_may_learn(source: Source, whom: Whom) -> None:
    """Where countries are feared, a place of which nobody knows the country may lie in one. A
    society that searches for another hears neither that any are feared nor which."""
    is_afar = isinstance(whom, lookups.Afar)
    with lookups.home_of(whom):
        feared = {country for one in _people(whom) for country in not_with(one).countries}
    if (feared or is_afar) and not source.country:
        words = _("Write in your list first in which country this place is.")
        raise NotAllowed(words, "must-not-learn")
    if source.country in feared and is_afar:
        raise _not_from_here()
    if source.country in feared:
        raise NotAllowed(_("This place must not learn of the person."), "must-not-learn")


def _not_from_here() -> NotToBeAsked:
    """The same for whatever speaks against it at home."""
    return NotToBeAsked(
        _("This place is not asked from here. Write to the society that asked you to search.")
    )


def _require_fitting(whom: Whom, source: Source, ask: Ask) -> None:
    if not lookups.may_be_asked(source.kind, whom):
        if isinstance(whom, lookups.Afar):
            raise _not_from_here()
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
    written down always, while another society has not taken its search back (404)."""
    whom = lookups.whom_asked_about(enquiry)
    take_turns(whom)
    _require_informed(whom)
    _require_going_on(whom)
    if Result(result) not in SAYS_NOTHING or said.strip():
        _require_traced(whom)
    row = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if row.answered is not None:
        raise NotAsExpected(_("The answer was written down already."))
    require_lately(day)
    row.answered, row.result = day, {"result": Result(result).value}
    row.said = said
    row.save(update_fields=["answered", "result", "said"])
    record(Deed.PLACE_ANSWERED, about=_search(whom), by=by)
    return row


def _require_going_on(whom: Whom) -> None:
    if isinstance(whom, lookups.Afar):
        require_shared(whom.incoming)
    else:
        require_going_on(moves.locked(whom.case))


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
