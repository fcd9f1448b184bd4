"""Photos: damaged pictures. Ten thousand more are in tests/drills."""

import random
from collections.abc import Iterator

from PIL import Image

from kintrace.vault import photos
from kintrace.vault.photos import PhotoRefused
from kintrace.vault.tests.camera import TRACES, camera_jpeg, drawn_head, phone_exif
from kintrace.vault.tests.outlines import only_pixels
from kintrace.vault.tests.test_photos import saved

MUTATIONS = 500
PER_CHILD = 125
WHOLE_EVERY = 40  # the others make the small previews: the same decoders, a tenth of the work


def seeds() -> list[bytes]:
    small = drawn_head().resize((150, 200))
    noted = {"exif": phone_exif(orientation=6)}
    see_through = small.convert("RGBA")
    see_through.putalpha(Image.linear_gradient("L").resize(small.size))
    return [
        camera_jpeg(megapixels=0.05),
        saved(small, "JPEG", progressive=True, restart_marker_rows=2, **noted),
        saved(small.convert("CMYK"), "JPEG", **noted),
        saved(small, "PNG", compress_level=0, **noted),
        saved(see_through.convert("LA"), "PNG", **noted),
        saved(small, "WEBP", **noted),
        saved(see_through, "WEBP", lossless=True, **noted),
    ]


def damaged(picture: bytes, dice: random.Random) -> bytes:
    data = bytearray(picture)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        place, length = dice.randrange(len(data)), dice.randrange(1, 40)
        match dice.randrange(6):
            case 0 | 1:
                data[place] = dice.randrange(256)
            case 2:  # the first bytes hold sizes and lengths
                data[dice.randrange(min(200, len(data)))] = dice.choice((0, 1, 127, 128, 255))
            case 3:
                data[place : place + length] = dice.randbytes(length)
            case 4:
                del data[place : place + length]
            case _:
                data[place:place] = data[dice.randrange(len(data)) :][: length * 20]
    return bytes(data) if dice.random() < 0.9 else bytes(data[: dice.randrange(1, len(data))])


def mutations() -> Iterator[bytes]:
    dice = random.Random(20240309)  # noqa: S311 - the same damage in each run
    whole = seeds()
    for number in range(MUTATIONS):
        yield damaged(whole[number % len(whole)], dice)


def outputs(child: photos.Child, upload: bytes, *, whole: bool) -> dict[str, bytes]:
    if not whole:
        return {f"{name}.jpg": small for name, small in photos.previews_in(child, upload).items()}
    cleaned = photos.clean_in(child, upload, frame="middle")
    return {**cleaned.pictures, "original.jpg": cleaned.original}


def test_five_hundred_damaged_pictures_crash_nothing_and_leave_no_mark() -> None:
    accepted = refused = 0
    child = photos.Child(pictures=PER_CHILD)
    for number, upload in enumerate(mutations()):
        if number % PER_CHILD == 0 or not child.alive:
            child.end()
            child = photos.Child(pictures=PER_CHILD)
        try:
            made = outputs(child, upload, whole=number % WHOLE_EVERY == 0)
        except PhotoRefused:
            refused += 1
            continue
        accepted += 1
        for name, picture in made.items():
            assert only_pixels(name, picture)
            assert not any(trace in picture for trace in TRACES)
    child.end()
    assert accepted + refused == MUTATIONS
    assert min(accepted, refused) > 100  # the damage is neither too small nor too great to tell
