"""What somebody sees while something of ours is away: in their language, and with their words."""

from __future__ import annotations

import html
import re
import time

from django.utils.translation import get_language_info, gettext, override

from tests.drills.visitors import Answer, ask

NOT_NOW = "This does not work just now"
MAY_NOT_HAVE = (
    "It is not your fault. What you sent just now may not have arrived. "
    "Please wait a few minutes, then send it once more."
)
NOTHING_LOST = (
    "It is not your fault, and nothing was lost. Please wait a few minutes, then try again."
)
ASKED_TO_WAIT, NO_ANSWER = 429, 0  # the crowd's own doing: too many codes are made at once
PATIENCE = 60  # seconds
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


def told(address: str, sent: dict[str, str]) -> Answer:
    """What a visitor is told once the crowd lets them through."""
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        answer = ask(address, sent)
        if answer.status not in {ASKED_TO_WAIT, NO_ANSWER}:
            return answer
        time.sleep(0.1)
    raise AssertionError("the crowd let nobody through")
