"""What `protection` asks about who was found: a subject of their own beside the case."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import forget_questions, forget_where
from kintrace.cases.actions.outcomes import forget_outcomes, forget_untold
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.cases.card import FoundBy, Wish
from kintrace.cases.forms_found import WhereForm
from kintrace.cases.holder_transfers import clock_of_transfer
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Clock
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Case, Located
    from kintrace.protection.holders import Stop


class OfFound(Quiet):
    """Stands before the part of the case: the way from there to who was found goes with it."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        """Who takes back that we may reach them: where they are goes with its key, and so do the
        questions that another society put to their family."""
        located = lookups.located_known_as(subject)
        sought = lookups.whom_behind(located) if located else None
        if sought is None or not _must_stop(why):
            return []
        forget_questions(sought)
        finding = lookups.Finding(sought, located)
        if why.cause not in FOR_GOOD or not forget_where(finding):
            return []
        said = [_("Where the person is and how they are reached is deleted with its key.")]
        late = _("What was passed on before cannot be called back.")
        return [*said, late] if finding.release else said

    @transaction.atomic
    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        """The found person's own; who was found goes along with the search that found them."""
        located = lookups.located_known_as(subject)
        if located is None:
            forget_outcomes(subject)
            return Gone(along=frozenset(_found_by_search_of(subject)))
        forget_untold(located)
        papers = [*lookups.whereabouts_of(located), *lookups.releases_of(located)]
        beside = [*papers, *lookups.reunions_beside(located), *lookups.plans_beside(located)]
        files = {located.file, *(paper.file for paper in beside)}
        record(Deed.ERASED, about=located.pk, by=by)
        located.delete()
        said = _("What the found person told us and chose, and what was passed on, is deleted.")
        return Gone((said,), frozenset(files))

    def copy(self, subject: UUID) -> list[Line]:
        """The person's own answers. What the other side said is of others, and in every copy."""
        located = lookups.located_known_as(subject)
        if located is not None:
            return [*_own(located), Line(_("What others told us to compare"), "", Cover.OTHER)]
        case = lookups.case_known_as(subject)
        return list(_told(case)) if case else []

    def boxed(self, subject: UUID) -> list[Line]:
        located = lookups.located_known_as(subject)
        if located is None:
            return []
        asked = [
            Line(_("What you answered when we asked"), row.found_says, Cover.CAUTION)
            for row in located.proofs.all()
            if row.found_says
        ]
        return [*_reached(located), *asked]

    def records(self, subject: UUID) -> list[UUID]:
        located = lookups.located_known_as(subject)
        return [located.pk] if located else []

    def page(self, subject: UUID) -> str:
        located = lookups.located_known_as(subject)
        sought = lookups.whom_behind(located) if located else None
        return reverse("cases:found", args=[sought.pk]) if sought else ""

    def labels(self, subjects: Collection[UUID]) -> dict[UUID, str]:
        return lookups.codes_of_found(subjects)

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.found_among(subjects)

    def clocks(self, subject: UUID) -> list[Clock]:
        """What is kept of a found person ends with the search."""
        located = lookups.located_known_as(subject)
        sought = lookups.whom_behind(located) if located else None
        if sought is None:
            return []
        if isinstance(sought, lookups.Afar):
            return [clock_of_transfer(sought.transfer)]
        case, kind = sought.case, lookups.clock_of(sought.case)
        return [Clock(kind, lookups.last_day_of(case) if case.closed else case.next_review)]


def _must_stop(why: Stop) -> bool:
    """Taken back or over; or somebody is named who must not learn, and it is asked anew."""
    named = why.cause is Cause.MUST_NOT_LEARN
    return named or (why.cause in FOR_GOOD and Purpose.CONTACT in why.purposes)


def _found_by_search_of(subject: UUID) -> Iterator[UUID]:
    """Who was found in the case of this enquirer, or as this person sought."""
    for sought in lookups.sought_of_subject(subject):
        with suppress(KeyNotAtHand):  # of what nobody can open nothing is left to tell
            located = lookups.located_of(sought)
            if located is not None:
                yield located.subject


def _own(located: Located) -> Iterator[Line]:
    how, day = FoundBy(located.found["how"]).label, date_format(located.day, "DATE_FORMAT")
    words = _("%(day)s, %(how)s") % {"day": day, "how": how}
    yield Line(_("We found you"), words)
    for choice in located.choices.all():
        said, on = Wish(choice.wish["wish"]).label, date_format(choice.at, "DATE_FORMAT")
        words = _("%(day)s: %(wish)s") % {"day": on, "wish": said}
        yield Line(_("What you wanted passed on"), words, Cover.CAUTION)
    for release in lookups.releases_of(located):
        on = date_format(release.at, "DATE_FORMAT")
        yield Line(_("We passed on how you can be reached"), on, Cover.CAUTION)


def _reached(located: Located) -> Iterator[Line]:
    asked = WhereForm.base_fields
    for kept in lookups.whereabouts_of(located):
        for name, words in kept.reached.items():
            yield Line(str(asked[name].label), words, Cover.CAUTION)


def _told(case: Case) -> Iterator[Line]:
    """What the person who searches has heard already: the same words for more than one thing."""
    for row in lookups.outcomes_told(case):
        on = date_format(row.told_on, "DATE_FORMAT") if row.told_on else ""
        words = _("%(day)s: %(words)s") % {"day": on, "words": row.told_words}
        yield Line(_("What we told you of the search"), words)
