"""What a person carries on to the next point, opened by a code and a word that only they have.

The code is drawn here and shown once; the word is theirs. Both together give a lookup id and a key
pair, as with answers to visitors; the private half exists only while somebody looks.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.servicepoints.telling import Told
from kintrace.vault import answers

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, repr=False)
class Sealed:
    """What is kept of it: where it is found, and what only code and word open."""

    lookup: bytes
    sealed: bytes


def sealed(told: Told, *, row: UUID, code: str, word: str) -> Sealed:
    """Seal a copy to code and word, for one row. Raises TooManyAtOnce."""
    keys = answers.derive(code, word)
    try:
        text = json.dumps(told.to_json(), ensure_ascii=False)
        return Sealed(keys.lookup_id, answers.seal_answer(keys.public, text, label=_label(row)))
    finally:
        keys.forget()


def opened(sealed_copy: bytes, *, row: UUID, keys: answers.Derived) -> Told:
    """The copy again. Raises AnswerDoesNotOpen where it was moved or altered."""
    text = answers.open_answer(keys.private, sealed_copy, label=_label(row))
    return Told.of(json.loads(text))


def _label(row: UUID) -> str:
    return f"servicepoints_handover|sealed|{row}|1"
