"""Rows of this folder."""

from kintrace.servicepoints.models.counts import (
    DailyCount,
    UsedId,
)
from kintrace.servicepoints.models.days import (
    PointDay,
)
from kintrace.servicepoints.models.device import (
    Device,
    TakenRecord,
)
from kintrace.servicepoints.models.figures import (
    MonthOutside,
)
from kintrace.servicepoints.models.hand_over import (
    HandOver,
)
from kintrace.servicepoints.models.needs import (
    NeedsAssessment,
    PointTask,
    Training,
)
from kintrace.servicepoints.models.point import (
    ServicePoint,
)
from kintrace.servicepoints.models.registration import (
    Meeting,
    Registration,
)
from kintrace.servicepoints.models.tickets import (
    ChargingTicket,
)
from kintrace.servicepoints.models.ways_on import (
    Booking,
    Slip,
)

__all__ = [
    "Booking",
    "ChargingTicket",
    "DailyCount",
    "Device",
    "HandOver",
    "Meeting",
    "MonthOutside",
    "NeedsAssessment",
    "PointDay",
    "PointTask",
    "Registration",
    "ServicePoint",
    "Slip",
    "TakenRecord",
    "Training",
    "UsedId",
]
