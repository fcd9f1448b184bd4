"""Who was found: a person of their own, whose rows lead to the search only for who can open it.

No row here names a case, a person sought or a description. `Located.mark` is made from the key of
the case's file (vault.tags): who has the tables and not the keys cannot tell which search came to
anything (docs/decisions/032).
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kintrace.vault.fields import BoxJSON, BoxText, Sealed, SealedJSON


def _member(**more: Any) -> Any:
    return models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+", **more)


def _society() -> Any:
    return models.ForeignKey("network.Society", on_delete=models.PROTECT, related_name="+")


class Located(Sealed):
    """That somebody sought was found. `subject` is a number of their own, for notice and rights.

    found: the row of the person sought, and how (finding.FoundBy). is_told: the family heard what
    it may hear, so nothing waits.
    """

    society = _society()
    subject = models.UUIDField(unique=True)
    mark = models.UUIDField(unique=True)
    found = SealedJSON()
    day = models.DateField()
    by = _member()
    at = models.DateTimeField(default=timezone.now)
    is_told = models.BooleanField(default=False)

    DATA = {"mark": "blind"}

    class Meta:
        indexes = [models.Index(fields=["society", "is_told"])]


class Whereabouts(Sealed):
    """Where somebody found is and how they are reached: a file of its own, gone with its key."""

    located = models.OneToOneField(Located, on_delete=models.CASCADE, related_name="whereabouts")
    society = _society()
    reached = BoxJSON(box="inbox")
    by = _member()
    at = models.DateTimeField(default=timezone.now)


class Choice(Sealed):
    """One answer on the card: the wish, in which language, how it was asked. Never written over."""

    located = models.ForeignKey(Located, on_delete=models.CASCADE, related_name="choices")
    society = _society()
    wish = SealedJSON()
    by = _member()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class Proof(Sealed):
    """A rung of the ladder: what was asked, what each side said without hearing the other."""

    located = models.ForeignKey(Located, on_delete=models.CASCADE, related_name="proofs")
    society = _society()
    rung = SealedJSON()  # which rung, and how it compares
    asked = BoxText(box="inbox")
    seeker_says = BoxText(box="inbox", null=True)
    found_says = BoxText(box="inbox", null=True)
    seeker_by = _member(null=True)
    found_by = _member(null=True)
    by = _member()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class Judgement(Sealed):
    """What a member decided: whether it is the family, or, as the second, whether it may go on."""

    located = models.ForeignKey(Located, on_delete=models.CASCADE, related_name="judgements")
    society = _society()
    judged = SealedJSON()
    by = _member()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class Release(Sealed):
    """What of a found person was passed on, once: a document of its own under its own key.

    Where the family is another society's, that society reads a `Passage`, and never this.
    """

    located = models.OneToOneField(Located, on_delete=models.CASCADE, related_name="release")
    society = _society()
    passed = BoxJSON(box="inbox")
    first_told = SealedJSON()  # how the family heard it first
    chosen_by = _member()
    verified_by = _member()
    signed_by = _member(null=True)
    by = _member()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_by=None)
                | (~Q(signed_by=F("chosen_by")) & ~Q(signed_by=F("verified_by"))),
                name="a_release_is_signed_by_another",
            )
        ]
