"""What every row of this folder has."""

from uuid import uuid4

from django.db import models


class Row(models.Model):
    """A row of this folder that needs no file key of its own."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    def __repr__(self) -> str:
        return f"<{self}>"
