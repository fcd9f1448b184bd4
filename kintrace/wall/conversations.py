"""What code and word open: the pieces of one visitor's conversation with a society."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kintrace.vault import answers


@dataclass(frozen=True, repr=False)
class Piece:
    """One piece. `text` is empty for what the visitor wrote: that is sealed to the society."""

    direction: str
    text: str
    at: datetime


@dataclass(frozen=True, repr=False)
class Conversation:
    """All of it, opened in memory for one page. Never stored, never logged."""

    lookup: bytes
    society: UUID
    pieces: list[Piece]

    @property
    def is_answered(self) -> bool:
        return any(piece.text for piece in self.pieces)


def label(reply: UUID) -> str:
    """Binds an answer to the row it stands in."""
    return f"wall_reply|answer|{reply}|1"


def sealed_answer(reply: UUID, *, public: bytes, text: str) -> bytes:
    """An answer as it lies in the database."""
    return answers.seal_answer(public, text, label=label(reply))


def opened_answer(reply: UUID, *, private: bytearray, sealed: bytes) -> str:
    """The answer again, with what code and word gave."""
    return answers.open_answer(private, sealed, label=label(reply))
