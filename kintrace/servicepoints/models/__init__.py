"""Rows of this folder."""

from kintrace.servicepoints.models.hand_over import HandOver
from kintrace.servicepoints.models.point import ServicePoint
from kintrace.servicepoints.models.registration import Meeting, Registration
from kintrace.servicepoints.models.ways_on import Booking, Slip

__all__ = ["Booking", "HandOver", "Meeting", "Registration", "ServicePoint", "Slip"]
