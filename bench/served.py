"""The public side as in service, with a "hello" behind all that the house does around a view.

BENCH_KEEPS_NO_PAGE=1 makes every page of the wall anew.
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")

from django.core.wsgi import get_wsgi_application
from django.urls import path

application = get_wsgi_application()

from bench.hello import hello  # noqa: E402 - after Django stands
from kintrace.config.urls import urlpatterns as house  # noqa: E402
from kintrace.network.access import for_everyone  # noqa: E402
from kintrace.wall import kept  # noqa: E402

if "BENCH_KEEPS_NO_PAGE" in os.environ:
    kept.PAGE_LASTS = 0

urlpatterns = [path("hello/", for_everyone(hello)), *house]
