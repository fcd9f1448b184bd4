"""The chain of each society and its head. There is no column that could hold a personal value."""

from typing import Any
from uuid import uuid4

from django.db import models


class Entry(models.Model):
    """One deed. Written once; on PostgreSQL a trigger refuses to change or delete it before its ten
    years are over."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.UUIDField(db_column="society_id")
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.UUIDField()
    deed = models.CharField(max_length=40)
    about = models.UUIDField()
    prev = models.BinaryField(max_length=32)
    mac = models.BinaryField(max_length=32)

    DATA = dict.fromkeys(
        ("id", "society", "seq", "at", "actor", "deed", "about", "prev", "mac"), "routing"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["society", "seq"], name="audit_entry_once"),
            models.CheckConstraint(condition=models.Q(seq__gte=1), name="audit_entry_from_one"),
        ]
        indexes = [
            models.Index(fields=["society", "about"], name="audit_entry_about"),
            models.Index(fields=["society", "actor", "at"], name="audit_entry_actor"),
        ]

    def __str__(self) -> str:
        return f"audit entry {self.pk}"


class Beginning(models.Model):
    """The newest entry that ended after its ten years: the chain is walked from there."""

    society = models.UUIDField(primary_key=True, db_column="society_id")
    seq = models.PositiveBigIntegerField()
    mac = models.BinaryField(max_length=32)
    at = models.DateTimeField()
    changes = models.PositiveIntegerField(default=0)  # of keys, among the entries that ended
    seal = models.BinaryField(max_length=32)

    DATA = dict.fromkeys(("society", "seq", "mac", "at", "changes", "seal"), "routing")

    def __str__(self) -> str:
        return f"audit beginning {self.pk}"

    def sealed(self) -> dict[str, Any]:
        """What stands under the seal, by name."""
        values = {name: getattr(self, name) for name in ("society", "seq", "at", "changes")}
        return {**values, "mac": bytes(self.mac)}


class Head(models.Model):
    """Where a chain ends: the newest entry's number and MAC, sealed so that none sets it back."""

    society = models.UUIDField(primary_key=True, db_column="society_id")
    seq = models.PositiveBigIntegerField(default=0)
    mac = models.BinaryField(max_length=32)
    seal = models.BinaryField(max_length=32)

    DATA = dict.fromkeys(("society", "seq", "mac", "seal"), "routing")

    def __str__(self) -> str:
        return f"audit head {self.pk}"
