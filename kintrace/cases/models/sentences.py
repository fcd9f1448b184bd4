"""What a society says to people, approved by a second eye."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from kintrace.cases.criteria import NotOurs
from kintrace.cases.replies import Topic


class Sentence(models.Model):
    """One version of a sentence that a society answers visitors with, in one language."""

    class State(models.TextChoices):
        DRAFT = "draft", gettext_lazy("Draft")
        APPROVED = "approved", gettext_lazy("In use")
        REPLACED = "replaced", gettext_lazy("Replaced")

    DATA = dict.fromkeys(("topic", "language", "version", "state"), "routing") | {"text": "public"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    topic = models.CharField(max_length=12, choices=Topic.choices)  # or a code of NotOurs
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    text = models.TextField()
    drafted_by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        "network.Member", on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering = ["language", "topic", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["society", "topic", "language", "version"], name="one_sentence_a_version"
            ),
            models.UniqueConstraint(
                fields=["society", "topic", "language"],
                condition=Q(state="approved"),
                name="one_sentence_in_use",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", approved_by=None)
                | (
                    Q(state__in=["approved", "replaced"], approved_by__isnull=False)
                    & ~Q(approved_by=F("drafted_by"))
                ),
                name="a_sentence_in_use_had_a_second_eye",
            ),
        ]

    def __str__(self) -> str:
        return f"sentence {self.pk}"

    @property
    def what_for(self) -> str:
        if self.topic in NotOurs.values:
            return _("Not accepted: %(why)s") % {"why": NotOurs(self.topic).label}
        return str(Topic(self.topic).label)

    @property
    def language_name(self) -> str:
        """The language in its own words."""
        return str(get_language_info(self.language)["name_local"])

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"
