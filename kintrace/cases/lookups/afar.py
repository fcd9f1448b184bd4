"""Who is sought for another society: what a `Sought` is at home, while it is shared with us.

The people of that search are the other society's. What is asked of them is asked at home, under the
reader of the society that asked; `home_of` is that reader.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from kintrace.cases.lookups.cases import called
from kintrace.cases.lookups.transfers import copy_of, incoming_for, may_be_shared, transfers_of
from kintrace.cases.models import Case, Child, Incoming, Located, Passage, Sought, Transfer
from kintrace.cases.transfers import AT_WORK, Part
from kintrace.people.told import Role
from kintrace.protection.lookups import is_held, is_kept_apart
from kintrace.vault.reader import reading_as
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from uuid import UUID

    from kintrace.network.models import Member

FOUND, PASSAGE = "found", "passage"


@dataclass(frozen=True, repr=False)
class Afar:
    """Somebody whom another society seeks, for the one that searches for it."""

    incoming: Incoming
    transfer: Transfer

    @property
    def pk(self) -> UUID:
        return self.incoming.pk

    @property
    def society_id(self) -> UUID:
        return self.incoming.society_id

    @property
    def asker(self) -> UUID:
        """The society that asked."""
        return self.incoming.sender_id

    @property
    def subject(self) -> UUID:
        """The number under which that society seeks them."""
        return self.transfer.subject

    @cached_property
    def _at_home(self) -> Transfer:
        """As the society that asked has it. Nothing of it is opened here."""
        with reading_as(self.asker):
            rows = Transfer.objects.select_related("case", "child__team")
            return rows.get(pk=self.transfer.pk)

    @property
    def is_for_a_child(self) -> bool:
        return self.transfer.child_id is not None

    @property
    def search(self) -> Case | Child:
        """The search of that society."""
        return self._at_home.search

    @property
    def case(self) -> Case:
        """The same, of a grown-up's."""
        if isinstance(self.search, Case):
            return self.search
        raise TypeError("a child's search is no case")

    @property
    def home_box(self) -> str:
        """What is for that society is sealed to it."""
        return self._at_home.home_box


Whom = Sought | Afar


def afar_of(incoming: Incoming) -> Afar | None:
    """Who is sought in what we took on; None while or since nothing of it is ours to see."""
    rows = Transfer.objects.filter(receiver=incoming.society_id, state__in=AT_WORK)
    transfer = rows.select_related("society").filter(pk=incoming.transfer).first()
    return Afar(incoming, transfer) if transfer else None


def afar_known_as(subject: UUID, *, by: Member) -> Afar | None:
    """Whom the member's society searches for another one, by the number they have there."""
    shared = Transfer.objects.filter(receiver=by.society_id, subject=subject, state__in=AT_WORK)
    rows = Incoming.objects.filter(society_id=by.society_id, transfer__in=shared.values("pk"))
    return next(filter(None, map(afar_of, rows)), None)


def afar_for(member: Member, pk: UUID) -> Afar:
    """404 too when it was taken back, or may not be shared at this moment."""
    return still_afar(incoming_for(member, pk))


def still_afar(incoming: Incoming) -> Afar:
    """Who is sought in it; 404 when it was taken back, or may not be shared at this moment."""
    whom = afar_of(incoming)
    if whom is None or not may_be_shared(whom.transfer):
        raise Http404
    return whom


def is_kept_from(transfer_id: UUID) -> bool:
    """Whether the protection team knows somebody of its register in a search for another society:
    for that society nobody is found. Under the reader of the society that searches.

    What was said is kept under the number of the request, so nothing here leads to a person. A
    hold on it comes from a backup that lost what the team had said.
    """
    return is_kept_apart(transfer_id) or is_held(transfer_id)


def search_of(whom: Whom) -> Case | Child:
    """What a person is sought in, here or at the society that asked."""
    return whom.search if isinstance(whom, Afar) else whom.case


def home_of(whom: Whom) -> AbstractContextManager[object]:
    """The reader under which the people of the search can be asked about."""
    return reading_as(whom.asker) if isinstance(whom, Afar) else nullcontext()


def called_here(whom: Whom) -> str:
    """The name of a person sought for a page; of another society's, as far as it was sent."""
    if isinstance(whom, Sought):
        return called(whom)
    copy = copy_of(whom.transfer)
    names = copy.parts.get(Part.NAMES, []) if copy else []
    given = [text for role, text in names if Role(role) in {Role.GIVEN, Role.UNKNOWN}]
    return next(iter(given), _("Somebody whose name was not sent"))


def handler_of(whom: Whom) -> UUID | None:
    """Who works on it in the society that reads."""
    return whom.incoming.handler_id if isinstance(whom, Afar) else whom.case.handler_id


# --- what goes over, as either of the two finds it ---


def mark_in(transfer: Transfer, purpose: str) -> UUID:
    """Only who holds the key of the copy knows. Raises KeyNotAtHand."""
    return mark_of(transfer.pk, file=transfer.file, purpose=purpose)


def passage_of(transfer: Transfer) -> Passage | None:
    return Passage.objects.filter(mark=mark_in(transfer, PASSAGE)).first()


def found_afar(transfer: Transfer) -> Located | None:
    """Who was found by the society that searches for us. For the society that asked; what is found
    is read there, so inside `reading_as(transfer.chosen_id)` alone."""
    mark = mark_in(transfer, FOUND)
    with reading_as(transfer.chosen_id):
        return Located.objects.filter(mark=mark).first()


def shared_for(sought: Sought) -> list[Transfer]:
    """What other societies search for this person now."""
    return [
        one
        for one in transfers_of(sought.case)
        if one.subject == sought.subject and one.state in AT_WORK
    ]
