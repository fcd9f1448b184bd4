"""What the Wi-Fi of a point shows first: all languages, small, without a script or a trace."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils.translation import override

from kintrace.network.models import Society
from kintrace.visitors.actions import write_counts
from kintrace.visitors.models import DayCount
from kintrace.wall import welcome

MOST = 20_000  # bytes of everything, as it lies on the disk and not yet packed


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_it_greets_in_every_language_and_first_in_that_of_its_address(
    language: str, society: Society, visitor: Client
) -> None:
    content = visitor.get(f"/{language}/welcome/").content.decode()
    sections = re.findall(r'<section id="(\w+)" lang="(\w+)" dir="(\w+)">', content)
    assert sections[0][0] == language
    assert {one for one, _lang, _way in sections} == dict(settings.LANGUAGES).keys()
    assert {one for one, _lang, way in sections if way == "rtl"} == {"ar", "fa"}
    for code, _name in settings.LANGUAGES:
        with override(code):
            [greeting] = [one for one in welcome.greetings() if one.tongue.code == code]
        assert f"<h2>{greeting.hello}</h2><p>{greeting.says}</p>" in content
        assert f'href="/{code}/"' in content
        assert f'href="/{code}/contact-safe/"' in content
        assert f'href="/{code}/information/"' in content


def test_it_is_small_as_a_whole_and_asks_nothing_of_anybody_else(
    society: Society, visitor: Client
) -> None:
    answer = visitor.get("/ti/welcome/")
    content = answer.content.decode()
    loaded = re.findall(r'<link[^>]+href="/static/([^"]+)"', content)
    assert loaded == ["ui/mark.svg", "wall/welcome.css"]
    files = [Path(str(finders.find(path))) for path in loaded]
    assert len(answer.content) + sum(file.stat().st_size for file in files) <= MOST
    assert not re.search(r"<script|<img|<form|<iframe|https?://", content)
    assert not answer.cookies


def test_it_leaves_no_count_for_phones_open_it_by_themselves(
    society: Society, visitor: Client
) -> None:
    write_counts()
    DayCount.objects.all().delete()
    visitor.get("/en/welcome/")
    write_counts()
    assert not DayCount.objects.exists()
