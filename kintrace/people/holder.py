"""What `protection` asks of this folder about a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from kintrace.people import actions, lookups
from kintrace.people.told import PlaceKind, Sex, Told
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.ui.tongues import own_name

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kintrace.audit.actors import Actor


class PeopleHolder(Quiet):
    """Descriptions stand nowhere else, so there is nothing to stop; cases decide when they end."""

    kind = "people"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        told_in = lookups.file_of(subject)
        if told_in is None:
            return Gone()
        actions.forget(subject, by=by)
        said = _("Name, birth and all that was told of the person are deleted.")
        return Gone((said,), frozenset({told_in}))

    def copy(self, subject: UUID) -> list[Line]:
        try:
            tellings = lookups.person_of(subject).tellings
        except Http404:
            return []
        return [line for telling in tellings for line in lines_of(telling.told)]

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.written_down(subjects)

    def records(self, subject: UUID) -> list[UUID]:
        known = lookups.people_of([subject])
        return [known[subject].id] if known else []


def lines_of(told: Told) -> list[Line]:
    """One telling as the person would read it in an access copy."""
    names = [Line(part.label, part.text) for name in told.names for part in name]
    births = [Line(_("Born"), birth.said) for birth in told.births]
    places = [Line(str(PlaceKind(one.kind).label), lookups.place_name(one)) for one in told.places]
    rest = [
        Line(_("Sex"), str(Sex(told.sex).label)),
        Line(_("Languages"), ", ".join(map(own_name, told.languages))),
        Line(_("How to recognise the person"), told.marks),
        Line(_("Asked, and not known"), ", ".join(str(one.label) for one in told.not_known)),
    ]
    return [*names, *births, *places, *(line for line in rest if line.value)]
