"""What stands on the empty tracing form beside the questions. Whole in each visitors' language."""

from django.utils.translation import gettext_lazy as _

# Above the questions of a page, by its key.
ABOVE = {
    # Visitors read this.
    "ways": _("Write at least one way to reach the person, or choose that they come back."),
    # Visitors read this.
    "more": _("All of this may stay empty."),
}
