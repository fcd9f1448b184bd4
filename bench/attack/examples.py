"""A bad example of each rule: what does not find its own example guards nothing.

They lie in `bad/` as `<rule>.<suffix>.txt`, so that no other tool takes them for code. A line that
says “bad” has to be found by the rule of that name; a line that does not must not be.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.attack.accepting import Finding

HERE = Path(__file__).resolve().parent
RULES = HERE / "rules.yml"
BAD = HERE / "bad"
# Below every folder to which one of the rules keeps.
PLACE = Path("kintrace", "views", "templates", "static")
_MARK = re.compile(r"(#|//|\{#) bad\b")


def rules() -> dict[str, dict[str, Any]]:
    """Our rules by their names."""
    listed: list[dict[str, Any]] = yaml.safe_load(RULES.read_text(encoding="utf-8"))["rules"]
    return {one["id"]: one for one in listed}


def examples() -> dict[str, Path]:
    """The example of each rule, by the rule's name."""
    return {file.name.split(".")[0]: file for file in sorted(BAD.glob("*.txt"))}


def laid(folder: Path) -> None:
    """Copy the examples to where they look like code."""
    (folder / PLACE).mkdir(parents=True)
    for file in examples().values():
        (folder / PLACE / file.stem).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")


def marked(file: Path) -> set[int]:
    """The lines that have to be found."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(lines, start=1) if _MARK.search(line)}


def misread(found: Iterable[Finding]) -> Iterator[str]:
    """Rules that missed a bad line of their example or found a good one, in words."""
    seen = {(one.test, one.line) for one in found if Path(one.file).name.startswith(one.test + ".")}
    for name, file in examples().items():
        lines, wanted = {line for test, line in seen if test == name}, marked(file)
        if missed := wanted - lines:
            yield f"the rule {name} does not find the lines {sorted(missed)} of its bad example"
        if wrong := lines - wanted:
            yield f"the rule {name} finds the good lines {sorted(wrong)} of its example"
