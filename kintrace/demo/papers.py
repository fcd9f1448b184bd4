"""Papers, a place and a tune for the demo, made here: nobody wrote them, nobody is named in them.

None of them says who somebody is, for such papers are not kept.
"""

from __future__ import annotations

import math
import wave
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

PAPER, LINES, INK = (246, 240, 224), (214, 206, 186), (38, 52, 96)
WIDTH, HEIGHT = 900, 1200
RATE = 8000  # samples of sound in a second
# Of a cradle song that nobody sings: pitch in half tones above A, and how many beats.
TUNE = ((3, 2), (7, 1), (5, 1), (3, 2), (0, 2), (3, 1), (5, 1), (7, 2), (3, 4))
BEAT = 0.4


def letter(*said: str) -> bytes:
    """A sheet of lined paper, written by hand."""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen, hand = ImageDraw.Draw(sheet), ImageFont.load_default(34)
    for down in range(120, HEIGHT - 60, 60):
        pen.line((60, down, WIDTH - 60, down), fill=LINES, width=2)
    for number, line in enumerate(said):
        pen.text((90, 136 + 60 * number), line, font=hand, fill=INK)
    return _jpeg(sheet.rotate(-2, fillcolor=(90, 84, 76)))


def old_house() -> bytes:
    """A house, and half of a tree beside a well: no people."""
    picture = Image.new("RGB", (WIDTH, 700), (186, 208, 222))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((-300, 380, 1200, 1100), fill=(150, 158, 108))
    pen.rectangle((150, 250, 480, 500), fill=(206, 186, 152))
    pen.polygon(((130, 255), (315, 150), (500, 255)), fill=(150, 92, 70))
    pen.rectangle((285, 370, 345, 500), fill=(92, 66, 50))
    for left in (190, 390):
        pen.rectangle((left, 300, left + 55, 350), fill=(70, 88, 104))
    pen.rectangle((700, 300, 728, 520), fill=(96, 74, 56))
    pen.pieslice((590, 140, 840, 390), 90, 270, fill=(94, 120, 70))
    pen.rectangle((590, 510, 660, 570), fill=(140, 140, 138))
    pen.ellipse((590, 495, 660, 525), fill=(44, 52, 60))
    return _jpeg(picture)


def _jpeg(picture: Image.Image) -> bytes:
    made = BytesIO()
    picture.save(made, "JPEG", quality=80)
    return made.getvalue()


def sheet(*said: str) -> bytes:
    """A PDF of one page with these lines, letters of ASCII alone."""
    text = " T* ".join(f"({_escaped(line)}) Tj" for line in said)
    words = f"BT /F 13 Tf 20 TL 72 760 Td {text} ET".encode("ascii")
    return _bound(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _bound(*things: bytes) -> bytes:
    """The objects of a PDF, numbered, with the table that says where each begins."""
    made, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    many = len(things) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % many
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (many, len(made))
    return made + head + table + end


def tune() -> bytes:
    """Somebody hums: a WAV of a few seconds."""
    made = BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        for pitch, beats in TUNE:
            sound.writeframes(_tone(220 * 2 ** (pitch / 12), seconds=beats * BEAT))
    return made.getvalue()


def _tone(hertz: float, *, seconds: float) -> bytes:
    """One note, which swells and dies away."""
    many = int(RATE * seconds)
    return bytes(
        128 + round(60 * math.sin(math.pi * n / many) * math.sin(2 * math.pi * hertz * n / RATE))
        for n in range(many)
    )
