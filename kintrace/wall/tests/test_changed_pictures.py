"""Whoever can write into the store of pictures meets one decoder, when a poster is printed."""

from io import BytesIO

import pytest
from PIL import Image, UnidentifiedImageError

from kintrace.wall import pictures


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "EPS", "GIF"])
def test_a_picture_of_another_kind_that_was_put_into_the_store_is_never_decoded(
    kind: str,
) -> None:
    held = BytesIO()
    Image.new("RGB", (64, 80)).save(held, kind)
    name = pictures.write(dict.fromkeys(pictures.KEYS, held.getvalue()))
    with pytest.raises(UnidentifiedImageError):
        pictures.for_paper(name, within=9)
