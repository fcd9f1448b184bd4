"""Writing a Red Cross Message: which form a step has, with which answers it begins."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext_lazy as _

from kintrace.cases import lookups, threads
from kintrace.cases.actions import red_cross_children
from kintrace.cases.children_kin import kin_of
from kintrace.cases.children_pages import told_of_child
from kintrace.cases.forms_children import KIN
from kintrace.cases.forms_red_cross import AddresseeForm, SenderForm, TextForm
from kintrace.cases.red_cross import REACH
from kintrace.cases.red_cross_words import BEFORE
from kintrace.protection.lookups import notice_given

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

    from kintrace.cases.children_kin import Kin
    from kintrace.cases.forms_red_cross import PartForm
    from kintrace.cases.models import Case, Child, RedCrossMessage, Sought
    from kintrace.network.models import Member

FORMS: Mapping[str, type[PartForm]] = {
    "sender": SenderForm,
    "addressee": AddresseeForm,
    "text": TextForm,
}
TITLES: dict[str, _StrPromise] = {
    "sender": _("Who sends it?"),
    "addressee": _("Who gets it?"),
    "text": _("What does it say?"),
    "picture": _("Does a picture go with it?"),
}
SHORT: dict[str, _StrPromise] = {
    "sender": _("Sender"),
    "addressee": _("Addressee"),
    "text": _("Text"),
    "picture": _("Picture"),
}
ORDER = list(TITLES)


def after(kind: str) -> str:
    """The step that follows; "" after the last."""
    return next(iter(ORDER[ORDER.index(kind) + 1 :]), "")


def before(kind: str) -> str:
    return ORDER[ORDER.index(kind) - 1] if ORDER.index(kind) else ""


def form_of(message: RedCrossMessage, kind: str, typed: Any, *, by: Member) -> PartForm:
    """The step's form: what was typed, or what is kept, or what the case knows. Needs the box."""
    if kind not in FORMS:
        raise Http404
    kept = lookups.part_of(message, kind)
    asks = _asks(message, kind, kept, by=by)
    if typed is not None:
        return FORMS[kind](typed, **asks)
    known = of_child(message, kind) if message.is_childs else lookups.known_of(message, kind)
    begun = kept or known
    if asks.get("by_society") and kept:
        begun = {REACH: "address"} | begun
    return FORMS[kind](initial={**begun, "seen": lookups.part_version(message, kind)}, **asks)


def _asks(
    message: RedCrossMessage, kind: str, kept: Mapping[str, Any], *, by: Member
) -> dict[str, Any]:
    """Whether it may go through the society that found the addressee: offered to who may see that
    somebody was found, and wherever it stands on the sheet already."""
    if kind != "addressee":
        return {}
    case = lookups.case_known_as(message.subject)
    sees = message.is_childs or (case is not None and threads.sees(by, case))
    is_found = sees and lookups.found_by(message.addressee) is not None
    return {"by_society": is_found or REACH in kept}


def progress(message: RedCrossMessage, at: str) -> list[tuple[_StrPromise, str]]:
    """The thread above the questions."""
    done = lookups.parts_of(message).keys()
    return [
        (SHORT[kind], "now" if kind == at else "done" if kind in done else "next") for kind in ORDER
    ]


def to_choose(case: Case) -> list[tuple[Sought, str]]:
    """To whom the person of a case may write: those they search for."""
    return lookups.with_names(lookups.still_sought(case))


def of_child(message: RedCrossMessage, kind: str) -> dict[str, Any]:
    """What its team knows. Of the child its name alone: where it is stands on no sheet."""
    child = lookups.child_known_as(message.subject)
    if child is None:
        return {}
    if kind == "sender":
        told = told_of_child(child)
        return {"name": told.called} if told else {}
    kin = red_cross_children.kin_behind(message, child)
    return asdict(kin) if kin and kind == "addressee" else {}


def family_to_choose(child: Child) -> list[tuple[Kin, str]]:
    """To whom a child may write: those of its family who are looked for."""
    called = dict(KIN)
    return [(one, f"{called.get(one.relation, '')} · {one.name}") for one in kin_of(child)]


def read_before(case: Case | Child) -> dict[str, Any]:
    """What is read aloud, in the language in which the person was informed."""
    given = notice_given(case.subject)
    language = given.text.language if given else "en"
    with override(language):
        said = [str(one) for one in BEFORE]
    direction = "rtl" if get_language_info(language)["bidi"] else "ltr"
    return {"said": said, "language": language, "direction": direction}
