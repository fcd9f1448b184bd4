"""A visitor reads any language of the house, a member only one that the desk is whole in."""

import re
from typing import Any

import pytest
from django.conf import settings as house
from django.test import Client
from django.utils.translation import override

from kintrace.ui.countries import countries

ASKS = "Accept-Language"
NEAREST = {
    "fr-SN,fr;q=0.9": "fr",
    "fa-AF": "fa",
    "prs-AF,en;q=0.5": "fa",  # Dari, by the code of its own
    "prs": "fa",
    "ar-EG": "ar",
    "so,ti;q=0.8": "ti",
    "so": "en",
}


def spoken(path: str, asked: str) -> str:
    """The language of the page at this address for a browser that asks for these."""
    answer = Client().get(path, headers={ASKS: asked})
    found = re.search(r'<html lang="([\w-]+)"', answer.content.decode())
    return found[1] if found else answer.headers["Location"]


@pytest.mark.parametrize("language", [code for code, _ in house.LANGUAGES])
@pytest.mark.django_db
def test_every_language_has_a_first_page_of_its_own(language: str) -> None:
    assert spoken("/", language) == f"/{language}/"
    assert spoken(f"/{language}/", "en") == language


@pytest.mark.parametrize(("asked", "language"), NEAREST.items())
def test_a_browser_is_led_to_the_nearest_language(asked: str, language: str) -> None:
    assert spoken("/", asked) == f"/{language}/"


@pytest.mark.parametrize(
    ("asked", "language"),
    [("ti", "en"), ("ti,ar-EG;q=0.8", "ar"), ("fr-FR,fr;q=0.9", "en"), ("ar", "ar"), ("", "en")],
)
@pytest.mark.parametrize("path", ["/sign-in/", "/desk/nothing/here/"])
@pytest.mark.django_db
def test_the_desk_is_never_half_in_a_language(path: str, asked: str, language: str) -> None:
    assert spoken(path, asked) == language


@pytest.mark.django_db
def test_every_page_of_a_staff_process_is_the_desks(settings: Any) -> None:
    settings.SIDE = "staff"
    assert spoken("/nothing/here/", "ti") == "en"
    assert spoken("/nothing/here/", "ar") == "ar"


@pytest.mark.parametrize("language", [code for code, _ in house.LANGUAGES])
def test_the_countries_of_the_world_have_names_in_every_language(language: str) -> None:
    with override("en"):
        english = dict(countries())
    with override(language):
        names = dict(countries())
    assert names.keys() == english.keys()
    assert len(set(names.values())) == len(names)
    assert language == "en" or names["DE"] != english["DE"]
