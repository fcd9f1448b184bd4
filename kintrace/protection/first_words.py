"""First texts of each kind in our own words, to be read, changed and approved by a society.

They lie in first_words/, one file a language: the notices at the top, the words before a question
in a folder for each kind. They are written so that a child of ten understands them when they are
read aloud. They are drafts: what they promise (who reads, how long) is a society's
promise, and a native reader must look at them.
"""

import re
from pathlib import Path
from typing import TypedDict

from kintrace.protection.purposes import TextKind

FOLDER = Path(__file__).with_suffix("")
LANGUAGES = tuple(sorted(file.stem for file in FOLDER.glob("*.txt")))


def _file(language: str, kind: TextKind) -> Path:
    folder = FOLDER if kind is TextKind.NOTICE else FOLDER / kind
    return folder / f"{language}.txt"


WRITTEN = tuple(
    (kind, language)
    for language in LANGUAGES
    for kind in TextKind
    if _file(language, kind).exists()
)


class Layers(TypedDict):
    title: str
    pictures: tuple[tuple[str, str], ...]
    short: str
    full: str


def of(language: str, *, society: str, kind: TextKind = TextKind.NOTICE) -> Layers:
    """The first words in a language, with the society's own name in them."""
    text = _file(language, kind).read_text().replace("{society}", society)
    parts = re.split(r"^== (\w+)\n", text, flags=re.MULTILINE)[1:]
    layer = {name: words.strip() for name, words in zip(parts[::2], parts[1::2], strict=True)}
    return Layers(
        title=layer["title"],
        pictures=tuple(_pair(line) for line in layer["pictures"].splitlines()),
        short=layer["short"],
        full=layer.get("full", ""),
    )


def _pair(line: str) -> tuple[str, str]:
    drawing, _, words = line.partition(": ")
    return drawing, words
