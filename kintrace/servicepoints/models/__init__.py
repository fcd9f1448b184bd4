"""Rows of this folder."""

from kintrace.servicepoints.models.point import ServicePoint

__all__ = ["ServicePoint"]
