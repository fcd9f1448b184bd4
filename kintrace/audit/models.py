"""The chain of each society and its head. There is no column that could hold a personal value."""

from uuid import uuid4

from django.db import models


class Entry(models.Model):
    """One deed. Written once; on PostgreSQL a trigger refuses to change or delete it."""

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


class Head(models.Model):
    """Where a chain ends: the newest entry's number and MAC, sealed so that none sets it back."""

    society = models.UUIDField(primary_key=True, db_column="society_id")
    seq = models.PositiveBigIntegerField(default=0)
    mac = models.BinaryField(max_length=32)
    seal = models.BinaryField(max_length=32)

    DATA = dict.fromkeys(("society", "seq", "mac", "seal"), "routing")

    def __str__(self) -> str:
        return f"audit head {self.pk}"
