"""From an uploaded picture to new pixels that carry nothing else. Runs in the child only.

No word of the upload (place, camera, time, comment, colour profile, thumbnail, tail) is copied:
the pixels are laid into a new image, and that one is saved. Colours of a wide profile come out
slightly paler; a second decoder for profiles is not worth it.
"""

from io import BytesIO

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from kintrace.vault.photo_frames import FRAMES, LONGEST, SIZES
from kintrace.vault.photo_wire import Why

MOST_PIXELS = 40_000_000
SHORTEST_SIDE, LONGEST_SIDE = 32, 12_000
# A decoder that makes room before we may look at the size refuses by itself at twice this.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2

# What a see-through picture is laid on: the plain ground behind faces on the wall.
GROUND = (225, 221, 226)
LARGEST_TILE = 4096
_TILE_QUALITIES = (70, 62, 55, 48, 41, 35)
_WEBP_QUALITY = {"320": 64, "960": 64}
_JPEG_QUALITY = {"160": 64, "320": 74, "960": 80}
_PREVIEW_SIDE = 800  # enough pixels to cut five previews of 160 by 200 from

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ORIENTATION = 0x0112

TooManyPixels = Image.DecompressionBombError


class Unfit(Exception):
    """The picture is refused; `why` says for which reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.name)
        self.why = why


def clean(data: bytes, *, frame: str) -> list[bytes]:
    """Give the parts named in photo_frames.PARTS, then the uncut picture as JPEG.

    A photo smaller than 960 by 1200 is enlarged: every face fills the same place, if softly.
    """
    picture = prepare(data, longest=LONGEST)
    largest = _cut(picture, frame=frame, size=SIZES["960"])
    parts: list[bytes] = []
    for name, size in SIZES.items():
        cut = largest if size == largest.size else largest.resize(size, Image.Resampling.LANCZOS)
        parts += [_webp(cut, name), _jpeg(cut, quality=_JPEG_QUALITY[name])]
    return [*parts, _jpeg(picture, quality=90)]


def previews(data: bytes) -> list[bytes]:
    """Give one JPEG of 160 by 200 for each frame, in the order of FRAMES."""
    return _every_frame(prepare(data, longest=_PREVIEW_SIDE))


def first_look(data: bytes) -> list[bytes]:
    """Give the uncut picture as JPEG, then the previews: all that is kept of a new photo."""
    picture = prepare(data, longest=LONGEST)
    return [_jpeg(picture, quality=90), *_every_frame(picture)]


def prepare(data: bytes, *, longest: int) -> Image.Image:
    """Decode the first frame, upright, at most `longest` pixels a side, as bare RGB pixels."""
    picture = _opened(data)
    _require_fit(picture)
    ratio = longest / max(picture.size)
    if ratio < 1:
        picture.draft("RGB", (int(picture.width * ratio), int(picture.height * ratio)))
    turn = _turn(picture)
    plain = _on_plain_ground(picture)
    plain.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    upright = plain if turn is None else plain.transpose(turn)
    return Image.frombytes("RGB", upright.size, upright.tobytes())


def rehearse() -> None:
    """Use each decoder and encoder once, so that nothing is left to load from the disk."""
    turned = Image.Exif()
    turned[_ORIENTATION] = 6
    see_through = Image.new("P", (40, 40))
    for kind in ("JPEG", "PNG", "WEBP"):
        held = BytesIO()
        picture = see_through if kind == "PNG" else see_through.convert("RGB")
        picture.save(held, kind, exif=turned, transparency=0)
        redrawn = prepare(held.getvalue(), longest=36)
        _jpeg(redrawn, quality=70)
        _webp_at(redrawn, 70, effort=4)


def _opened(data: bytes) -> ImageFile.ImageFile:
    # The class is chosen by the first bytes, and only these three: Image.open would also take
    # a phone's JPEG with a second picture inside (a gain map) for a picture of several frames.
    # What lies behind the first picture is never looked at.
    if data.startswith(b"\xff\xd8\xff"):
        return JpegImagePlugin.JpegImageFile(BytesIO(data))
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PngImagePlugin.PngImageFile(BytesIO(data))
    return WebPImagePlugin.WebPImageFile(BytesIO(data))


def _require_fit(picture: ImageFile.ImageFile) -> None:
    if getattr(picture, "n_frames", 1) != 1:
        raise Unfit(Why.MOVING)
    if max(picture.size) > LONGEST_SIDE or picture.width * picture.height > MOST_PIXELS:
        raise Unfit(Why.LARGE)
    if min(picture.size) < SHORTEST_SIDE:
        raise Unfit(Why.SMALL)


def _turn(picture: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - a broken note beside the picture does not spoil the picture
        return None


def _on_plain_ground(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits of grey
        return (
            picture.convert("I").point([value >> 8 for value in range(65536)], "L").convert("RGB")
        )
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    ground = Image.new("RGB", picture.size, GROUND)
    ground.paste(seen, mask=seen)
    return ground


def _cut(picture: Image.Image, *, frame: str, size: tuple[int, int]) -> Image.Image:
    box = FRAMES[frame].box(*picture.size)
    return picture.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3)


def _every_frame(picture: Image.Image) -> list[bytes]:
    return [_jpeg(_cut(picture, frame=name, size=SIZES["160"]), quality=70) for name in FRAMES]


def _jpeg(picture: Image.Image, *, quality: int) -> bytes:
    held = BytesIO()
    picture.save(held, "JPEG", quality=quality, optimize=True, progressive=True)
    return held.getvalue()


def _webp(picture: Image.Image, name: str) -> bytes:
    if name != "160":
        return _webp_at(picture, _WEBP_QUALITY[name], effort=4)
    # Twelve tiles are the first thing a visitor on a poor line waits for.
    tile = b""
    for quality in _TILE_QUALITIES:
        tile = _webp_at(picture, quality, effort=6)
        if len(tile) <= LARGEST_TILE:
            break
    return tile


def _webp_at(picture: Image.Image, quality: int, *, effort: int) -> bytes:
    held = BytesIO()
    picture.save(held, "WEBP", quality=quality, method=effort)
    return held.getvalue()
