"""A screen in a hall: thoughts one by one, large, in the languages of those who wait there.

All of them stand on one page, which the style sheet moves on: it needs no script, and it goes on
when the network is gone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import override

from kintrace.wall.advice import Topic
from kintrace.wall.handouts import Tongue


@dataclass(frozen=True)
class Slide:
    """One thought in one language; `topic` says above it what it belongs to."""

    tongue: Tongue
    picture: str
    topic: str
    says: str
    more: str
    next: str


def slides(topics: Sequence[Topic], languages: Sequence[str]) -> list[Slide]:
    """Each thought in every language before the next one comes."""
    tongues = [Tongue(code) for code in languages]
    return [slide for topic in topics for slide in _of(topic, tongues)]


def _of(topic: Topic, tongues: Sequence[Tongue]) -> Iterator[Slide]:
    for thought in topic.thoughts:
        for tongue in tongues:
            with override(tongue.code):
                words = str(topic.title), str(thought.says), str(thought.more), _("Next")
            yield Slide(tongue, thought.picture, *words)


def address(chosen: Mapping[str, Sequence[str]], *, by_hand: bool) -> str:
    """The same screen, moving by itself or by hand."""
    return urlencode({**chosen, "by": ["hand"] if by_hand else []}, doseq=True)
