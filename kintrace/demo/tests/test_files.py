"""Papers and a recording of the demo lie in cases, once each, and can be opened."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from kintrace.cases import lookups
from kintrace.cases.file_checks import checked
from kintrace.cases.file_words import SOUND, FileKind, Media
from kintrace.demo import papers
from kintrace.demo.network import files
from kintrace.demo.network.courses import Course
from kintrace.demo.network.states import actor
from kintrace.demo.playing import seated
from kintrace.demo.tests.test_searches import come, first_of
from kintrace.network.access import Role

if TYPE_CHECKING:
    from kintrace.demo.network.houses import House


def test_a_case_has_a_letter_of_the_one_sought_and_a_recording_that_opens(northmark: House) -> None:
    search = first_of(Course.TRACING)
    case = come(search)
    for step in files.steps(northmark)[:2]:
        step.do()
        step.do()
    with seated(actor(search, Role.CASEWORKER)):
        letter, recording = lookups.files_of(case)
        assert (letter.kind, letter.media) == (FileKind.LETTER, Media.PICTURE)
        assert letter.sought == lookups.still_sought(case)[0]
        assert recording.agreed
        assert lookups.bytes_of(recording).read() == papers.tune()


@pytest.mark.parametrize("kept", files.KEPT, ids=lambda kept: kept.kind.value)
def test_every_paper_is_one_that_a_case_takes(kept: files.Kept) -> None:
    media, _bare = checked(BytesIO(kept.make()))
    assert (media in SOUND) == (kept.kind == FileKind.RECORDING)


def test_a_sheet_is_a_pdf_that_can_be_read() -> None:
    pypdf = pytest.importorskip("pypdf")
    [page] = pypdf.PdfReader(BytesIO(papers.sheet("One (of two)", "", "lines"))).pages
    assert page.extract_text().split() == ["One", "(of", "two)", "lines"]
