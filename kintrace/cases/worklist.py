"""My work: what waits for this member, from every folder that knows of some."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.cases import lookups, neighbours, reminders
from kintrace.cases.neighbours import Work
from kintrace.cases.publishing import may_decide
from kintrace.network.access import Right, has
from kintrace.protection.holders import label
from kintrace.protection.lookups import deciders, every_hold_in_force
from kintrace.protection.lookups.rights import waiting_for
from kintrace.wall.lookups import (
    Wanted,
    chosen,
    hanging_sheets,
    inbox,
    notices,
    reviews_for,
)
from kintrace.watch.lookups import alarms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from kintrace.network.models import Member
    from kintrace.wall.models import Message

SOON = timedelta(days=7)
LOOK_BEFORE = timedelta(days=30)
WAITING = ("proposed", "consented", "cleared")


def shown_to(member: Member) -> dict[str, Any]:
    """The context of the first page of the desk."""
    work = [one for source in neighbours.work for one in source(member)]
    today = timezone.localdate()
    work.sort(key=lambda one: (not one.urgent, one.due is None, one.due or today, one.what))
    drafts = lookups.drafts_of(member) if has(member, Right.OPEN_CASES) else []
    asks = any(one.asks for one in work)
    return {"work": work, "drafts": drafts, "today": today, "asks": asks}


def messages_waiting(member: Member) -> Iterator[Work]:
    """What nobody dealt with yet, urgent ones in a line of their own; and the member's own."""
    waiting = inbox(member) if has(member, Right.READ_INBOX) else []
    new = [message for message in waiting if message.waiting_since]
    urgent = [message for message in new if message.is_urgent]
    others = [message for message in new if not message.is_urgent]
    yield from _line(
        urgent,
        ngettext(
            "%(number)d urgent message waits.", "%(number)d urgent messages wait.", len(urgent)
        ),
        icon="alert",
    )
    yield from _line(
        others,
        ngettext(
            "%(number)d message waits to be dealt with.",
            "%(number)d messages wait to be dealt with.",
            len(others),
        ),
        icon="chat",
    )


def _line(messages: list[Message], words: str, *, icon: str) -> Iterator[Work]:
    since = [one.waiting_since.date() for one in messages if one.waiting_since]
    if since:
        yield Work(words % {"number": len(since)}, reverse("cases:inbox"), icon, min(since))


def messages_mine(member: Member) -> Iterator[Work]:
    """What was given to the member and is not finished."""
    mine = list(chosen(member, Wanted("mine"))) if has(member, Right.READ_INBOX) else []
    if mine:
        words = ngettext(
            "You look after %(number)d message.", "You look after %(number)d messages.", len(mine)
        )
        url = f"{reverse('cases:inbox')}?whose=mine"
        yield Work(words % {"number": len(mine)}, url, "person")


def faces_waiting(member: Member) -> Iterator[Work]:
    """Proposed faces for the second eye: those that this member may decide, partners' too."""
    looks = has(member, Right.APPROVE_FACES)
    waiting = notices(member, *WAITING) if looks else []
    theirs = [
        *(notice for notice in waiting if may_decide(notice, by=member)),
        *(reviews_for(member) if looks else []),
    ]
    if theirs:
        words = ngettext(
            "%(number)d photo waits for a second eye.",
            "%(number)d photos wait for a second eye.",
            len(theirs),
        )
        yield Work(
            words % {"number": len(theirs)},
            reverse("cases:second_eye"),
            "eye",
            timezone.localdate(),
        )


def faces_approved(member: Member) -> Iterator[Work]:
    theirs = lookups.looks_after(member, else_=Right.APPROVE_FACES)
    for notice in notices(member, "approved") if has(member, Right.CHANGE_CASES) else ():
        case = lookups.case_of_subject(member, notice.subject)
        if case is not None and theirs(case):
            yield Work(
                _("The photo is approved. Put it on the wall and give the person the code."),
                reverse("cases:case", args=[case.pk]),
                "wallpic",
                timezone.localdate(),
                case.reference,
            )


def posters_to_cover(member: Member) -> Iterator[Work]:
    """A face was taken down, and still looks from a wall: until somebody goes there."""
    for sheet in hanging_sheets(member) if has(member, Right.MAKE_POSTERS) else ():
        if sheet.uncovered:
            codes = ", ".join(str(spot.code) for spot in sheet.uncovered)
            words = _("Take the poster down or cover %(codes)s: %(place)s")
            said = words % {"codes": codes, "place": sheet.hanging.where}
            yield Work(said, _sheets_of(sheet.hanging.poster_id), "alert", timezone.localdate())


def posters_over(member: Member) -> Iterator[Work]:
    """Sheets that hang longer than was promised to those who are on them."""
    today = timezone.localdate()
    for sheet in hanging_sheets(member) if has(member, Right.MAKE_POSTERS) else ():
        poster = sheet.hanging.poster
        if poster.until < today:
            words = _("The time of poster %(number)d is over. Take it down: %(place)s")
            said = words % {"number": poster.number, "place": sheet.hanging.where}
            yield Work(said, _sheets_of(poster.pk), "cal", poster.until)


