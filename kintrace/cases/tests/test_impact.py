"""The impact page, its table file and the yearly report, as members get them."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from freezegun import freeze_time
from pypdf import PdfReader

from kintrace.audit.deeds import Deed
from kintrace.audit.models import Entry
from kintrace.cases.impact import harmless
from kintrace.network.access import Role
from kintrace.network.models import Society
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.ui import paper
from kintrace.vault.reader import reading_as
from kintrace.visitors.models import DayCount
from kintrace.wall.lookups.figures import Kind
from kintrace.wall.models import Cost, MonthFigure, ReportText

PAGE = "/desk/impact/"
SOCIETIES = "Societies in the network"  # these are no people, and may be few
SAID = {
    "concept": "We show faces and nothing else.",
    "impact": "Many people came.",
    "cost": "Mostly time.",
    "alignment": "With the strategy.",
    "challenges": "Numbers change.",
    "lessons": "Ask for a second number.",
}
# October is over for fourteen days, November is not.
MONTHS = {date(2026, 9, 1): 3, date(2026, 10, 1): 4, date(2026, 11, 1): 23}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with freeze_time("2026-11-25 12:00"):
        yield


@pytest.fixture
def society(db: None) -> Society:
    society = found("AT")
    for kind in (Kind.PUT_UP, Kind.MESSAGE, Kind.MATCHED_3):
        with reading_as(society.pk):
            for month, count in MONTHS.items():
                MonthFigure.objects.create(society=society, kind=kind, month=month, count=count)
    DayCount.objects.create(day=date(2026, 10, 2), kind="wall", language="ti", count=3)
    DayCount.objects.create(day=date(2026, 10, 2), kind="face", language="en", count=61)
    return society


@pytest.fixture
def admin(society: Society, client: Client) -> Client:
    return let_in(client, enlist(society, Role.SOCIETY_ADMIN))


def numbers_in(page: str) -> set[int]:
    """Every number that stands in a table, a drawing or above them; lengths and dates are none."""
    shown = re.findall(r"<(?:b|td)>([0-9,]+)</", page)
    shown += re.findall(r'<text fill="#211a26"[^>]*>([0-9,]+)</text>', page)
    return {int(number.replace(",", "")) for number in shown}


def rows(answer: Any) -> list[list[str]]:
    text = answer.content.decode("utf-8-sig")
    return [line for line in csv.reader(StringIO(text)) if line]


@pytest.mark.database_bound
@pytest.mark.parametrize("chosen", ["?period=2026", "?period=2026-10", "?period=2026&of=all"])
def test_no_number_on_the_page_nor_in_the_file_is_under_five(admin: Client, chosen: str) -> None:
    page = admin.get(PAGE + chosen).content.decode()
    found_here = numbers_in(page)
    assert found_here & {7, 61}
    assert [number for number in found_here if number < 5] == []
    lines = rows(admin.get(f"{PAGE}figures.csv{chosen}"))
    cells = [cell for line in lines if line[0] != SOCIETIES for cell in line]
    assert {"61", "fewer than 5"} <= set(cells)
    assert [cell for cell in cells if cell.isdecimal() and int(cell) < 5] == []


def test_every_chart_has_its_table_and_no_style(admin: Client) -> None:
    page = admin.get(f"{PAGE}?period=2026").content.decode()
    drawings = page.count('<svg class="fig"')
    assert drawings == 6
    assert page.count('<table class="facts">') == drawings
    assert "style=" not in page
    assert "September 2026</th><td>fewer than 5</td>" in page
    assert "October 2026</th><td>7</td>" in page  # with September's three


def test_a_name_that_looks_like_a_formula_is_words_in_the_file(
    admin: Client, society: Society
) -> None:
    Society.objects.filter(pk=society.pk).update(name='=HYPERLINK("http://evil.example")')
    [first, *_rest] = rows(admin.get(f"{PAGE}figures.csv?period=2026"))
    assert first[0] == '\'=HYPERLINK("http://evil.example")'


def test_the_file_says_every_number_that_stands_above_the_charts(admin: Client) -> None:
    sent = {"month": "2026-10", "amount": "700", "currency": "EUR", "spent_on": "travel"}
    admin.post(f"{PAGE}costs/", sent)
    said = {line[0]: line[1:] for line in rows(admin.get(f"{PAGE}figures.csv?period=2026"))}
    within = "Half of the families were found within this time after the face was put up"
    assert said["Faces put up in this time"] == said["Families found"] == ["30"]
    assert said[within] == ["three months"]
    assert said[SOCIETIES] == ["1"]
    assert said["Costs"] == ["EUR", "700.00"]
    assert said["For each person whose face was put up, about"] == ["EUR", "23"]
    assert said["For each family found, about"] == ["EUR", "23"]


def test_a_drawing_says_in_a_whole_sentence_what_it_shows(admin: Client) -> None:
    page = admin.get(f"{PAGE}?period=2026").content.decode()
    assert 'aria-label="The largest number in this drawing is 61."' in page
    for label in re.findall(r'role="img" aria-label="([^"]*)"', page):
        assert re.fullmatch(r"[A-Z][^:]+\.", label)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "\n=1"])
def test_what_a_table_program_would_work_out_is_kept_from_it(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("Society") == "Society"


def test_figures_of_all_say_from_when_on_they_are_shown(admin: Client) -> None:
    page = admin.get(f"{PAGE}?period=2026-11&of=all").content.decode()
    assert "No month of this time has come so far." in page
    assert numbers_in(page) == set()


@pytest.mark.parametrize("period", ["9999", "0001", "2026-99", "x", "2026-02-31"])
def test_a_period_that_is_none_shows_this_year(admin: Client, period: str) -> None:
    assert admin.get(f"{PAGE}?period={period}").status_code == 200


# --- costs ---


@pytest.mark.database_bound
def test_a_cost_is_entered_written_down_and_counted(admin: Client, society: Society) -> None:
    sent = {"month": "2026-10", "amount": "700", "currency": "eur", "spent_on": "travel"}
    assert admin.post(f"{PAGE}costs/", sent).status_code == 302
    page = admin.get(f"{PAGE}?period=2026").content.decode()
    assert "700.00 EUR" in page
    assert 'About <bdi dir="ltr">23 EUR</bdi> for each person' in page  # 7 and 23 faces
    with reading_as(society.pk):
        assert Entry.objects.filter(deed=Deed.ENTERED_COST).count() == 1
        [cost] = Cost.objects.all()
    assert "700.00" not in admin.get(f"{PAGE}?period=2026&of=all").content.decode()
    back = admin.post(f"{PAGE}costs/{cost.pk}/take-back/", follow=True).content.decode()
    assert "The cost is taken out." in back
    assert "700.00" not in back


@pytest.mark.parametrize(
    "wrong", [{"amount": "-3"}, {"amount": "much"}, {"currency": "XXQ"}, {"month": "1999-01"}]
)
def test_a_cost_that_cannot_be_is_asked_again(admin: Client, wrong: dict[str, str]) -> None:
    sent = {"month": "2026-10", "amount": "7", "currency": "EUR", "spent_on": "travel"}
    assert admin.post(f"{PAGE}costs/", sent | wrong).status_code == 422


# --- the yearly report ---


def printed(client: Client, year: int = 2026, language: str = "en") -> tuple[PdfReader, str]:
    answer = client.get(f"{PAGE}report/{year}.pdf", headers={"Accept-Language": language})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    reader = PdfReader(BytesIO(answer.content))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.database_bound
def test_a_report_holds_the_words_of_the_society_and_figures_fourteen_days_old(
    admin: Client,
) -> None:
    assert admin.post(f"{PAGE}report/2026/", SAID).status_code == 302
    reader, text = printed(admin)
    said = re.sub(r"\s+", " ", text)
    for words in (*SAID.values(), "Concept", "Impact and reach", "Alignment", "Lessons"):
        assert words in said
    assert "Counted up to 31 October 2026." in said
    assert "Faces put up in this time 7" in said
    assert f"{SOCIETIES} 1" in said
    assert "November" not in said
    assert f"1 / {len(reader.pages)}" in said
    # Nothing tells with what, when or by whom it was made.
    assert not reader.metadata
    assert reader.xmp_metadata is None


def test_a_report_in_arabic_runs_from_right_to_left_with_its_fonts_inside(admin: Client) -> None:
    admin.post(f"{PAGE}report/2026/", SAID | {"concept": "نعرض الوجوه ولا شيء غيرها."})
    reader, _text = printed(admin, language="ar")
    fonts = {
        str(font["/BaseFont"])
        for page in reader.pages
        for font in (entry.get_object() for entry in page["/Resources"]["/Font"].values())  # type: ignore[index]
    }
    assert any("Arabic" in name for name in fonts)
    assert all("+" in name for name in fonts)  # a subset that lies in the file


def test_words_are_drafts_of_one_year_and_one_society(admin: Client, society: Society) -> None:
    other = found("BG")
    with reading_as(other.pk):
        ReportText.objects.create(society=other, year=2026, heading="concept", text="Theirs.")
    admin.post(f"{PAGE}report/2025/", SAID)
    admin.post(f"{PAGE}report/2026/", {"concept": "Half a thought"})
    page = admin.get(f"{PAGE}report/2026/").content.decode()
    assert "Half a thought" in page
    assert "Everybody may read this report." in page
    _reader, text = printed(admin)
    assert "Theirs." not in text
    assert SAID["lessons"] not in text
    assert SAID["lessons"] in printed(admin, 2025)[1]


def test_where_the_machine_cannot_print_a_sentence_says_so(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise paper.PaperMissing

    monkeypatch.setattr(paper, "printer", none)
    answer = admin.get(f"{PAGE}report/2026.pdf")
    assert answer.status_code == 503
    assert "libpango" in answer.content.decode()


@pytest.mark.parametrize("year", [0, 1999, 2100, 99999999])
def test_a_year_that_is_none_is_not_there(admin: Client, year: int) -> None:
    assert admin.get(f"{PAGE}report/{year}/").status_code == 404
    assert admin.get(f"{PAGE}report/{year}.pdf").status_code == 404


def test_an_auditor_sees_figures_and_enters_nothing(society: Society, client: Client) -> None:
    auditor = let_in(client, enlist(society, Role.AUDITOR))
    page = auditor.get(PAGE)
    assert page.status_code == 200
    assert "Enter costs" not in page.content.decode()
    assert auditor.post(f"{PAGE}report/2026/", SAID).status_code == 403
