"""Rows of this folder."""

from kintrace.servicepoints.models.device import Device, TakenRecord
from kintrace.servicepoints.models.point import ServicePoint

__all__ = ["Device", "ServicePoint", "TakenRecord"]
