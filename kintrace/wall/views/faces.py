"""One face, its sheet of paper, and the pictures of all."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kintrace.network.access import for_everyone
from kintrace.vault.stores import StoreAway
from kintrace.visitors.actions import count_day
from kintrace.visitors.browsing import look_at, within_quota
from kintrace.wall import lookups, pages, pictures, sharing
from kintrace.wall.gallery import Choice
from kintrace.wall.views.answering import page


@for_everyone
@require_safe
@gzip_page
@within_quota
def face(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """One face, one sentence, two ways to write, and the way back to where it was seen."""
    shown = lookups.face_showing(face_id)
    look_at(request, [shown.name])
    count_day("face")
    facts: dict[str, Any] = {"face": shown, "claims": pages.claims(shown)}
    facts |= {"back": Choice.from_address(request.GET).query if request.GET else ""}
    return page(request, "face", facts | {"share": sharing.of(request, face_id)})


@for_everyone
@require_safe
@gzip_page
@within_quota
def sheet(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """One face on one sheet of paper, to hang up or to carry along."""
    shown = lookups.face_showing(face_id)
    look_at(request, [shown.name])
    count_day("sheet")
    return page(request, "sheet", {"face": shown, "share": sharing.of(request, face_id)})


@for_everyone
@require_safe
@within_quota
def picture(request: HttpRequest, name: str, size: str, ending: str) -> HttpResponse:
    """One picture, while a face that may be seen shows it; a browser may keep it five minutes."""
    try:
        data = pictures.read(name, size, ending) if lookups.picture_shows(name) else None
    except StoreAway:  # the words of the page stand without it
        return HttpResponse(status=503, headers={"Retry-After": "60", "Cache-Control": "no-store"})
    if data is None:
        raise Http404
    if size != pictures.SMALLEST:  # a tile was counted with its page
        look_at(request, [name], waits=False)
    headers = {"Cache-Control": "private, max-age=300"}
    return HttpResponse(data, content_type=pictures.TYPES[ending], headers=headers)
