"""Everything one case page shows, gathered in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import BooleanField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kintrace.cases import lookups, neighbours
from kintrace.cases.circumstances import Heard, Reason
from kintrace.cases.inbox import lead_rows
from kintrace.cases.steps import step_called
from kintrace.people.lookups import person_of
from kintrace.protection.lookups import agreed_until, is_held, notice_given
from kintrace.protection.purposes import Scope
from kintrace.wall.lookups import notice_of
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from kintrace.cases.lookups import Kept
    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member
    from kintrace.wall.models import Notice

# The way of a face, in the order in which it goes; the last two are one knot each.
WAY = (
    ("consent", gettext_lazy("Agreed")),
    ("photo", gettext_lazy("Photo")),
    ("proposed", gettext_lazy("Proposed")),
    ("approved", gettext_lazy("Second eye")),
    ("live", gettext_lazy("On the wall")),
)
REACHED = {
    "proposed": 3,
    "consented": 3,
    "cleared": 3,
    "approved": 4,
    "live": 5,
}


def shown(case: Case, *, by: Member) -> dict[str, Any]:
    """The context of the case page."""
    notice = notice_of(case.subject)
    consented = agreed_until(case.subject, Scope.WALL) is not None
    return {
        "case": case,
        "searcher": person_of(case.subject),
        "sought": [_sought(one) for one in lookups.sought_in(case)],
        "reason": Reason(case.circumstances["reason"]).label,
        "words": [_said(kept) for kept in lookups.words_of(case).values()],
        "leads": _leads(case),
        "given": notice_given(case.subject),
        "held": is_held(case.subject),
        "consented": consented,
        "notice": notice,
        "way": _way(case, notice, consented=consented),
        "next": _next(case, notice, consented=consented),
        "panels": [(panel.template, panel.context(case, by=by)) for panel in neighbours.panels],
        "title": title_of(case),
    }


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
        {"lead": lead, "open": told is not None, "rows": lead_rows(told or {})}
        for lead, told in lookups.leads_of(case)
    ]


def title_of(case: Case) -> str:
    """ "Selam is looking for Yonas (brother)", for the first person sought."""
    first = lookups.sought_in(case)[0]
    return _("%(searcher)s is looking for %(sought)s (%(relation)s)") % {
        "searcher": lookups.told_of(case.subject).called,
        "sought": lookups.told_of(first.subject).called,
        "relation": Relation(first.relation).label,
    }


def _sought(one: Sought) -> dict[str, Any]:
    news = one.last_news
    return {
        "person": person_of(one.subject),
        "relation": Relation(one.relation).label,
        "news": news,
        "heard": Heard(news["heard"]).label,
    }


def _reached(case: Case, notice: Notice | None, *, consented: bool) -> int:
    """How many knots of the way lie behind this case."""
    if notice is not None and notice.ended is None:
        return REACHED.get(notice.state, 0)
    if not consented:
        return 0
    return 2 if case.has_photo else 1


def _way(case: Case, notice: Notice | None, *, consented: bool) -> list[tuple[Any, str]]:
    behind = _reached(case, notice, consented=consented)
    return [
        (label, "done" if place < behind else "now" if place == behind else "next")
        for place, (_name, label) in enumerate(WAY)
    ]


def _next(case: Case, notice: Notice | None, *, consented: bool) -> str:
    """What is to be done now: consent, photo, propose, wait, put_up, live or closed."""
    if case.closed:
        return "closed"
    behind = _reached(case, notice, consented=consented)
    return ("consent", "photo", "propose", "wait", "put_up", "live")[behind]
