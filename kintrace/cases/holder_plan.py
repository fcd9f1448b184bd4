"""What `protection` asks about asking a family how it is: of each of the two, their own.

A plan goes with who was found; where another society found them, with who searches or is sought.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.cases import lookups
from kintrace.cases.actions import in_touch, plans
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.cases.holder_reunion import findings_with
from kintrace.cases.plan_words import Outcome, Way
from kintrace.protection import keeping
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import KeyNotAtHand, reader_in_force

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.lookups import Plan
    from kintrace.cases.models import ContactPlan
    from kintrace.protection.holders import Stop


class OfPlans(Quiet):
    """A plan ends when the person takes back that we are in touch."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        if why.cause not in FOR_GOOD or Purpose.CONTACT not in why.purposes:
            return []
        found = [finding for finding, _side in findings_with(subject)]
        ended = [one for one in found if plans.end_plans(one, subject=subject, by=by)]
        return [_("Nobody asks the person any more how they are.") for _one in ended]

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        """What stands under the mark of a search; the rest goes with who was found
        (holder_found.py)."""
        return Gone(files=in_touch.forget(_marked(subject), by=by))

    def copy(self, subject: UUID) -> list[Line]:
        return [line for plan in _own(subject) for line in _lines(plan)]

    def boxed(self, subject: UUID) -> list[Line]:
        own = _own(subject)
        said = [Line(_("What is safe to say to you"), p.row.sentence, Cover.CAUTION) for p in own]
        notes = [one.note for plan in own for one in plan.talks if one.note]
        return [
            *said,
            *(Line(_("What was said when we asked you"), n, Cover.CAUTION) for n in notes),
        ]

    def clocks(self, subject: UUID) -> list[Clock]:
        """For who was found alone: on the page of a case it would say that somebody was."""
        located = lookups.located_known_as(subject)
        ends = (
            [lookups.last_day_in(one) for one in lookups.plans_beside(located)] if located else []
        )
        return [Clock(Kind.PLAN, keeping.last_day(Kind.PLAN, end)) for end in ends if end]

    def expire(self, today: date) -> Counter[Kind]:
        ended = plans.expire(today, by=Machine(reader_in_force().society))
        return +Counter({Kind.PLAN: ended})


def _marked(subject: UUID) -> Iterator[ContactPlan]:
    for sought in lookups.sought_of_subject(subject):
        with suppress(KeyNotAtHand):  # of what nobody can open nothing is left to tell
            yield from lookups.plans_marked(sought)


def _own(subject: UUID) -> list[Plan]:
    every = (
        plan for finding, _side in findings_with(subject) for plan in lookups.plans_of(finding)
    )
    return [plan for plan in every if plan.subject == subject]


def _lines(plan: Plan) -> Iterator[Line]:
    way = str(Way(plan.row.said_yes["way"]).label)
    yield Line(_("How we may ask you how you are"), way, Cover.CAUTION)
    for talk in plan.talks:
        day = date_format(talk.day, "DATE_FORMAT")
        if talk.came:
            words = _("%(day)s: %(came)s") % {"day": day, "came": _came(talk.came["outcome"])}
            yield Line(_("When we asked you"), words, Cover.CAUTION)


def _came(outcome: str) -> str:
    return str(Outcome(outcome).label)
