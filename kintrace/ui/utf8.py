"""Everybody writes to us in UTF-8, and who says otherwise is told so calmly.

A page in UTF-8 is answered in UTF-8 by every browser. A program that names another way of writing
would choose by it how its words are read; some that Python knows are no writing at all ("zlib").
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from django.core.exceptions import BadRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

OURS = "utf-8"


class InUTF8:
    """Refuses what says to be written otherwise, before anybody reads it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = request.encoding  # what Python does not know Django has passed over
        if said is not None and codecs.lookup(said).name != OURS:
            request.encoding = OURS  # the page that refuses looks at the address, too
            raise BadRequest("A request must be in UTF-8.")
        return self.get_response(request)
