"""What lies in the memory of processes: read as a thief with the rights of their user does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_REGION = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+\s*(.*)")
PAGE = 4096
_KERNEL = ("[vvar]", "[vsyscall]", "[vdso]")


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def environment(pid: int) -> bytes:
    return Path(f"/proc/{pid}/environ").read_bytes()


def memory(pid: int) -> Iterator[bytes]:
    """Every writable region: heap, stacks and what was mapped; code and constants are left out."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as source:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            region = _REGION.match(line)
            if region is None or region[3][:2] != "rw" or region[4] in _KERNEL:
                continue
            start, end = int(region[1], 16), int(region[2], 16)
            source.seek(start)
            try:
                yield _written(source.read(end - start))
            except OSError:  # gone since it was listed
                continue


def _written(region: bytes) -> bytes:
    """Without the pages that hold one byte over and over, which is most of them."""
    pages = (region[at : at + PAGE] for at in range(0, len(region), PAGE))
    return b"".join(page for page in pages if page.count(page[:1]) != len(page))
