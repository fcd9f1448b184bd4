"""A screen in a hall: what it shows is chosen first, and stands in its address."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kintrace.network.access import for_everyone
from kintrace.wall import screen as hall
from kintrace.wall.advice_on_the_way import TOPICS
from kintrace.wall.forms_information import ScreenForm
from kintrace.wall.views.answering import page


@for_everyone
@require_safe
@gzip_page
def choose(request: HttpRequest) -> HttpResponse:
    """Topics and languages for the screen."""
    form = ScreenForm(language=get_language() or "en")
    return page(request, "screen_choose", {"form": form})


@for_everyone
@require_safe
@gzip_page
def slides(request: HttpRequest) -> HttpResponse:
    """All that the screen shows, by itself or, with `by=hand`, by hand."""
    form = ScreenForm(request.GET or None, language=get_language() or "en")
    if not form.is_valid():
        status = 422 if form.errors else 200
        return page(request, "screen_choose", {"form": form}, status=status)
    chosen, by_hand = form.cleaned_data, request.GET.get("by") == "hand"
    shown = hall.slides([TOPICS[name] for name in chosen["topic"]], chosen["language"])
    other = hall.address(chosen, by_hand=not by_hand)
    return page(request, "screen", {"slides": shown, "by_hand": by_hand, "other": other})
