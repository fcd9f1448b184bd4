"""A person as told to us, sealed; found by subject, or by the tags of their index card."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.people.tag_arrays import TagsField
from kintrace.vault.fields import Sealed, SealedJSON


class Person(Sealed):
    """Every telling about one subject, oldest first: a correction is added, nothing is replaced."""

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    subject = models.UUIDField(unique=True)
    told = SealedJSON()  # [{"told": Told.to_json(), "at": ISO time, "by": member's UUID}, …]
    written = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["society", "file"])]


class IndexCard(Sealed):
    """What of a subject may be searched: a copy in a file of its own, so that the permission to
    read it can be given and taken back alone.

    number: another one whenever something else stands on it, later ones greater. searched: the
    number with which it was held beside the other cards of its society.
    """

    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField(unique=True)
    told = SealedJSON()  # Card.to_json()
    number = models.BigIntegerField(db_index=True)
    searched = models.BigIntegerField(default=0)

    DATA = {"number": "routing", "searched": "routing"}

    class Meta:
        indexes = [
            models.Index(
                fields=["society"], condition=~Q(searched=F("number")), name="cards_to_be_searched"
            )
        ]


class CardTags(models.Model):
    """A card's tags on PostgreSQL, under one index. Without their key they are noise.

    No society stands here and no wall round it: the operator by which the index is asked is not
    one that PostgreSQL lets look behind a wall. What is found is read through the card, which has.
    """

    DATA = {"tags": "blind", "epoch": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    card = models.OneToOneField(IndexCard, on_delete=models.CASCADE, related_name="tags")
    epoch = models.PositiveSmallIntegerField(db_index=True)
    tags = TagsField()

    def __str__(self) -> str:
        return f"card tags {self.pk}"


class CardTag(models.Model):
    """The same tag by tag, where there are no arrays: SQLite, for demo, tests and training."""

    DATA = {"id": "routing", "tag": "blind"}

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(IndexCard, on_delete=models.CASCADE, related_name="+")
    tag = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["tag", "card"])]

    def __str__(self) -> str:
        return f"card tag {self.pk}"


class NetworkTags(models.Model):
    """Tags that the matching worker makes under a key of its own, of cards it may open."""

    DATA = {"tags": "blind", "number": "routing", "epoch": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    card = models.OneToOneField(IndexCard, on_delete=models.CASCADE, related_name="network_tags")
    epoch = models.PositiveSmallIntegerField()
    number = models.BigIntegerField()  # of the card when they were made
    tags = TagsField()
    # The day on which the card has its turn once more: more was likely than may be proposed.
    again = models.DateField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"network tags {self.pk}"
