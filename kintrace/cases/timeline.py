"""What happened in a case, in the order of time, for its page. Each folder's part adds a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import times_done
from kintrace.cases import lookups, outside
from kintrace.cases.red_cross import State as Goes
from kintrace.cases.review_words import Reach
from kintrace.network.lookups import member_or_none
from kintrace.people.anew import Anew
from kintrace.people.lookups import people_of
from kintrace.ui.direction import isolated
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from kintrace.cases.models import Case, Move
    from kintrace.network.models import Member


@dataclass(frozen=True)
class Happening:
    """One line: when, what in a whole sentence, by whom, and words to it if the box is open."""

    at: datetime
    what: str
    by: str = ""
    note: str = ""


def steps_taken(case: Case, _by: Member) -> Iterator[Happening]:
    """The moves of the case with their reasons."""
    for row in lookups.moves_of(case):
        yield Happening(row.at, _step(row), row.by.name if row.by else "", lookups.said_of(row))


def _step(row: Move) -> str:
    return because(row.get_after_display(), row.reason)


def because(what: str, why: str) -> str:
    """What was done, and the reason where there is one."""
    if not why:
        return str(what)
    return _("%(state)s. Reason: %(why)s") % {"state": what, "why": why}


def corrections(case: Case, _by: Member) -> Iterator[Happening]:
    """Who searches and who is sought, told anew: when, why and by whom; the words stand above."""
    people = people_of(lookups.subjects_in(case))
    for subject, person in people.items():
        what = _("What was told of who is sought was corrected")
        if subject == case.subject:
            what = _("What was told of who searches was corrected")
        for one in person.tellings[1:]:
            why = str(Anew(one.why).label) if one.why else ""
            yield Happening(one.at, because(what, why), _name(member_or_none(one.by)))


def talks(case: Case, by: Member) -> Iterator[Happening]:
    """Talks about the photo; what would tell of a hold stands only where it may (decision 024)."""
    for talk in outside.talks_shown(case, by=by):
        words = _("Talk about the photo: %(outcome)s")
        said = words % {"outcome": talk.get_outcome_display()}
        who = talk.logged_by.name if talk.logged_by else ""
        yield Happening(_noon(talk.day), said, who)


def leads(case: Case, _by: Member) -> Iterator[Happening]:
    for lead, _told in lookups.leads_of(case):
        yield Happening(lead.at, _("A lead was written down."), lead.by.name)


def reviews(case: Case, _by: Member) -> Iterator[Happening]:
    """How the family was told that the search goes on, and that it could not be."""
    for row in lookups.reviews_of(case):
        what = _("The case was looked at again. Nobody of the family was reached.")
        if row.way != Reach.NOT_REACHED:
            words = _("The case was looked at again, and the family told: %(how)s.")
            what = words % {"how": row.get_way_display()}
        told = lookups.told_at(row)
        comes = _("Next: %(words)s") % {"words": told["comes"]} if told.get("comes") else ""
        note = "\n".join(filter(None, [told.get("said"), comes]))
        yield Happening(_noon(row.day), what, _name(row.by), note)


def tries(case: Case, _by: Member) -> Iterator[Happening]:
    for row in lookups.tries_of(case):
        told = lookups.told_at(row)
        what = _("What was tried was written down.")
        if told:
            what = _("Tried: %(place)s") % {"place": isolated(told["place"])}
        yield Happening(_noon(row.day), what, _name(row.by), told.get("words", ""))


def family_news(case: Case, _by: Member) -> Iterator[Happening]:
    """Red Cross Messages: that one was sent and that it came back. Whether one was delivered would
    tell that somebody lives where it went."""
    for one in lookups.red_cross_in(case):
        if one.sent is not None:
            yield Happening(_noon(one.sent), _("A Red Cross Message was sent."))
        if one.state == Goes.RETURNED and one.ended is not None:
            yield Happening(_noon(one.ended), _("A Red Cross Message came back."))


def events(case: Case, _by: Member) -> Iterator[Happening]:
    for one in lookups.events_joined(case):
        words = _("The case was joined to an event: %(event)s.")
        called = lookups.happened(one.event).called
        yield Happening(one.at, words % {"event": isolated(called)}, _name(one.by))


def certificates(case: Case, _by: Member) -> Iterator[Happening]:
    for one in lookups.attestations_of(case):
        yield Happening(one.asked, _("A certificate was asked for."), one.asked_by.name)
        if one.issued is not None:
            yield Happening(one.issued, _("A certificate was given."), _name(one.issued_by))
        if one.withdrawn is not None:
            yield Happening(one.withdrawn, _("A certificate was withdrawn."))


def hand_overs(case: Case, _by: Member) -> Iterator[Happening]:
    """That it was given to another member, and by whom: the audit knows no more."""
    for at, giver in times_done(Deed.ASSIGNED_CASE, society=case.society_id, about=case.pk):
        words = _("The case was given to another member.")
        yield Happening(at, words, _name(member_or_none(giver)))


def _name(member: Member | None) -> str:
    return member.name if member else ""


def face(case: Case, _by: Member) -> Iterator[Happening]:
    """The newest proposal of a photo: when it was made, and when it ended."""
    notice = notice_of(case.subject)
    if notice is not None:
        yield Happening(notice.made, _("The photo was proposed for the wall."))
        if notice.ended is not None:
            words = _("The photo is not on the wall any more: %(why)s.")
            yield Happening(notice.ended, words % {"why": notice.get_state_display()})


def _noon(day: date) -> datetime:
    """A day among moments: its middle."""
    return timezone.make_aware(datetime.combine(day, time(12)))


OWN = (
    *(steps_taken, talks, leads, face),
    *(reviews, tries, family_news, events, certificates, hand_overs, corrections),
)
sources: list[Callable[[Case, Member], Iterable[Happening]]] = [*OWN]


def of(case: Case, *, by: Member) -> list[Happening]:
    """Everything that happened, the newest first."""
    found = [one for source in sources for one in source(case, by)]
    return sorted(found, key=lambda one: one.at, reverse=True)
