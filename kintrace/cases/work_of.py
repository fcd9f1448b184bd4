"""Whose work the work list shows: the member's own, that of their place, that of the society.

A wider list holds what colleagues do as well, and never what the member could not open there: each
source asks the rights as before.

How much is due is said of the list on the screen alone. It is a number of lines that some thirty
sources give, one query or more each: to count another list is to make it, and no query of its own
says the same. A number of something less, such as the reviews, beside it would be misread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case


class Of(TextChoices):
    MINE = "mine", _("My work")
    DESK = "desk", _("Work of my place")
    SOCIETY = "society", _("Work of my society")


@dataclass(frozen=True)
class WorkOf:
    """desk: the place where the member works today; None while they did not say."""

    whose: Of = Of.MINE
    desk: UUID | None = None

    @property
    def is_mine(self) -> bool:
        return self.whose is Of.MINE

    def holds(self, case: Case | None) -> bool:
        """Whether work on this case may stand in the list; None for work on no case of ours, which
        belongs to no place."""
        if self.whose is not Of.DESK:
            return True
        return case is not None and self.desk is not None and case.desk_id == self.desk


MINE = WorkOf()


def work_called(said: str, *, desk: UUID | None) -> WorkOf:
    """As an address says it; the member's own where it says nothing that we know."""
    return WorkOf(Of(said) if said in Of.values else Of.MINE, desk)
