"""What `protection` asks about a family that comes together: of each of the two, their own part."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.actions.in_touch import forget
from kintrace.cases.actions.reunion import end_without_them
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.cases.reunion import Whose, Why
from kintrace.cases.reunion_words import Held, Needed, Step
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.lookups import Dossier, Finding
    from kintrace.cases.models import Reunion
    from kintrace.protection.holders import Stop


class OfReunions(Quiet):
    """A dossier ends when one of the two takes back that we are in touch. It goes with who was
    found, and so with who searches and with the person sought (holder_found.py); where another
    society found them, with who searches or is sought."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        if why.cause not in FOR_GOOD or Purpose.CONTACT not in why.purposes:
            return []
        reason = Why.RAN_OUT if why.cause is Cause.EXPIRED else Why.TOOK_BACK
        found = [finding for finding, _side in findings_with(subject)]
        ended = [one for one in found if end_without_them(one, why=reason, by=by)]
        return [_("The help for the family to come together is ended.") for _one in ended]

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        """What stands under the mark of a search; the rest goes with who was found."""
        return Gone(files=forget(_marked(subject), by=by))

    def copy(self, subject: UUID) -> list[Line]:
        """The person's own yes, and what an office asked them for; nothing of the other side."""
        return [line for dossier, side in _dossiers(subject) for line in _own(dossier, side)]


def _marked(subject: UUID) -> Iterator[Reunion]:
    for sought in lookups.sought_of_subject(subject):
        with suppress(KeyNotAtHand):  # of what nobody can open nothing is left to tell
            yield from lookups.reunions_marked(sought)


def _dossiers(subject: UUID) -> Iterator[tuple[Dossier, Whose]]:
    for finding, side in findings_with(subject):
        dossier = lookups.dossier_of(finding)
        if dossier is not None:
            yield dossier, side


def findings_with(subject: UUID) -> Iterator[tuple[Finding, Whose]]:
    """The findings in which somebody is who was found, or who searches."""
    located = lookups.located_known_as(subject)
    sought = lookups.whom_behind(located) if located else None
    if located is not None and sought is not None:
        yield lookups.Finding(sought, located), Whose.FOUND
    case = lookups.case_known_as(subject)
    for one in lookups.sought_in(case) if case else ():
        with suppress(KeyNotAtHand):  # of what nobody can open nothing is left to tell
            yield lookups.finding_of(one), Whose.SEEKER


def _own(dossier: Dossier, side: Whose) -> Iterator[Line]:
    day = date.fromisoformat(dossier.reunion.said_yes[side.value]["day"])
    yield Line(_("You said that you want to come together"), date_format(day, "DATE_FORMAT"))
    for row in dossier.steps:
        on = date_format(date.fromisoformat(row.step["day"]), "DATE_FORMAT")
        words = _("%(day)s: %(step)s") % {"day": on, "step": Step(row.step["after"]).label}
        yield Line(_("How far it is with coming together"), words, Cover.CAUTION)
    for _row, sheet in dossier.sheets:
        if sheet.whose == side:
            words = _("%(what)s: %(held)s")
            said = {"what": sheet.called or Needed(sheet.what).label}
            said |= {"held": Held(sheet.held).label}
            yield Line(_("What an office asked for"), words % said, Cover.CAUTION)
