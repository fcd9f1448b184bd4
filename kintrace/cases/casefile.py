"""Everything one case page shows, gathered in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import BooleanField
from django.utils.translation import gettext as _

from kintrace.cases import feared, journey, lookups, neighbours, outside, threads, timeline
from kintrace.cases.circumstances import Heard, Reason
from kintrace.cases.inbox import lead_rows
from kintrace.cases.states import AT_WORK, ENDED, State
from kintrace.cases.steps import MOST_SOUGHT, step_called
from kintrace.cases.way import Way, way_of
from kintrace.network.lookups import partners
from kintrace.people.lookups import people_of, person_of
from kintrace.protection.holders import clocks
from kintrace.protection.lookups import is_held, notice_given
from kintrace.ui.countries import countries
from kintrace.wall.terms import Terms

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.lookups import Kept
    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member
    from kintrace.people.lookups import Description


def shown(case: Case, *, by: Member) -> dict[str, Any]:
    """The context of the case page."""
    way, hold = way_of(case), _hold(case, by)
    return {
        "case": case,
        "searcher": person_of(case.subject),
        "sought": [
            told | {"found": threads.block(one, by=by)} for one, told in _everybody_sought(case)
        ],
        "reason": Reason(case.circumstances["reason"]).label,
        "words": [_said(kept) for kept in lookups.words_of(case).values()],
        "leads": _leads(case),
        "given": notice_given(case.subject),
        "feared": feared.in_case(case, by=by),
        **hold,
        "consented": way.consented,
        "notice": way.notice,
        "way": way,
        "next": way.next if case.state in AT_WORK or case.closed else "",
        "knots": journey.knots(case),
        "says": journey.says(case),
        "presses": [] if any(hold.values()) else journey.presses(case, by=by),
        **_stands(case),
        "timeline": timeline.of(case, by=by),
        "refusal": lookups.refusal_of(case) if case.state == State.REFUSED else None,
        "may_ask_partner": bool(partners(case.society_id)) and _is_plain(way),
        "clocks": clocks(case.subject),
        "talks": [(talk, lookups.note_of(talk)) for talk in outside.talks_shown(case, by=by)],
        "panels": [(panel.template, panel.context(case, by=by)) for panel in neighbours.panels],
        "title": title_of(case),
    }


def _stands(case: Case) -> dict[str, bool]:
    """What may be done where it stands."""
    at_work = case.state in AT_WORK
    room = at_work and lookups.last_place_in(case) < MOST_SOUGHT
    return {"ended": case.state in ENDED, "at_work": at_work, "may_add": room}


def for_accepting(case: Case) -> dict[str, Any]:
    """What the page of a request shows before it is accepted: the request beside the criteria."""
    return {
        "case": case,
        "title": title_of(case),
        "searcher": person_of(case.subject),
        "sought": [told for _one, told in _everybody_sought(case)],
        "reason": Reason(case.circumstances["reason"]).label,
        "facts": lookups.facts_of(case),
    }


def _hold(case: Case, by: Member) -> dict[str, bool]:
    """`held`: for who decides. `looked_at`: for who works the case, in words that say no more than
    they must know. Everybody else sees a page like any other (decision 024)."""
    if not is_held(case.subject):
        return {"held": False, "looked_at": False}
    decides = outside.decides(by)
    return {"held": decides, "looked_at": not decides and outside.works_on(case, by)}


def _said(kept: Kept) -> dict[str, Any]:
    """A box answer as questions and answers; only how many lines there are while it is shut."""
    step = step_called(kept.kind)
    asked = step.form.base_fields
    rows = [
        (asked[name].label, _("Yes") if isinstance(asked[name], BooleanField) else value)
        for name, values in (kept.answers or {}).items()
        for value in values
        if value and name in asked
    ]
    return {
        "title": step.title,
        "lines": kept.lines,
        "open": kept.answers is not None,
        "rows": rows,
    }


def _leads(case: Case) -> list[dict[str, Any]]:
    return [
        {"lead": lead, "open": told is not None, "rows": lead_rows(told or {}, case)}
        for lead, told in lookups.leads_of(case)
    ]


def title_of(case: Case) -> str:
    """ "Selam is looking for Yonas (brother)", for the first person sought of whom we know."""
    searcher = lookups.told_of(case.subject).called
    left = lookups.still_sought(case)
    if not left:
        said = _("%(searcher)s was looking for somebody who was erased")
        return said % {"searcher": searcher}
    return _("%(searcher)s is looking for %(sought)s (%(relation)s)") % {
        "searcher": searcher,
        "sought": lookups.called(left[0]),
        "relation": left[0].relation_label,
    }


def _everybody_sought(case: Case) -> list[tuple[Sought, dict[str, Any]]]:
    every = lookups.sought_in(case)
    known = people_of(one.subject for one in every)
    return [(one, _sought(one, known.get(one.subject))) for one in every]


def _sought(one: Sought, person: Description | None) -> dict[str, Any]:
    """What was told of a person sought; nothing but the row for who was erased alone."""
    news = one.last_news
    if person is None or news is None:
        return {"person": None}
    land = dict(countries()).get(news.get("country") or "", "")
    return {
        "person": person,
        "relation": one.relation_label,
        "news": news,
        "when": news["said"] or _("It is not known when that was"),
        "where": news["place"] or land or _("It is not known where they were"),
        "heard": Heard(news["heard"]).label,
    }


def sought_for_comparing(case: Case) -> list[tuple[UUID, Description]]:
    """Who is sought, for the protection team's page beside the register."""
    left = [one.subject for one in lookups.still_sought(case)]
    known = people_of(left)
    return [(subject, known[subject]) for subject in left]


def _is_plain(way: Way) -> bool:
    """Whether a partner may be asked: everything is in order, and nobody here may be a child."""
    notice = way.under_way
    return notice is not None and notice.state == "cleared" and notice.terms == Terms.ADULT
