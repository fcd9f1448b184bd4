"""Public forms without a CSRF cookie: the browser's own word about where a form was sent from."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
READS_ONLY = frozenset({"GET", "HEAD", "OPTIONS"})


def from_visitor(view: View[P]) -> View[P]:
    """Let a visitor's form in: no cookie is asked, a foreign Origin is refused with a sentence."""

    @wraps(view)
    def asked(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in READS_ONLY and is_foreign(request):
            return render(request, "visitors/foreign.html", status=403)
        return view(request, *args, **kwargs)

    return cast("View[P]", csrf_exempt(asked))


def is_foreign(request: HttpRequest) -> bool:
    """Whether the browser says that another site sent this. Old browsers say nothing: not foreign.

    Nobody is signed in here, so a forged form gains nothing of the visitor's; it could only make
    people's browsers write to a society without their knowing.
    """
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    try:
        sent_from = urlsplit(origin).netloc
    except ValueError:  # no address at all
        return True
    return sent_from.lower() != request.get_host().lower()
