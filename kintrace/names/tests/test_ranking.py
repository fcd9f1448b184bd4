"""Who stands first, and the two commands that other programs call."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kintrace.names import rank

GALLERY = ["Omar Hassan", "Mohamed Ali", "Youssef Haddad", "Tesfay Gebremeskel", "Amadou Jallow"]


def said(arguments: list[str], *lines: str) -> list[dict[str, Any]]:
    """What the command answers to lines on its input."""
    done = subprocess.run(
        [sys.executable, "-m", "kintrace.names", *arguments],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("asked", "place"),
    [("محمد علي", 1), ("حداد يوسف", 2), ("ተስፋይ ገብረ መስቀል", 3), ("Diallo Amadou", 4), ("عمر حسن", 0)],
)
def test_the_right_one_stands_first(asked: str, place: int) -> None:
    assert rank([asked], GALLERY, top=1)[0][0][0] == place


def test_equally_alike_ones_stand_as_in_the_gallery() -> None:
    assert [place for place, _ in rank(["Ali"], ["Ali", "Omar", "Ali"], top=2)[0]] == [0, 2]


def test_nobody_is_ranked_in_an_empty_gallery() -> None:
    assert rank(["Ali"], []) == [[]]
    assert rank([], ["Ali"]) == []


def test_scores_come_line_by_line_and_a_bad_line_stops_nothing() -> None:
    good = json.dumps({"a": "Youssef", "b": "يوسف"})
    first, bad, again = said(["score"], good, "no JSON", good)
    assert first == again
    assert first["score"] > 0.8
    assert first["reasons"] == ["“youssef” and “يوسف” are known spellings of one name."]
    assert bad == {"error": 'Each line is JSON with "a" and "b", both texts.'}


def test_ranks_come_with_the_ids_of_the_gallery(tmp_path: Path) -> None:
    file = tmp_path / "gallery.jsonl"
    lines = [json.dumps({"id": f"g{n}", "name": name}) for n, name in enumerate(GALLERY)]
    file.write_text("\n".join(lines), encoding="utf-8")
    asked = json.dumps({"id": "q1", "name": "محمد علي"})
    answers = said(["rank", "--gallery", str(file), "--top", "2"], asked, '{"id": 3}', asked)
    assert [answer.get("query") for answer in answers] == ["q1", None, "q1"]
    assert answers[0]["hits"][0][0] == "g1"
    assert len(answers[0]["hits"]) == 2
    assert "error" in answers[1]


def test_a_gallery_that_cannot_be_read_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "gallery.jsonl"
    file.write_text(f"{json.dumps({'id': 'g1', 'name': 'Ali'})}\nOmar\n", encoding="utf-8")
    command = [sys.executable, "-m", "kintrace.names", "rank", "--gallery", str(file)]
    done = subprocess.run(command, input="", capture_output=True, text=True, check=False)
    assert done.returncode == 1
    awaited = 'Each line is JSON with "id" and "name", both texts.'
    assert done.stderr == f"Line 2 of the gallery cannot be read. {awaited}\n"
