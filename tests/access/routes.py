"""Every address the program answers, as the resolver itself knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import URLPattern, URLResolver, get_resolver

from kintrace.network.access import Access, declared

if TYPE_CHECKING:
    from collections.abc import Iterator


def routes(urlconf: Any = None) -> dict[str, URLPattern]:
    """Name with its namespaces → route. One without a name goes by its pattern."""
    return dict(_walk(get_resolver(urlconf), ()))


def _walk(resolver: URLResolver, spaces: tuple[str, ...]) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            inner = (*spaces, one.namespace) if one.namespace else spaces
            yield from _walk(one, inner)
        else:
            yield ":".join((*spaces, one.name or f"<{one.pattern}>")), one


def declaration(route: URLPattern) -> Access | None:
    """What the view of this route declared, asked as the gate asks."""
    return declared(route.callback, route.name)


def undeclared(urlconf: Any = None) -> list[str]:
    """Routes that nobody said anything about: shut to all, and never meant so."""
    return [name for name, route in routes(urlconf).items() if declaration(route) is None]
