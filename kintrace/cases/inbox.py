"""What the inbox shows: messages in the order of their turn, one message with all that followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from kintrace.cases import feared, lookups, outside
from kintrace.cases.forms_inbox import AnswerForm, AssignForm, FilterForm, LeadForm, ScreenForm
from kintrace.network.lookups import holders_of
from kintrace.protection.lookups import Denied
from kintrace.wall.actions.answering import may_be_answered
from kintrace.wall.forms import DemandForm, MessageForm
from kintrace.wall.forms_who_i_am import WhoIAmForm
from kintrace.wall.lookups import Wanted, chosen, notice_of_face, notices_of_faces, replies_to
from kintrace.wall.screening import NEXT, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.wall.models import Message

PAGE = 50
# Question by question as the forms ask them; the message itself stands apart.
ORDER = (
    *("writer", "claim", "name", "who", "how_much"),
    *(*WhoIAmForm.ABOUT_ME, *WhoIAmForm.FAMILY),
    *("phone", "email", "app", "through", "come_back", "safe"),
    *("country", "language", "feared", "across"),
)
ASKED = {**WhoIAmForm.base_fields, **DemandForm.base_fields, **MessageForm.base_fields}


@dataclass(frozen=True)
class Line:
    """One message in the list: nothing of it is opened for that."""

    message: Message
    reference: str


def shown_to(member: Member, asked: Mapping[str, str]) -> dict[str, Any]:
    """The context of the list."""
    wanted = Wanted.of(dict(asked))
    page = Paginator(chosen(member, wanted), PAGE).get_page(asked.get("page"))
    filters = {"whose": wanted.whose, "state": wanted.state, "flag": wanted.flag}
    kept = "&".join(f"{name}={value}" for name, value in filters.items() if value)
    return {
        "wanted": wanted,
        "page": page,
        "lines": _lines(member, list(page)),
        "filter": FilterForm(initial=filters),
        "kept": kept,
    }


def _lines(member: Member, page: list[Message]) -> list[Line]:
    """One page of messages with the codes of their cases, in two queries."""
    notices = notices_of_faces(member, {one.face for one in page if one.face})
    codes = lookups.references_of(member, {notice.subject for notice in notices.values()})
    subjects = {face: notice.subject for face, notice in notices.items()}
    return [
        Line(one, codes.get(subjects[one.face], "") if one.face in subjects else "") for one in page
    ]


def case_about(message: Message, *, by: Member) -> Case | None:
    """The case of the person whose face the message is about, while it stands."""
    notice = notice_of_face(by, message.face)
    return lookups.case_of_subject(by, notice.subject) if notice else None


def ways_on(message: Message) -> list[tuple[str, Any]]:
    """To which states a message may go from where it is."""
    states = type(message).State
    return [(state.value, state.label) for state in states if state in NEXT[message.state]]


def answer_form(message: Message, *, by: Member, typed: Any = None) -> AnswerForm:
    """The answer, with what the society approved for the language the writer reads."""
    language = message.body.get("page_language") or "en"
    return AnswerForm(typed, sentences=lookups.sentences_in_use(by, language))


def assign_form(message: Message, *, typed: Any = None) -> AssignForm:
    now = message.assigned_to_id
    holders = holders_of(message.society_id, "inbox")
    return AssignForm(typed, holders=holders, initial={"member": str(now) if now else ""})


def conversation(message: Message, *, by: Member, form: AnswerForm) -> dict[str, Any]:
    """The context of one message: opened, with what followed and the case it is about."""
    case = case_about(message, by=by)
    return {
        "form": form,
        "screening": ScreenForm(states=ways_on(message)),
        "assigning": assign_form(message),
        "message": message,
        "said": list(said(message.body)),
        "text": message.body.get("text", ""),
        "replies": replies_to(message),
        "case": case,
        "feared": feared.in_case(case, by=by),
        "describes": message.kind == Kind.SELF,
        "forward": lookups.forward_of_message(message.pk),
        "answerable": message.reply_key is not None,
        "stopped": why_not(message, case, by=by),
    }


def why_not(message: Message, case: Case | None, *, by: Member) -> dict[str, Any] | None:
    """Why nothing is said about the person in the photo; None while something may be.

    Of a hold only who works the case reads it here; whoever else answers is refused then.
    """
    answer = may_be_answered(message, by=by)
    if not isinstance(answer, Denied):
        return None
    held = answer.code == "held"
    if held and not (case and outside.works_on(case, by)):
        return None
    return {"sentence": answer.sentence, "held": held}


def said(body: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Question and answer of what somebody filled in, in the order of the form."""
    flat = {**body, **body.get("ways", {})}
    yield from _rows(ASKED, ORDER, flat)


def persons_in(case: Case) -> list[tuple[str, str]]:
    """Between whom somebody says whom a lead is about, by their numbers; nobody where one alone is
    sought."""
    left = lookups.still_sought(case)
    return [(str(one.subject), name) for one, name in lookups.with_names(left) if len(left) > 1]


def lead_rows(told: dict[str, str], case: Case) -> list[tuple[str, str]]:
    """Question and answer of a lead; whom it is about is kept as a number."""
    about = dict(persons_in(case)).get(told.get("about", ""), "") if told.get("about") else ""
    asked = LeadForm.base_fields
    return list(_rows(asked, asked, {**told, "about": about}))


def _rows(
    asked: Mapping[str, Any], order: Iterable[str], told: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    for name in order:
        if told.get(name):
            yield str(asked[name].label), _in_words(asked[name], told[name])


def _in_words(field: Any, value: Any) -> str:
    if value is True:
        return _("Yes")
    choices = dict(getattr(field, "choices", ()))
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(choices.get(one, one)) for one in values)
