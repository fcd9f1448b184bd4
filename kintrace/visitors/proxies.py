"""Whose address a request comes from when our own proxies stand between.

Quotas count addresses. Behind a proxy every request has the proxy's, so one visitor would use up
what all others may; and what a visitor writes into X-Forwarded-For themselves counts for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class Proxies:
    """Puts the address that the outermost of `settings.PROXIES` proxies saw into REMOTE_ADDR."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.PROXIES:
            seen = request.headers.get("X-Forwarded-For", "").split(",")
            if len(seen) >= settings.PROXIES and seen[-settings.PROXIES].strip():
                request.META["REMOTE_ADDR"] = seen[-settings.PROXIES].strip()
        return self.get_response(request)
