"""What the page about a person's fate shows. It asks of no hold: a page that says so tells it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.days import on
from kintrace.cases.fates import Authority, SaidBy, Standing
from kintrace.cases.forms_fates import PlanForm
from kintrace.network.access import Right, has
from kintrace.ui import tongues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.cases.lookups import KnownFate
    from kintrace.cases.models import FateWord, Telling
    from kintrace.network.models import Member

Rows = list[tuple[str, str]]


def shown(known: KnownFate, *, by: Member) -> dict[str, Any]:
    """The context of the page about one person sought."""
    telling = known.telling or known.heard
    return {
        "known": known,
        "sought": known.sought,
        "case": known.sought.case,
        "name": lookups.called(known.sought),
        "steps": [_step(one) for one in known.words[::-1]],
        "standing": known.standing,
        "telling": telling,
        "planned": list(_planned(telling)) if telling else [],
        "plan": _words(telling) if telling else None,
        "after": lookups.read_after(telling) if telling else None,
        "told": telling.plan["told"] and on(telling.plan["told"]) if telling else "",
        "misled": known.is_misled,
        "decides": has(by, Right.ESTABLISH_FATE) and by.pk != _teller(known),
        "next": next_step(known),
        "told_afar": bool(taken_over(known)),
    }


def taken_over(known: KnownFate) -> dict[str, Any]:
    """What a society that searches for us told of a death, as answers of the form for a first
    word; {} where it told nothing, while the box is shut, and once anything was written down."""
    told = lookups.death_told_afar(known.sought) if known.standing is None else None
    if told is None or told.sure is None:
        return {}
    words = "\n".join([*told.sure.lines, told.words or ""])
    return {"by": SaidBy.SOCIETY.value, "day": timezone.localdate(told.at), "said": words}


def authority_afar(known: KnownFate) -> dict[str, str]:
    """The authority that it named and the mark, for who decides; never how sure it is."""
    told = lookups.death_told_afar(known.sought)
    sure = told.sure if told else None
    if sure is None or sure.standing != Standing.CONFIRMED:
        return {}
    return {"authority": sure.authority, "reference": sure.reference}


def next_step(known: KnownFate) -> str:
    """What is to be done now, as the page calls it."""
    if known.standing in {None, Standing.NOT_SO}:
        return "said"
    if known.may_be_told is None:
        return "establish"
    if known.telling is None:
        return "plan"
    if known.day_of("told") is None:
        return "tell"
    return "after" if known.day_of("followed") is None else ""


def _teller(known: KnownFate) -> object:
    return known.first_word.by_id if known.first_word else None


def first_word(known: KnownFate) -> dict[str, Any] | None:
    """Who said so first, and on which day, beside the question whether this is somebody else."""
    return _step(known.first_word) if known.first_word else None


def _step(row: FateWord) -> dict[str, Any]:
    step, words = row.step, lookups.read_fate(row)
    return {
        "row": row,
        "standing": Standing(step["standing"]).label,
        "by": SaidBy(step["by"]).label,
        "authority": Authority(step["authority"]).label if step["authority"] else "",
        "day": date.fromisoformat(step["day"]),
        "words": words,
    }


def _planned(telling: Telling) -> Iterator[tuple[str, str]]:
    plan = telling.plan
    yield _("On which day"), on(plan["day"])
    yield _("In which language"), tongues.own_name(plan["language"])
    yield _("With an interpreter"), _("Yes") if plan["interpreter"] else _("No")
    yield _("They are spoken with again on"), on(plan["again"])


def _words(telling: Telling) -> Rows | None:
    words = lookups.read_fate(telling)
    if words is None:
        return None
    asked = PlanForm.base_fields
    return [(str(asked[name].label), words[name]) for name in asked if words.get(name)]
