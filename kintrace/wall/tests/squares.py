"""A QR code as it stands on a page, painted and read as a phone would."""

import re
from io import BytesIO

import zxingcpp
from PIL import Image, ImageDraw

SCALE = 8  # pixels of one unit


def read_square(drawn: str) -> str:
    """What the <svg> of segno says."""
    [read] = zxingcpp.read_barcodes(_painted(drawn))
    return str(read.text)


def _painted(drawn: str) -> Image.Image:
    """segno draws rows of lines one unit high: "M2 2.5h7m1 0h1…"."""
    [size] = re.findall(r'viewBox="0 0 (\d+) ', drawn)
    [path] = re.findall(r' d="([^"]+)"', drawn)
    x, y = 0.0, 0.0
    picture = Image.new("L", (int(size) * SCALE,) * 2, 255)
    brush = ImageDraw.Draw(picture)
    for kind, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        first, *rest = map(float, numbers.split())
        if kind == "h":
            box = (x * SCALE, (y - 0.5) * SCALE, (x + first) * SCALE - 1, (y + 0.5) * SCALE - 1)
            brush.rectangle(box, fill=0)
            x += first
        else:
            x, y = (first, rest[0]) if kind == "M" else (x + first, y + rest[0])
    return Image.open(BytesIO(_png(picture)))


def _png(picture: Image.Image) -> bytes:
    held = BytesIO()
    picture.save(held, format="PNG")
    return held.getvalue()
