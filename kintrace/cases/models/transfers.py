"""What one society asks of another for a search: documents of their own, with keys of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.cases.children_states import SEARCHED, ChildState
from kintrace.cases.models.case import Case, Sought
from kintrace.cases.models.children import Child
from kintrace.cases.states import ENDED
from kintrace.cases.transfers import (
    BEFORE,
    GOES_ON_FOR,
    INBOX,
    OUT,
    Stand,
    Text,
    WhyBack,
    WhyNot,
    Wish,
)
from kintrace.protection.purposes import BasisKind
from kintrace.vault.fields import BoxJSON, Sealed, SealedJSON, SealedText

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


def _named_box(row: Any) -> str:
    return str(row.box)


def _society(**more: Any) -> Any:
    return models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+", **more)


def _member() -> Any:
    return models.ForeignKey(
        "network.Member", on_delete=models.SET_NULL, related_name="+", null=True
    )


class Transfer(Sealed):
    """What is sent, copied under a key of its own; the other society has a slot once it accepted.

    `receiver` opens the row to that society: from sending until it ends. What was sealed is gone
    then with its key, and which parts were sent stays with the case. It is of a case, or of a
    `child` that searches: then nothing but the card lies under its key, and the rest in boxes.
    """

    society = _society()
    chosen = _society()
    receiver = _society(null=True)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="transfers")
    child = models.ForeignKey(Child, null=True, on_delete=models.PROTECT, related_name="transfers")
    subject = models.UUIDField()  # the person sought
    matter = models.UUIDField(db_index=True)  # one search, through however many hands it goes
    state = models.CharField(max_length=10, choices=Stand.choices, default=Stand.DRAFTED)
    wish = models.CharField(max_length=10, choices=Wish.choices)
    parts: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    question = SealedText(null=True)
    told = SealedJSON(null=True)  # the parts as transfer_parts copies them
    answer_by = models.DateField()  # once it was accepted: what they wrote last moved it to
    ground_searcher = models.CharField(max_length=20, choices=BasisKind.choices, blank=True)
    ground_sought = models.CharField(max_length=20, choices=BasisKind.choices, blank=True)
    checked = models.DateTimeField(null=True)
    checked_by = _member()
    made = models.DateTimeField(default=timezone.now)
    made_by = _member()
    sent = models.DateTimeField(null=True)
    sent_by = _member()
    accepted = models.DateTimeField(null=True)
    returned = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    # Why they declined it, or why we took it back.
    declined = models.CharField(
        max_length=12, choices=[*WhyNot.choices, *WhyBack.choices], blank=True
    )
    turn = _society(null=True)  # which of the two has something to read, answer or decide

    DATA = {"parts": "routing"}

    class Meta:
        indexes = [
            models.Index(fields=["society", "state"], name="cases_transfer_from"),
            models.Index(fields=["receiver", "state"], name="cases_transfer_to"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(society=F("chosen")), name="a_transfer_goes_to_another"
            ),
            models.CheckConstraint(
                condition=(Q(state__in=OUT) & Q(receiver=F("chosen")))
                | (~Q(state__in=OUT) & Q(receiver=None)),
                name="a_transfer_is_seen_while_it_is_out",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[*BEFORE, Stand.RECALLED])
                | (~Q(ground_searcher="") & ~Q(ground_sought="") & Q(checked__isnull=False)),
                name="a_transfer_goes_out_on_a_ground",
            ),
            models.UniqueConstraint(
                fields=["case", "subject", "chosen"],
                condition=Q(state__in=[*BEFORE, *OUT]),
                name="a_search_goes_to_a_society_once",
            ),
            models.UniqueConstraint(
                fields=["child", "subject", "chosen"],
                condition=Q(state__in=[*BEFORE, *OUT]),
                name="a_childs_search_goes_there_once",
            ),
            models.CheckConstraint(
                condition=Q(case=None, child__isnull=False) | Q(case__isnull=False, child=None),
                name="a_transfer_is_of_one_search",
            ),
            models.CheckConstraint(
                condition=Q(child=None) | Q(sent=None) | ~Q(sent_by=F("checked_by")),
                name="two_tell_another_society_of_a_child",
            ),
        ]

    @property
    def is_out(self) -> bool:
        return self.state in OUT

    @property
    def ended_because(self) -> str:
        """Why they declined it or we took it back, in words; "" where nobody said it."""
        lists = {Stand.DECLINED: WhyNot, Stand.RECALLED: WhyBack}
        codes = dict(lists[Stand(self.state)].choices) if self.state in lists else {}
        return str(codes.get(self.declined, ""))

    @property
    def is_draft(self) -> bool:
        return self.state in BEFORE

    @property
    def search(self) -> Case | Child:
        """What it was sent for; of the society that asks, so under its reader."""
        found = self.case or self.child
        if found is None:
            raise ValueError(f"{self} is of no search")
        return found

    @property
    def of_case(self) -> Case:
        """For what is asked of cases alone."""
        if self.case is None:
            raise ValueError(f"{self} is of no case")
        return self.case

    @property
    def searcher(self) -> UUID:
        """The number of who searches."""
        return self.search.subject

    @property
    def is_over(self) -> bool:
        """Whether nobody searches any more at the society that asks."""
        if self.child is not None:
            return ChildState(self.child.state) not in SEARCHED
        return self.of_case.state in ENDED

    @property
    def home_box(self) -> str:
        """The box of the society that asks: of a child's search, that of its team."""
        return self.child.team.box if self.child is not None else INBOX

    @property
    def last_day(self) -> date:
        """To answer by; once it was accepted, of the search: after it the copy goes."""
        if self.accepted is None:
            return self.answer_by
        return max(self.answer_by, timezone.localdate(self.accepted) + GOES_ON_FOR)


