"""When each duty falls due next, and what the workers say of themselves and of the house."""

from uuid import uuid4

from django.db import models


class Due(models.Model):
    """A duty's clock, shared by all workers: whoever moves it forward does the duty."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField(db_index=True)
    last_done = models.DateTimeField(null=True)

    DATA = {"name": "routing"}

    def __str__(self) -> str:
        return f"due time {self.pk}"


class Beat(models.Model):
    """A worker says every few seconds that it lives, so that nobody else does what it is at."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    worker = models.CharField(max_length=64, unique=True)
    began = models.DateTimeField()
    at = models.DateTimeField(db_index=True)

    DATA = {"worker": "routing"}

    def __str__(self) -> str:
        return f"beat {self.pk}"


class Look(models.Model):
    """What the worker saw of one part of the house when it looked last.

    since: from when on it has been as well, or as unwell, as it is. number, moment: what was seen,
    where that is a number or a time.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    what = models.CharField(max_length=40, unique=True)
    well = models.BooleanField()
    number = models.BigIntegerField(null=True)
    moment = models.DateTimeField(null=True)
    since = models.DateTimeField()
    at = models.DateTimeField()

    DATA = {"what": "routing", "well": "routing", "number": "routing"}

    def __str__(self) -> str:
        return f"look {self.pk}"


class Hour(models.Model):
    """How the queue did in one hour: the most that waited, and the longest wait in seconds."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    begins = models.DateTimeField(unique=True)
    ready = models.PositiveIntegerField()
    oldest = models.PositiveIntegerField()

    DATA = {"ready": "routing", "oldest": "routing"}

    def __str__(self) -> str:
        return f"hour {self.pk}"
