"""Who was with a person sought: some people, of each a name, who they are, where they were seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from kintrace.cases import asking, lookups, paper_form, steps
from kintrace.cases.actions import opening
from kintrace.cases.forms import MoreForm
from kintrace.cases.forms_companions import AS_ON_PAPER, LONGEST, MOST, in_one_line, parts_of
from kintrace.cases.tests.test_many_sought import whole_draft
from kintrace.cases.tests.test_typing_in import PAGES, AtTheKeys, sent
from kintrace.cases.typing_in import AT_ONCE
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.models import Draft
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

AUNT, BOY = ("Almaz", "an aunt", "at the port"), ("", "a boy with a drum", "")
TOLD = ["Almaz · an aunt · at the port", "— · a boy with a drum"]


def typed(*people: tuple[str, str, str], prefix: str = "") -> dict[str, Any]:
    """The inputs of the rows, as a browser sends them: the empty ones too."""
    rows = [*people, *[("", "", "")] * (MOST - len(people))]
    names = ("who", "how", "where")
    columns = zip(*rows, strict=True)
    return {
        f"{prefix}companions-{name}": list(one) for name, one in zip(names, columns, strict=True)
    }


@pytest.mark.parametrize("people", [AUNT, BOY, ("", "", "near the well"), ("Almaz", "", "")])
def test_each_of_the_three_parts_comes_back_to_its_place(people: tuple[str, str, str]) -> None:
    assert parts_of(in_one_line(people)) == list(people)


def test_a_line_cannot_be_made_to_say_more_parts_than_were_told() -> None:
    assert parts_of(in_one_line(("Almaz · a spy", "aunt", ""))) == ["Almaz a spy", "aunt", ""]
    assert in_one_line(("", " ", "")) == ""


def test_no_more_than_six_are_kept_and_what_is_too_long_is_said() -> None:
    data = QueryDict(mutable=True)
    for _each in range(MOST + 1):
        data.appendlist("companions-who", "Almaz")
    form = MoreForm(data)
    assert form.is_valid()
    assert form.cleaned_data["companions"] == ["Almaz"] * MOST
    data.setlist("companions-how", ["a" * (LONGEST + 1)])
    assert "companions" in MoreForm(data).errors


def kept(draft: Draft) -> list[str]:
    answers = lookups.words_of(draft)["more"].answers
    assert answers is not None
    return answers["companions"]


def test_what_is_told_of_them_stands_sealed_on_each_page_of_the_search(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
    alma, page = sign_in(client, scene.alma), reverse("cases:step", args=[draft.pk, "more"])
    assert alma.post(page, {"mother": "Saba", **typed(AUNT, BOY)}).status_code == 302
    for word in AUNT:
        assert word not in alma.get(page).content.decode(), "the box is shut"
    open_box(alma, password=PASSWORD)
    shown = alma.get(page).content.decode()
    for name, word in (("who", "Almaz"), ("how", "a boy with a drum"), ("where", "at the port")):
        assert re.search(rf'name="companions-{name}" value="{word}"', shown)
    assert shown.count('name="companions-who"') == MOST
    check = alma.get(reverse("cases:check", args=[draft.pk])).content.decode()
    assert "<br>".join(TOLD) in check
    with scene.acting(scene.alma):
        draft = lookups.draft_for(scene.alma, draft.pk)
        assert kept(draft) == TOLD
        assert lookups.words_of(draft)["more"].lines == 3
        case = opening.submit(draft, opening=asking.opening_of(draft), by=scene.alma)
    for name in ("case", "correct_told"):
        about = [case.pk] if name == "case" else [sought_in(scene, case), "more"]
        shown = alma.get(reverse(f"cases:{name}", args=about)).content.decode()
        assert "Almaz" in shown
        assert "a boy with a drum" in shown


def sought_in(scene: Scene, case: Any) -> Any:
    with scene.acting(scene.alma):
        return lookups.sought_in(case)[0].pk


def test_what_is_too_long_keeps_nothing_and_every_word_stays_on_the_page(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        draft = whole_draft(scene)
    alma, page = sign_in(client, scene.alma), reverse("cases:step", args=[draft.pk, "more"])
    late = alma.post(page, typed(AUNT, ("b" * (LONGEST + 1), "", "")))
    assert late.status_code == 422
    shown = late.content.decode()
    assert 'href="#id_companions_0"' in shown
    assert 'id="id_companions_0"' in shown
    assert "Almaz" in shown
    with scene.acting(scene.alma):
        assert "more" not in lookups.words_of(draft)


def test_who_types_a_paper_in_has_its_rows_and_one_more_than_is_filled(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    keys = AtTheKeys(scene, sign_in(client, scene.alma))
    open_box(keys.client, password=PASSWORD)
    assert keys.opened().count('name="more-companions-who"') == AS_ON_PAPER
    keys.send(sent(**PAGES) | typed(AUNT, BOY, AUNT, prefix="more-"))
    with scene.acting(scene.alma):
        assert kept(keys.draft) == [*TOLD, TOLD[0]]
    assert keys.opened().count('name="more-companions-who"') == AS_ON_PAPER + 1
    moved = typed(AUNT, ("a boy with a drum", "", ""), prefix="more-")
    again = sent(**PAGES | {"risk": {}}) | {f"{key}-seen": "1" for key in (*PAGES, "more")}
    assert keys.send(again | moved).status_code == 302
    with scene.acting(scene.alma):
        assert kept(keys.draft) == [TOLD[0], "a boy with a drum"]


def test_six_persons_with_six_others_each_fit_into_what_the_house_takes_in(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    keys = AtTheKeys(scene, sign_in(client, scene.alma))
    numbers = ("", *(f"-{one}" for one in range(2, AT_ONCE + 1)))
    full = [typed(*[AUNT] * MOST, prefix=f"more{number}-") for number in numbers]
    said = {name: values for each in full for name, values in each.items()}
    shown = keys.send(said, persons=str(AT_ONCE - 1), another="1").content.decode()
    assert shown.count('-companions-who"') == AT_ONCE * MOST
    fields = re.findall(r"<(?:input|select|textarea) [^>]*name=", shown)
    assert len(fields) <= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


def test_the_paper_asks_it_as_one_question_of_the_same_number_and_says_what_to_write() -> None:
    [one] = [one for one in paper_form.groups()["more"].questions if one.asked.name == "companions"]
    names = list(steps.MORE.form.base_fields)
    assert one.asked.number == f"6.{names.index('companions') + 1}"
    assert (one.shape, len(one.rows)) == ("lines", AS_ON_PAPER)
    assert "where they were last seen" in str(one.hint)
