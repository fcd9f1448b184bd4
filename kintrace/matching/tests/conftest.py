"""Two societies whose members search for one family from both ends, and the matching pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups as cases
from kintrace.cases.actions import moves
from kintrace.cases.actions.comparing import let_compare
from kintrace.cases.states import State
from kintrace.cases.tests.conftest import Scene, build_scene
from kintrace.demo import playing
from kintrace.demo.invented import Invented
from kintrace.matching.tests.at_desk import the_worker_works
from kintrace.names.remembering import forget
from kintrace.protection.purposes import How
from kintrace.vault.tests.comparing import network_compares

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.models import Case


def invented(line: str) -> Invented:
    sex, band, year, calendar, *rest = [part.strip() for part in line.split("|")]
    return Invented(sex, band, (year, calendar), *rest)


# A sister and a brother who search for each other: she told it in Arabic script, he in French.
SHE = invented("woman|25|1992|gregorian|أمل|خليل|حميد|أمل|خليل|brother|سمير|سمير|man|حمص|ar|olive")
HE = invented(
    "man|25|1989|gregorian|Samir|Khalil|Hamid|Samir|Khalil|sister|Amal|Amal|woman|Homs|fr|olive"
)
STRANGER = invented(
    "man|45|1961|gregorian|Viktor|Oleh|Mykola|Віктор|Олег|mother|Halyna|Галина|woman|Kharkiv|uk|light"
)


@pytest.fixture(autouse=True)
def folders(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.SAFE_FILES = tmp_path / "sealed"
    settings.FACES = tmp_path / "faces"
    settings.PINS = tmp_path / "pins.json"
    network_compares(settings, tmp_path)
    yield
    forget()


@pytest.fixture
def here(db: None) -> Scene:
    return build_scene("NM")


@pytest.fixture
def there(db: None) -> Scene:
    return build_scene("BG")


def searched(scene: Scene, person: Invented, *, compared: bool = True) -> Case:
    """Alma opens the case, searches, and the person agrees that others compare it."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(person, by=scene.alma)
        case = moves.move(case, to=State.TRACING, by=scene.alma)
        return let_compare(case, how=How.SPOKEN, by=scene.alma) if compared else case


@pytest.fixture
def hers(here: Scene, there: Scene) -> Case:
    """Her case here; his is there, and the worker held them beside each other."""
    case = searched(here, SHE)
    searched(there, HE)
    the_worker_works()
    return case


def everybody_in(scene: Scene, case: Case) -> list[str]:
    with scene.acting(scene.alma):
        return [str(case.subject), *(str(one.subject) for one in cases.still_sought(case))]
