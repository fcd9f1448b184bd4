"""Certificates for the person who searches: asked for, given, withdrawn."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language_info

from kintrace.cases.certificate_words import Because, CertificateKind, CertificateState
from kintrace.cases.models.case import Case

UNDER_WAY = ["requested", "issued"]


class Attestation(models.Model):
    """That a certificate was asked for, or given. Neither its code nor the name on it is kept:
    the code is on the paper alone, the name is read from what the person told."""

    Kind = CertificateKind
    State = CertificateState
    Because = Because

    DATA = {"language": "routing"}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    society = models.ForeignKey("network.Society", on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="attestations")
    kind = models.CharField(max_length=10, choices=CertificateKind, default=CertificateKind.TRACING)
    language = models.CharField(max_length=12)
    state = models.CharField(
        max_length=10, choices=CertificateState, default=CertificateState.REQUESTED
    )
    asked = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey("network.Member", on_delete=models.PROTECT, related_name="+")
    issued = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(
        "network.Member", null=True, on_delete=models.PROTECT, related_name="+"
    )
    public = models.UUIDField(null=True, unique=True)  # of the wall's row, while it is valid
    withdrawn = models.DateTimeField(null=True)
    because = models.CharField(max_length=10, choices=Because, blank=True)

    class Meta:
        ordering = ["-asked"]
        indexes = [models.Index(fields=["society", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(state__in=UNDER_WAY),
                name="one_certificate_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="requested", issued=None, public=None, withdrawn=None)
                | Q(state="issued", issued__isnull=False, public__isnull=False, withdrawn=None)
                | (Q(state="withdrawn", public=None, withdrawn__isnull=False) & ~Q(because="")),
                name="a_certificate_is_as_its_state_says",
            ),
            models.CheckConstraint(
                condition=Q(issued=None, issued_by=None)
                | (Q(issued__isnull=False, issued_by__isnull=False) & ~Q(issued_by=F("asked_by"))),
                name="a_certificate_had_a_second_eye",
            ),
        ]

    def __str__(self) -> str:
        return f"attestation {self.pk}"

    @property
    def language_name(self) -> str:
        """The language of the paper in its own words."""
        return str(get_language_info(self.language)["name_local"])
