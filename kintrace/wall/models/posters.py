"""Regions, and posters: what the public may know of an issue, and what the staff know."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.vault.fields import StaffText
from kintrace.wall import posters
from kintrace.wall.posters import Code, Size


class Region(models.Model):
    """A part of the world for which societies make posters together; of the whole network.

    It steers posters and what people are asked; on the wall nothing is filtered by it.
    """

    DATA: ClassVar = dict.fromkeys(
        ("name", "scope", "criteria", "societies", "languages"), "routing"
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)
    scope = models.TextField()  # in words: which journeys, which causes of separation
    criteria = models.TextField(blank=True)  # in words: whose photo may stand there
    societies: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    languages: models.JSONField[list[str], list[str]] = models.JSONField(default=list)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"region {self.pk}"


class PosterIssue(models.Model):
    """All that the public side knows of an issue: neither region nor society nor language."""

    DATA: ClassVar = {"id": "public", "token": "public", "month": "public"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    token = models.CharField(max_length=16, unique=True, default=posters.new_token)
    month = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(("token__regex", r"^[0-9a-f]{16}$")),
                name="wall_posterissue_token_random",
            ),
        ]

    def __str__(self) -> str:
        return f"poster issue {self.pk}"


class PosterIssueFace(models.Model):
    """A face on an issue, while it may be seen: whoever takes a face down deletes this row."""

    DATA: ClassVar = {"id": "public", "issue": "public", "face": "public"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issue = models.ForeignKey(PosterIssue, on_delete=models.CASCADE, related_name="faces")
    face = models.UUIDField(db_index=True)

    class Meta:
        db_table = "wall_posterissue_face"
        constraints = [
            models.UniqueConstraint(fields=["issue", "face"], name="wall_posterissue_face_once")
        ]

    def __str__(self) -> str:
        return f"face on poster issue {self.pk}"


class Poster(models.Model):
    """The society's own record of an issue."""

    DATA: ClassVar = dict.fromkeys(
        ("id", "society", "issue", "number", "region", "languages", "size", "made_by", "made"),
        "routing",
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    issue = models.OneToOneField(PosterIssue, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()  # the first half of each code
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    languages: models.JSONField[list[str], list[str]] = models.JSONField()
    size = models.CharField(max_length=2, choices=Size)
    made_by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["society", "number"], name="wall_poster_numbered_once")
        ]

    def __str__(self) -> str:
        return f"poster {self.pk}"

    @property
    def until(self) -> date:
        """The last day on which it may hang."""
        return posters.hangs_until(self.issue.month)


class Spot(models.Model):
    """A place on a poster: which face stood there, and which society looks after it."""

    DATA: ClassVar = dict.fromkeys(
        ("id", "society", "poster", "place", "face", "looks_after"), "routing"
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    poster = models.ForeignKey(Poster, on_delete=models.CASCADE, related_name="spots")
    place = models.PositiveSmallIntegerField()  # the second half of its code
    face = models.UUIDField()  # a plain number: the Face goes, the code on the paper stays
    looks_after = models.UUIDField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["poster", "place"], name="wall_spot_one_a_place"),
            models.UniqueConstraint(fields=["poster", "face"], name="wall_spot_one_a_face"),
        ]

    def __str__(self) -> str:
        return f"spot {self.pk}"

    @property
    def code(self) -> Code:
        return Code(self.poster.number, self.place)


class Hanging(models.Model):
    """Where one sheet of a poster hangs. Where people meet is nobody else's business."""

    DATA: ClassVar = dict.fromkeys(("id", "society", "poster", "since", "down"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    poster = models.ForeignKey(Poster, on_delete=models.CASCADE, related_name="hangings")
    where = StaffText()
    who = StaffText()  # hung it; often a volunteer without an account
    since = models.DateField()
    down = models.DateField(null=True)

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(down=None) | Q(down__gte=models.F("since")),
                name="wall_hanging_down_after_up",
            )
        ]

    def __str__(self) -> str:
        return f"hanging {self.pk}"


class Covered(models.Model):
    """A face that was withdrawn is covered on one sheet."""

    DATA: ClassVar = dict.fromkeys(("id", "society", "hanging", "place", "at"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    hanging = models.ForeignKey(Hanging, on_delete=models.CASCADE, related_name="covered")
    place = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hanging", "place"], name="wall_covered_once")
        ]

    def __str__(self) -> str:
        return f"covered {self.pk}"
