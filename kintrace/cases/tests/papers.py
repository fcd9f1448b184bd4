"""Real small files of every sort, made here, and ways to put them to a case."""

from __future__ import annotations

import wave
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from django.utils import timezone
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from kintrace.cases.actions import files
from kintrace.cases.actions.files import Put
from kintrace.cases.file_words import FileKind
from kintrace.vault.tests.camera import camera_jpeg

if TYPE_CHECKING:
    from kintrace.cases.models import Case, CaseFile, Sought
    from kintrace.network.models import Member

SAID = b"What the grandmother told of the house by the mill."


def wav(said: bytes = SAID, *, seconds: float = 0.1) -> bytes:
    """Silence, and words in it as a machine would find them."""
    made = BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(said + bytes([128]) * int(8000 * seconds))
    return made.getvalue()


def pdf(*, password: str = "", script: str = "", packed: bool = False) -> bytes:
    """One empty page. packed: its objects lie in a compressed stream, as they often do."""
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    if script:
        act = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject(script)}
        named = DictionaryObject({NameObject(key): value for key, value in act.items()})
        writer.root_object[NameObject("/OpenAction")] = named
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(made)
    return _packed(made.getvalue()) if packed else made.getvalue()


def _packed(plain: bytes) -> bytes:
    """The objects once more, inside a stream of objects; what stood outside is gone."""
    inner = zlib.compress(plain)
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"
    return head + inner + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


def swollen() -> bytes:
    """A small PDF that unpacks to more than anybody looks through, each stream to less."""
    streams = _packed(bytes(9 * 1024 * 1024)).partition(b"startxref")[0]
    return streams * 2 + b"startxref\n9\n%%EOF\n"


def photo() -> bytes:
    return camera_jpeg(megapixels=0.1)


def put(
    case: Case,
    data: bytes,
    *,
    by: Member,
    kind: FileKind = FileKind.LETTER,
    about: Sought | None = None,
    note: str = "",
) -> CaseFile:
    agreed = timezone.localdate() if kind == FileKind.RECORDING else None
    return files.put_file(case, put=Put(kind, about, agreed, note), data=BytesIO(data), by=by)


def recorded(case: Case, *, by: Member, about: Sought | None = None, note: str = "") -> CaseFile:
    return put(case, wav(), by=by, kind=FileKind.RECORDING, about=about, note=note)
