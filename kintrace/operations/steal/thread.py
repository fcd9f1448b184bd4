"""The whole thread of the house, by its pages: from the notice to the erasure."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.network import kept
from kintrace.operations.steal import bulk, cheap, told
from kintrace.operations.steal.browser import PAGE, Browser, Data, Unexpected, code_on, field
from kintrace.operations.steal.needles import Kind
from kintrace.operations.steal.snapshot import snapshot

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.operations.steal.members import AtTheDesk
    from kintrace.operations.steal.needles import Planted

_CASE = re.compile(r"/desk/cases/([0-9a-f-]{36})/")
_DRAFT = re.compile(r"/desk/drafts/([0-9a-f-]{36})/")
_SECOND_EYE = re.compile(r'href="(/desk/second-eye/[0-9a-f-]{36}/)"')
_MESSAGE = re.compile(r'href="(/desk/messages/[0-9a-f-]{36}/)"')
_HEARD = re.compile(r'name="heard_in" value="([0-9a-f-]{36})"')
_SUBJECT = re.compile(r'/desk/subjects/([0-9a-f-]{36})/"')
_SOUGHT = re.compile(r"/desk/subjects/([0-9a-f-]{36})/\?next=")
_TEXT = re.compile(r'name="text" value="([0-9a-f-]{36})"')
_OWNER = re.compile(rf'name="{kept.FIELD}" value="([^"]+)"')
_KEPT = re.compile(r'name="kept" value="([^"]+)"')
_REGION = re.compile(r'name="region" value="([0-9a-f-]{36})"')
_MONTH = re.compile(r'name="month" value="([0-9-]{10})"')
_PRINTABLE = re.compile(r'name="faces" value="([0-9a-f-]{36})"')
_READ = re.compile(r'name="read" value="([0-9a-f-]{36})"')
_PICTURE = re.compile(r"/faces/[0-9a-f]{32}-\d+\.\w+")


# --- at the desk ---


def begin_draft(by: AtTheDesk, steps: int = len(told.STEPS)) -> str:
    """Give the notice, and answer the first steps; gives the draft's address."""
    text = field(by.get("/desk/new/"), _TEXT)
    to = by.send("/desk/new/", {"text": text})
    to = by.send(to, {"channel": "read_aloud", "interpreter": "on"})
    draft = f"/desk/drafts/{field(to, _DRAFT)}/"
    for key, answers in list(told.STEPS.items())[:steps]:
        by.get(f"{draft}{key}/")
        by.send(f"{draft}{key}/", answers(by.planted))
    return draft


def open_case(by: AtTheDesk) -> str:
    """A case with everything told in it; gives its address."""
    if cheap.saw_enough_cases():
        with bulk.acting(by.member, by.password) as member:
            return f"/desk/cases/{bulk.open_case(by.planted, by=member).pk}/"
    draft = begin_draft(by)
    by.send(f"{draft}searcher/", told.searcher(by.planted) | {"seen": ["1"]})  # said once more
    by.send(f"{draft}risk/", told.risk() | _read_on(f"{draft}risk/", by=by))
    by.get(draft)
    case = hand_in(draft, by=by)
    by.get(f"{case}accept/")
    by.send(f"{case}accept/", {"decision": "take_up", "note": by.planted.sentence(Kind.BOX, 3)})
    return case


def hand_in(draft: str, *, by: AtTheDesk) -> str:
    """The request of a whole draft; gives the case's address."""
    return f"/desk/cases/{field(by.send(f'{draft}submit/', {}), _CASE)}/"


def search_and_rest(case: str, *, by: AtTheDesk) -> None:
    """The search begins, a lead is followed, and it rests; each with words."""
    for to, why in (("tracing", ""), ("lead", "message"), ("suspended", "no_way_now")):
        words = {"note": by.planted.sentence(Kind.BOX, 3)} | ({"why": why} if why else {})
        by.send(f"{case}go/{to}/", words)
    by.get(case)


def refuse_and_explain(*, by: AtTheDesk, second: AtTheDesk) -> None:
    """A request is not accepted, the person is told, and another member agrees."""
    draft = begin_draft(by)
    by.send(f"{draft}risk/", told.risk() | _read_on(f"{draft}risk/", by=by))
    case = hand_in(draft, by=by)
    words = {
        "decision": "refuse",
        "criterion": "genealogy",
        "note": by.planted.sentence(Kind.BOX, 3),
    }
    by.send(f"{case}accept/", words)
    told_ = {"day": timezone.localdate().isoformat(), "how": "desk", "language": "en"}
    by.send(f"{case}refusal/", told_)
    second.get(f"{case}second-look/")
    second.send(f"{case}second-look/", {"agreed": "yes"})


