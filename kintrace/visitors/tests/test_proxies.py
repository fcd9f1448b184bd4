"""The address a quota counts by."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from kintrace.visitors.proxies import Proxies


def seen_by_quotas(forwarded: str) -> str:
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    kept: list[str] = []

    def view(asked: HttpRequest) -> HttpResponse:
        kept.append(asked.META["REMOTE_ADDR"])
        return HttpResponse()

    Proxies(view)(request)
    return kept[0]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.7", "127.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 192.0.2.1", "198.51.100.7"),
        (2, "198.51.100.7", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_what_a_visitor_claims_of_their_address_counts_for_nothing(
    settings: Settings, proxies: int, forwarded: str, address: str
) -> None:
    settings.PROXIES = proxies
    assert seen_by_quotas(forwarded) == address
