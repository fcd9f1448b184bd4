"""The five fixed ways to cut a photo, and the sizes it is shown in. Arithmetic only."""

from dataclasses import dataclass

# Every face on the wall has this shape: width to height.
ACROSS, DOWN = 4, 5


@dataclass(frozen=True)
class Frame:
    """A place for the 4:5 cut.

    `share` is the side of the cut as a part of the largest 4:5 cut that fits the photo.
    `across` and `down` say where the cut lies in the room that is left over: 0 is the photo's
    left or upper edge, 1 its right or lower edge. Left and right are those of the picture
    as seen, in every language: a photo is never mirrored.
    """

    share: float
    across: float
    down: float

    def box(self, width: int, height: int) -> tuple[float, float, float, float]:
        """Give left, upper, right and lower edge of the cut in pixels of a photo."""
        unit = self.share * min(width / ACROSS, height / DOWN)
        cut_width, cut_height = ACROSS * unit, DOWN * unit
        left = self.across * (width - cut_width)
        upper = self.down * (height - cut_height)
        return left, upper, left + cut_width, upper + cut_height


# The tighter cuts are two thirds of the largest one: a person standing in a group of three
# fills it. Faces lie above the middle of most photos, so "left" and "right" sit a little high.
FRAMES: dict[str, Frame] = {
    "whole": Frame(share=1.0, across=0.5, down=0.5),
    "middle": Frame(share=0.66, across=0.5, down=0.5),
    "upper": Frame(share=0.66, across=0.5, down=0.08),
    "left": Frame(share=0.66, across=0.08, down=0.3),
    "right": Frame(share=0.66, across=0.92, down=0.3),
}

SIZES: dict[str, tuple[int, int]] = {"160": (160, 200), "320": (320, 400), "960": (960, 1200)}
PARTS = tuple(f"{size}.{kind}" for size in SIZES for kind in ("webp", "jpg"))

# The uncut picture that is kept sealed: long enough to cut a face out of it again.
LONGEST = 2000
