"""How the tests earn a pass: by waiting, or by the work that the page's script does."""

import re
from datetime import timedelta
from html import unescape

from django.utils import timezone
from freezegun import freeze_time

from kintrace.visitors import passes

_SEED = re.compile(r'data-seed="([0-9a-f]{64})"')
_IN_A_LINK = re.compile(r"[?&]pass=([^&\"]+)")
_IN_A_FORM = re.compile(r'name="pass" value="([^"]+)"')


def worked(seed: str) -> str:
    """What the script adds to a token."""
    return passes.BETWEEN + ".".join(_number(seed, piece) for piece in range(passes.PIECES))


def _number(seed: str, piece: int) -> str:
    return str(next(n for n in range(2**32) if passes.fits(seed, piece, n)))


def waited() -> str:
    """A token that was made half a minute ago."""
    with freeze_time(timezone.now() - timedelta(seconds=30)):
        return passes.issue()


def on_page(page: str) -> tuple[str, str]:
    """The token and the seed that a page gives to its visitor."""
    token = _IN_A_FORM.search(page) or _IN_A_LINK.search(unescape(page))
    seed = _SEED.search(page)
    assert token
    assert seed
    return token[1].replace("%3A", ":"), seed[1]
