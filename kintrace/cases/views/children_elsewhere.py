"""What goes out for a child begins here, and goes on on the pages of all requests and messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kintrace.audit.actions import record_read
from kintrace.audit.deeds import Deed
from kintrace.cases import children_kin, children_rules, lookups, red_cross_asking
from kintrace.cases.actions import children_messages, children_transfers
from kintrace.cases.actions.red_cross_messages import require_nobody_looks
from kintrace.cases.forms_children_elsewhere import AskForChildForm
from kintrace.cases.forms_red_cross import StartForm
from kintrace.cases.views.faces import asked
from kintrace.cases.views.found import sent
from kintrace.network.access import Right, for_staff
from kintrace.network.seen import ChangedElsewhere
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from django.http import HttpResponse

    from kintrace.cases.models import Child
    from kintrace.network.gate import StaffRequest


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def ask(request: StaffRequest, child_id: UUID) -> HttpResponse:
    child = lookups.child_for(request.user, child_id)
    record_read(Deed.READ_CHILD, about=child.pk, by=request.user)
    form = _form(child, sent(request))
    if form.is_valid():
        try:
            asking = form.childs_asking()
            found = children_transfers.prepare(child, asking=asking, by=request.user)
        except ChangedElsewhere as refused:
            form = _ticked_anew(child, request.POST, refused)
        except Refusal as refused:
            form.add_error(None, refused.sentence)  # what was typed stays
        else:
            messages.success(request, _("It is prepared. Another member looks at it and sends it."))
            return redirect("cases:transfer", found.pk)
    shown = {"child": child, "detained": lookups.is_detained(child)}
    return asked(request, "cases/children/ask_society.html", form, **shown)


@for_staff(Right.LOOK_AFTER_CHILDREN, box=True)
def write(request: StaffRequest, child_id: UUID) -> HttpResponse:
    """A Red Cross Message is begun: read aloud first, as to everybody."""
    child = lookups.child_for(request.user, child_id)
    record_read(Deed.READ_CHILD, about=child.pk, by=request.user)
    require_nobody_looks(child.subject)
    form = StartForm(sent(request), sought=red_cross_asking.family_to_choose(child))
    if form.is_valid():
        row, how = form.chosen().row, form.cleaned_data["how"]
        try:
            message = children_messages.begin(child, row=row, how=how, by=request.user)
        except Refusal as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("cases:red_cross_step", message.pk, red_cross_asking.ORDER[0])
    said = red_cross_asking.read_before(child)
    return asked(request, "cases/children/write.html", form, child=child, before=said)


def _form(child: Child, data: Any) -> AskForChildForm:
    """Whom the page asks of, and the version in which they stand there."""
    return AskForChildForm(
        data,
        initial={"seen": children_rules.withhold_version(child)},
        societies=lookups.societies_for(child),
        kin=children_kin.kin_of(child),
        kept_from=children_rules.withheld(child),
    )


def _ticked_anew(child: Child, typed: Any, refused: ChangedElsewhere) -> AskForChildForm:
    """Others stand there now. What was ticked was said of those who stood there before."""
    data = typed.copy()
    for name in [one for one in data if one.startswith("kept_")]:
        del data[name]
    data["seen"] = str(children_rules.withhold_version(child))
    form = _form(child, data)
    form.add_error(None, refused.sentence)
    return form
