"""What somebody sees while something of ours is away: in their language, and with their words."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from django.utils.translation import get_language_info, gettext, override

if TYPE_CHECKING:
    from tests.drills.visitors import Answer

NOT_NOW = "This does not work just now"
MAY_NOT_HAVE = (
    "It is not your fault. What you sent just now may not have arrived. "
    "Please wait a few minutes, then send it once more."
)
NOTHING_LOST = (
    "It is not your fault, and nothing was lost. Please wait a few minutes, then try again."
)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def is_calm(answer: Answer, language: str, *, sent: bool) -> bool:
    """503, the language's own direction, one heading and the sentence that says what to do."""
    direction = "rtl" if get_language_info(language)["bidi"] else "ltr"
    with override(language):
        said = [gettext(NOT_NOW), gettext(MAY_NOT_HAVE if sent else NOTHING_LOST)]
    if language != "en" and NOT_NOW in said:
        return False  # nobody translated it
    return (
        answer.status == 503
        and f'<html lang="{language}" dir="{direction}">' in answer.text
        and all(html.escape(sentence) in answer.text for sentence in said)
    )


def comes_back(answer: Answer) -> dict[str, str]:
    """What the page would send when its button is pressed."""
    return {
        html.unescape(name): html.unescape(value) for name, value in HIDDEN.findall(answer.text)
    }
