"""What the pages of a family that comes together show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.cases import lookups
from kintrace.cases.contact_plan import Side
from kintrace.cases.days import on
from kintrace.cases.reunion import ARROWS, Whose, Why, how_said, ways_from
from kintrace.cases.reunion_words import Held, Needed, Step
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.lookups import Dossier, Finding
    from kintrace.cases.models import ReunionStep
    from kintrace.cases.reunion import Sheet
    from kintrace.network.models import Member

Knot = tuple[str, str, str]
# The thread: a refusal and another try stand at the knot of the decision.
KNOTS = (
    Step.ADVICE,
    Step.DOSSIER,
    Step.LODGED,
    Step.GRANTED,
    Step.TRAVELLED,
    Step.SUPPORTED,
)
AT_DECISION = frozenset({Step.REFUSED, Step.APPEAL})


def shown(finding: Finding, *, by: Member) -> dict[str, Any]:
    """The context of the page: the dossier, or what has to come before one is opened."""
    dossier = lookups.dossier_of(finding)
    page: dict[str, Any] = {
        "finding": finding,
        "sought": finding.sought,
        "case": finding.case,
        "name": lookups.called_here(finding.sought),
        "not_yet": _not_yet(finding),
        "is_found_elsewhere": is_found_elsewhere(finding),
        "decides": has(by, Right.RELEASE_CONTACT),
        "settles": has(by, Right.SET_CRITERIA),
        "places": lookups.confidential_places(finding.case.society_id),
        "dossier": dossier,
    }
    return page | (_of(dossier) if dossier else {})


def is_found_elsewhere(finding: Finding) -> bool:
    """Who was found is another society's: it tells us what they say."""
    sought = finding.sought
    if isinstance(sought, lookups.Afar) or finding.located:
        return False
    return lookups.was_passed_over(sought) or lookups.may_come_together(finding)


def _not_yet(finding: Finding) -> str:
    """What comes before a dossier; "" once they are in touch."""
    if lookups.in_touch_since(finding) is not None:
        return ""
    if is_found_elsewhere(finding):
        return _("First tell the family that the person was found and wants contact.")
    return _(
        "First the way to reach the person is passed on to the family. When both of them then "
        "want to come together, a dossier is opened here."
    )


def _of(dossier: Dossier) -> dict[str, Any]:
    agreed = dossier.reunion.said_yes
    return {
        "step": dossier.step,
        "knots": knots(dossier),
        "agreed": [
            (str(Side.SEEKER.label), _yes(agreed["seeker"])),
            (str(Side.FOUND.label), _yes(agreed["found"])),
        ],
        "looked": lookups.read_looked(dossier.reunion),
        "place": dossier.place,
        "steps": [_line(row) for row in dossier.steps[::-1]],
        "sheets": [(row, _sheet(sheet)) for row, sheet in dossier.sheets],
        "ways": [(to, pressed(to)) for to, _arrow in ways_from(dossier.step)],
    }


def _yes(said: dict[str, str]) -> str:
    words = _("%(day)s, %(how)s")
    return words % {"day": on(said["day"]), "how": how_said(said["how"])}


def knots(dossier: Dossier) -> list[Knot]:
    """The thread: (label, state, words after it)."""
    days = {row.step["after"]: on(row.step["day"]) for row in dossier.steps}
    last = next((row.step["before"] for row in dossier.steps[::-1] if row.step["before"]), "")
    step = Step(last) if dossier.step is Step.ENDED and last else dossier.step
    at = KNOTS.index(Step.GRANTED if step in AT_DECISION else step)
    ended = dossier.step is Step.ENDED
    return [
        (_label(one, step), _state(place, at, ended=ended), days.get(_named(one, step).value, ""))
        for place, one in enumerate(KNOTS)
    ]


def _named(knot: Step, step: Step) -> Step:
    return step if knot is Step.GRANTED and step in AT_DECISION else knot


def _label(knot: Step, step: Step) -> str:
    if knot is Step.GRANTED and step not in {*AT_DECISION, *KNOTS[3:]}:
        return _("Decided")
    return str(_named(knot, step).label)


def _state(place: int, at: int, *, ended: bool) -> str:
    if place < at or (ended and place == at):
        return "done"
    return "now" if place == at else "next"


def _line(row: ReunionStep) -> dict[str, Any]:
    why = row.step["why"]
    return {
        "day": on(row.step["day"]),
        "what": Step(row.step["after"]).label,
        "why": Why(why).label if why else "",
        "heard": _heard(row.step["heard"]),
        "by": row.by,
        "note": lookups.said_of(row),
    }


def _heard(day: str) -> str:
    words = _("On %(day)s the one who was found said that they still want it.")
    return words % {"day": on(day)} if day else ""


def _sheet(sheet: Sheet) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "what": sheet.called or Needed(sheet.what).label,
        "whose": Whose(sheet.whose).label,
        "held": Held(sheet.held).label,
        "is_there": sheet.held == Held.HELD,
        "until": sheet.until,
        "runs_out": sheet.runs_out(today),
        "is_over": sheet.is_over(today),
    }


def pressed(to: Step) -> str:
    """What the button of a step says."""
    words = {
        Step.DOSSIER: _("Put the dossier together"),
        Step.LODGED: _("It was handed in"),
        Step.GRANTED: _("They may come"),
        Step.REFUSED: _("They may not come"),
        Step.APPEAL: _("We ask again, against the refusal"),
        Step.TRAVELLED: _("They arrived"),
        Step.SUPPORTED: _("We help them to settle in"),
        Step.ENDED: _("End it"),
    }
    return words[to]


def whys_to(dossier: Dossier, to: Step) -> tuple[Why, ...]:
    """Between which reasons a member chooses on the way there; none where no way leads."""
    arrow = ARROWS.get((dossier.step, to))
    return arrow.whys if arrow else ()


def asks_who_was_found(dossier: Dossier, to: Step) -> bool:
    """Whether a member says when they last heard it from somebody whom another society found."""
    arrow = ARROWS.get((dossier.step, to))
    return arrow is not None and arrow.asks and dossier.is_afar


def sheet_called(dossier: Dossier | None, sheet: str) -> tuple[UUID | None, dict[str, Any]]:
    """The line of the list that an address names, as a form shows it; nothing for a new one."""
    for row, told in dossier.sheets if dossier else ():
        if str(row.pk) == sheet:
            return row.pk, told.to_json() | {"seen": lookups.version_of(row)}
    return None, {}


def settled_now(society: UUID) -> dict[str, Any]:
    """What stands in the form of what is done after contact."""
    now = lookups.after_contact(society)
    seen = lookups.version_of_after_contact(society)
    return {"places": now.places, "days": ", ".join(map(str, now.days)), "seen": seen}
