"""The list of cases looked through: a view saved for oneself, and a name typed for a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk


def look_through(by: AtTheDesk) -> None:
    """What was typed by mistake is kept nowhere: neither in a row nor in a line of the log."""
    by.send("/desk/cases/views/", {"query": "whose=mine", "name": by.planted.word(Kind.STAFF)})
    by.get("/desk/cases/?whose=mine")
    by.send("/desk/cases/find/", {"code": by.planted.word(Kind.PERSONAL)})
    by.get("/desk/cases/")
