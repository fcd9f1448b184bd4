"""Reads the public data and our own lists. What is learnt from must not be judged on, so each
list is cut in two by `is_held` of the native token."""

# ruff: noqa: RUF001 - the letters are meant

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

from bench.names.halves import is_held
from bench.names.task import Name

LISTS = Path(__file__).resolve().parent.parent / "names_data"
VARIABLE = "KINTRACE_NAMES_DATA"
ONE_LETTER = str.maketrans("أإآٱىةکی", "اااايهكي", "ـًٌٍَُِّْ\u200c\u200d")
COMMON = str.maketrans(
    {"ä": "e", "ə": "i", "č": "ch", "š": "sh", "ž": "zh", "ñ": "gn", "é": "e", "q": "k"}
)


def bare(arabic: str) -> str:
    """An Arabic token without what writers leave out or take for one another."""
    return arabic.translate(ONE_LETTER)


def of_half(names: list[Name], half: str) -> list[Name]:
    """The part of a list that is for judging, or the part that is for developing."""
    return [name for name in names if is_held(name.native) == (half == "held")]


@cache
def folder() -> Path:
    """Where the public files lie, by the environment."""
    told = os.environ.get(VARIABLE, "")
    if not (Path(told) / "arabic_latin_tokens.tsv").exists():
        sys.exit(f"Set {VARIABLE} to the folder that holds arabic_latin_tokens.tsv and the others.")
    return Path(told)


def _rows(file: Path) -> list[list[str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def arabic() -> list[Name]:
    """Arabic tokens of Wikipedia's titles, each with all Latin spellings the file has for it."""
    spellings: dict[str, dict[str, None]] = {}
    for native, latin in _rows(folder() / "arabic_latin_tokens.tsv"):
        if re.fullmatch("[ء-ي]{3,}", native) and re.fullmatch("[a-z]{3,}", latin):
            spellings.setdefault(native, {})[latin] = None
    return [Name(native, tuple(latin)) for native, latin in spellings.items()]


@cache
def amharic() -> list[Name]:
    """Single Amharic names in scholarly transcription, and in the common one made from it."""
    names: dict[str, Name] = {}
    for native, latin, *_ in _rows(folder() / "amharic_single_names_ba.tsv"):
        plain = latin.replace("-", "").replace("'", "").lower()
        if re.fullmatch("[ሀ-ፐ]{2,}", native) and plain.isalpha() | ("\u0323" in plain):
            spellings = (plain.capitalize(), common(plain).capitalize())
            names.setdefault(native, Name(native, spellings, own=False))
    return list(names.values())


def common(scholarly: str) -> str:
    """How an Ethiopian name is spelt in a passport: no marks, no doubled letters."""
    plain = re.sub("(.\u0323?)\\1+", r"\1", scholarly)
    plain = re.sub("ä$", "a", plain)  # a last ä is written as one hears it
    plain = plain.replace("č\u0323", "ch").replace("s\u0323", "ts").replace("\u0323", "")
    return plain.replace("ʷ", "u").replace("\u0303", "n").translate(COMMON)


@cache
def own(language: str) -> dict[str, list[Name]]:
    """One of our own lists: its given names and its family names."""
    names: dict[str, list[Name]] = {"given": [], "family": []}
    for kind, native, latin in _rows(LISTS / f"{language}.tsv"):
        names[kind].append(Name(native, tuple(latin.split(", "))))
    return names
