"""One enquirer's search, and the persons sought in it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.cases.afterwards import AgeThen, KeptFor, Kin
from kintrace.cases.circumstances import Closing
from kintrace.cases.states import ENDED, GOING_ON, State
from kintrace.vault.fields import Sealed, SealedJSON, SealedText
from kintrace.wall.relations import Relation


class Case(Sealed):
    """The search of one enquirer; the enquirer is the subject of notice, basis and hold."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.SUBMITTED)
    subject = models.UUIDField(unique=True)
    handler = models.ForeignKey("network.Member", null=True, on_delete=models.SET_NULL)
    # Where it was opened, as the member said; empty where nobody said it or the place was closed.
    desk = models.ForeignKey("network.Desk", null=True, on_delete=models.SET_NULL, related_name="+")
    opened = models.DateTimeField(default=timezone.now)
    closed = models.DateTimeField(null=True)
    closing = models.CharField(max_length=12, choices=Closing.choices, blank=True)
    next_review = models.DateField()
    keep_until = models.DateField(null=True)  # an officer kept it once, for this long
    kept_for = models.CharField(max_length=12, choices=KeptFor.choices, blank=True)
    has_photo = models.BooleanField(default=False)
    photo_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    circumstances = SealedJSON()

    DATA = {"reference": "routing", "closing": "routing"}

    class Meta:
        indexes = [models.Index(fields=["society", "state", "next_review"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=sorted(GOING_ON), closed=None)
                | Q(state__in=sorted(ENDED), closed__isnull=False),
                name="a_closed_case_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(keep_until=None, kept_for="")
                | (Q(keep_until__isnull=False) & ~Q(kept_for="")),
                name="a_case_is_kept_longer_for_a_reason",
            ),
        ]


class PastCases(models.Model):
    """How many ended cases were alike: all that stays of a closed case after its time.

    A row is a cell of a table and no case: nothing in it is finer than a year, and nothing leads
    back. A page shows no cell under five.
    """

    DATA = dict.fromkeys(("opened", "closed", "count"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    opened = models.PositiveSmallIntegerField()  # years
    closed = models.PositiveSmallIntegerField()
    closing = models.CharField(max_length=12, choices=Closing.choices)
    kin = models.CharField(max_length=10, choices=Kin.choices)
    age = models.CharField(max_length=10, choices=AgeThen.choices)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["society", "opened", "closed", "closing", "kin", "age"],
                name="past_cases_one_cell",
            )
        ]

    def __str__(self) -> str:
        return f"cell {self.pk}"


class Sought(Sealed):
    """A person sought in a case, as a subject of `people`, and who that is to the enquirer.

    Whoever was erased alone leaves the bare row, without a word, so that the case goes on.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sought")
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    subject = models.UUIDField(unique=True)
    place = models.PositiveSmallIntegerField()
    relation = SealedText(null=True)
    last_news = SealedJSON(null=True)

    DATA = {"place": "routing"}

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["case", "place"], name="one_sought_person_a_place")
        ]

    @property
    def relation_label(self) -> str:
        """Who this is to the enquirer, in words; "" for who was erased alone."""
        return str(Relation(self.relation).label) if self.relation else ""
