"""When each duty falls due next. Everything else here belongs to other folders."""

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
