"""One line above every page of the desk, while something is broken that concerns who works there.

A folder registers what it knows; nearly always there is nothing to say, and nothing is shown.
"""

from collections.abc import Callable, Iterable

from django.utils.functional import Promise

Text = str | Promise
Source = Callable[[], Iterable[Text]]

_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let a folder speak, from AppConfig.ready. Saying it twice changes nothing."""
    _sources[name] = source


def shown() -> list[Text]:
    """What is to be said now."""
    return [line for source in _sources.values() for line in source()]
