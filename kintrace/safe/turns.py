"""Who asks too often waits: the answer says on what, and the page's script sends it again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse

from kintrace.visitors import actions, passes
from kintrace.visitors.posting import FIELD

if TYPE_CHECKING:
    from kintrace.visitors.quota import Quota

View = Callable[[HttpRequest], HttpResponse]


def in_turn(quota: Quota) -> Callable[[View], View]:
    """As `visitors.posting.in_turn`, for what a script sends and reads."""

    def guard(view: View) -> View:
        @wraps(view)
        def taken(request: HttpRequest) -> HttpResponse:
            said = request.POST.get(FIELD, "")
            if quota.allows(request) or actions.spend(said):
                return view(request)
            return JsonResponse({"pass": passes.waiting(said), "seconds": passes.WAIT}, status=429)

        return taken

    return guard
