"""My work: what waits for this member, from every folder that knows of some."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kintrace.cases import lookups, neighbours, reminders, worklist_messages, worklist_posters
from kintrace.cases.neighbours import Group, Work
from kintrace.cases.publishing import may_decide
from kintrace.cases.work_of import MINE, Of, work_called
from kintrace.network.access import Right, has
from kintrace.protection.holders import labels
from kintrace.protection.lookups import deciders, every_hold_in_force
from kintrace.protection.lookups.rights import waiting_for
from kintrace.wall.lookups import notices, reviews_for
from kintrace.watch.lookups import alarms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kintrace.cases.work_of import WorkOf
    from kintrace.network.gate import StaffRequest
    from kintrace.network.models import Desk, Member

SOON = lookups.SOON
LOOK_BEFORE = timedelta(days=30)
NOW = (Group.LATE, Group.TODAY)
WAITING = ("proposed", "consented", "cleared")
SHOWN = 30  # of the cases to review, one by one
MOST = 100  # lines of a group, where a list is of more than the own work


def asked_for(request: StaffRequest, *, place: Desk | None) -> WorkOf:
    """Whose work the address asks for: more than the own for who reads cases."""
    said = request.GET.get("whose", "") if request.may(Right.READ_CASES) else ""
    return work_called(said, desk=place.pk if place else None)


def shown_to(member: Member, of: WorkOf = MINE) -> dict[str, Any]:
    """The context of the first page of the desk. What the member began and whom they ask by letter
    stand in their own list alone."""
    work, today = list(_work(member, of)), timezone.localdate()
    groups = grouped(work, today)
    begins, reads = of.is_mine and has(member, Right.OPEN_CASES), has(member, Right.READ_CASES)
    return {
        "groups": _shown(groups, member, of),
        "now": sum(len(lines) for group, lines in groups if group in NOW),
        "drafts": lookups.drafts_of(member) if begins else [],
        # Who reads cases does it on their page.
        "taken_down": begins and not reads and lookups.taken_down_by(member).exists(),
        "today": today,
        "asks": of.is_mine and any(one.asks for one in work),
        "of": of,
        "lists": list(Of) if reads else [],
    }


def _work(member: Member, of: WorkOf) -> Iterator[Work]:
    """Danger stands in every list, whosever it is."""
    for of_cases in neighbours.work_of_cases:
        yield from of_cases(member, of)
    for source in neighbours.work:
        yield from (one for one in source(member) if of.holds(None) or one.urgent)


def _shown(
    groups: list[tuple[Group, list[Work]]], member: Member, of: WorkOf
) -> list[tuple[Group, list[Work], int]]:
    """What stands on the page, and how many there are. A list of more than the own work is no
    longer than somebody reads, and says who looks after each case."""
    if of.is_mine:
        return [(group, lines, len(lines)) for group, lines in groups]
    codes = {one.reference for _group, lines in groups for one in lines[:MOST] if one.reference}
    names = lookups.who_has(member, codes)
    return [
        (
            group,
            [replace(one, with_whom=names.get(one.reference)) for one in lines[:MOST]],
            len(lines),
        )
        for group, lines in groups
    ]


def grouped(work: Iterable[Work], today: date) -> list[tuple[Group, list[Work]]]:
    """The lines by what is asked; in each group what is urgent first, then by day."""
    order = sorted(
        work, key=lambda one: (not one.urgent, one.due is None, one.due or today, one.what)
    )
    groups = {group: [one for one in order if one.group_on(today) is group] for group in Group}
    return [(group, lines) for group, lines in groups.items() if lines]


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
            group=Group.PHOTOS,
        )


def faces_approved(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    if has(member, Right.CHANGE_CASES):
        theirs = lookups.looks_after(member, else_=Right.APPROVE_FACES, of=of)
        approved = [notice.subject for notice in notices(member, "approved")]
        cases = lookups.cases_by_subject(member, approved).values()
        for case in filter(theirs, cases):
            yield Work(
                _("The photo is approved. Put it on the wall and give the person the code."),
                reverse("cases:case", args=[case.pk]),
                "wallpic",
                timezone.localdate(),
                case.reference,
                group=Group.PHOTOS,
            )


def faces_to_ask(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Photos whose person is to be asked; those of nobody who works here stand in every list."""
    for one in reminders.due_for(member, of) if has(member, Right.CHANGE_CASES) else ():
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
    waiting = list(waiting_for(member)) if has(member, Right.HOLD) else []
    called = labels(asked.subject for asked in waiting)
    for asked in waiting:
        words = _("A person asks: %(kind)s. Answer by %(day)s.")
        facts = {"kind": asked.get_kind_display(), "day": date_format(asked.due, "j F")}
        where = reverse("protection:request", args=[asked.pk])
        yield Work(words % facts, where, "person", asked.due, called[asked.subject])


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


def reviews_due(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Open cases to look at again; those of nobody who works here stand in officers' lists. The
    first ones stand one by one, and the list of cases has the others."""
    reads = has(member, Right.READ_CASES)
    due, number = lookups.cases_to_review(member, most=SHOWN, of=of) if reads else ([], 0)
    for case in due:
        yield Work(
            _("It is time to look at this case again and tell the family, even without news."),
            reverse("cases:case", args=[case.pk]), "clock", case.next_review, case.reference,
        )  # fmt: skip
    if number > SHOWN:
        words = ngettext(
            "%(number)d more case is to be looked at again.",
            "%(number)d more cases are to be looked at again.",
            number - SHOWN,
        )
        url = f"{reverse('cases:list')}{_whose(member, of)}"
        yield Work(words % {"number": number - SHOWN}, url, "cases", due[-1].next_review)


def _whose(member: Member, of: WorkOf) -> str:
    """The same choice in the list of cases."""
    if of.is_mine and not has(member, Right.KEEP_LONGER):
        return "?whose=mine"
    return "?whose=desk" if of.whose is Of.DESK else ""


def cases_to_compare(member: Member) -> Iterator[Work]:
    """Persons sought whom the protection team has not held beside the register yet, here and for
    other societies."""
    if not has(member, Right.KEEP_APART):
        return
    first, number = lookups.first_to_compare(member)
    if first is not None:
        words = ngettext(
            "Compare %(number)d search with the register of who does not want to be found.",
            "Compare %(number)d searches with the register of who does not want to be found.",
            number,
        )
        url = reverse("cases:compare", args=[first])
        yield Work(words % {"number": number}, url, "shield", timezone.localdate())
    first, number = lookups.first_search_to_compare(member)
    if first is not None:
        words = ngettext(
            "Compare %(number)d search of another society with the register of who does not want "
            "to be found.",
            "Compare %(number)d searches of other societies with the register of who does not want "
            "to be found.",
            number,
        )
        url = reverse("cases:compare_afar", args=[first])
        yield Work(words % {"number": number}, url, "shield", timezone.localdate())


SOURCES = (
    alarms_waiting,
    *worklist_messages.SOURCES,
    *worklist_posters.SOURCES,
    faces_waiting,
    holds_waiting,
    team_wanted,
    rights_due,
    cases_to_compare,
    cases_ending,
)
OF_CASES = (faces_approved, faces_to_ask, reviews_due)
