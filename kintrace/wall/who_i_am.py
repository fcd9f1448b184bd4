"""Which societies somebody may tell who they are, and what each says before it asks.

A society stands here when it has an approved notice in the language of the page: nobody is asked
anything before they could read what is done with it (gate G1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html_join

from kintrace.ui import countries
from kintrace.wall.pages import approved_texts

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from kintrace.network.models import Society
    from kintrace.protection.models import NoticeText


@dataclass(frozen=True)
class Hears:
    """A society, its notice in this language, and its country where that is a real one."""

    society: Society
    text: NoticeText
    country: str

    @property
    def called(self) -> SafeString:
        """Each part keeps its own direction."""
        both = filter(None, (self.society.name, self.country))
        return format_html_join(" · ", "<bdi>{}</bdi>", ((part,) for part in both))


def who_hears() -> list[Hears]:
    """The societies that may be told, by name."""
    named = dict(countries.countries())
    found = [Hears(one, text, named.get(one.country, "")) for one, text in approved_texts()]
    return sorted(found, key=lambda one: one.society.name.casefold())
