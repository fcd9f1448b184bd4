"""What the tests of the whole house share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import override_settings

from kintrace.vault import ciphers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of their own for a file of tests, and passwords whose cost is tested elsewhere."""
    here = tmp_path_factory.mktemp("places")
    own = {"SAFE_FILES": here / "sealed", "FACES": here / "faces", "PINS": here / "pins.json"}
    with pytest.MonkeyPatch.context() as patch, override_settings(**own):
        patch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
        yield here
