"""How long a text takes when somebody reads it aloud to a person, slowly, in any script."""

from __future__ import annotations

import re

from django.utils.translation import ngettext

from kintrace.protection.purposes import TextKind

WORDS_A_MINUTE = 130
# What is said before anything is asked must be heard to its end by who is tired, or stands.
MOST_SECONDS = {TextKind.NOTICE: 75, TextKind.CONSENT: 100, TextKind.RISK: 100}

# Scripts that put no space between words, and how many of their letters take as long as a word:
# Chinese and Japanese; Thai, Lao, Burmese and Khmer.
_UNSPACED = (
    (re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"), 2),
    (re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"), 5),
)


def seconds(text: str) -> int:
    """About how many seconds it takes to read a text aloud."""
    words = 0.0
    for letters, of_a_word in _UNSPACED:
        text, found = letters.subn(" ", text)
        words += found / of_a_word
    words += sum(any(sign.isalnum() for sign in word) for word in text.split())
    return round(words * 60 / WORDS_A_MINUTE)


def too_long(text: str, kind: TextKind) -> str:
    """The sentence for who wrote too much to be listened to; nothing when it is short enough."""
    takes, most = seconds(text), MOST_SECONDS[kind]
    if takes <= most:
        return ""
    return ngettext(
        "Read aloud, the short text takes about %(seconds)d second. %(most)d are the most: who "
        "listens longer remembers less. Say it shorter; the full text may say more.",
        "Read aloud, the short text takes about %(seconds)d seconds. %(most)d are the most: who "
        "listens longer remembers less. Say it shorter; the full text may say more.",
        takes,
    ) % {"seconds": takes, "most": most}