class TransferCard(Sealed):
    """All that the other society sees before it accepts: nothing on it names anybody."""

    transfer = models.OneToOneField(Transfer, on_delete=models.CASCADE, related_name="card")
    society = _society()
    receiver = _society(null=True)
    told = SealedJSON()  # {"sex", "age", "relation", "wish", "region"}


class TransferText(models.Model):
    """Words sealed to one society's box (`society`); what both read lies in a row for each.

    `holder` may read it, `owner` wrote it. A row for the other society's box stays with its owner
    until that society accepted. `box` is the inbox, or at home the box of a child's team.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = _society()
    holder = _society()
    owner = _society()
    transfer = models.UUIDField(db_index=True)  # a plain number: notes may outlive a lock on it
    kind = models.CharField(max_length=10, choices=Text.choices)
    at = models.DateTimeField(default=timezone.now)
    by = _member()
    box = models.CharField(max_length=40, default=INBOX)
    said = BoxJSON(box=_named_box)  # {"text": words}, {"rows": [[field, answer]]} of a form

    DATA = {"box": "routing"}

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"transfer text {self.pk}"


RUN_OUT = (Stand.EXPIRED, Stand.DELETED)
# What ended from outside, and somebody may still search or hold paper. What nobody took on and
# nobody answered is over by itself.
TO_STOP = Q(stopped=None) & (Q(state=Stand.RECALLED) | Q(state__in=RUN_OUT, handler__isnull=False))


class Incoming(models.Model):
    """The receiving society's own record that somebody asked it; it says nothing of anybody."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = _society()
    sender = _society()
    transfer = models.UUIDField(unique=True)
    matter = models.UUIDField()
    state = models.CharField(max_length=10, choices=Stand.choices, default=Stand.SENT)
    handler = _member()
    case = models.ForeignKey(Case, null=True, on_delete=models.SET_NULL, related_name="+")
    # Which of the persons sought in that case it is about; empty where nobody knows.
    sought = models.ForeignKey(Sought, null=True, on_delete=models.SET_NULL, related_name="+")
    arrived = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)
    stopped = models.DateTimeField(null=True)  # when somebody here said that nobody searches on

    class Meta:
        ordering = ["-arrived"]
        indexes = [models.Index(fields=["society", "state"], name="cases_incoming_state")]

    def __str__(self) -> str:
        return f"incoming {self.pk}"

    @property
    def is_out(self) -> bool:
        return self.state in OUT

    @property
    def is_to_stop(self) -> bool:
        """As TO_STOP."""
        was_ours = self.handler_id is not None and self.state in RUN_OUT
        return self.stopped is None and (self.state == Stand.RECALLED or was_ours)