def bring_to_wall(case: str, *, by: AtTheDesk, second: AtTheDesk) -> str:
    """Consent, photo, proposal, second eye, publication; gives the removal code."""
    propose(case, by=by, months="12")
    decide = field(second.get("/desk/second-eye/"), _SECOND_EYE)
    second.get(decide)
    second.fetch(f"{decide}picture.jpg")
    second.send(decide, {"approve": "1"})
    page = by.send(f"{case}put-up/", {}, gives=PAGE)
    return by.planted.code(code_on(page))


def speak_with(case: str, *, by: AtTheDesk) -> None:
    """A talk about the photo that hangs: it goes on, and what was said lies in the box."""
    talk = {"day": timezone.localdate().isoformat(), "way": "phone", "partner": "person"}
    said = {"outcome": "wants", "months": "6", "note": by.planted.sentence(Kind.BOX, 4)}
    by.send(f"{case}contact/", talk | said | _read_on(f"{case}contact/", by=by))


def propose(case: str, *, by: AtTheDesk, months: str = "3") -> None:
    """Consent, photo, proposal."""
    asked = {"who": by.planted.sentence(Kind.BOX, 4), "danger": "no"}
    agreed = {"scope": ["wall", "posters"], "months": months, "how": "spoken", "understood": "on"}
    by.send(f"{case}consent/", asked | agreed | _read_on(f"{case}consent/", by=by))
    by.send(f"{case}photo/", {"photo": _upload(by.planted)})
    by.fetch(f"{case}photo/upper.jpg")
    shown = {"frame": "upper", "relations": ["brother"], "sex": "woman", "age_band": "25"}
    by.send(f"{case}propose/", shown)


def _read_on(page: str, *, by: AtTheDesk) -> dict[str, str]:
    """The words above the questions, as the form says which they were."""
    return {"read": field(by.get(page), _READ)}


def sign_for_a_child(case: str, *, by: AtTheDesk, two: tuple[AtTheDesk, AtTheDesk]) -> None:
    """The person turns out to be 16: two sign, each with a reason."""
    born = told.birth(by.planted, str(timezone.localdate().year - 17))
    by.change(f"{case}searcher/", told.searcher(by.planted) | born | {"why": "more"})
    propose(case, by=by)
    for signing in two:
        decide = field(signing.get("/desk/second-eye/"), _SECOND_EYE)
        reason = {"because": signing.planted.sentence(Kind.BOX, 4)}
        signing.send(decide, {"approve": "1"} | reason)


def ask_a_partner(case: str, *, by: AtTheDesk, officer: AtTheDesk, partner: UUID) -> None:
    """An agreement with another society, and a face laid before it."""
    own = {"giver": str(officer.member.society_id), "taker": str(partner)}
    officer.send("/desk/agreements/sign/", own | {"purposes": ["second_eye"], "until": ""})
    propose(case, by=by)
    by.send(f"{case}ask-partner/", {"partner": str(partner)})


def make_poster(by: AtTheDesk, *, region: dict[str, Any], network: AtTheDesk) -> None:
    """A region, a poster of all who agreed, a sheet of it on a wall, and a caller who names one."""
    network.send("/desk/regions/new/", region)
    plan = by.get("/desk/posters/new/")
    asked = f"?region={field(plan, _REGION)}&size=a4&month={field(plan, _MONTH)}"
    faces = sorted(set(_PRINTABLE.findall(by.get(f"/desk/posters/new/{asked}"))))
    poster = by.send(f"/desk/posters/new/{asked}", {"faces": faces})
    where = {name: by.planted.sentence(Kind.STAFF, 3) for name in ("where", "who")}
    by.send(f"{poster}hang/", where | {"since": timezone.localdate().isoformat()})
    by.get(poster)
    by.fetch(f"{poster}poster.pdf")
    by.get("/desk/caller/?code=1-1")


def _upload(planted: Planted) -> BytesIO:
    photo = BytesIO(snapshot(planted))
    photo.name = f"{planted.word(Kind.FILE)}.jpg"
    return photo


def write_too_late(by: AtTheDesk) -> None:
    """Words for the box arrive after the session ended, and wait in the next one."""
    draft = begin_draft(by, 1)
    owner = field(by.get(f"{draft}ways/"), _OWNER)
    by.sign_out()
    late = told.ways(by.planted) | {kept.FIELD: [owner]}
    page = by.send(f"{draft}ways/", late, gives=PAGE)
    by.sign_in(kept=field(page, _KEPT))


