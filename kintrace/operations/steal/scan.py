"""Search folders, files and streams for planted strings, however they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kintrace.operations.steal.needles import Planted, patterns_of_keys, patterns_of_marks
from kintrace.operations.steal.peel import layers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SHORTEST_CODE = 6
AROUND = 60  # bytes before and after, for who has to find out how it came there
_EMPTY = re.compile(rb"\x00{33,}")
_TOKEN = re.compile(rb"[A-Za-z0-9_-]{%d,}" % SHORTEST_CODE)
_WIDE_TOKEN = re.compile(rb"(?:[A-Za-z0-9_-]\x00){%d,}" % SHORTEST_CODE)


@dataclass(frozen=True)
class Found:
    """A planted string that a thief could read: where, how written, among what."""

    where: str
    how: str
    string: bytes
    near: bytes


@dataclass
class Haul:
    """What a search brought in."""

    found: list[Found] = field(default_factory=list)
    searched: dict[str, int] = field(default_factory=dict)  # bytes read, by what was searched

    @property
    def strings(self) -> int:
        """How many different readable strings there were; one written in two ways is two."""
        return len({one.string for one in self.found})

    @property
    def read(self) -> int:
        return sum(self.searched.values())


class Search:
    """Looks for everything that was planted."""

    def __init__(self, *planted: Planted) -> None:
        keys = set().union(*(one.keys for one in planted))
        self.patterns = patterns_of_marks() + patterns_of_keys(keys)
        codes = set().union(*(one.codes for one in planted))
        self.codes = {spelt for code in codes for spelt in _spellings(code)}

    def in_bytes(self, data: bytes, where: str) -> Iterator[Found]:
        for layer in layers(_EMPTY.sub(bytes(32), data)):
            yield from self._marks(layer.data, where, layer.how)
            yield from self._codes(layer.data, where, layer.how)

    def _marks(self, data: bytes, where: str, wrapping: str) -> Iterator[Found]:
        for pattern in self.patterns:
            at = data.find(pattern.sought)
            while at >= 0:
                end = at + pattern.whole
                near = data[max(0, at - AROUND) : end + AROUND]
                yield Found(where, f"{pattern.how} {wrapping}".strip(), data[at:end], near)
                at = data.find(pattern.sought, end)

    def _codes(self, data: bytes, where: str, wrapping: str) -> Iterator[Found]:
        if not self.codes:
            return
        for how, tokens in (("a code", _TOKEN), ("a code in utf-16", _WIDE_TOKEN)):
            for token in tokens.finditer(data):
                if (code := token[0].replace(b"\0", b"")) in self.codes:
                    near = data[max(0, token.start() - AROUND) : token.end() + AROUND]
                    yield Found(where, f"{how} {wrapping}".strip(), code, near)

    def in_folder(self, folder: Path, where: str, haul: Haul) -> None:
        """All files below, and their names."""
        for file in sorted(folder.rglob("*")):
            name = f"{where}: {file.relative_to(folder)}"
            haul.found += self.in_bytes(str(file.relative_to(folder)).encode(), f"name of {name}")
            if file.is_file() and not file.is_symlink():
                data = file.read_bytes()
                haul.searched[where] = haul.searched.get(where, 0) + len(data)
                haul.found += self.in_bytes(data, name)

    def in_folders(self, folders: Iterable[tuple[str, Path]]) -> Haul:
        """Every folder by what it is: ("database", …), ("media", …)."""
        haul = Haul()
        for where, folder in folders:
            haul.searched.setdefault(where, 0)
            self.in_folder(folder, where, haul)
        return haul


def _spellings(code: str) -> Iterator[bytes]:
    """As it was given, as it is typed, and as it is read."""
    for spelt in (code, code.replace("-", ""), code.replace("-", "").replace(" ", "")):
        for cased in (spelt, spelt.lower(), spelt.upper()):
            yield cased.encode()
