"""The commands of a page of docs/: what is run, and why something is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUNS = "sh runs"
NOT_HERE = "sh not run here: "


@dataclass(frozen=True)
class Fence:
    """A block of commands, under the heading it stands under."""

    heading: str
    marked: str
    text: str

    @property
    def runs(self) -> bool:
        return self.marked == RUNS

    @property
    def why_not(self) -> str:
        """Why it is not run; "" for one that is, or that does not say."""
        return self.marked.removeprefix(NOT_HERE) if self.marked.startswith(NOT_HERE) else ""


def fences(page: Path) -> list[Fence]:
    """All of a page, in their order."""
    text = page.read_text("utf-8")
    headings = [(found.start(), found[1]) for found in re.finditer(r"(?m)^## (.+)$", text)]
    return [
        Fence(
            next((name for start, name in reversed(headings) if start < found.start()), ""),
            found[1].strip(),
            found[2],
        )
        for found in _FENCE.finditer(text)
    ]
