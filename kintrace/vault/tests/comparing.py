"""A network that compares: both halves of a matching pair in a folder of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.vault import matching_pair

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings


def network_compares(settings: Settings, folder: Path) -> None:
    settings.MATCHING_PUBLIC = folder / "matching.pub"
    settings.MATCHING_KEY = folder / "matching.key"
    matching_pair.make(folder)
