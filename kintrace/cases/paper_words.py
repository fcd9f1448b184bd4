"""What stands on the empty tracing form beside the questions. Whole in each visitors' language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

# Above the questions of a page, by its key.
ABOVE = {
    # Visitors read this.
    "ways": _("Write at least one way to reach the person, or choose that they come back."),
    # Visitors read this.
    "more": _("All of this may stay empty."),
}
# Beside a question, in the place of what the screen says, by its name.
HINTS: dict[str, str | Promise] = {
    # Visitors read this.
    "companions": _(
        "Write for each: the name, who they are to the person sought, and where they were last "
        "seen."
    ),
    "note": "",  # what the screen seals lies open on paper
}
