"""What `protection` asks of this folder about a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from kintrace.people import actions, lookups
from kintrace.people.told import PlaceKind, Sex, Told
from kintrace.protection.holders import Gone, Line, Quiet
from kintrace.protection.lookups import told_of_by
from kintrace.protection.purposes import Cause, Purpose
from kintrace.ui.tongues import own_name

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.holders import Stop


class PeopleHolder(Quiet):
    """A description stands nowhere else; what may be searched is its copy, the index card. Who was
    told of by somebody stands and falls with them, and so does their card."""

    kind = "people"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        del by
        everybody = [subject, *told_of_by(subject)]
        if why.cause == Cause.DO_NOT_FIND:
            actions.shut_network(everybody)
            _lay_anew(everybody)
        elif Purpose.TRACE in why.purposes:
            return _taken(everybody)
        elif Purpose.COMPARE in why.purposes:
            return _kept_from_others(everybody, anew=why.cause == Cause.MUST_NOT_LEARN)
        return []

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        actions.take_card(subject)
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


def _taken(everybody: list[UUID]) -> list[str]:
    taken = [actions.take_card(one) for one in everybody]
    return [_("The search does not find this person any more.")] if any(taken) else []


def _kept_from_others(everybody: list[UUID], *, anew: bool) -> list[str]:
    """anew: somebody else must not learn of them, and whoever else may compares on."""
    shut = actions.shut_network(everybody)
    if anew:
        _lay_anew(everybody)
        return []
    said = _("Searches of other societies are not held beside this one any more.")
    return [said] if shut else []


def _lay_anew(everybody: list[UUID]) -> None:
    for one in everybody:
        actions.lay_card_anew(one)


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
