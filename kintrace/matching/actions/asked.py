"""Who of ours may be whom another society seeks: noted by the machine, ruled out by people.

It is for our own members. Nothing of it goes to the society that asks (decision 063).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.incoming import require_searched
from kintrace.cases.transfers import Stand
from kintrace.matching.models import Held, Meant
from kintrace.network.access import Right, has
from kintrace.people.lookups import card_row
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kintrace.cases.lookups import Afar
    from kintrace.cases.models import Incoming
    from kintrace.network.models import Member
    from kintrace.people.lookups import Found


@transaction.atomic
def note_meant(request: Incoming, found: Iterable[Found]) -> None:
    """Who was found when a request was held beside our people. Of whom a member said that it is
    somebody else, that stays until what stands on their card changes."""
    known = {row.subject: row for row in Meant.objects.filter(incoming=request)}
    for one in found:
        row = known.pop(one.subject, None)
        if row is None:
            row = Meant(incoming=request, society_id=request.society_id, subject=one.subject)
        elif row.number == one.number:
            continue
        row.number, row.is_not = one.number, False
        row.save()
    gone = [row.pk for row in known.values() if not row.is_not]
    Meant.objects.filter(pk__in=gone).delete()
    Held.objects.update_or_create(
        incoming=request, defaults={"society_id": request.society_id, "at": timezone.now()}
    )


@transaction.atomic
def hold_anew() -> None:
    """A card of the reader's society is new or changed: every request has its turn again."""
    Held.objects.filter(society_id=reader_in_force().society).update(at=None)


@transaction.atomic
def say_whether_meant(whom: Afar, *, subject: UUID, is_not: bool, by: Member) -> None:
    """Somebody of ours is not whom the other society seeks, or may be after all. Raises NoRight;
    what protection refuses there at this moment; NotSo once the result was given; 404 when it was
    taken back, and for who has no card in the member's society."""
    if not has(by, Right.JUDGE_PAIRS):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    require_searched(whom.incoming)
    card = card_row(subject)
    if card is None:
        raise Http404
    Meant.objects.update_or_create(
        incoming=whom.incoming,
        subject=subject,
        defaults={"society_id": whom.society_id, "number": card.number, "is_not": is_not},
    )
    record(Deed.JUDGED_PAIR, about=whom.transfer.pk, by=by)


@transaction.atomic
def forget_meant(subject: UUID) -> None:
    """They are erased."""
    Meant.objects.filter(subject=subject).delete()


@transaction.atomic
def forget_ended() -> None:
    """What was noted for requests of the reader's society that ended or have their result."""
    ours = Meant.objects.filter(society_id=reader_in_force().society)
    ours.exclude(incoming__state=Stand.ACCEPTED).delete()
