"""What a society found out about a point before it began, and who does what about it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kintrace.servicepoints.checklists import Lesson
from kintrace.servicepoints.models.point import ServicePoint
from kintrace.vault.fields import StaffJSON, StaffText


class NeedsAssessment(models.Model):
    """answers: code → answer. lines, safe: what a member settled after looking it through. Where
    people may come without danger is of use to who endangers them: all of it lies sealed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ServicePoint, on_delete=models.CASCADE, related_name="needs")
    answers = StaffJSON()
    lines = StaffJSON()  # [{"code": …, "part": …, "says": …}]
    safe = StaffJSON()  # code of a clause → words
    made = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    settled = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    review_by = models.DateField(null=True)

    class Meta:
        ordering = ["-made"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled=None) | Q(review_by__isnull=False),
                name="what_is_settled_is_reviewed",
            ),
            models.UniqueConstraint(
                fields=["point"], condition=Q(settled=None), name="one_assessment_goes_on"
            ),
        ]

    def __str__(self) -> str:
        return f"needs assessment {self.pk}"


class PointTask(models.Model):
    """Something that one member does until a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(ServicePoint, on_delete=models.CASCADE, related_name="tasks")
    assessment = models.ForeignKey(
        NeedsAssessment, null=True, on_delete=models.SET_NULL, related_name="tasks"
    )
    what = StaffText()
    person = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    due = models.DateField()
    done = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["due", "pk"]
        indexes = [models.Index(fields=["society", "done"], name="servicepoint_task_done")]

    def __str__(self) -> str:
        return f"point task {self.pk}"


class Training(models.Model):
    """That a member learned something, and when."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey("network.Member", on_delete=models.CASCADE, related_name="+")
    lesson = models.CharField(max_length=12, choices=Lesson.choices)
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "lesson"], name="a_lesson_has_its_last_day")
        ]

    def __str__(self) -> str:
        return f"training {self.pk}"
