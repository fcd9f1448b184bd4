"""What is read to a sender before a Red Cross Message is written, and what stands on the sheets.

Whole in each language of the visitors: the sender hears one of them, the addressee reads another.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Read aloud to the sender before anything is written down.
BEFORE = (
    # Visitors read this.
    _("A Red Cross Message carries news of the family and nothing else."),
    # Visitors read this.
    _("It is an open sheet. Whoever carries it may read it, and authorities may read it, too."),
    # Visitors read this.
    _("Write nothing about politics, an army, weapons, fighting, or places where soldiers are."),
    # Visitors read this.
    _("It cannot carry money, medicine or parcels, and it should not speak of them."),
    # Visitors read this.
    _("Write nothing that could harm you or your family if a stranger reads it."),
    # Visitors read this.
    _("It may take weeks, and nobody can promise that it arrives. It costs nothing."),
    # Visitors read this.
    _("30 days after it is delivered we delete our copy of what you wrote."),
)
# What the second member looks for.
FORBIDDEN = (
    _("No money, no medicine, no parcels"),
    _("Nothing about politics, an army, weapons or fighting"),
    _("Nothing that tells where soldiers, prisoners or other people are"),
    _("Nothing that could harm the sender or the family if a stranger reads it"),
)
# Each line of a person on the sheet: its name in what was kept, and its label.
PERSON = {
    # Visitors read this.
    "name": _("Name"),
    # Visitors read this.
    "name_own": _("Name in its own script"),
    # Visitors read this.
    "sex": pgettext_lazy("on a sheet of paper", "Sex"),
    # Visitors read this.
    "birth": _("Born"),
    # Visitors read this.
    "father": _("Father’s name"),
    # Visitors read this.
    "mother": _("Mother’s name"),
    # Visitors read this.
    "relation": _("Who the addressee is to the sender"),
    # Visitors read this.
    "address": _("Address"),
    # Visitors read this.
    "phone": _("Phone"),
}
SHEET = {
    # Visitors read this.
    "title": _("Red Cross Message"),
    # Visitors read this.
    "family": _("Family news only. Open sheet: others may read it."),
    # Visitors read this.
    "from": pgettext_lazy("on a sheet of paper", "From"),
    # Visitors read this.
    "to": pgettext_lazy("on a sheet of paper", "To"),
    # Visitors read this.
    "text": pgettext_lazy("on a sheet of paper", "Message"),
    # Visitors read this.
    "written": _("Written on"),
    # Visitors read this.
    "code": _("Code of this message"),
    # Visitors read this.
    "answer": _("Answer to a Red Cross Message"),
    # Visitors read this.
    "how": _("Write family news only: no money, no politics, nothing about an army or fighting."),
    # Visitors read this.
    "back": _("Give this sheet back to whoever brought it. Others may read it on its way."),
    # Visitors read this.
    "date": pgettext_lazy("on a sheet of paper", "Date"),
    # Visitors read this.
    "way": _("The way to the house"),
    # Visitors read this.
    "photo": _("A photo for you"),
}
# Visitors read this.
THROUGH = _("Through: %(society)s")
