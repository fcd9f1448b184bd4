"""Reading what the operator set. Everything that is wrong is gathered and said at once.

A sentence names the variable, what is wrong with it and what to set. It never repeats a value:
some are secrets, and a sentence lands in logs.
"""

import builtins
import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

# Inside the class these words are its methods.
Word: TypeAlias = builtins.str
Number: TypeAlias = builtins.int
Yes: TypeAlias = builtins.bool
Texts: TypeAlias = builtins.list[builtins.str]
T = TypeVar("T")

YES = ("1", "true", "yes", "on")
NO = ("0", "false", "no", "off")
LONGEST = 16 * 1024  # characters; a secret is far shorter
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Knobs:
    """The environment of this process. What cannot be read is noted, and its default goes on."""

    def __init__(self, surroundings: Mapping[Word, Word] | None = None) -> None:
        told = os.environ if surroundings is None else surroundings
        self.ENVIRON = {name: held for name, held in told.items() if held}  # empty is not set
        self.asked: set[Word] = set()
        self.troubles: list[Word] = []

    def refuse(self, sentence: Word) -> None:
        """Note what is wrong; `end` says it."""
        self.troubles.append(sentence)

    def end(self) -> None:
        """Raise ImproperlyConfigured with a line for each trouble, if there is one."""
        if self.troubles:
            raise ImproperlyConfigured("\n".join(dict.fromkeys(self.troubles)))

    def str(
        self,
        name: Word,
        *,
        default: Word,
        shape: Word = "",
        must: Word = "be one line of text",
    ) -> Word:
        """One line of text. `shape`: what it has to look like; `must`: the same in words."""

        def fits(held: Word) -> Word:
            if shape and not re.fullmatch(shape, held):
                raise ValueError
            return held

        return self._read(name, default, must, fits)

    def int(
        self,
        name: Word,
        *,
        default: Number,
        least: Number = 0,
        most: Number = 10**9,
    ) -> Number:
        """A whole number between two."""

        def fits(held: Word) -> Number:
            if not re.fullmatch(r"[0-9]{1,10}", held) or not least <= Number(held) <= most:
                raise ValueError
            return Number(held)

        return self._read(name, default, f"be a whole number from {least} to {most}", fits)

    def bool(self, name: Word, *, default: Yes) -> Yes:
        """1 or 0. A word that is neither is never taken for a no."""

        def fits(held: Word) -> Yes:
            if held.lower() not in (*YES, *NO):
                raise ValueError
            return held.lower() in YES

        return self._read(name, default, "be 1 or 0", fits)

    def list(
        self,
        name: Word,
        *,
        default: Texts,
        shape: Word = r"\S+",
        must: Word = "be words with commas between them",
    ) -> Texts:
        """Words with commas between them."""

        def fits(held: Word) -> Texts:
            words = [word.strip() for word in held.split(",") if word.strip()]
            if not words or not all(re.fullmatch(shape, word) for word in words):
                raise ValueError
            return words

        return self._read(name, default, must, fits)

    def one_of(self, name: Word, words: Iterable[Word], *, default: Word) -> Word:
        """One of a few words."""
        known = tuple(words)

        def fits(held: Word) -> Word:
            return known[known.index(held)]

        return self._read(name, default, f"be one of {', '.join(known)}", fits)

    def place(self, name: Word, *, default: Path) -> Path:
        """A folder or file, by its whole path: a shorter one hangs on where the process began."""

        def fits(held: Word) -> Path:
            if not held.startswith("/"):
                raise ValueError
            return Path(held)

        return self._read(name, default, "be a whole path that begins with /", fits)

    def file(self, name: Word) -> Word:
        """A file that need not be named, by its whole path."""
        return self.str(name, default="", shape=r"/.*", must="be a whole path that begins with /")

    def address(self, name: Word, *, default: Word = "") -> Word:
        """Scheme and host of a web address, nothing behind them; or nothing."""

        def fits(held: Word) -> Word:
            parts = urlsplit(held)
            bare = held == f"{parts.scheme}://{parts.netloc}" and parts.netloc
            if not bare or parts.scheme not in {"http", "https"}:
                raise ValueError
            return held

        return self._read(name, default, "look like https://faces.example.org", fits)

    def db(self, name: Word, *, default: Word) -> dict[Word, Any]:
        """A database by its address."""

        def fits(held: Word) -> dict[Word, Any]:
            if urlsplit(held).scheme not in {"postgres", "postgresql", "sqlite"}:
                raise ValueError
            config: dict[Word, Any] = environ.Env.db_url_config(held)
            if not config.get("NAME"):
                raise ValueError
            return config

        must = "look like postgres://role@host/database"
        return self._read(name, fits(default), must, fits)

    def needs(self, name: Word, what: Word) -> None:
        """Refuse to go without it. `what`: what to set it to."""
        if name not in self.ENVIRON and f"{name}_FILE" not in self.ENVIRON:
            self.refuse(f"{name} is missing. Set it, or {name}_FILE, to {what}.")

    # --- the same for every kind ---

    def _read(self, name: Word, default: T, must: Word, fits: Callable[[Word], T]) -> T:
        self.asked.add(name)
        held = self._held(name)
        if held is None:
            return default
        try:
            return fits(_one_line(held))
        except ValueError:
            self.refuse(f"{name} must {must}.")
            return default

    def _held(self, name: Word) -> Word | None:
        """What is set, by itself or by a file."""
        file = self.ENVIRON.get(f"{name}_FILE")
        if file is None:
            return self.ENVIRON.get(name)
        if name in self.ENVIRON:
            self.refuse(f"{name} and {name}_FILE are both set: leave one out.")
        try:
            return Path(file).read_text(encoding="utf-8").rstrip("\n")
        except (OSError, UnicodeDecodeError):
            self.refuse(
                f"{name}_FILE names a file that this process cannot read as text: "
                "check its path, its owner and its mode."
            )
            return None


def _one_line(held: str) -> str:
    if _CONTROL.search(held) or len(held) > LONGEST:
        raise ValueError
    return held
