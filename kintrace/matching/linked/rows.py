"""A frame of rows as columns of numbers: what `description.described` makes of each row, of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from kintrace.matching.description import COLUMNS, SEXES, birth_by_band, described
from kintrace.matching.weighed import columns
from kintrace.matching.weighed.columns import FATHERS, OWN, ROLES, SLOTS, Columns, Once
from kintrace.names.dates import window_of
from kintrace.names.parts import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kintrace.matching.weighed.births import Bools
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.names.dates import Window

_ROLES = {"given": ROLES[Role.GIVEN], "middle": 0, "family": ROLES[Role.FAMILY]}


class MissingColumns(ValueError):
    """The file lacks columns that describe a person; the text names them."""


class Told(NamedTuple):
    """The distinct texts of one column, and which of them each row has; the empty text is -1."""

    texts: list[str]
    rows: Ints


def checked(frame: pd.DataFrame) -> pd.DataFrame:
    """The columns that are read, all of them text. Raises MissingColumns."""
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        raise MissingColumns(f"These columns are missing: {', '.join(missing)}.")
    return frame[list(COLUMNS)].fillna("").astype(str)


def laid_out(frame: pd.DataFrame) -> Columns:
    """The same as `columns.laid_out` of the description of every row, without making them."""
    told = {name: _told(frame[name]) for name in COLUMNS if name != "rec_id"}
    cells, places = Once[str](), Once[str]()
    owners, parts = _names(told, cells)
    windows, births = _births(told)
    born_in, last_seen = (_slot(told[name], places) for name in ("birth_place", "last_seen"))
    event, phone = told["event_year"], told["phone"]
    phones = _again(phone, columns.dialled)
    return Columns(
        people=len(frame),
        cells=cells.values,
        owners=owners,
        parts=parts,
        mothers=_mothers(told["mother_name"], cells),
        windows=windows,
        births=births,
        places=places.values,
        born_in=born_in,
        last_seen=last_seen,
        sexes=_mapped(
            told["gender"], lambda text: columns.SEXES.get(SEXES.get(text.casefold(), ""), 0)
        ),
        events=event.rows,
        years=_mapped(event, columns.year_of),
        phones=phones.rows,
        homes=np.full(len(frame), -1),
        countries=[],
    )


def _told(column: pd.Series) -> Told:
    codes, texts = pd.factorize(column.str.strip())
    empty = [text == "" for text in texts]
    return Told(list(texts), np.where(np.array([*empty, True])[codes], -1, codes).astype(np.int64))


def _again(told: Told, change: Callable[[str], str]) -> Told:
    """The same column with every text changed; several may become one."""
    once = Once[str]()
    new = np.array(
        [once.number(change(text)) if change(text) else -1 for text in told.texts] + [-1]
    )
    return Told(once.values, new[told.rows])


def _mapped(told: Told, number: Callable[[str], int]) -> Ints:
    """A number for each row, 0 where nothing is told."""
    return np.array([*map(number, told.texts), 0], dtype=np.int64)[told.rows]


def _numbered(told: Told, once: Once[str]) -> Ints:
    """The rows by the numbers that another list gives their texts."""
    numbers = [once.number(text) if text else -1 for text in told.texts]
    return np.array([*numbers, -1], dtype=np.int64)[told.rows]


def _slot(told: Told, once: Once[str]) -> Ints:
    """One telling for each row, in the first of SLOTS."""
    found = np.full((len(told.rows), SLOTS), -1)
    found[:, 0] = _numbered(told, once)
    return found


def _names(told: dict[str, Told], cells: Once[str]) -> tuple[Ints, Ints]:
    """The forms of all rows and their parts: one form a row, and more where the full name says
    more than its parts."""
    rows = len(told["given"].rows)
    others = _otherwise(told)
    forms = np.ones(rows, dtype=np.int64)
    for row, names in others.items():
        forms[row] = len(names)
    first = np.cumsum(forms) - forms
    plain = np.ones(rows, dtype=np.bool_)
    plain[list(others)] = False
    some = [
        _parts(told[name], cells, plain, first, (at, role, OWN))
        for at, (name, role) in enumerate(_ROLES.items())
    ]
    some.append(_parts(told["father_name"], cells, plain, first, (3, 0, FATHERS)))
    some.append(_others(others, first, cells))
    parts = np.concatenate(some)
    order = np.lexsort((parts[:, 1], parts[:, 0]))
    return np.repeat(np.arange(rows), forms), parts[order][:, [0, 2, 3, 4]]


def _parts(
    told: Told, cells: Once[str], plain: Bools, first: Ints, what: tuple[int, int, int]
) -> Ints:
    """One column of the rows that are plain: form, place, cell, role, whose."""
    numbers = _numbered(told, cells)
    some = np.flatnonzero(plain & (numbers >= 0))
    place, role, whose = what
    wide = np.empty((len(some), 5), dtype=np.int64)
    wide[:, 0], wide[:, 1], wide[:, 2] = first[some], place, numbers[some]
    wide[:, 3], wide[:, 4] = role, whose
    return wide


def _others(
    others: dict[int, tuple[tuple[tuple[str, int, int], ...], ...]], first: Ints, cells: Once[str]
) -> Ints:
    """The parts of the rows that are read one by one."""
    found = [
        (first[row] + form, place, cells.number(text), role, whose)
        for row, names in others.items()
        for form, parts in enumerate(names)
        for place, (text, role, whose) in enumerate(parts)
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 5)


def _otherwise(told: dict[str, Told]) -> dict[int, tuple[tuple[tuple[str, int, int], ...], ...]]:
    """By row, the parts of each form, where the full name is more than its parts in a row."""
    found = {}
    for row in np.flatnonzero(told["full_name"].rows >= 0).tolist():
        texts = {name: _text(told[name], row) for name in (*_ROLES, "full_name", "father_name")}
        plain = " ".join(texts[name] for name in _ROLES if texts[name])
        if texts["full_name"] != plain:
            person = described(texts)
            fathers = tuple((text, 0, FATHERS) for text in person.fathers)
            found[row] = tuple(
                (*((part.text, ROLES[part.role], OWN) for part in name), *fathers)
                for name in person.names
            )
    return found


def _text(told: Told, row: int) -> str:
    number = told.rows[row]
    return told.texts[number] if number >= 0 else ""


def _mothers(told: Told, cells: Once[str]) -> Ints:
    numbers = _numbered(told, cells)
    some = np.flatnonzero(numbers >= 0)
    return np.stack([some, numbers[some]], axis=1)


def _births(told: dict[str, Told]) -> tuple[list[Window], Ints]:
    """The windows of births: by the day where one is told, else by the age at the event."""
    once = Once["Window"]()
    days = _windows(once, map(window_of, told["dob"].texts))
    found = days[told["dob"].rows]
    band, event = told["age_band"], told["event_year"]
    open_ = np.flatnonzero((found < 0) & (band.rows >= 0) & (event.rows >= 0))
    wide = len(event.texts)
    codes, places = np.unique(band.rows[open_] * wide + event.rows[open_], return_inverse=True)
    pairs = (divmod(code, wide) for code in codes.tolist())
    bands = _windows(once, (birth_by_band(band.texts[one], event.texts[two]) for one, two in pairs))
    found[open_] = bands[places]
    births = np.full((len(found), SLOTS), -1)
    births[:, 0] = found
    return once.values, births


def _windows(once: Once[Window], some: Iterable[Window | None]) -> Ints:
    """Their numbers, -1 for what is no window; one more at the end, for what is not told."""
    return np.array([once.number(each) if each else -1 for each in some] + [-1], dtype=np.int64)
