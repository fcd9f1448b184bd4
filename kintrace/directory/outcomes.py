"""What came of a row of a file, in the words of the report."""

from __future__ import annotations

from enum import Enum


class Outcome(Enum):
    NEW = "new"
    CHANGED = "changed"
    CONFIRMED = "confirmed later than here"
    SAME = "as it is here"
    OLDER = "older than here: ours stays"
    UNDATED = "known here, and the file says not when it was changed (last_modified): ours stays"
    BAD = "not taken"
