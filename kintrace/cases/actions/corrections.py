"""What was told when a case was opened and is otherwise now: said anew, the old replaced.

What was told of a person is never lost: older names and births stay behind the newer ones.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import cards, doubts, lookups
from kintrace.cases.actions import ages, moves, red_cross_names
from kintrace.cases.actions.comparing import weigh_comparing
from kintrace.cases.actions.drafts import seal_words
from kintrace.cases.actions.opening import (
    require_different,
    require_going_on,
    require_open,
    write_sought,
)
from kintrace.cases.models import Sought
from kintrace.cases.shown_as import shown_as
from kintrace.cases.steps import MORE, MOST_SOUGHT, WAYS, about
from kintrace.network.seen import changed_elsewhere
from kintrace.people import actions as people
from kintrace.people.lookups import person_of
from kintrace.people.told import PlaceKind
from kintrace.protection.actions import compare_anew, require_notice
from kintrace.protection.lookups import is_looked_at, looked_at, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kintrace.cases.actions.drafts import Answers
    from kintrace.cases.actions.opening import Missed
    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.people.told import Told


# Which places are asked of who searches; of who is sought, where they come from alone.
OF_SEARCHER = (PlaceKind.ORIGIN, PlaceKind.LIVES)


class TooMany(Refusal):
    """A case has room for so many persons sought."""


def require_may_correct(case: Case, *about: UUID) -> None:
    """Asked before anybody is asked anything, too. about: the persons sought whom it changes.

    A search that rests is corrected as well: a number that is dead is never learned too early.
    Raises CaseIsClosed; NotAllowed while somebody looks at it first (decision 024).
    """
    require_going_on(case)
    if any(is_looked_at(subject) for subject in (case.subject, *about)):
        raise NotAllowed(looked_at(), "held")


@transaction.atomic
def change_ways(case: Case, *, answers: Answers, seen: int, by: Member) -> None:
    """How the person who searches is reached from now on. What was said before is gone: an old
    number may be a danger.

    `seen` is the version that the page showed. Raises as `require_may_correct`, ChangedElsewhere.
    """
    require_notice(case.subject)
    case = moves.locked(case)
    require_may_correct(case)
    _replace(case, kind=WAYS.key, answers=answers, seen=seen)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)


@transaction.atomic
def correct_searcher(
    case: Case, *, told: Told, why: str, seen: int, sure: bool = False, by: Member
) -> bool:
    """Who searches, known better now, and whether a photo came down for it: it no longer fits the
    age, or showed them as somebody of another age or sex.

    What the page does not ask stays as it was. Messages of theirs that are still here get the new
    name. why: `Anew`. sure: somebody looked at what is odd. Needs the inbox box open. Raises as
    `change_ways`, SamePerson, and NotSure.
    """
    require_notice(case.subject)
    write_about(case.subject)
    case = moves.locked(case)
    require_may_correct(case)
    person = person_of(case.subject)
    if seen != len(person.tellings):
        raise changed_elsewhere()
    told = _with_the_rest(told, person.told, asked=OF_SEARCHER)
    sought = _all_sought(case)
    require_different([told, *sought])
    doubts.require_sure(doubts.of_searcher(told, sought=sought), sure=sure)
    sheets = red_cross_names.sheets_still_here(case.subject)
    down = ages.correct(case.subject, told=told, by=by, why=why)
    down = down or _shows_another(case, before=person.told, now=told, by=by)
    red_cross_names.follow(sheets, by=by)
    cards.follow(case)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)
    return down


@transaction.atomic
def correct_person(
    sought: Sought,
    *,
    told: Told,
    relation: str,
    why: str,
    seen: int,
    sure: bool = False,
    by: Member,
) -> tuple[Sought, bool]:
    """Who a person sought is, known better now, and whether a photo came down for it: it said who
    that person is to the one who searches.

    What the page does not ask stays as it was. The protection team compares them with the register
    anew. Messages of the family that are still here get the new name. why: `Anew`. sure: somebody
    looked at what is odd. Needs the inbox box open. Raises as `change_ways`, SamePerson, NotSure.
    """
    case, one = _locked(sought)
    person = person_of(one.subject)
    if seen != len(person.tellings):
        raise changed_elsewhere()
    told = _with_the_rest(told, person.told)
    _require_another(case, told, news=one.last_news, sure=sure, but=one)
    sheets = red_cross_names.sheets_still_here(one.subject)
    people.correct(one.subject, told=told, by=by, why=why)
    compare_anew(one.subject)
    came_down = _takes_down(case, one, relation, by=by)
    one.relation = relation
    one.save(update_fields=["relation"])
    red_cross_names.follow(sheets, by=by)
    cards.follow(case)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)
    return one, came_down


@transaction.atomic
def correct_news(
    sought: Sought,
    *,
    news: dict[str, Any],
    reason: str,
    seen: int,
    sure: bool = False,
    by: Member,
) -> Sought:
    """When, where and how the last news came, and why the family was parted: of all in the case.
    sure: somebody looked at what is odd. Raises as `change_ways`, and NotSure."""
    case, one = _locked(sought)
    if seen != version_of_news(one):
        raise changed_elsewhere()
    doubts.require_sure(doubts.of_news(person_of(one.subject).told, news=news), sure=sure)
    before, told = one.last_news or {}, case.circumstances
    one.last_news = news | {"version": before.get("version", 0) + 1}
    one.save(update_fields=["last_news"])
    if told["reason"] != reason:
        case.circumstances = told | {"reason": reason, "version": told.get("version", 0) + 1}
        case.save(update_fields=["circumstances"])
    cards.follow(case)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)
    return one


def version_of_news(sought: Sought) -> int:
    """Grows with each change of the last news, or of the reason that the page asks beside it."""
    news, told = sought.last_news or {}, sought.case.circumstances
    return int(news.get("version", 0) + told.get("version", 0))


@transaction.atomic
def change_more(sought: Sought, *, answers: Answers, seen: int, by: Member) -> None:
    """What else may help to find one person sought, sealed to the box in the place of the old."""
    case, one = _locked(sought)
    _replace(case, kind=about(MORE, one.place).key, answers=answers, seen=seen)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)


def require_may_seek_another(case: Case) -> None:
    """Asked before anybody is asked whom else they seek, too. Raises CaseIsClosed, NotAcceptedYet,
    SearchRests, NotAllowed, and TooMany at the most persons of one request."""
    require_open(case)
    require(case.subject, Purpose.TRACE)
    if lookups.last_place_in(case) >= MOST_SOUGHT:
        raise TooMany(
            _("In one case %(most)d persons are sought at most. Begin a new request for others.")
            % {"most": MOST_SOUGHT}
        )


@transaction.atomic
def seek_another(
    case: Case, *, missed: Missed, seen: int, sure: bool = False, by: Member
) -> Sought:
    """One more person is sought in a case that is under way. Who must not learn of the search must
    not learn of them either; what was answered about safety stands.

    `seen` is the last place that the page knew of. sure: somebody looked at what is odd. Raises as
    `require_may_seek_another`, SamePerson, NotSure, ChangedElsewhere.
    """
    require_notice(case.subject)
    case = moves.locked(case)
    require_may_seek_another(case)
    if seen != lookups.last_place_in(case):
        raise changed_elsewhere()
    _require_another(case, missed.told, news=missed.last_news, sure=sure)
    sought = write_sought(case, missed, place=lookups.last_place_in(case) + 1, by=by)
    weigh_comparing(sought, by=by)
    cards.follow(case)
    record(Deed.CHANGED_CASE, about=case.pk, by=by)
    return sought


def _locked(sought: Sought) -> tuple[Case, Sought]:
    """Case and person as they stand now, when both may be corrected."""
    require_notice(sought.case.subject)
    write_about(sought.subject)
    case = moves.locked(sought.case)
    require_may_correct(case, sought.subject)
    one = Sought.objects.select_for_update().get(pk=sought.pk)
    one.case = case
    return case, one


def _replace(case: Case, *, kind: str, answers: Answers, seen: int) -> None:
    kept = lookups.words_of(case).get(kind)
    if (kept.version if kept else 0) != seen:
        raise changed_elsewhere()
    seal_words(case, kind=kind, answers=answers)


def _with_the_rest(
    told: Told, before: Told, *, asked: Collection[PlaceKind] = (PlaceKind.ORIGIN,)
) -> Told:
    """A birth that nobody told anew, other places, languages and marks go on as they were."""
    others = tuple(place for place in before.places if place.kind not in asked)
    return replace(
        told,
        births=told.births or before.births,
        places=(*told.places, *others),
        languages=told.languages or before.languages,
        marks=told.marks or before.marks,
    )


def _require_another(
    case: Case, told: Told, *, news: dict[str, Any] | None, sure: bool, but: Sought | None = None
) -> None:
    """Who is sought is none of the others in the case, as far as what was told says. Raises
    SamePerson, and NotSure where nobody looked yet."""
    searcher, others = lookups.told_of(case.subject), _all_sought(case, but=but)
    require_different([told, searcher, *others])
    odd = doubts.of_sought(told, news=news, searcher=searcher, others=others)
    doubts.require_sure(odd, sure=sure)


def _all_sought(case: Case, *, but: Sought | None = None) -> list[Told]:
    return [lookups.told_of(one.subject) for one in lookups.still_sought(case) if one != but]


def _shows_another(case: Case, *, before: Told, now: Told, by: Member) -> bool:
    """Whom the wall shows as a woman of 25 is looked for among women of 25: it comes down."""
    notice = notice_of(case.subject)
    if notice is None or notice.is_ended:
        return False
    was, is_now = shown_as(before), shown_as(now)
    if all(is_now[one] in (was[one], notice.told[one]) for one in is_now):
        return False
    wall.take_down(notice, why="taken_down", by=by)
    return True


def _takes_down(case: Case, one: Sought, relation: str, *, by: Member) -> bool:
    """Nobody is shown to look for a brother when it is not one: it comes down at once."""
    notice, rest = notice_of(case.subject), lookups.still_sought(case)
    still = {relation, *(other.relation for other in rest if other.pk != one.pk)}
    if notice is None or notice.is_ended or one.relation in still:
        return False
    if one.relation not in notice.told["relations"]:
        return False
    wall.take_down(notice, why="taken_down", by=by)
    return True
