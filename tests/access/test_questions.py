"""No form of the house asks legal status, papers, nationality, religion or where somebody goes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django import forms
from django.forms import BaseForm
from django.utils.translation import gettext_lazy

import kintrace
from kintrace.cases.forms_sought import SoughtForm
from kintrace.protection.forms import RiskForm
from kintrace.protection.retention import Kind
from kintrace.servicepoints.needs import GROUPS, Group
from kintrace.servicepoints.tests.test_needs import EVERYTHING
from tests.access.expected import TABLE
from tests.access.matrix import address, at_the_door
from tests.access.routes import routes
from tests.questions import MAY_BE_ASKED, Asked, OnPage, asked_by
from tests.turns import waits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.access.people import Somebody
    from tests.town import Town

# What a form is made with that makes fields of its own, by the name of the argument.
GIVEN: dict[str, Any] = {
    "texts": {},
    "points": [],
    "desks": [],
    "languages": [],
    "group": Group("all", gettext_lazy("All"), tuple(one for g in GROUPS for one in g.questions)),
    "answers": EVERYTHING,
    "learned": {},
    "teams": [],
    "sought": [(uuid4(), None)],
    "entries": [],
    "chosen": {Kind.PHOTO: 366},
    "until": {},
}
# Forms of another package take the member as a keyword that no signature tells.
OF_A_MEMBER = {"CodeForm", "CodeOnceMoreForm", "PasswordAgainForm"}
# Pages whose labels repeat what was told instead of asking; their forms are read all the same.
REPEATS = {"protection:copy": "each line of a copy, ticked when it says something of another"}
# Every form is read every day, and a quarter of the pages, which are made of forms.
PAGES = [
    pytest.param([name for name in sorted(routes()) if not waits(name, turns=4)], id="of today"),
    pytest.param(sorted(routes()), marks=pytest.mark.slow, id="all"),
]
MAKES_FIELDS = re.compile(r"self\.fields(\[[^\]]+\] = |\.update\(| \|= )")


class Careless(forms.Form):
    """A form as nobody here may write it."""

    passport_number = forms.CharField(label="Number")
    came = forms.CharField(label="Which route did you take, and where do you want to go?")
    stays = forms.ChoiceField(label="What are you here?", choices=[("r", "Recognised refugee")])
    belongs = forms.CharField(label="Group", help_text="Religion or ethnic group")
    country = forms.CharField(label="Nationality")


def every_form() -> list[type[BaseForm]]:
    """Each form class of every folder."""
    for module in pkgutil.walk_packages(kintrace.__path__, "kintrace."):
        if not {"tests", "migrations", "__main__"} & set(module.name.split(".")):
            importlib.import_module(module.name)
    return sorted({one for one in _below(BaseForm) if _is_ours(one)}, key=str)


def _below(form: type[BaseForm]) -> Iterator[type[BaseForm]]:
    for one in form.__subclasses__():
        yield one
        yield from _below(one)


def _is_ours(form: type) -> bool:
    return form.__module__.startswith("kintrace.") and ".tests." not in form.__module__


def fields_of(form: type[BaseForm]) -> dict[str, object]:
    """Those it declares, and those it makes when it is made."""
    declared: dict[str, object] = dict(getattr(form, "base_fields", {}))
    makers = [one for one in form.__mro__ if _is_ours(one) and _makes_fields(one)]
    if not makers:
        return declared
    needs = {name for maker in makers for name in _needs(maker)}
    assert needs <= GIVEN.keys(), f"say in this file what {form} is given: {needs - GIVEN.keys()}"
    given = {name: GIVEN[name] for name in needs}
    given |= {"user": None} if form.__name__ in OF_A_MEMBER else {}
    return declared | form(**given).fields


def _makes_fields(form: type[BaseForm]) -> bool:
    own = vars(form).get("__init__")
    return own is not None and bool(MAKES_FIELDS.search(inspect.getsource(own)))


def _needs(form: type[BaseForm]) -> set[str]:
    """The arguments of its own __init__ that have no default."""
    arguments = inspect.signature(form.__init__).parameters.items()
    return {
        name for name, one in arguments if one.kind is one.KEYWORD_ONLY and one.default is one.empty
    }


@pytest.mark.django_db  # one list of choices is of the societies that there are
def test_no_form_asks_what_a_persecutor_would_ask() -> None:
    every = every_form()
    assert len(every) > 50
    asked = [one for form in every for one in asked_by(form, fields_of(form))]
    assert [str(one) for one in asked if one.topics()] == []


def test_fields_that_a_form_makes_by_itself_are_read_too() -> None:
    assert {"held", "note"} <= fields_of(RiskForm).keys()
    assert {"given", "father_original", "relation"} <= fields_of(SoughtForm).keys()


@pytest.mark.parametrize("names", PAGES)
@pytest.mark.django_db
def test_no_page_asks_it_either(names: list[str], town: Town, people: list[Somebody]) -> None:
    asked = [one for name in names for one in _asked_on(name, town, people)]
    assert len(asked) > 500
    assert [str(one) for one in asked if one.topics()] == []


def _asked_on(name: str, town: Town, people: list[Somebody]) -> list[Asked]:
    """What the page of a route asks the first of those who may open it."""
    line = TABLE[name]
    if "GET" not in line.methods or name in REPEATS:
        return []
    let_in = [one for one in people if one.fresh and not at_the_door(line, one)]
    answer = let_in[0].ask("GET", address(name, line, town))
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return []
    return OnPage.of(name, answer.content.decode())


def test_a_form_that_asks_it_is_found() -> None:
    asked = list(asked_by(Careless, dict(Careless.base_fields)))
    assert {topic for one in asked for topic in one.topics()} == {
        "papers",
        "the way somebody goes",
        "legal status",
        "religion or people",
        "nationality",
    }
    page = '<form><label for="a">Your identity card</label><input name="a"></form>'
    assert [one.topics() for one in OnPage.of("page", page) if one.topics()] == [["papers"]]


def test_what_may_sound_so_is_excused_by_the_whole_sentence_and_with_a_reason() -> None:
    for sentence, reason in MAY_BE_ASKED.items():
        assert Asked("", "", sentence).topics() == []
        assert Asked("", "", f"{sentence} Show your passport.").topics() != []
        assert reason
