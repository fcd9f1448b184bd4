"""`python -m tests.releases.fill FOLDER`: fills the house that `tests.releases.data` made.

A process of its own, with the settings of an installation: its root key is never the tests' own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.test.utils import override_settings

from tests.releases.place import Said

ROWS = 2  # cases by actions, beside those that the pages open
LETTERS = "django.core.mail.backends.locmem.EmailBackend"
SIDE = (480, 640)  # pixels of a photo: a face, and little of anything else


def main(folder: Path) -> None:
    django.setup()
    from tests.releases import released  # noqa: PLC0415 - the models must stand first

    with override_settings(EMAIL_BACKEND=LETTERS):
        said = _filled()
    said.write(folder)
    if settings.ON_SQLITE:
        _in_words(folder / "database.sql")
    released.write(folder)


def _filled() -> Said:
    from kintrace.network import lookups as network  # noqa: PLC0415 - the models must stand first
    from kintrace.operations.steal import cheap, columns, snapshot  # noqa: PLC0415 - the same
    from kintrace.operations.steal.fill import fill  # noqa: PLC0415 - the same
    from kintrace.operations.steal.needles import Planted  # noqa: PLC0415 - the same

    cheap.live_cheaply()
    snapshot.SIZE, snapshot.GRAIN = SIDE, 0
    planted = Planted()
    house = fill(planted, ROWS)
    openers = house.who_opens()
    if missing := columns.unplanted(planted, openers):
        raise SystemExit(f"nothing was planted in: {', '.join(missing)}")
    names = sorted({columns.name_of(one) for one in columns.columns()} - columns.PLAIN.keys())
    return Said(
        columns=names,
        codes=sorted(planted.codes),
        opens={member.sign_in: password for member, password in openers},
        societies=sorted(society.code for society in network.every_society()),
    )


def _in_words(file: Path) -> None:
    """As SQL: without indexes, free pages and journal it is a third as large."""
    connection.ensure_connection()
    file.write_text("\n".join(connection.connection.iterdump()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
