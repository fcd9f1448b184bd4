"""Views of the list of cases that a member saves for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.models import SavedView
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.filters import Wanted
    from kintrace.network.models import Member

MOST = 12  # as many tabs as fit in a row that is still read


class TooManyViews(Refusal):
    """A row of tabs that goes on for ever helps nobody."""


@transaction.atomic
def keep_view(wanted: Wanted, *, name: str, by: Member) -> SavedView:
    """Save these filters under a name; who saved the same ones before gives them a new name."""
    own = lookups.views_of(by)
    view = next((one for one in own if one.query == wanted.query), None)
    if view is not None:
        return rename_view(view, name=name, by=by)
    if len(own) >= MOST:
        raise TooManyViews(
            _("You have %(number)d views already. Delete one first.") % {"number": MOST}
        )
    view = SavedView(society_id=by.society_id, member=by, query=wanted.query)
    view.name = name
    view.save(force_insert=True)
    record(Deed.CHANGED_VIEWS, about=view.pk, by=by)
    return view


@transaction.atomic
def rename_view(view: SavedView, *, name: str, by: Member) -> SavedView:
    view.name = name
    view.save(update_fields=["name"])
    record(Deed.CHANGED_VIEWS, about=view.pk, by=by)
    return view


@transaction.atomic
def drop_view(view: SavedView, *, by: Member) -> None:
    about = view.pk
    view.delete()
    record(Deed.CHANGED_VIEWS, about=about, by=by)


def forget_views_of_others(*, working: frozenset[UUID]) -> int:
    """Delete the views of who does not work here any more, in the reader's society."""
    left = SavedView.objects.filter(society_id=reader_in_force().society)
    gone, _each = left.exclude(member__in=working).delete()
    return gone
