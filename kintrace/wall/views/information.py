"""What people should know before they look or write."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kintrace.network.access import for_everyone
from kintrace.wall import pages
from kintrace.wall.views.answering import page


@for_everyone
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What we do with what people tell us; the societies' own approved words where they stand."""
    return page(request, "about", {"texts": pages.approved_texts()})


@for_everyone
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing here belongs in a search engine or an archive."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")
