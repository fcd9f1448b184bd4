"""Which languages the house speaks, and to whom (docs/decisions/014)."""

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

TO_VISITORS = [
    ("en", _("English")),
    ("fr", _("French")),
    ("es", _("Spanish")),
    ("ar", _("Arabic")),
    ("fa", _("Persian")),
    ("ti", _("Tigrinya")),
]
TO_MEMBERS = ("en", "ar")

LANG_INFO["ti"] = {"bidi": False, "code": "ti", "name": "Tigrinya", "name_local": "ትግርኛ"}
LANG_INFO["prs"] = LANG_INFO["prs-af"] = {"fallback": ["fa"]}  # who asks for Dari reads Persian

# How days, times and months are written where Django does not know it. The months of Tigrinya have
# the same names in the calendar of Ethiopia, where they begin on other days.
FIGURES = ("d/m/Y", "H:i", "m/Y")
