"""How the tests earn a pass: by waiting, or by the work that the page's script does."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import unquote

from django.utils import timezone
from freezegun import freeze_time

from kintrace.visitors import passes

_IN_A_LINK = re.compile(r"[?&]pass=([^&\"]+)")
_IN_A_FORM = re.compile(r'name="pass" value="([^"]+)"')


def waited() -> str:
    """A token that was made half a minute ago."""
    with freeze_time(timezone.now() - timedelta(seconds=30)):
        return passes.issue()


def on_page(page: str) -> str:
    """The token that a page gives to its visitor, or the pass that it held for them."""
    found = _IN_A_FORM.search(page) or _IN_A_LINK.search(unescape(page))
    assert found
    assert "data-seed" in page
    return unquote(found[1])
