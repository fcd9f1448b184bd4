"""What stands on the paper of a certificate, wherever it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import override

from kintrace.cases import attesting

if TYPE_CHECKING:
    from pytest_django import Settings


def test_the_paper_says_where_it_is_checked_also_where_no_page_of_the_wall_is_served(
    settings: Settings,
) -> None:
    settings.PUBLIC_ADDRESS = "https://wall.example"
    with override("ar"):
        served = reverse("wall:certificate")
        settings.ROOT_URLCONF = "kintrace.network.urls"  # as on the staff side: no wall
        assert attesting.check_address() == f"https://wall.example{served}"
