"""The tag that makes a form of the desk safe against a session that ends while one types."""

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kintrace.network import kept

register = template.Library()


@register.simple_tag(takes_context=True)
def owner(context: Context) -> SafeString:
    """{% owner %} inside a form of the desk; of a file only the words beside it come back."""
    member = context["request"].user
    return format_html(
        '<input type="hidden" name="{}" value="{}">', kept.FIELD, kept.owner_of_form(member)
    )
