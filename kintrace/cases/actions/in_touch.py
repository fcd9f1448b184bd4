"""Two who are in touch: whoever writes about it waits for who else does, and asks both anew.

Where another society found the person, nobody was found here, and they are asked about there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.actors import Machine
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import locked, require_free, take_turns
from kintrace.cases.actions.releasing import ask_both
from kintrace.cases.models import Located, Sought
from kintrace.protection.actions import erase_keys, require_notice
from kintrace.protection.lookups import looked_at, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.lookups import Afar, Finding, Whom
    from kintrace.cases.models import ContactPlan, Reunion


class NotInTouchYet(Refusal):
    """A dossier and a plan begin after contact."""


def in_touch(sought: Whom) -> Finding:
    """The finding, for whoever writes about what comes after contact. Where another society found
    the person, nobody was found here. Raises NotFoundYet, InformationNotGiven, and as
    `take_turns`."""
    if not isinstance(sought, Sought) or lookups.located_of(sought) is not None:
        return locked(sought)
    take_turns(sought)
    require_notice(sought.case.subject)
    is_in_turn(lookups.Finding(sought, None))
    return lookups.finding_of(sought)


def require_in_touch(since: date | None) -> date:
    """The day since which they are, as its lookup has it. Raises NotInTouchYet."""
    if since is None:
        raise NotInTouchYet(_("First the way to reach the person is passed on to the family."))
    return since


def place(row: ContactPlan | Reunion, finding: Finding, *, mark: Callable[[Sought], UUID]) -> None:
    """Beside who was found here, or under the mark of our own search."""
    if isinstance(finding.sought, Sought) and finding.located is None:
        row.mark = mark(finding.sought)
    else:
        row.located = finding.located


def is_in_turn(finding: Finding) -> bool:
    """Whoever else writes about this finding waits, as for `locked`; whether there is one still."""
    rows = Located.objects.select_for_update()
    if finding.located is not None:
        return rows.filter(pk=finding.located.pk).exists()
    own = Sought.objects.select_for_update().filter(pk=finding.sought.pk)
    return len(own) > 0


def ask_each(finding: Finding) -> None:
    """As `ask_both`. Who was found by another society is asked about there, as long as it knows
    them; a refusal that comes from there has the words of a hold (docs/decisions/040)."""
    if finding.located is not None:
        ask_both(finding)
        return
    require(finding.case.subject, Purpose.CONTACT)
    _require_in_touch_there(finding.sought)


def require_both_free(sought: Whom) -> None:
    """As `require_free`, said before anybody is asked; of who was found elsewhere, too."""
    require_free(sought)
    if lookups.located_of(sought) is None:
        _require_in_touch_there(sought)


def _require_in_touch_there(sought: Whom) -> None:
    if isinstance(sought, Sought) and not lookups.is_in_touch_afar(sought):
        raise NotAllowed(looked_at(), "held")


def forget(rows: Iterable[ContactPlan | Reunion], *, by: Actor) -> frozenset[UUID]:
    """Delete what stands under a mark; gives the files, whose keys are to go."""
    every = list(rows)
    for row in every:
        type(row).objects.filter(pk=row.pk).delete()  # the audit goes on to name it
        record(Deed.ERASED, about=row.pk, by=by)
    return frozenset(row.file for row in every)


def forget_at_home(sought: Afar) -> None:
    """Who was found is erased: how their family was asked, and the dossier of both, go with what
    was passed on, as they do where both are one society's. For the society that found them."""
    with lookups.home_of(sought):
        own = lookups.sought_of(sought.transfer)
        rows: list[ContactPlan | Reunion] = []
        if own is not None:
            rows = [*lookups.plans_marked(own), *lookups.reunions_marked(own)]
        erase_keys(forget(rows, by=Machine(sought.asker)))
