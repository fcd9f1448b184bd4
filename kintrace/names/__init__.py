"""Comparing names across scripts and spellings. Plain Python: no Django, no database.

`likeness(a, b)` says how alike two names are and why, `likenesses` one beside many, `scores` how
alike all of two lists are, `rank` who stands first. They are fetched when somebody asks: whoever
needs a calendar alone does not load the arithmetic of names.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kintrace.names.comparing import scores
    from kintrace.names.explained import Likeness, likeness, likenesses
    from kintrace.names.ranking import rank

__all__ = ["Likeness", "likeness", "likenesses", "rank", "scores"]

_WHERE = {
    "Likeness": "explained",
    "likeness": "explained",
    "likenesses": "explained",
    "rank": "ranking",
    "scores": "comparing",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
