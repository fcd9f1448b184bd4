"""What a certificate's code tells to anybody who holds it."""

from datetime import date

from kintrace.wall import certificate_codes
from kintrace.wall.models import Attestation


def attested(code: str) -> date | None:
    """The month of the certificate; None alike for unknown, withdrawn and erased."""
    known = Attestation.objects.filter(lookup=certificate_codes.lookup_id(code))
    return known.values_list("month", flat=True).first()
