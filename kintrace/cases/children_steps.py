"""The pages of a child's registration in their order, one group of questions a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from kintrace.cases import forms_children as asked
from kintrace.cases import forms_children_after as later
from kintrace.cases import forms_children_others as others
from kintrace.cases.children_rules import AFTER as AFTER_KEY
from kintrace.cases.children_rules import ASSENT, WITHHOLD
from kintrace.cases.children_rules import SAFETY as SAFETY_KEY

if TYPE_CHECKING:
    from django.forms import Form
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Step:
    """One page. `layout` is the template that lays out its questions."""

    key: str
    title: Promise
    form: type[Form]
    layout: str = "cases/children/page.html"


WHO = Step("who", _("Who is the child?"), asked.WhoForm, "cases/children/who.html")
CARE = Step("care", _("Who looks after the child until then"), asked.CareForm)
SAFETY = Step(SAFETY_KEY, _("Is it safe?"), asked.SafetyForm, "cases/children/safety.html")
STEPS = (
    WHO,
    Step("signs", _("Marks and belongings"), asked.SignsForm),
    Step("siblings", _("Brothers and sisters who are here"), others.SiblingsForm),
    Step("found", _("Where the child was found"), others.FoundForm),
    Step("family", _("The family"), others.FamilyForm, "cases/children/rows.html"),
    Step("parted", _("How they lost each other"), asked.PartedForm),
    CARE,
    Step("wishes", _("What the child wants"), asked.WishesForm),
    Step(WITHHOLD, _("Who must not learn what"), asked.WithholdForm, "cases/children/rows.html"),
    SAFETY,
    Step(ASSENT, _("May we search?"), asked.AssentForm),
    Step("message", _("A message to the person sought"), asked.MessageForm),
    Step("under_five", _("For a child under five"), others.UnderFiveForm),
)
# No page of the registration: asked when the child went home, and shown apart.
AFTER = Step(
    AFTER_KEY, _("How is the child at home?"), later.AfterForm, "cases/children/after.html"
)
_CALLED = {step.key: step for step in (*STEPS, AFTER)}


def step_called(key: str) -> Step:
    """A page by its key, or 404."""
    if key not in _CALLED:
        raise Http404
    return _CALLED[key]


def after(step: Step) -> Step | None:
    return next(iter(STEPS[STEPS.index(step) + 1 :]), None) if step in STEPS else None


def before(step: Step) -> Step | None:
    place = STEPS.index(step) if step in STEPS else 0
    return STEPS[place - 1] if place else None
