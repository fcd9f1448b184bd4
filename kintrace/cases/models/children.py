"""A child without its parents, and all that its team knows of it.

Whatever is told lies in the box of the child's team: nobody else of the society opens a word. Plain
are the numbers, the state and the days of our own handling.
"""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.cases.children_states import ARROWS, ChildState, ChildWhy
from kintrace.vault.fields import BoxJSON, BoxText, Sealed


def _member(**more: Any) -> Any:
    return models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+", **more)


def _society() -> Any:
    return models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")


def _child(name: str) -> Any:
    return models.ForeignKey("cases.Child", on_delete=models.CASCADE, related_name=name)


def _team_box(row: Any) -> str:
    return str(row.child.team.box)


class Child(Sealed):
    """A child of whom a team looks after; the child is the subject of notice, basis and hold.

    proposed_by: the first of two who bring the child to its family.
    """

    society = _society()
    team = models.ForeignKey("network.Team", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField(unique=True)
    state = models.CharField(
        max_length=12, choices=ChildState.choices, default=ChildState.REGISTERED
    )
    registered = models.DateTimeField(default=timezone.now)
    registered_by = _member()
    next_review = models.DateField()
    proposed_by = _member(null=True)
    closed = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["society", "team", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="closed", closed__isnull=False)
                | (~Q(state="closed") & Q(closed=None)),
                name="a_child_that_ended_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(proposed_by=None) | Q(state="verified"),
                name="a_way_home_is_proposed_when_verified",
            ),
        ]


class ChildPage(Sealed):
    """One page of the registration as it was answered last."""

    child = _child("pages")
    society = _society()
    page = models.CharField(max_length=12)
    version = models.PositiveIntegerField(default=0)
    told = BoxJSON(box=_team_box)
    by = _member()
    at = models.DateTimeField(default=timezone.now)

    DATA = dict.fromkeys(("page", "version"), "routing")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "page"], name="one_page_of_a_child")
        ]


class ChildTalk(Sealed):
    """What the child told one member, alone; the second member hears it anew."""

    child = _child("talks")
    society = _society()
    words = BoxText(box=_team_box)
    by = _member()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["child", "by"], name="two_talks_by_two_members")
        ]


class ChildNote(Sealed):
    """What is best for the child, as an officer weighed it. Never written over."""

    child = _child("notes")
    society = _society()
    told = BoxJSON(box=_team_box)
    by = _member()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class ChildClaim(Sealed):
    """Somebody says to be family: asked apart from the child, by another member, and judged."""

    child = _child("claims")
    society = _society()
    claimant = BoxJSON(box=_team_box)
    claimant_says = BoxText(box=_team_box, null=True)
    child_says = BoxText(box=_team_box, null=True)
    judged = BoxJSON(box=_team_box, null=True)
    by = _member()
    claimant_by = _member(null=True)
    child_by = _member(null=True)
    judged_by = _member(null=True)
    at = models.DateTimeField(default=timezone.now)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(claimant_by=None) | Q(child_by=None) | ~Q(claimant_by=F("child_by")),
                name="a_child_is_asked_by_another",
            )
        ]


class ChildStep(models.Model):
    """One step of a child along the arrows of `children_states.ARROWS`."""

    DATA = dict.fromkeys(("before", "after", "why"), "routing")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    child = _child("steps")
    society = _society()
    before = models.CharField(max_length=12, choices=ChildState.choices)
    after = models.CharField(max_length=12, choices=ChildState.choices)
    why = models.CharField(max_length=12, choices=ChildWhy.choices, blank=True)
    by = _member(null=True)  # nobody: the ground was taken back
    proposed_by = _member(null=True)
    told = BoxJSON(box=_team_box, null=True)  # what both said before the child went home
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(after="reunified")
                | (Q(by__isnull=False, proposed_by__isnull=False) & ~Q(by=F("proposed_by"))),
                name="two_bring_a_child_to_its_family",
            )
        ]

    def __str__(self) -> str:
        return f"step {self.pk}"

    @property
    def reason(self) -> str:
        """In words: chosen by a member, or lying in the step."""
        arrow = ARROWS.get((ChildState(self.before), ChildState(self.after)))
        return str(self.get_why_display() or (arrow.itself if arrow else ""))


class ChildPhoto(Sealed):
    """A small picture of the child for its team; there is no larger one."""

    child = models.OneToOneField("cases.Child", on_delete=models.CASCADE, related_name="photo")
    society = _society()
    picture = BoxJSON(box=_team_box)
    by = _member()
    at = models.DateTimeField(default=timezone.now)
