"""What `protection` asks about somebody who told us who they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.cases import cards, lookups
from kintrace.cases.actions import came_forward
from kintrace.cases.actions.stopping import FOR_GOOD
from kintrace.cases.came_forward import Ended
from kintrace.cases.inbox import said
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.purposes import Purpose
from kintrace.protection.retention import Clock, Kind
from kintrace.vault.reader import reader_in_force
from kintrace.wall.forms_who_i_am import WhoIAmForm
from kintrace.wall.lookups import told_in
from kintrace.wall.relations import Who

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import CameForward
    from kintrace.network.models import Member
    from kintrace.protection.holders import Stop


class OfCameForward(Quiet):
    """On hold nobody is compared with it; what the person takes back is gone that night."""

    kind = "cases"

    def stop(self, subject: UUID, *, why: Stop, by: Actor) -> list[str]:
        lead = lookups.forward_known_as(subject)
        if lead is None or not lead.is_open or Purpose.TRACE not in why.purposes:
            return []
        if why.cause in FOR_GOOD:
            came_forward.end(lead, why=Ended.WITHDRAWN, by=by)
            return [_("What the person told of themself has ended, and is deleted this night.")]
        return [_("Nobody is compared with this person any more.")]

    def resume(self, subject: UUID, *, by: Actor) -> list[str]:
        del by
        lead = lookups.forward_known_as(subject)
        if lead is not None:
            cards.follow_lead(lead)
        return []

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = came_forward.forget(subject, by=by)
        said = _(
            "What the person told of themself in a message was written down here. It is deleted."
        )
        return Gone((said,), frozenset(files)) if files else Gone()

    def copy(self, subject: UUID) -> list[Line]:
        lead = lookups.forward_known_as(subject)
        return _lines(lead) if lead else []

    def boxed(self, subject: UUID) -> list[Line]:
        """What they wrote, while the message is there. Raises BoxIsShut."""
        lead = lookups.forward_known_as(subject)
        body = told_in(lead.message) if lead else None
        if body is None:
            return []
        text = [(str(WhoIAmForm.base_fields["text"].label), body["text"])] if body["text"] else []
        return [Line(label, words, Cover.CAUTION) for label, words in [*said(body), *text]]

    def records(self, subject: UUID) -> list[UUID]:
        lead = lookups.forward_known_as(subject)
        return [lead.pk, lead.message] if lead else []

    def page(self, subject: UUID) -> str:
        lead = lookups.forward_known_as(subject)
        return reverse("cases:forward", args=[lead.pk]) if lead else ""

    def labels(self, subjects: Collection[UUID]) -> dict[UUID, str]:
        return lookups.codes_of_leads(subjects)

    def known(self, subjects: Collection[UUID]) -> frozenset[UUID]:
        return lookups.forward_among(subjects)

    def wrote_down(self, subject: UUID, *, by: Member) -> bool:
        lead = lookups.forward_known_as(subject)
        return lead is not None and lead.is_open and lead.by_id == by.pk

    def clocks(self, subject: UUID) -> list[Clock]:
        lead = lookups.forward_known_as(subject)
        return [Clock(Kind.LEAD, lead.until)] if lead else []

    def expire(self, today: date) -> Counter[Kind]:
        ended = came_forward.expire(today, by=Machine(reader_in_force().society))
        return +Counter({Kind.LEAD: ended})


def _lines(lead: CameForward) -> list[Line]:
    """What was told beside the description; names of others, and where they were, with care."""
    told, asked = lookups.forward_beside(lead), WhoIAmForm.base_fields
    # Visitors read this.
    wrote = Line(_("You told us who you are on"), date_format(lead.made, "DATE_FORMAT"))
    kin = " · ".join(str(Who(one).label) for one in told.kin)
    lines = [
        Line(str(asked["mother"].label), told.mother),
        Line(str(asked["kin"].label), kin),
        Line(str(asked["kin_names"].label), told.kin_names, Cover.CAUTION),
        Line(str(asked["together"].label), told.together, Cover.CAUTION),
    ]
    return [wrote, *(line for line in lines if line.value)]
