"""How often what was shown as likely was one person; and the labels, which tell of nobody."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.utils.html import strip_tags

from kintrace.matching import figures, lookups
from kintrace.matching.models import Candidate, Judgement
from kintrace.matching.tests.at_desk import at_desk, words_of
from kintrace.matching.words import WHYS, Verdict
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.cases.tests.conftest import Scene

JUDGED = "/desk/pairs/judged/"
REASONS = [["given_same", 9.04], ["born_apart", -2.0]]


def judged(scene: Scene, verdict: Verdict, *, weight: float = 20.0, often: int = 1) -> None:
    """So many pairs of the society, said to be this."""
    with scene.acting(scene.alma):
        for _ in range(often):
            first, second = sorted((uuid4(), uuid4()))
            row = Candidate.objects.create(
                first=first,
                second=second,
                first_society=scene.society,
                second_society=scene.society,
                weight=weight,
                reasons=REASONS,
                first_number=1,
                second_number=2,
            )
            said: dict[str, Any] = {"society": scene.society, "other_society": scene.society}
            Judgement.objects.create(
                candidate=row, verdict=verdict, why=WHYS[verdict][0], by=scene.alma, **said
            )


def row_of(scene: Scene, band: str) -> list[str]:
    """What stands in the line of a band."""
    page = at_desk(scene.omar).get(JUDGED).content.decode()
    found = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.DOTALL)
    cells = [re.findall(r"<td>(.*?)</td>", line, re.DOTALL) for line in found]
    [line] = [one for one in cells if one[0] == band]
    return [strip_tags(one) for one in line[1:]]


def test_no_number_under_five_is_shown(here: Scene) -> None:
    judged(here, Verdict.YES, often=6)
    judged(here, Verdict.NO, often=4)
    assert row_of(here, "Very likely") == ["6", "fewer than 5", "fewer than 5", "–"]


def test_the_share_stands_where_both_numbers_do(here: Scene) -> None:
    judged(here, Verdict.YES, often=15)
    judged(here, Verdict.NO, often=5)
    judged(here, Verdict.UNSURE, weight=13.0, often=5)
    assert row_of(here, "Very likely") == ["15", "5", "fewer than 5", "75 %"]
    assert row_of(here, "Likely") == ["fewer than 5", "fewer than 5", "5", "–"]


def test_where_nothing_was_judged_the_page_says_so(here: Scene) -> None:
    assert "too few judged pairs" in words_of(at_desk(here.omar), JUDGED)


def test_another_society_is_not_counted(here: Scene, there: Scene) -> None:
    judged(there, Verdict.YES, often=9)
    assert "too few judged pairs" in words_of(at_desk(here.omar), JUDGED)


def test_what_was_taken_back_is_not_counted_and_each_pair_once(here: Scene) -> None:
    judged(here, Verdict.YES)
    with here.acting(here.alma):
        row = Candidate.objects.get()
        more = {"candidate": row, "society": here.society, "other_society": here.society}
        Judgement.objects.create(**more, verdict=Verdict.NO, by=here.omar)
        [one] = lookups.judged_pairs(here.society.pk)
        assert one.verdict == Verdict.NO
        Judgement.objects.create(**more, verdict=Verdict.BACK, by=here.omar)
        assert list(lookups.judged_pairs(here.society.pk)) == []


def labels(code: str) -> list[dict[str, str]]:
    out = StringIO()
    call_command("export_labels", society=code, stdout=out)
    return list(csv.DictReader(StringIO(out.getvalue())))


def test_labels_have_weights_reasons_and_verdicts_and_tell_of_nobody(
    here: Scene, there: Scene
) -> None:
    judged(here, Verdict.YES)
    judged(here, Verdict.NO, weight=3.0)
    judged(there, Verdict.NO)
    rows = labels(here.society.code)
    assert [(one["verdict"], one["band"], one["weight"]) for one in rows] == [
        ("no", "possible", "3.0"),
        ("yes", "very_likely", "20.0"),
    ]
    assert {(one["given_same"], one["born_apart"], one["sex_same"]) for one in rows} == {
        ("9.0", "-2.0", "")
    }
    said = str(rows)
    assert "alma" not in said
    with reading_as(here.society.pk):
        pairs = list(Candidate.objects.all())
    assert not any(str(one) in said for row in pairs for one in (row.pk, row.first, row.second))


def test_labels_of_no_society_are_refused(here: Scene) -> None:
    with pytest.raises(CommandError):
        labels("ZZ")


def test_months_without_a_verdict_make_no_line(here: Scene) -> None:
    with here.acting(here.omar):
        assert figures.shown(here.society.pk) == {"rows": [], "chart": None}
