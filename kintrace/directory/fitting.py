"""Whether the services of a paper may have room in its three panels, reckoned before it is printed.

Setting type takes a second or two, and trying every size of letters many. So lines are counted
first: what is said to fit is tried, and what is said not to fit never is.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.directory.brochure import Entry, Sheet

PANELS, WIDTH, HEIGHT = 3, 83, 187  # millimetres
LINE = 1.3  # of the letters: its height
LETTER = 0.54  # of the letters: how wide one is


def may_fit(whole: Sheet, tenths: int) -> bool:
    """Whether letters of so many tenths of a millimetre may leave room for everything."""
    size = tenths / 10
    in_a_line = int(WIDTH / (LETTER * size))
    lines = sum(ceil(len(words) / in_a_line) for words in _lines(whole))
    gaps = sum(len(group.entries) for group in whole.groups)
    return (lines * LINE + gaps * 0.9) * size <= PANELS * HEIGHT


def _lines(whole: Sheet) -> Iterator[str]:
    for group in whole.groups:
        yield from (words for _tongue, words in group.words)
        for entry in group.entries:
            yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[str]:
    yield from (said.words for said in (*entry.names, *entry.abouts))
    yield " · ".join((*entry.where, *entry.facts.phones))
    for _tongue, card in entry.cards:
        hours = " · ".join(f"{line.days} {line.times}" for line in card.hours)
        yield f"{hours} · {card.fee} {card.fees.words if card.fees else ''}"
    if entry.spoken:
        yield entry.spoken
