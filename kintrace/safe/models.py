"""The contact safe: what only a person's own words open. Nothing here tells whose it is."""

from typing import ClassVar

from django.db import models


class Box(models.Model):
    """What a browser sealed, under a number that it made of the words.

    sealed: nonce, ciphertext and tag, always of one length. proof: SHA-256 of the token that
    replaces or deletes it. opened: the first day of the month in which it was last opened.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    sealed = models.BinaryField()
    proof = models.BinaryField()
    opened = models.DateField(db_index=True)

    DATA: ClassVar = {"id": "blind", "sealed": "blind", "proof": "blind"}

    def __str__(self) -> str:
        return "box"
