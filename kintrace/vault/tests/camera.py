"""A photo as a phone would send it: turned, noisy, and full of words that must not survive."""

from io import BytesIO

from PIL import ExifTags, Image, ImageDraw, ImageOps

# Each of these stands in every picture of camera_jpeg, and in nothing that may leave the house.
TRACES = (
    b"CANARY-DESCRIPTION",
    b"CANARY-MAKER",
    b"CANARY-OWNER",
    b"CANARY-GPS",
    b"CANARY-NOTE",
    b"CANARY-COMMENT",
    b"CANARY-XMP",
    b"CANARY-PROFILE",
)
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><name>CANARY-XMP</name></x:xmpmeta>'


def camera_jpeg(portrait: Image.Image | None = None, megapixels: float = 12) -> bytes:
    """Give a 3:4 photo, held upright and stored lying (orientation 6), with GPS, maker, comment.

    `portrait` is laid into it upright; without one, a plain drawn head is.
    """
    unit = (megapixels * 1_000_000 / 12) ** 0.5
    size = round(3 * unit), round(4 * unit)
    upright = ImageOps.fit(portrait or drawn_head(), size, Image.Resampling.BILINEAR)
    stored = _noisy(upright.convert("RGB")).transpose(Image.Transpose.ROTATE_90)
    held = BytesIO()
    stored.save(
        held,
        "JPEG",
        quality=90,
        exif=phone_exif(orientation=6),
        comment=b"CANARY-COMMENT",
        xmp=_XMP,
        icc_profile=b"CANARY-PROFILE" * 40,
    )
    return held.getvalue()


def phone_exif(*, orientation: int) -> Image.Exif:
    """Give what a phone writes beside the pixels, the place where it stood included."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = "CANARY-DESCRIPTION"
    exif[ExifTags.Base.Make] = "CANARY-MAKER"
    exif[ExifTags.Base.Artist] = "CANARY-OWNER"
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = "2024:03:09 11:22:33"
    inner[ExifTags.Base.MakerNote] = b"CANARY-NOTE"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (34.0, 31.0, 12.5)
    place[ExifTags.GPS.GPSLongitudeRef] = "E"
    place[ExifTags.GPS.GPSLongitude] = (69.0, 10.0, 41.2)
    place[ExifTags.GPS.GPSAreaInformation] = b"CANARY-GPS"
    return exif


def drawn_head() -> Image.Image:
    """Give a head before a wall, 600 by 800: enough for a picture with soft and hard edges."""
    picture = ImageOps.colorize(
        Image.linear_gradient("L").resize((600, 800)), (120, 128, 140), (205, 200, 190)
    )
    pen = ImageDraw.Draw(picture)
    pen.ellipse((60, 560, 540, 1100), fill=(70, 90, 110))
    pen.rounded_rectangle((255, 480, 345, 640), 40, fill=(150, 105, 80))
    pen.ellipse((180, 130, 420, 420), fill=(40, 30, 28))
    pen.ellipse((190, 180, 410, 540), fill=(178, 128, 98))
    for left in (235, 320):
        pen.arc((left, 290, left + 50, 325), 190, 350, fill=(40, 30, 28), width=7)
        pen.ellipse((left + 12, 322, left + 36, 342), fill=(30, 20, 18))
    pen.line((300, 345, 290, 410, 308, 414), fill=(120, 80, 60), width=6, joint="curve")
    pen.arc((255, 430, 345, 470), 20, 160, fill=(120, 60, 55), width=9)
    return picture


def _noisy(picture: Image.Image) -> Image.Image:
    # The grain of a small sensor; one tile of it repeated, for making it is slow.
    tile = Image.effect_noise((512, 512), 28)
    grain = Image.new("L", picture.size)
    for left in range(0, picture.width, 512):
        for upper in range(0, picture.height, 512):
            grain.paste(tile, (left, upper))
    return Image.blend(picture, Image.merge("RGB", (grain, grain, grain)), 0.25)
