"""The gallery, one face, and the pictures of both."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kintrace.network.access import for_everyone
from kintrace.visitors.actions import count_day
from kintrace.wall import gallery as wall
from kintrace.wall import lookups, pages, pictures
from kintrace.wall.views.answering import page


@for_everyone
@require_safe
@gzip_page
def gallery(request: HttpRequest) -> HttpResponse:
    """Twelve faces. Not cached anywhere: the next request must not show who was taken down."""
    choice = wall.Choice.from_address(request.GET)
    shown = wall.page(lookups.showing(), choice, timezone.localdate())
    count_day("wall")
    links = {"before": choice.but(page=choice.page - 1), "after": choice.but(page=choice.page + 1)}
    facts = {"choice": choice, "shown": shown, "first": choice.but(page=1), **links}
    return page(request, "gallery", facts | pages.filters(choice))


@for_everyone
@require_safe
@gzip_page
def face(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """One face, one sentence, two ways to write."""
    shown = lookups.face_showing(face_id)
    count_day("face")
    return page(request, "face", {"face": shown, "claims": pages.claims(shown)})


@for_everyone
@require_safe
def picture(request: HttpRequest, name: str, size: str, ending: str) -> HttpResponse:
    """One picture, while a face that may be seen shows it; a browser may keep it five minutes."""
    data = pictures.read(name, size, ending) if lookups.picture_shows(name) else None
    if data is None:
        raise Http404
    headers = {"Cache-Control": "private, max-age=300"}
    return HttpResponse(data, content_type=pictures.TYPES[ending], headers=headers)
