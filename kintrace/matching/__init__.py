"""Finding the descriptions that may speak of one person. This file imports nothing: `link` is
fetched when somebody asks, for it needs packages that only the extra `linkage` brings."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kintrace.matching.linkage import link

__all__ = ["link"]


def __getattr__(name: str) -> Any:
    if name != "link":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 see above

    return import_module(f"{__name__}.linkage").link
