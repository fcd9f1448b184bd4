"""The words of `make steal`: what was planted, what was searched, what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kintrace.operations.steal.needles import Planted
    from kintrace.operations.steal.scan import Haul

MOST_SHOWN = 40


def say_planted(planted: Planted, columns: int, say: Callable[[str], object]) -> None:
    parts = ", ".join(f"{kind} {planted.counts[kind]}" for kind in Kind)
    say(f"planted {planted.total}: {parts}")
    say(f"every one of {columns} sealed columns of class personal, box or staff holds one")


def say_searched(haul: Haul, say: Callable[[str], object]) -> None:
    parts = ", ".join(f"{where} {size / 1e6:.1f}" for where, size in haul.searched.items())
    say(f"searched {haul.read} bytes (MB: {parts})")


def say_found(haul: Haul, planted: int, say: Callable[[str], object]) -> None:
    for one in list(_once(haul))[:MOST_SHOWN]:
        say(f"  {one}")
    say(f"found {min(haul.strings, planted)} of {planted}")


def _once(haul: Haul) -> Iterable[str]:
    """Each place and way of writing once, with what stands around."""
    seen = {(one.where, one.how): one for one in reversed(haul.found)}
    return (f"{one.where}, {one.how}: {one.near!r}" for one in reversed(seen.values()))
