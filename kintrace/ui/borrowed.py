"""What Django itself says on public pages, so that our catalogues say it in every language.

Django speaks no Tigrinya, and its own words for a wrong entry are not always plain. A catalogue of
ours goes before Django's. Nothing imports this: it stands here to be found by `make messages`.
A public page that needs another of Django's texts adds it; tests/test_languages.py tells.
"""

from django.utils.translation import gettext_noop as _


def ngettext_lazy(*forms: str) -> tuple[str, ...]:
    """Django has no ngettext_noop."""
    return forms


SENTENCES = (
    _("This field is required."),
    _("Null characters are not allowed."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("Enter a list of values."),
    _("Enter a whole number."),
    _("Enter a valid email address."),
)
COUNTED = ngettext_lazy(
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
)
