"""What `protection` asks about a child: nothing is told outside its team, everything can be ended
without it.

Whoever stops or erases may be outside the team, so no sentence, name, clock or page of the child
is given to them; how long it is kept stands on the page of its team.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.cases import children_rules, children_steps, lookups
from kintrace.cases.actions import children_moves
from kintrace.cases.asking import as_shown
from kintrace.cases.children_pages import told_of_child
from kintrace.cases.forms_children import WhoForm
from kintrace.cases.holder_transfers import lines_of_transfer
from kintrace.cases.plan_words import Outcome, Way
from kintrace.people.holder import lines_of
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.lookups import every_basis
from kintrace.protection.purposes import Cause, Purpose
from kintrace.protection.retention import Kind
from kintrace.vault.reader import BoxIsShut, KeyNotAtHand, reader_in_force

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.children_steps import Step
    from kintrace.cases.models import Child
    from kintrace.protection.holders import Stop

# Pages that tell of others: of them a copy says only that there is something.
OF_OTHERS = frozenset({"family", "siblings", "found", "under_five"})
# The same of these questions on pages of its own.
WHO_ELSE = ("with_whom", "guardian")
# Words of an answer that may be a name: with a capital, or of a script that has none.
_MAY_BE_A_NAME = re.compile(r"\b[^\W\d_a-z]\w{2,}")
# Dangerous in a wrong hand, so who makes the copy decides about each line.
CAUTION = frozenset({"withhold", "safety", "care", "wishes"})


class OfChildren(Quiet):
    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        searched = Purpose.TRACE in why.purposes
        if why.cause is Cause.EXPIRED and not searched:
            return []  # that a message or another society was agreed to for a time ends of itself
        over = why.cause is not Cause.HOLD and searched
        children_moves.stop(subject, searching=over, by=by)
        return []

    def elsewhere(self) -> frozenset[UUID]:
        """Who is about to go home: whether the child still says yes is asked again."""
        return lookups.proposed_to_go_home()

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        along = _sought_by(subject)
        files = children_moves.forget(subject, by=by)
        said = _("What the person told us is deleted with its key.")
        return Gone((said,), frozenset(files), along) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        """Needs no box: that we wrote something down, and where others are told of."""
        child = lookups.child_known_as(subject)
        if child is None:
            return []
        day = date_format(child.registered, "DATE_FORMAT")
        others = Line(_("What others told us, and what you told of others"), "", Cover.OTHER)
        return [Line(_("We wrote down what you told us"), day), others]

    def boxed(self, subject: UUID) -> list[Line]:
        """The child's own answers, for a member of its team. Raises BoxIsShut for all others."""
        child = lookups.child_known_as(subject)
        return list(_told(child)) if child else []

    def others(self, subject: UUID) -> frozenset[str]:
        """Names of others as far as they can be read; outside the team no line could say them."""
        child = lookups.child_known_as(subject)
        names: frozenset[str] = frozenset()
        if child is not None:
            with suppress(BoxIsShut):
                names = frozenset(_names(child))
        return names

    def records(self, subject: UUID) -> list[UUID]:
        child = lookups.child_known_as(subject)
        return [child.pk] if child else []

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.children_among(subjects)

    def asks_apart(self, subject: UUID) -> bool:
        return lookups.child_known_as(subject) is not None

    def expire(self, today: date) -> Counter[Kind]:
        ended = children_moves.expire(today, by=Machine(reader_in_force().society))
        return +Counter({Kind.CHILD: ended})


def _told(child: Child) -> Iterator[Line]:
    pages = lookups.pages_of(child)
    for step in children_steps.STEPS:
        if step.key not in pages or step.key in OF_OTHERS:
            continue
        if step is children_steps.WHO:
            yield from _who(child)
        else:
            yield from _of_page(step, dict(pages[step.key].told["answers"]))
    yield from _at_home(child)
    yield from _elsewhere(child)


def _of_page(step: Step, answers: dict[str, list[str]]) -> Iterator[Line]:
    cover = Cover.CAUTION if step.key in CAUTION else Cover.NONE
    of_others = {name: answers.pop(name) for name in WHO_ELSE if name in answers}
    for label, value in as_shown(step, answers):
        yield Line(str(label), value, cover)
    for label, _value in as_shown(step, of_others):
        yield Line(str(label), "", Cover.OTHER)


def _elsewhere(child: Child) -> Iterator[Line]:
    """Which other societies were told that it searches, as everybody reads it in their copy."""
    for one in lookups.transfers_of_child(child):
        if one.sent:
            yield from lines_of_transfer(one)


def _sought_by(subject: UUID) -> frozenset[UUID]:
    """Of whom another society was told for a child's search: they go along."""
    child = lookups.child_known_as(subject)
    if child is None:
        return frozenset()
    try:
        every = lookups.subjects_of_family(child)
    except KeyNotAtHand:  # a backup brought the rows back, and each is erased by its own entry
        return frozenset()
    return frozenset(one for one in every if every_basis(one).exists())


def _at_home(child: Child) -> Iterator[Line]:
    """After it went home, in the words in which everybody reads of a plan in their copy."""
    after = lookups.answers_of(child, children_rules.AFTER)
    said = {name: values[-1] for name, values in after.items() if values}
    if not said:
        return
    way = str(Way(said["way"]).label)
    yield Line(_("How we may ask you how you are"), way, Cover.CAUTION)
    yield Line(_("What is safe to say to you"), said["sentence"], Cover.CAUTION)
    for day, came, words in sorted(children_rules.asked_at_home(child)):
        if came:
            facts = {
                "day": date_format(date.fromisoformat(day), "DATE_FORMAT"),
                "came": Outcome(came).label,
            }
            told = _("%(day)s: %(came)s") % facts
            yield Line(_("When we asked you"), told, Cover.CAUTION)
        if words:
            yield Line(_("What was said when we asked you"), words, Cover.CAUTION)


def _who(child: Child) -> Iterator[Line]:
    """As everybody reads it of themselves in their copy."""
    told = told_of_child(child)
    yield from lines_of(told) if told else ()
    for said in lookups.answers_of(child, children_steps.WHO.key).get("comes_from", []):
        yield Line(str(WhoForm.base_fields["comes_from"].label), said)


def _names(child: Child) -> Iterator[str]:
    """Whom the child told of, who claims it, and who found it; its own names are no secret."""
    told = told_of_child(child)
    own = {part.text for name in told.names for part in name} if told else set()
    said = lookups.answers_of(child, "family")
    rows = [values for name, values in said.items() if name.startswith("name_")]
    names = {value for values in rows for value in values if value}
    names |= {one.who for one in children_rules.withheld(child) if one.who}
    names |= {str(claim.claimant["name"]) for claim in child.claims.all()}
    for finder in lookups.answers_of(child, "found").get("finder", []):
        names |= set(_MAY_BE_A_NAME.findall(finder))
    yield from names - own
