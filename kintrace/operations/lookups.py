"""Reading the clocks of duties."""

from datetime import datetime

from kintrace.operations.models import Due


def due(when: datetime) -> list[str]:
    """The names of the duties that were due at this time, by name."""
    return list(Due.objects.filter(at__lte=when).order_by("name").values_list("name", flat=True))