def read_messages(by: AtTheDesk) -> list[str]:
    """Open every message that waits; gives their addresses."""
    found = sorted(set(_MESSAGE.findall(by.get("/desk/messages/"))))
    for address in found:
        by.get(address)
    return found


def answer(message: str, *, by: AtTheDesk) -> None:
    by.send(f"{message}screen/", {"state": "plausible"})
    by.send(f"{message}answer/", {"text": by.planted.sentence(Kind.BOX, 5)})
    by.get(message)


def keep_lead(message: str, *, by: AtTheDesk) -> None:
    """What was learned from a message goes onto its case, and is read there."""
    by.get(f"{message}lead/")
    to = by.send(f"{message}lead/", told.lead(by.planted))
    by.get(to)


def write_down(*, by: AtTheDesk) -> None:
    """Somebody calls, and hears a code."""
    read = field(by.get("/desk/messages/told/"), _HEARD)
    how = {"channel": "phone", "kind": "message", "answer_in": "ar", "heard_in": read}
    data = told.message(by.planted) | how
    page = by.send("/desk/messages/told/", data | {"word": told.word(by.planted)}, gives=PAGE)
    by.planted.code(code_on(page))


def subject_of(case: str, *, by: AtTheDesk) -> str:
    """The address of the page about the person whose case it is."""
    return f"/desk/subjects/{field(by.get(case), _SUBJECT)}/"


def sought_in(case: str, *, by: AtTheDesk) -> str:
    """The address of the page about the person whom that person looks for."""
    return f"/desk/subjects/{field(by.get(case), _SOUGHT)}/"


def worry(subject: str, *, by: AtTheDesk) -> None:
    """Risk answers with a note, and a hold with its reason."""
    note = {"note": by.planted.sentence(Kind.BOX, 4)}
    concern = told.risk(concern="fled") | note
    by.send(f"{subject}risk/", concern | _read_on(f"{subject}risk/", by=by))
    by.send(f"{subject}hold/", {"reason": by.planted.sentence(Kind.BOX, 4)})


def lift_every_hold(subject: str, *, by: AtTheDesk) -> None:
    for hold in re.findall(r"/desk/holds/([0-9a-f-]{36})/lift/", by.get(subject)):
        reason = {"reason": by.planted.sentence(Kind.BOX, 3)}
        by.get(f"/desk/holds/{hold}/lift/")
        by.send(f"/desk/holds/{hold}/lift/", reason)


# --- on the phone ---


def write(face: str, *, by: Browser, stamp: str) -> told.Told:
    """Look at the wall, and write about a face."""
    by.get(f"/en/?o={by.planted.word(Kind.TRACE)}")
    page = by.get(f"/en/face/{face}/")
    for picture in _PICTURE.findall(page)[:2]:
        by.fetch(picture)
    data: Data = {**told.message(by.planted), "stamp": stamp, "word": told.word(by.planted)}
    return told.Told(_sent(by, f"/en/face/{face}/write/", data), str(data["word"]))


def _sent(by: Browser, path: str, data: Data) -> str:
    # A field left out first: what comes back with errors must leave nothing either.
    by.send(path, data | {"word": ""}, gives=422)
    return by.planted.code(code_on(by.send(path, data, gives=PAGE)))


def read_answer(told_: told.Told, *, by: Browser, stamp: str, more: bool = False) -> str:
    """Come back with code and word; say something more, if asked to."""
    text = by.planted.sentence(Kind.BOX, 4) if more else ""
    data = {"code": told_.code, "word": told_.word, "stamp": stamp, "text": text}
    return by.send("/ar/answer/", data, gives=PAGE)


def ask_to_take_down(face: str, *, by: Browser, stamp: str) -> None:
    """Without the code, and with words."""
    data = {"what": "ask", "text": by.planted.sentence(Kind.BOX, 4), "stamp": stamp}
    by.send(f"/en/take-down/?face={face}", data, gives=PAGE)


def report_demand(face: str, *, by: Browser, stamp: str) -> None:
    """Somebody was asked for money."""
    data: Data = {**told.demand(by.planted), "stamp": stamp, "word": told.word(by.planted)}
    page = by.send(f"/en/money/?face={face}", data, gives=PAGE)
    by.planted.code(code_on(page))


def take_down(code: str, *, by: Browser, stamp: str) -> None:
    page = by.send(
        "/en/take-down/", {"what": "code", "code": code.lower(), "stamp": stamp}, gives=PAGE
    )
    if 'name="code"' in page:
        raise Unexpected("the removal code did not work")
