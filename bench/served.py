"""The public side as in service, with a "hello" behind all that the house does around a view.

BENCH_KEEPS=frames makes every page of the wall anew from its kept frame, BENCH_KEEPS=nothing from
nothing but the deck.
"""

import os
from collections.abc import Hashable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")

from django.core.wsgi import get_wsgi_application
from django.urls import path

application = get_wsgi_application()

from bench.hello import hello  # noqa: E402 - after Django stands
from kintrace.config.urls import urlpatterns as house  # noqa: E402
from kintrace.network.access import for_everyone  # noqa: E402
from kintrace.visitors import browsing  # noqa: E402
from kintrace.wall import kept  # noqa: E402


class Unkept(kept.Memory[kept.Page]):
    """Remembers no page."""

    def find(self, key: Hashable) -> None:
        del key


# One address asks for everything: it is counted like any other, and never made to wait.
browsing.SOFT = browsing.HARD = 10**9

if os.environ.get("BENCH_KEEPS") == "frames":
    kept.PAGES = Unkept()
if os.environ.get("BENCH_KEEPS") == "nothing":
    kept.PAGE_LASTS = 0

urlpatterns = [path("hello/", for_everyone(hello)), *house]
