"""What is made before anybody is served, what the worker makes later, and the page that says so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from kintrace.demo import filling, steps
from kintrace.demo.filling import go_on, prepare, progress
from kintrace.demo.invented import PASSWORD
from kintrace.demo.key import NotTheDemosKey
from kintrace.demo.network import is_enough, messages, plan
from kintrace.demo.network.houses import HOUSES
from kintrace.demo.network.people import lots
from kintrace.demo.network.searches import searches
from kintrace.demo.steps import Step, made, take

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django import Settings

    from kintrace.demo.network.houses import House

ROOT = Path(__file__).resolve().parents[3]
FIRST = HOUSES[0]


@pytest.fixture(autouse=True)
def nothing_is_set_aside() -> Iterator[None]:
    yield
    filling.try_all_again()


def note(*keys: str) -> None:
    for key in keys:
        take(Step(key, lambda: None))


def everybody() -> int:
    """How many people come to a desk."""
    return len(lots()) + len(searches())


def no_more() -> str:
    raise ValueError("somebody could not come")


def test_steps_are_taken_in_their_order_once_each_and_one_that_fails_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[str] = []
    three = [Step("a", lambda: taken.append("a")), Step("b", no_more), Step("c", lambda: "code")]
    monkeypatch.setattr(filling, "plan", lambda: three)
    assert [go_on() for _ in range(4)] == [True, True, True, False]
    assert (taken, made()) == (["a"], {"a": steps.NOTHING, "c": "code"})
    filling.try_all_again()  # as when the demo starts again
    assert go_on()
    assert "b" not in made()


def test_a_line_that_was_cut_off_counts_for_nothing(settings: Settings) -> None:
    note("NM society")
    with (Path(settings.DATA) / "made").open("a") as file:
        file.write("\nNM member al")
    assert list(made()) == ["NM society"]
    note("NM member alma")
    assert list(made()) == ["NM society", "NM member alma"]


def test_two_processes_at_once_take_a_step_once() -> None:
    taken: list[str] = []

    def slowly() -> None:
        taken.append("a")
        time.sleep(0.2)

    hands = [Thread(target=take, args=(Step("a", slowly),)) for _ in range(2)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert (taken, list(made())) == (["a"], ["a"])


def test_24_faces_and_a_message_are_enough_to_serve() -> None:
    keys = [step.key for step in plan()]
    until = next(n for n in range(len(keys) + 1) if is_enough(set(keys[:n])))
    faces = [key for key in keys[:until] if " face " in key]
    assert len(faces) == 25  # 24 hang, one waits for the second eye
    assert keys[until - 2 : until] == [messages.key(FIRST, 1), messages.key(FIRST, 2)]


def test_progress_counts_what_is_done_and_nothing_else() -> None:
    note("NM society", lots()[0].case_key, "a step of an older demo")
    assert progress() == filling.Progress(done=2, of=len(plan()), people=1, of_people=everybody())
    assert not progress().whole


@pytest.mark.urls("kintrace.demo.tests.demo_urls")
def test_the_page_says_how_far_it_is_and_loads_itself_until_it_is_whole(
    northmark: House, client: Client
) -> None:
    page = client.get("/demo/").content.decode()
    assert re.search(r'<progress id="filling" value="11" max="\d+">', page)
    assert f"0 of {everybody()} people" in page
    assert 'http-equiv="refresh"' in page
    note(*{step.key for step in plan()} - made().keys())
    page = client.get("/demo/").content.decode()
    assert "<progress" not in page
    assert 'http-equiv="refresh"' not in page


@pytest.mark.urls("kintrace.demo.tests.demo_urls")
def test_the_page_lists_every_member_with_a_code_and_a_visitors_code_to_try(
    northmark: House, client: Client
) -> None:
    take(Step(messages.key(northmark, 2), lambda: "AAAA-BBBB-CCCC"))
    page = client.get("/demo/").content.decode()
    rows = re.findall(r'<bdi dir="ltr">(\w+)</bdi></td><td>[^<]+</td><td>.*?>(\d{6})<', page)
    assert [name for name, _code in rows] == [hire.sign_in for hire in northmark.members]
    assert len({code for _name, code in rows}) > 1
    assert northmark.name in page
    assert HOUSES[1].name not in page  # it does not stand yet
    assert "AAAA-BBBB-CCCC" in page
    assert messages.ANSWERED.word in page
    assert PASSWORD in page


def test_a_root_key_that_the_demo_did_not_make_is_refused() -> None:
    with pytest.raises(NotTheDemosKey):  # the tests' own key lies there
        prepare(lambda _words: None)
    assert not made()


@pytest.mark.parametrize("hosts", ["0.0.0.0", "localhost,demo.example.org"])  # noqa: S104  refused
def test_the_demo_answers_to_no_name_but_this_machines(hosts: str) -> None:
    env = {**os.environ, "KINTRACE_DEMO": "1", "KINTRACE_SECRET_KEY": "x", "KINTRACE_HOSTS": hosts}
    asked = subprocess.run(
        [sys.executable, "-c", "import kintrace.config.settings"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode != 0
    assert "answers on localhost only" in asked.stderr
