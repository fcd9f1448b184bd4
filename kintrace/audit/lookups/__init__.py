"""The only door to the chains: their entries, and what was done to them."""

# Laid in lines, so that the whole door is seen at once.
# ruff: noqa: I001
# fmt: off
from kintrace.audit.lookups.entries import (
    Done, Mark, actors, all_about, beginning, counted_by_day, done_by, entries, entries_after,
    first_mark, head, last_before, mark_at, times_done,
)
from kintrace.audit.lookups.whole import Break, Harm, has_ended, verify

__all__ = [
    "Break", "Done", "Harm", "Mark", "actors", "all_about", "beginning", "counted_by_day",
    "done_by", "entries", "entries_after", "first_mark", "has_ended", "head", "last_before",
    "mark_at", "times_done", "verify",
]
