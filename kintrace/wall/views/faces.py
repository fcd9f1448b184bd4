"""The gallery, one face, and the pictures of both."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kintrace.network.access import for_everyone
from kintrace.ui.context import languages_of
from kintrace.visitors.actions import count_day
from kintrace.wall import filters, kept, lookups, pages, pictures, sharing
from kintrace.wall.gallery import Choice
from kintrace.wall.views.answering import page


@for_everyone
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Twelve faces. A page kept in this process is sent again while every face on it shows."""
    choice = Choice.from_address(request.GET)
    key = (request.path, request.get_host(), request.scheme, timezone.localdate(), choice)
    shown = kept.PAGES.find(key) or kept.PAGES.keep(key, _made(request, choice))
    count_day("wall")
    return _packed(request, shown)


def _made(request: HttpRequest, choice: Choice) -> kept.Page:
    shown = kept.chosen(choice)
    links = filters.filters(choice)
    facts = pages.help_desk() | links
    facts |= {"choice": choice, "more": shown.more, "chosen": filters.chosen(links)}
    facts |= {"tiles": filters.tiles(shown.faces, choice), "steps": filters.steps(choice)}
    # Many are sent this page: it repeats nothing that one visitor wrote into its address.
    facts["languages"] = languages_of(request.path + choice.query)
    html = render_to_string("wall/gallery.html", facts, request=request)
    return kept.Page(html.encode(), [face.pk for face in shown.faces])


def _packed(request: HttpRequest, shown: kept.Page) -> HttpResponse:
    encoding, body = shown.packed(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(body)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


@for_everyone
@require_safe
@gzip_page
def face(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """One face, one sentence, two ways to write, and the way back to where it was seen."""
    shown = lookups.face_showing(face_id)
    count_day("face")
    facts: dict[str, Any] = {"face": shown, "claims": pages.claims(shown)}
    facts |= {"back": Choice.from_address(request.GET).query if request.GET else ""}
    return page(request, "face", facts | {"share": sharing.of(request, face_id)})


@for_everyone
@require_safe
@gzip_page
def sheet(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """One face on one sheet of paper, to hang up or to carry along."""
    shown = lookups.face_showing(face_id)
    count_day("sheet")
    return page(request, "sheet", {"face": shown, "share": sharing.of(request, face_id)})


@for_everyone
@require_safe
def picture(request: HttpRequest, name: str, size: str, ending: str) -> HttpResponse:
    """One picture, while a face that may be seen shows it; a browser may keep it five minutes."""
    data = pictures.read(name, size, ending) if lookups.picture_shows(name) else None
    if data is None:
        raise Http404
    headers = {"Cache-Control": "private, max-age=300"}
    return HttpResponse(data, content_type=pictures.TYPES[ending], headers=headers)
