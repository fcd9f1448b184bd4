"""Which language a page speaks: to a visitor any of the house, to a member one of the desk's.

A member's browser may ask for Tigrinya; a desk that is half in it and half in English would be
read wrongly by somebody who decides about a person.
"""

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from kintrace.ui.context import is_staff_page


class Languages(LocaleMiddleware):
    """Django's choice by address and browser; on the staff side only among STAFF_LANGUAGES."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if is_staff_page(request):
            language = _whole_for_members(request.headers.get("Accept-Language", ""))
            translation.activate(language)
            request.LANGUAGE_CODE = language


def _whole_for_members(asked: str) -> str:
    """The first language asked for that the desk is whole in: "ti, ar-EG;q=0.8" gives "ar"."""
    wished = (code.partition("-")[0] for code, _weight in parse_accept_lang_header(asked.lower()))
    return next((code for code in wished if code in settings.STAFF_LANGUAGES), "en")
