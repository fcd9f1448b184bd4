"""Somebody who is sought was found: informed first, a person of their own from then on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.incoming import require_not_kept_from, require_shared
from kintrace.cases.actions.opening import BASIS_LASTS, require_open
from kintrace.cases.card import REACHED, FoundBy
from kintrace.cases.models import Located, Passage, Whereabouts
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.actions import (
    erase_keys,
    give_notice,
    new_subject,
    record_basis,
    require_notice,
)
from kintrace.protection.lookups import is_looked_at, looked_at, require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date

    from kintrace.cases.lookups import Finding, Whom
    from kintrace.network.models import Member
    from kintrace.protection.actions import Heard

WRITTEN_WITHIN = timedelta(days=30)


class NotFoundYet(Refusal):
    """Nobody wrote down that this person was found."""

    def __init__(self) -> None:
        super().__init__(_("Write down first that the person was found and informed."))


class NotAsExpected(Refusal):
    """What was to be written down about a found person cannot be; the sentence says why."""


class PassedOn(Refusal):
    """What was passed on cannot be called back, and nothing is added to it."""

    def __init__(self) -> None:
        super().__init__(
            _("The way to reach the person was passed on already. It cannot be called back.")
        )


@dataclass(frozen=True)
class Meeting:
    """On which day and how the person was found."""

    day: date
    how: str


def require_free(sought: Whom) -> None:
    """Nobody is asked or told anything while somebody looks first, on either side, or where the
    search may not be carried. Raises what protection refuses, in words that say no more."""
    located = lookups.located_of(sought)
    found = [located.subject] if located else []
    if isinstance(sought, lookups.Afar):
        require_shared(sought.incoming)
        require_not_kept_from(sought.transfer.pk)
    else:
        require(sought.subject, Purpose.TRACE)
        found.append(sought.subject)
    if any(is_looked_at(one) for one in found):
        raise NotAllowed(looked_at(), "held")


def require_under_way(sought: Whom) -> None:
    """The search goes on: here, or as another society's that we took on. Raises CaseIsClosed and
    the like; 404 where it was taken back, and what protection refuses at home."""
    if isinstance(sought, lookups.Afar):
        require_shared(sought.incoming)
    else:
        require_open(sought.case)


def take_turns(sought: Whom) -> None:
    """Erasures of who searches and of who is sought wait. Raises AlreadyErased, and 404 for what
    another society took back."""
    if isinstance(sought, lookups.Afar) and lookups.afar_of(sought.incoming) is None:
        raise Http404
    with lookups.home_of(sought):
        for subject in (lookups.search_of(sought).subject, sought.subject):
            write_about(subject)


def locked(sought: Whom) -> Finding:
    """The finding, for whoever writes about it. Raises NotFoundYet, AlreadyErased."""
    take_turns(sought)
    row = Located.objects.select_for_update().filter(mark=lookups.mark_for(sought)).first()
    if row is None:
        raise NotFoundYet
    require_notice(row.subject)
    return lookups.Finding(sought, row)


@transaction.atomic
def locate(sought: Whom, *, meeting: Meeting, heard: Heard, by: Member) -> Located:
    """Note that the found person was informed, and only then that they were found (gate G1).

    They get a number, a file and a mark of their own: no row says whom this search found. Raises
    NotAsExpected, CaseIsClosed, NoticeNotInForce, and what protection refuses.
    """
    take_turns(sought)
    require_under_way(sought)
    require_free(sought)
    if lookups.located_of(sought) is not None:
        raise NotAsExpected(_("Somebody wrote down already that this person was found."))
    require_lately(meeting.day)
    subject = new_subject()
    give_notice(
        subject, text=heard.text, channel=heard.channel, interpreter=heard.interpreter, by=by
    )
    located = Located(
        file=open_file(sought.society_id),
        society_id=sought.society_id,
        subject=subject,
        mark=lookups.mark_for(sought),
        day=meeting.day,
        by=by,
    )
    located.found = {"sought": str(sought.pk), "how": FoundBy(meeting.how).value}
    located.save(force_insert=True)
    record(Deed.FOUND_PERSON, about=located.pk, by=by)
    return located


def require_lately(day: date) -> None:
    today = timezone.localdate()
    if not today - WRITTEN_WITHIN <= day <= today:
        raise NotAsExpected(_("Write the day on which it was: today, or one of the last 30 days."))


@transaction.atomic
def keep_where(
    sought: Whom, *, where: dict[str, str], how: str, seen: str | None = None, by: Member
) -> Whereabouts:
    """Seal where the person is and how they are reached, as they agreed: a file of its own.

    What was kept before goes with its key. `seen` is the version the page showed, where a page
    did: what somebody wrote since stays. Raises InformationNotGiven, NotFoundYet, CaseIsClosed,
    PassedOn, ChangedElsewhere, and what protection refuses.
    """
    finding = locked(sought)
    require_under_way(sought)
    require_free(sought)
    if finding.release is not None or finding.located is None:
        raise PassedOn
    if finding.wish not in {None, *REACHED}:
        raise NotAsExpected(_("The person wants nothing of this kept. Ask them again first."))
    reached = {name: words.strip() for name, words in where.items() if words.strip()}
    is_new = seen is not None and seen != lookups.version_of(finding.whereabouts)
    if is_new and not _is_kept(finding, reached):
        raise changed_elsewhere()
    forget_where(finding)
    kept = Whereabouts(
        file=open_file(sought.society_id),
        located=finding.located,
        society_id=sought.society_id,
        by=by,
    )
    kept.reached = reached
    kept.save(force_insert=True)
    agree_to_be_reached(finding, how=How(how), by=by)
    record(Deed.KEPT_WHEREABOUTS, about=finding.located.pk, by=by)
    return kept


def _is_kept(finding: Finding, reached: dict[str, str]) -> bool:
    """Whether just this is kept already, as far as the open box says."""
    kept = finding.whereabouts
    return kept is not None and lookups.read_where(kept) == reached


def agree_to_be_reached(finding: Finding, *, how: How, by: Member) -> None:
    """The found person's own consent; on it stands that we keep how they are reached."""
    if finding.located is None or finding.may_be_reached:
        return
    record_basis(
        finding.located.subject,
        purpose=Purpose.CONTACT,
        kind=BasisKind.CONSENT,
        how=how,
        until=timezone.localdate() + BASIS_LASTS,
        file=finding.located.file,
        by=by,
    )


def forget_questions(sought: Whom) -> None:
    """What lies with the society that asked, before contact came: nobody there goes on asking the
    family about somebody who wants it no more."""
    if isinstance(sought, lookups.Afar):
        mark = lookups.mark_in(sought.transfer, lookups.PASSAGE)
        Passage.objects.filter(mark=mark, passed__isnull=True).delete()


def forget_where(finding: Finding) -> bool:
    """Delete where the person is and how they are reached, with its key; whether there was any."""
    kept = finding.whereabouts
    if kept is None:
        return False
    file = kept.file
    kept.delete()
    erase_keys([file])
    return True
