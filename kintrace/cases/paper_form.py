"""The empty tracing form on paper: the interview's questions, in one language, about nobody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.forms import BooleanField, ChoiceField, Textarea
from django.http import Http404
from django.template.loader import render_to_string
from django.utils.translation import get_language_info, override

from kintrace.cases import questions, steps
from kintrace.cases.forms_companions import AS_ON_PAPER, CompanionRows, CompanionsField
from kintrace.cases.forms_desk import GivenForm
from kintrace.cases.forms_typing import Several, choices_of
from kintrace.cases.paper_words import ABOVE, HINTS
from kintrace.people.forms import ORIGINAL, DigitsField
from kintrace.protection.lookups import text_in_force, texts_in_force
from kintrace.protection.purposes import TextKind
from kintrace.ui import paper
from kintrace.ui.symbols import on_paper
from kintrace.wall.relations import Relation

if TYPE_CHECKING:
    from uuid import UUID

    from django.forms import Field, Form
    from django.utils.functional import Promise
    from django.utils.safestring import SafeString

    from kintrace.network.models import Desk, Member, Society
    from kintrace.protection.models import NoticeText

STYLE = Path(__file__).parent / "static" / "cases" / "tracing_form.css"
WHOLE, ONE_MORE = "cases/tracing_form/whole.html", "cases/tracing_form/more.html"
MOST_TICKS = 24  # a longer list is written, as is what takes several lists on the screen
MOST_DESKS = 3
# Stand side by side, as on the screen.
BESIDE = ("place", "country", "given_other", "father_other", "kunya", "used")
INK = "#4b2a52"


@dataclass(frozen=True)
class Tick:
    """A box to tick: its words, their language where it is another one, a drawing beside it."""

    words: str | Promise
    language: str = ""
    drawing: SafeString | str = ""


@dataclass(frozen=True)
class Question:
    """One question on paper. `shape`: short, half, line, lines, ticks or tick."""

    asked: questions.Asked
    label: str | Promise
    hint: str | Promise
    shape: str
    ticks: list[Tick]
    rows: range = range(1)


@dataclass(frozen=True)
class Group:
    """One page of the interview."""

    key: str
    number: int
    title: str | Promise
    above: str | Promise
    questions: list[Question]


def pdf(member: Member, language: str, *, places: list[Desk]) -> bytes:
    """The whole form. Raises PaperMissing."""
    return _printed(WHOLE, language, _facts(member, language, places))


def pdf_of_one_more(member: Member, language: str) -> bytes:
    """The sheet for one more person sought. Raises PaperMissing."""
    return _printed(ONE_MORE, language, _facts(member, language, []))


def languages(society: UUID) -> list[tuple[str, str, bool]]:
    """Code, own name, and whether the notice stands on the form, for each language of the house."""
    approved = {text.language for text in texts_in_force(society)}
    return [(code, own_name(code), code in approved) for code, _name in settings.LANGUAGES]


def own_name(language: str) -> str:
    return str(get_language_info(language)["name_local"])


def groups() -> dict[str, Group]:
    """Every page of the interview by its key, in the language in force."""
    return {step.key: _group(step) for step in steps.STEPS}


def html(template: str, language: str, facts: dict[str, Any]) -> str:
    """The page that is printed."""
    way = "rtl" if get_language_info(language)["bidi"] else "ltr"
    with override(language):
        asked = {"direction": way, "group": groups(), "given": _given()}
        return render_to_string(template, facts | asked)


def _printed(template: str, language: str, facts: dict[str, Any]) -> bytes:
    return _made(html(template, language, facts))


@lru_cache(maxsize=12)
def _made(page: str) -> bytes:
    """Setting takes seconds, and the same page is the same paper: it is about nobody."""
    return paper.pdf(page, style=STYLE.read_text("utf-8"), pictures={})


def _facts(member: Member, language: str, places: list[Desk]) -> dict[str, Any]:
    if language not in dict(settings.LANGUAGES):
        raise Http404
    society: Society = member.society
    return {
        "society": society,
        "desks": places[:MOST_DESKS],
        "notice": _spoken(text_in_force(society.pk, language)),
        "safety": _spoken(text_in_force(society.pk, language, TextKind.RISK)),
    }


def _spoken(text: NoticeText | None) -> dict[str, Any] | None:
    """What is read aloud, with its drawings."""
    if text is None:
        return None
    pictures = [(on_paper(f"i-{drawing}", INK), line) for drawing, line in text.pictures]
    return {"pictures": pictures, "short": text.short}


def _group(step: steps.Step) -> Group:
    form = step.form()
    asked = [_question(form, one) for one in questions.asked(step, form)]
    number = questions.group_number(step)
    return Group(step.key, number, step.title, ABOVE.get(step.key, ""), asked)


def _given() -> list[Question]:
    """How the notice was given, as the interview asks before its first page."""
    form = GivenForm()
    return [_question(form, questions.Asked(name, "", "")) for name in form.fields]


def _question(form: Form, one: questions.Asked) -> Question:
    field = form.fields[one.name]
    ticks = _ticks(one.name, field)
    hint = HINTS.get(one.name, field.help_text)
    shape = _shape(one.name, field, ticks, form)
    return Question(one, field.label or "", hint, shape, ticks, range(_rows(field)))


def _rows(field: Field) -> int:
    """How many lines there are to write on."""
    if isinstance(field, CompanionsField):
        return AS_ON_PAPER
    return int(field.widget.attrs.get("rows", 1)) if isinstance(field.widget, Textarea) else 1


def _shape(name: str, field: Field, ticks: list[Tick], form: Form) -> str:
    if ticks:
        return "ticks"
    if isinstance(field, BooleanField):
        return "tick"
    if isinstance(field, DigitsField):
        return "short"
    if isinstance(field.widget, Textarea | CompanionRows):
        return "lines"
    pair = name.endswith(ORIGINAL) or name + ORIGINAL in form.fields or name in BESIDE
    return "half" if pair else "line"


def _ticks(name: str, field: Field) -> list[Tick]:
    if not isinstance(field, ChoiceField) or isinstance(field.widget, Several):
        return []
    named = [(value, words) for value, words in choices_of(field) if value]
    if len(named) > MOST_TICKS:
        return []
    own = name == "languages"
    return [Tick(words, value if own else "", _drawn(name, value)) for value, words in named]


def _drawn(name: str, value: str) -> SafeString | str:
    known = name == "relation" and value in Relation.values
    return on_paper(f"p-seeks-{value}".replace("_", "-"), INK) if known else ""
