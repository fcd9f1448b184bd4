"""What hangs on many rows at once, in one query for all of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, prefetch_related_objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model


def lay_out(rows: Sequence[Model], **names: str) -> None:
    """Fetch what hangs on them under these names, each with the member that is named beside it."""
    for name, who in names.items() if rows else ():
        hanging: Any = rows[0]._meta.get_field(name).related_model
        every = hanging.objects.select_related(who) if who else hanging.objects.all()
        prefetch_related_objects(rows, Prefetch(name, queryset=every))


def beside(row: Any, name: str, *, who: str) -> list[Any]:
    """What hangs on one row; of one that was laid out with others, as it was then."""
    known, rows = getattr(row, "_prefetched_objects_cache", {}), getattr(row, name)
    return list(rows.all() if name in known else rows.select_related(who))
