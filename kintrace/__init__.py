"""Kintrace: restoring family links."""

__version__ = "0.1.0"
