"""What `protection` asks of this folder about a subject."""

from __future__ import annotations

from kintrace.servicepoints.holder_people import OfPeople


class ServicePointsHolder(OfPeople):
    """Where a point is and how it is run: nothing of that is about somebody we serve."""
