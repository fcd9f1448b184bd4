"""Rows of this folder."""

from kintrace.servicepoints.models.counts import DailyCount, UsedId
from kintrace.servicepoints.models.days import PointDay
from kintrace.servicepoints.models.device import Device, TakenRecord
from kintrace.servicepoints.models.figures import MonthOutside
from kintrace.servicepoints.models.needs import NeedsAssessment, PointTask, Training
from kintrace.servicepoints.models.point import ServicePoint
from kintrace.servicepoints.models.tickets import ChargingTicket

__all__ = [
    "ChargingTicket",
    "DailyCount",
    "Device",
    "MonthOutside",
    "NeedsAssessment",
    "PointDay",
    "PointTask",
    "ServicePoint",
    "TakenRecord",
    "Training",
    "UsedId",
]