def _sheets_of(poster: UUID) -> str:
    return reverse("posters:poster", args=[poster]) + "#sheets"


def faces_to_ask(member: Member) -> Iterator[Work]:
    """Photos whose person is to be asked; those of nobody who works here stand in every list."""
    for one in reminders.due_for(member) if has(member, Right.CHANGE_CASES) else ():
        yield Work(
            _("Ask whether the person still wants the photo on the wall. Its last day is %(day)s.")
            % {"day": date_format(one.notice.live_until, "j F")},
            reverse("cases:contact", args=[one.case.pk]),
            "phone",
            one.since,
            one.case.reference,
            asks=True,
        )


def alarms_waiting(member: Member) -> Iterator[Work]:
    """What rang, and nobody said what it was."""
    rang = alarms(member) if has(member, Right.KEEP_WATCH) else []
    waiting = [one for one in rang if one.answered is None]
    if waiting:
        words = ngettext(
            "%(number)d alarm waits for an answer.",
            "%(number)d alarms wait for an answer.",
            len(waiting),
        )
        since = min(one.rang for one in waiting).date()
        yield Work(words % {"number": len(waiting)}, reverse("watch:alarms"), "alert", since)


def holds_waiting(member: Member) -> Iterator[Work]:
    """Persons on hold about whom this member may decide."""
    decides = has(member, Right.LIFT_HOLD)
    waiting = list(every_hold_in_force().exclude(set_by=member.pk)) if decides else []
    if waiting:
        words = ngettext(
            "%(number)d hold waits for the protection team.",
            "%(number)d holds wait for the protection team.",
            len(waiting),
        )
        since = timezone.localdate(waiting[0].since)
        yield Work(words % {"number": len(waiting)}, reverse("protection:holds"), "hold", since)


def team_wanted(member: Member) -> Iterator[Work]:
    """For who manages members: a hold that nobody may lift, or nobody but who set it."""
    holds = every_hold_in_force() if has(member, Right.MANAGE_MEMBERS) else ()
    stuck = [one for one in holds if not deciders(member.society_id, but=one.set_by)]
    if stuck:
        words = _("Something is on hold, and nobody here may lift it. Name a protection officer.")
        since = timezone.localdate(stuck[0].since)
        yield Work(words, reverse("network:members"), "hold", since)


def rights_due(member: Member) -> Iterator[Work]:
    """What people ask for by right, each until its last day."""
    for asked in waiting_for(member) if has(member, Right.HOLD) else ():
        words = _("A person asks: %(kind)s. Answer by %(day)s.")
        facts = {"kind": asked.get_kind_display(), "day": date_format(asked.due, "j F")}
        where = reverse("protection:request", args=[asked.pk])
        yield Work(words % facts, where, "person", asked.due, label(asked.subject))


def cases_ending(member: Member) -> Iterator[Work]:
    """Closed cases whose time is over soon: somebody looks, before they are erased."""
    ending = lookups.cases_ending(LOOK_BEFORE) if has(member, Right.KEEP_LONGER) else []
    if ending:
        words = ngettext(
            "%(number)d closed case ends within 30 days. Look whether it is needed still.",
            "%(number)d closed cases end within 30 days. Look whether they are needed still.",
            len(ending),
        )
        url = reverse("cases:ending")
        yield Work(words % {"number": len(ending)}, url, "clock", ending[0][1])


def reviews_due(member: Member) -> Iterable[Work]:
    """Open cases to look at again; those of nobody who works here stand in officers' lists."""
    if not has(member, Right.READ_CASES):
        return ()
    due = lookups.open_cases_of(member).filter(next_review__lte=timezone.localdate() + SOON)
    theirs = lookups.looks_after(member, else_=Right.KEEP_LONGER)
    return [
        Work(
            _("It is time to look at this case again and tell the family, even without news."),
            reverse("cases:case", args=[case.pk]), "clock", case.next_review, case.reference,
        )
        for case in due if theirs(case)
    ]  # fmt: skip


def cases_to_compare(member: Member) -> Iterator[Work]:
    """Persons sought whom the protection team has not held beside the register yet."""
    waiting = lookups.cases_to_compare(member) if has(member, Right.KEEP_APART) else []
    if waiting:
        words = ngettext(
            "Compare %(number)d search with the register of who does not want to be found.",
            "Compare %(number)d searches with the register of who does not want to be found.",
            len(waiting),
        )
        url = reverse("cases:compare", args=[waiting[0].pk])
        yield Work(words % {"number": len(waiting)}, url, "shield", timezone.localdate())


SOURCES = (
    alarms_waiting,
    messages_waiting,
    messages_mine,
    posters_to_cover,
    posters_over,
    faces_waiting,
    faces_approved,
    faces_to_ask,
    holds_waiting,
    team_wanted,
    rights_due,
    reviews_due,
    cases_to_compare,
    cases_ending,
)
