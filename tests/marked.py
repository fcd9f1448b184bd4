"""A visitor and a member all of whose traces are marked, and what they do on our pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kintrace.cases.steps import STEPS
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.network.kept import FIELD, owner_of_form
from kintrace.protection.risk import QUESTIONS
from kintrace.protection.tests.given import heard_in, read_on
from kintrace.vault.tests.camera import TRACES, camera_jpeg
from kintrace.wall.tests.cast import fine_stamp
from kintrace.wall.tests.writing import CODE
from tests.journeys.people import code_now

if TYPE_CHECKING:
    from django.http import HttpResponseBase

    from kintrace.network.models import Member
    from tests.town import Town

ADDRESS, FORWARDED, ADDRESS_6 = "203.0.113.77", "198.51.100.23", "2001:db8:77:1::9"
AGENT, FROM = "Zunderpfad/7.31 (phone)", "https://zunderpfad.example/from"
NAME, OWN_NAME, PHONE, EMAIL = "Zebenjo", "زبنجو", "+00 010 555 7731", "me@nantabulo.example"
WORDS, WORD, GUESS = "We parted at the ferry of Nantabulo.", "marmalorange", "wrongottokarguess"
MARKS = [ADDRESS, FORWARDED, "2001:db8:77:1", "zunderpfad", NAME, OWN_NAME, PHONE, "010 555 7731"]
MARKS += ["nantabulo", WORD, GUESS, *(trace.decode() for trace in TRACES)]
STORY = {"text": WORDS, "name": NAME, "phone": PHONE, "email": EMAIL, "country": "Nantabulo"}
PERSON = {
    "given": NAME,
    "given_original": OWN_NAME,
    "father": NAME,
    "sex": "male",
    "said": "1990",
    "year": "1990",
    "calendar": "gregorian",
    "precision": "year",
    "place": "Nantabulo",
    "languages": "ar",
    "relation": "brother",
}
TOLD: dict[str, dict[str, str]] = {
    "searcher": PERSON,
    "ways": {"phone": PHONE, "email": EMAIL, "times": "when Zebenjo sleeps"},
    "quiet": {"fears": "yes", "persons": "Zebenjo of Nantabulo"},
    "sought": PERSON | {"said": "1991", "year": "1991"},
    "news": {
        "reason": "sea",
        "said": "when Nantabulo burnt",
        "calendar": "gregorian",
        "place": "Nantabulo",
        "heard": "phone",
    },
    "more": {"mother": NAME, "companions-who": "Zebenjo of Nantabulo", "reached": PHONE},
    "story": {"story": WORDS},
    "risk": {**{question.code: "no" for question in QUESTIONS}, "note": WORDS},
}


class Marked:
    """A browser that says of itself all that one can; notes where it was led and what it saw."""

    def __init__(self, address: str) -> None:
        headers = {"user-agent": AGENT, "referer": FROM, "x-forwarded-for": FORWARDED}
        self.client = Client(headers=headers, REMOTE_ADDR=address)
        self.led: list[str] = []
        self.statuses: list[int] = []

    def get(self, path: str) -> HttpResponseBase:
        return self._noted(self.client.get(path))

    def post(self, path: str, sent: dict[str, Any], **headers: str) -> HttpResponseBase:
        return self._noted(self.client.post(path, sent, headers=headers))

    def _noted(self, answer: HttpResponseBase) -> HttpResponseBase:
        self.led.append(answer.headers.get("Location", ""))
        self.statuses.append(answer.status_code)
        return answer


def visit(town: Town) -> Marked:
    """Look, mistype, write, ask for the answer, write back, ask that a photo goes."""
    visitor, face = Marked(ADDRESS), f"/en/face/{town.things['face']}/"
    for path in (f"/en/?q={NAME}", f"/en/{NAME}/{PHONE}/", face, f"{face}write/", "/ar/about/"):
        visitor.get(path)
    visitor.post(f"{face}write/", STORY)  # no word, no stamp: sent back
    visitor.post(f"{face}write/", STORY, origin=FROM)
    whole = {"stamp": fine_stamp(), "writer": "sought", "word": WORD, **STORY}
    sent = visitor.post(f"{face}write/", whole)
    found = CODE.search(sent.getvalue().decode())
    assert found
    asked = {"stamp": fine_stamp(), "code": found[1], "word": WORD}
    visitor.post("/en/answer/", {**asked, "code": "AAAA-BBBB-CCCC"})
    visitor.post("/en/answer/", {**asked, "text": WORDS})
    for what in ("ask", "danger"):
        said = {"stamp": fine_stamp(), "what": what, "text": WORDS}
        visitor.post(f"/en/take-down/?face={town.things['face']}", said)
    visitor.post("/en/take-down/", {"stamp": fine_stamp(), "what": "code", "code": NAME})
    told = {"stamp": fine_stamp(), "text": WORDS, "who": NAME, "phone": PHONE}
    visitor.post(f"/en/money/?face={town.things['face']}", told)
    assert visitor.statuses[-1] == 200
    return visitor


def sign_in(member: Member, address: str = ADDRESS_6) -> Marked:
    """With a name nobody has, a wrong password, a wrong code, and then as it should be."""
    browser = Marked(address)
    browser.post("/sign-in/", {"login": NAME, "password": GUESS})
    browser.post("/sign-in/", {"login": member.sign_in, "password": GUESS})
    browser.post("/sign-in/", {"login": member.sign_in, "password": PASSWORD})
    browser.post("/sign-in/code/", {"code": "000000"})
    done = browser.post("/sign-in/code/", {"code": code_now(member)})
    assert done.headers["Location"] == "/desk/"
    return browser


def work(town: Town) -> Marked:
    """Open a case, take the photo, and send a form after the session was over."""
    alma = sign_in(town[Role.CASEWORKER])
    alma.get(f"/desk/cases/?state={NAME}")
    alma.get(f"/desk/{NAME}/")
    alma.post("/desk/open-box/", {"opening_password": GUESS})
    alma.post("/desk/open-box/", {"opening_password": PASSWORD})
    alma.post(f"/desk/new/{town.things['text']}/", {"channel": "read_aloud"})
    draft = alma.led[-1].removesuffix("searcher/")
    for step in STEPS:
        page = alma.get(f"{draft}{step.key}/").getvalue().decode()
        read = read_on(page) if step.key == "risk" else {}
        alma.post(f"{draft}{step.key}/", {**TOLD[step.key], **read, "seen": "0"})
        assert alma.statuses[-1] == 302, step.key
    alma.post(f"{draft}submit/", {})
    alma.post(alma.led[-1], {"decision": "take_up", "note": WORDS})
    assert alma.statuses[-1] == 302
    _shows(alma, alma.led[-1])
    _takes_a_call(alma, town)
    _comes_late(alma, town)
    return alma


def _shows(alma: Marked, case: str) -> None:
    """Consent, a photo that knows where it was taken and by whom, and the case itself."""
    asked = {"who": WORDS, "danger": "no"}
    agreed = {"scope": "wall", "months": "12", "how": "spoken", "understood": "on"}
    read = read_on(alma.get(f"{case}consent/").getvalue().decode())
    alma.post(f"{case}consent/", asked | agreed | read)
    photo = SimpleUploadedFile(f"{NAME}.jpg", camera_jpeg(megapixels=0.4), "image/jpeg")
    alma.post(f"{case}photo/", {"photo": photo})
    assert alma.statuses[-1] == 302
    assert NAME in alma.get(case).getvalue().decode()
    alma.get(f"{case}propose/")


def _takes_a_call(alma: Marked, town: Town) -> None:
    """Somebody calls about a face; what another wrote is read, and learned from."""
    told = {"channel": "phone", "kind": "danger", "writer": "news", "answer_in": "ar"}
    here = f"/desk/messages/told/{town.things['face']}/"
    told["heard_in"] = heard_in(alma.get(here).getvalue().decode())
    alma.post(here, {**STORY, **told, "word": WORD})
    assert alma.statuses[-1] == 200
    message = f"/desk/messages/{town.things['message']}/"
    alma.post(f"{message}lead/", {"what": WORDS, "whom": NAME, "sure": "heard"})
    assert alma.statuses[-1] == 302
    alma.post(f"{message}answer/", {"text": WORDS})
    alma.get(f"/desk/messages/?whose={NAME}&flag={NAME}")


def _comes_late(alma: Marked, town: Town) -> None:
    """What is typed in a session that ended travels on, sealed, and is offered again."""
    draft = f"/desk/drafts/{town.things['draft']}/searcher/"
    alma.post("/sign-in/out/", {})
    owner = owner_of_form(town[Role.CASEWORKER])
    late = alma.post(draft, {**PERSON, FIELD: owner}).getvalue().decode()
    assert 'name="kept"' in late
    assert NAME not in late


def invite(town: Town) -> Marked:
    """An administrator types a colleague's name, address and number."""
    adam = sign_in(town[Role.SOCIETY_ADMIN])
    typed = {"name": NAME, "email": EMAIL, "phone": PHONE, "languages": "en", "role": "volunteer"}
    adam.post("/desk/members/invite/", {"sign_in": "newcomer", **typed})
    assert adam.led[-1] == "/desk/members/"
    adam.post("/sign-in/forgotten/", {"sign_in": NAME})
    return adam
