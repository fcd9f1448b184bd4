"""Where a touch screen begins, and where it goes back to. Its other pages are the wall's own."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kintrace.network.access import for_everyone
from kintrace.ui import kiosk
from kintrace.wall.views.answering import page


@for_everyone
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The question in every language, and no face: who passes by is not shown anybody."""
    return page(request, "kiosk", {"doors": [_door(code) for code, _name in settings.LANGUAGES]})


def _door(code: str) -> dict[str, str]:
    info = get_language_info(code)
    with override(code):
        question = _("Who may be looking for you?")
        address = reverse("wall:gallery", current_app=kiosk.NAMESPACE)
    return {
        "code": code,
        "name": info["name_local"],
        "direction": "rtl" if info["bidi"] else "ltr",
        "question": question,
        "address": address,
    }
