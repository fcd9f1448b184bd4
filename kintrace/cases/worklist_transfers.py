"""What transfers ask of a member, at the society that asks and at the one that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.neighbours import Group, Work
from kintrace.cases.transfer_pages import LOOK_BEFORE, RESULT_WITHIN
from kintrace.cases.transfers import OUT, Stand
from kintrace.cases.work_of import MINE
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kintrace.cases.models import Incoming, Transfer
    from kintrace.cases.work_of import WorkOf
    from kintrace.network.models import Member


def transfers(member: Member, of: WorkOf = MINE) -> Iterator[Work]:
    """Both sides, for who changes cases; what is to be decided, for who decides it."""
    if has(member, Right.CHANGE_CASES):
        yield from _asked_of_others(member, of)
        if of.holds(None):
            yield from _asked_of_us(member, of)
    if has(member, Right.RELEASE_CONTACT):
        yield from _to_vouch(of)


def _to_vouch(of: WorkOf) -> Iterator[Work]:
    """Whoever works on the case: without our verdict no contact comes to the family."""
    for one in lookups.waits_for_our_verdict():
        if one.case is not None and of.holds(one.case):
            yield to_vouch(one, one.case.reference)


def to_vouch(one: Transfer, code: str = "") -> Work:
    words = _("The family answered what %(society)s asked. Decide whether it is the family.")
    url = reverse("cases:transfer", args=[one.pk])
    return Work(words % {"society": one.chosen.name}, url, "person", timezone.localdate(), code)


def _asked_of_others(member: Member, of: WorkOf) -> Iterator[Work]:
    """Of own cases, and of cases of nobody who works here: news, what is late, what we wait for."""
    whose = lookups.in_care_of(member, else_=Right.APPROVE_FACES, of=of)
    for one in lookups.searches_elsewhere(*OUT, Stand.DECLINED, Stand.EXPIRED, whose=whose):
        if one.case is not None:
            yield from asked_of_another(one, one.case.reference)


def asked_of_another(one: Transfer, code: str = "") -> Iterator[Work]:
    """What is to be done about one of them here, or by the other society."""
    words, due, group = _asks_us(one) or _waits(one)
    if words:
        url = reverse("cases:transfer", args=[one.pk])
        yield Work(words, url, "transfer", due, code, group=group)


Asks = tuple[str, "date | None", Group | None]


def _asks_us(one: Transfer) -> Asks | None:
    """What is to be done here about a search that is with another society."""
    today, name = timezone.localdate(), {"society": one.chosen.name}
    if one.turn_id == one.society_id:
        return _news(one) % name, today, None
    if _ends_soon(one):
        words = _("%(society)s searches until %(day)s. Write to it if it is to go on.")
        return words % (name | _day_of(one)), today, None
    if one.state == Stand.ACCEPTED and _late(one):
        words = _("%(society)s has had the search for a long time. Ask how far it is.")
        return words % name, today, None
    return None


def _waits(one: Transfer) -> Asks:
    """What the other society has to do; "" for nothing."""
    name = {"society": one.chosen.name}
    if one.state == Stand.SENT:
        words = _("%(society)s has not answered yet. Its last day is %(day)s.")
        return words % (name | _day_of(one)), one.last_day, Group.WAITING
    if one.state == Stand.ACCEPTED:
        return _("%(society)s searches for you.") % name, None, Group.WAITING
    return "", None, None


def _news(one: Transfer) -> str:
    """The sentence for what the other society did; the page says more."""
    if one.state == Stand.EXPIRED and one.accepted:
        return _("The search at %(society)s ended with its last day. Choose what to do now.")
    said = {
        Stand.DECLINED: _("%(society)s cannot take the search on. Choose what to do now."),
        Stand.EXPIRED: _("%(society)s did not answer in time. Choose what to do now."),
        Stand.RETURNED: _("%(society)s gave a result, or wrote to you about it."),
    }
    return said.get(Stand(one.state), _("%(society)s wrote to you about a search."))


def _asked_of_us(member: Member, of: WorkOf) -> Iterator[Work]:
    """What this member took on, and for everybody what nobody who works here did."""
    whose = lookups.in_care_of(member, else_=Right.CHANGE_CASES, of=of)
    asked, over = lookups.every_incoming(*OUT, whose=whose), lookups.incoming_to_stop(whose)
    stands = lookups.rows_behind(asked) if asked else {}
    for one in [*over, *asked]:
        words = _of_the_ended(one) or _of_the_asked(one, stands.get(one.transfer))
        if words:
            url = reverse("cases:incoming", args=[one.pk])
            yield Work(words[0], url, "transfer", words[1])


def _of_the_ended(one: Incoming) -> tuple[str, date] | None:
    """The same words for every end: why is not ours to know (decision 024)."""
    if one.ended is None:
        return None
    words = _("A search for %(society)s has ended. Stop it, and say that you did.")
    return words % {"society": one.sender.name}, timezone.localdate(one.ended)


def _of_the_asked(one: Incoming, transfer: Transfer | None) -> tuple[str, date] | None:
    name = {"society": one.sender.name}
    if transfer is None:
        return None
    if transfer.state == Stand.SENT:
        words = _("%(society)s asks you to search. Answer by %(day)s.")
        return words % (name | _day_of(transfer)), timezone.localdate()
    if transfer.turn_id == one.society_id:
        return _("%(society)s wrote to you about a search.") % name, timezone.localdate()
    if _ends_soon(transfer):
        words = _("You search for %(society)s until %(day)s. Give a result, or ask for more time.")
        return words % (name | _day_of(transfer)), timezone.localdate()
    if transfer.returned is None and _late(transfer):
        words = _("%(society)s waits for a result, or for a word how far you are.")
        return words % name, timezone.localdate()
    return None


def _day_of(transfer: Transfer) -> dict[str, str]:
    return {"day": date_format(transfer.last_day, "j F")}


def _ends_soon(transfer: Transfer) -> bool:
    near = transfer.last_day - LOOK_BEFORE <= timezone.localdate()
    return transfer.state == Stand.ACCEPTED and near


def _late(transfer: Transfer) -> bool:
    accepted = transfer.accepted
    return accepted is not None and timezone.now() - accepted > RESULT_WITHIN
