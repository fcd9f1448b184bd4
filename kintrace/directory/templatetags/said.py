"""Words in the reader's language or, where nobody wrote them, in another that says its name."""

from collections.abc import Mapping

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kintrace.directory.texts import Said
from kintrace.directory.texts import said as chosen

register = template.Library()


@register.simple_tag
def said(texts: Mapping[str, str] | Said | None) -> SafeString:
    """{% said place.names %}, or what was chosen already; nothing where nothing was said."""
    words = texts if isinstance(texts, Said) else chosen(texts or {}, get_language() or "en")
    if words is None:
        return SafeString()
    return format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', words.language, words.direction, words.words
    )
