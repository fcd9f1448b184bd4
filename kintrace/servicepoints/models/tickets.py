"""Phones that lie on the charging board, by the number of their ticket."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from kintrace.servicepoints.charging import TicketState, new_token
from kintrace.servicepoints.models.point import ServicePoint


class ChargingTicket(models.Model):
    """A number on paper, and never a name. Gone at the end of the next day."""

    DATA: ClassVar = dict.fromkeys(("number", "token"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ServicePoint, on_delete=models.PROTECT, related_name="tickets")
    day = models.DateField()
    number = models.PositiveSmallIntegerField()  # of the slot, and on the paper
    token = models.CharField(max_length=16, unique=True, default=new_token)
    state = models.CharField(
        max_length=10, choices=TicketState.choices, default=TicketState.CHARGING
    )
    given = models.DateTimeField()
    changed = models.DateTimeField()

    class Meta:
        ordering = ["number", "-given"]
        indexes = [models.Index(fields=["society", "day"], name="servicepoint_ticket_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "number"],
                condition=Q(state__in=["charging", "full"]),
                name="a_slot_holds_one_phone",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="tickets_begin_with_one"),
            models.CheckConstraint(
                condition=Q(state__in=list(TicketState)), name="ticket_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"charging ticket {self.pk}"
