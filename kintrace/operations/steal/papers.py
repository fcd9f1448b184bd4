"""Papers and recordings in the theft: the bytes are planted, and the words about them."""

from __future__ import annotations

import re
import wave
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal.browser import Unexpected, field
from kintrace.operations.steal.needles import LATIN_MARK, Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.operations.steal.needles import Planted

_FILE = re.compile(r'href="(/desk/files/[0-9a-f-]{36}/)"')


def record(case: str, *, by: AtTheDesk) -> None:
    """A recording is put to a case and heard again; a second one is deleted."""
    _put(case, by)
    heard = by.get(f"{field(by.get(case), _FILE)}bytes/")
    if LATIN_MARK not in heard:
        raise Unexpected("the recording did not come back")
    _put(case, by)
    file = _FILE.findall(by.get(case))[-1]
    by.send(f"{file}take-out/", {"sure": "on"})


def _put(case: str, by: AtTheDesk) -> None:
    said = {"kind": "recording", "agreed": "on", "agreed_on": timezone.localdate().isoformat()}
    note = {"note": by.planted.sentence(Kind.BOX, 3)}
    by.send(f"{case}files/add/", said | note | {"about": "", "file": _sound(by.planted)})


def _sound(planted: Planted) -> BytesIO:
    made = BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(planted.sentence(Kind.BOX, 6).encode())
    made.seek(0)
    made.name = f"{planted.word(Kind.FILE)}.wav"
    return made
