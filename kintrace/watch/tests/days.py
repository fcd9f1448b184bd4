"""What people do on ordinary days, written down: nothing of it may ring."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from kintrace.audit.deeds import Deed

if TYPE_CHECKING:
    from kintrace.watch.tests.conftest import Stage


class Piece(NamedTuple):
    """A piece of work: at which hour, how many times, and what is done each time.

    Each step is deeds about one thing: (what was opened), (and what was done about it).
    """

    hour: float
    times: int
    steps: tuple[tuple[Deed, ...], ...]


MESSAGE = ((Deed.READ_MESSAGE, Deed.ANSWERED_MESSAGE),)
ITS_CASE = ((Deed.READ_CASE,),)  # looked at, and nothing is done there
NEW_CASE = (
    (Deed.OPENED_RECORD, Deed.KEPT_DRAFT),
    (Deed.OPENED_CASE, Deed.READ_CASE),
    (Deed.READ_PERSON, Deed.ANSWERED_RISK),
)
REVIEW = ((Deed.READ_CASE, Deed.LOGGED_CONTACT), (Deed.READ_PERSON,))
PHOTO = ((Deed.READ_CASE, Deed.TOOK_PHOTO), (Deed.SAW_PHOTO, Deed.PROPOSED_FACE))
LIST = ((Deed.LISTED_CASES,),)
CODE = ((Deed.TRIED_CODE,),)
SHEETS = ((Deed.READ_RED_CROSS, Deed.PRINTED_SHEET, Deed.DELIVERED_RED_CROSS),)
CERTIFICATE = ((Deed.PRINTED_SHEET, Deed.ISSUED_CERTIFICATE),)
POSTER = ((Deed.PRINTED_POSTER,),)
PAPER = ((Deed.TOOK_FILE, Deed.OPENED_FILE),)  # one that somebody handed in, or a recording

# A desk with a queue before its door: 137 different records, 46 in the fullest hour, 24 codes of
# who comes, 42 papers printed, and 3 opened that people handed in.
BUSIEST: tuple[Piece, ...] = (
    Piece(8, 2, LIST),
    Piece(8.1, 22, MESSAGE),
    Piece(8.9, 15, ITS_CASE),
    Piece(9.5, 24, CODE),
    Piece(10, 8, NEW_CASE),
    Piece(11.5, 5, SHEETS),
    Piece(11.5, 7, CERTIFICATE),
    Piece(11.8, 30, POSTER),
    Piece(12, 3, PAPER),
    Piece(13, 9, REVIEW),
    Piece(14, 9, REVIEW),
    Piece(15, 10, PHOTO),
    Piece(16, 12, ITS_CASE),
    Piece(16.5, 1, LIST),
)
# A caseworker as most are: 38 different records.
MODERATE: tuple[Piece, ...] = (
    Piece(9, 1, LIST),
    Piece(9.1, 6, MESSAGE),
    Piece(9.5, 4, ITS_CASE),
    Piece(10, 2, NEW_CASE),
    Piece(13, 7, REVIEW),
    Piece(15, 2, PHOTO),
    Piece(16, 4, ITS_CASE),
)


def work(stage: Stage, day: datetime, pieces: tuple[Piece, ...]) -> None:
    """Alma's day; the patrol goes round meanwhile."""
    for piece in pieces:
        stage.to(day + timedelta(hours=piece.hour))
        for _ in range(piece.times):
            for step in piece.steps:
                thing = uuid4()
                for deed in step:
                    stage.does(deed, thing)
