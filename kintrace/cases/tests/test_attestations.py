"""A certificate: given by two, checked by anybody, and gone without a trace."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import attesting, lookups
from kintrace.cases.actions import attestations, opening
from kintrace.cases.actions.attestations import CertificateNotAsExpected
from kintrace.cases.actions.opening import CaseIsClosed
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Attestation, Case
from kintrace.cases.tests.conftest import Scene, selams_case
from kintrace.cases.tests.ways import TWO_YEARS, Clock, end_old, go
from kintrace.protection import actions as protection
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as
from kintrace.wall import certificate_codes
from kintrace.wall.models import Attestation as Public
from kintrace.wall.tests.cast import fine_stamp
from kintrace.wall.tests.writing import everything_held

if TYPE_CHECKING:
    from kintrace.network.tests.cast import SignIn

Check = Callable[[str], str]
HERE = "/en/certificate/"
VALID = "This certificate is valid"
PASSING = re.compile(r'nonce="[^"]*"')


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


def ask(scene: Scene, case: Case, language: str = "en") -> Attestation:
    with scene.acting(scene.alma):
        return attestations.ask_for_attestation(case, language=language, by=scene.alma)


def give(scene: Scene, attestation: Attestation) -> str:
    """By the other member; gives the code."""
    code = certificate_codes.new_code()
    with scene.acting(scene.omar):
        attestations.issue_attestation(attestation, code=code, by=scene.omar)
    return code


@pytest.fixture
def check(scene: Scene) -> Check:
    """`check(code)`: what anybody reads who types it. That the public role may is shown in
    tests/test_public_side.py; here the rows are seen by the society's own."""

    def checked(code: str) -> str:
        with reading_as(scene.society.pk):
            answer = Client().post(HERE, {"stamp": fine_stamp(), "code": code})
        assert answer.status_code == 200, answer.content.decode()
        assert not answer.cookies
        return PASSING.sub("", answer.content.decode())

    return checked


def held_by_the_public_side(scene: Scene) -> int:
    with reading_as(scene.society.pk):
        return Public.objects.count()


def test_whoever_holds_the_paper_learns_that_it_is_valid_and_the_month_alone(
    clock: Clock, scene: Scene, case: Case, check: Check
) -> None:
    code = give(scene, ask(scene, case))
    for typed in (code, code.lower().replace("-", " ")):
        page = check(typed)
        assert VALID in page
        assert "March 2026" in page
    page = check(code)
    for word in (case.reference, "Selam", "Tesfay", "ሰላም", "Yonas"):
        assert word not in page


def test_a_code_that_never_was_one_withdrawn_and_one_erased_are_one_page(
    scene: Scene, case: Case, check: Check
) -> None:
    withdrawn = ask(scene, case)
    first = give(scene, withdrawn)
    with scene.acting(scene.alma):
        attestations.withdraw_attestation(withdrawn, because="lost", by=scene.alma)
    second = give(scene, ask(scene, case))
    assert VALID in check(second)
    with scene.acting(scene.alma):
        protection.erase(case.subject, why=WhyErased.ASKED, by=scene.alma)
        assert not Attestation.objects.exists()
    pages = {check(code) for code in (first, second, certificate_codes.new_code())}
    assert len(pages) == 1
    assert "No valid certificate has this code" in pages.pop()
    assert held_by_the_public_side(scene) == 0


def test_a_slip_of_the_finger_is_told_before_anything_is_looked_up(
    scene: Scene, case: Case
) -> None:
    code = give(scene, ask(scene, case))
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    for typed in (wrong, code[:-1], code + "A", "!", ""):
        answer = Client().post(HERE, {"stamp": fine_stamp(), "code": typed})
        assert answer.status_code == 422
    assert (
        "A letter is wrong or missing"
        in Client().post(HERE, {"stamp": fine_stamp(), "code": wrong}).content.decode()
    )


def test_a_code_in_an_address_is_not_looked_at(scene: Scene, case: Case) -> None:
    code = give(scene, ask(scene, case))
    assert VALID not in Client().get(HERE, {"code": code}).content.decode()


def test_who_tries_many_codes_waits(scene: Scene) -> None:
    sent = {"stamp": fine_stamp(), "code": certificate_codes.new_code()}
    answers = [Client().post(HERE, sent).status_code for _ in range(22)]
    assert answers[:20] == [200] * 20
    assert answers[-1] == 429


def test_nothing_of_a_code_is_kept(scene: Scene, case: Case) -> None:
    code = give(scene, ask(scene, case))
    with scene.acting(scene.omar):
        held = everything_held()
    for said in (code, code.replace("-", ""), code[:9], code[10:]):
        assert said.encode() not in held


def test_only_another_officer_gives_what_somebody_asked_for(scene: Scene, case: Case) -> None:
    with scene.acting(scene.omar):
        own = attestations.ask_for_attestation(case, language="en", by=scene.omar)
        with pytest.raises(CertificateNotAsExpected, match="yourself"):
            attestations.issue_attestation(own, code=certificate_codes.new_code(), by=scene.omar)
        with pytest.raises(NoRight):
            attestations.issue_attestation(own, code=certificate_codes.new_code(), by=scene.alma)
        with pytest.raises(CertificateNotAsExpected, match="withdraw it first"):
            attestations.ask_for_attestation(case, language="ar", by=scene.omar)
        assert not Public.objects.exists()
        attestations.issue_attestation(own, code=certificate_codes.new_code(), by=scene.lena)
        with pytest.raises(CertificateNotAsExpected, match="before"):
            attestations.issue_attestation(own, code=certificate_codes.new_code(), by=scene.lena)
        assert Public.objects.count() == 1


def test_the_database_itself_wants_two(scene: Scene, case: Case) -> None:
    own = ask(scene, case)
    own.state, own.issued, own.public = "issued", timezone.now(), own.pk
    own.issued_by = scene.alma
    with scene.acting(scene.alma), pytest.raises(IntegrityError), transaction.atomic():
        own.save()


def test_what_is_on_hold_is_not_certified_and_what_was_certified_stays_so(
    scene: Scene, case: Case, check: Check
) -> None:
    code = give(scene, ask(scene, case))
    with scene.acting(scene.alma):
        [first] = lookups.attestations_of(case)
        protection.put_on_hold(case.subject, reason="A worry.", by=scene.alma)
    assert VALID in check(code), "who holds the paper would see the hold"
    with scene.acting(scene.alma):
        attestations.withdraw_attestation(first, because="lost", by=scene.alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            attestations.ask_for_attestation(case, language="en", by=scene.alma)


def test_a_hold_set_in_between_stops_the_paper(scene: Scene, case: Case) -> None:
    waiting = ask(scene, case)
    with scene.acting(scene.alma):
        protection.put_on_hold(case.subject, reason="A worry.", by=scene.alma)
    with pytest.raises(NotAllowed, match="Somebody looks at this first"):
        give(scene, waiting)
    assert held_by_the_public_side(scene) == 0


def test_who_takes_the_search_back_takes_the_certificate_back(
    scene: Scene, case: Case, check: Check
) -> None:
    code = give(scene, ask(scene, case))
    with scene.acting(scene.alma):
        protection.withdraw(case.subject, purpose=Purpose.TRACE, by=scene.alma)
        [one] = lookups.attestations_of(case)
        assert (one.state, one.because) == ("withdrawn", "ended")
    assert VALID not in check(code)


def test_a_closed_case_gives_none_and_its_certificate_ends_with_it(
    clock: Clock, scene: Scene, case: Case, check: Check
) -> None:
    code = give(scene, ask(scene, case))
    with scene.acting(scene.alma):
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
        with pytest.raises(CaseIsClosed):
            attestations.ask_for_attestation(case, language="en", by=scene.alma)
    assert VALID in check(code)
    go(clock, TWO_YEARS + 2)
    assert end_old(scene) == 1
    assert VALID not in check(code)
    assert held_by_the_public_side(scene) == 0


@pytest.mark.parametrize(
    ("language", "says"), [("en", "Certificate"), ("ar", "CODE"), ("ti", "CODE")]
)
def test_the_paper_names_who_searches_and_nobody_and_nothing_else(
    scene: Scene, case: Case, language: str, says: str
) -> None:
    waiting, code = ask(scene, case, language), "WWWW-MMWW-QMWW-WWWM"  # the widest letters
    with scene.acting(scene.omar):
        page = attesting.html(waiting, code=code)
        sheets = PdfReader(BytesIO(attesting.pdf(waiting, code=code))).pages
    assert len(sheets) == 1, [one.extract_text() for one in sheets]
    printed = sheets[0].extract_text()
    assert says == "CODE" or says in printed
    assert code in printed
    assert f"localhost:8000/{language}/certificate/" in printed
    assert "ሰላም" in page
    assert "Selam" in page
    for word in ("Yonas", "ዮናስ", "Keren", case.reference, "brother"):
        assert word not in page
        assert word not in printed


def test_a_caseworker_asks_an_officer_prints_and_the_way_stands_on_the_case(
    scene: Scene, case: Case, client: Client, sign_in: SignIn, check: Check
) -> None:
    sign_in(client, scene.alma)
    unsaid = client.post(f"/desk/cases/{case.pk}/certificate/", {"language": "ar"})
    assert unsaid.status_code == 422
    client.post(f"/desk/cases/{case.pk}/certificate/", {"language": "ar", "knows": "on"})
    with reading_as(scene.society.pk):
        [waiting] = Attestation.objects.all()
    here = f"/desk/certificates/{waiting.pk}/"
    assert client.get(here).status_code == 403
    officer = sign_in(Client(), scene.omar)
    assert here in officer.get("/desk/").content.decode()
    assert "العربي" in officer.get(here).content.decode()
    paper = officer.post(here)
    assert paper["Content-Type"] == "application/pdf"
    assert here not in officer.get("/desk/").content.decode()
    code = re.search(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}", words_on(paper.content))
    assert code
    assert VALID in check(code[0])
    with reading_as(scene.society.pk):
        done = {one.deed for one in audit.entries(scene.society.pk, about=waiting.pk)}
    assert Deed.PRINTED_SHEET in done
    assert Deed.TOOK_FILE not in done, "a duty, and no alarm"
    assert officer.post(here).status_code == 409
    client.post(f"{here}withdraw/", {"because": "lost"})
    assert "It is lost" in client.get(f"/desk/cases/{case.pk}/").content.decode()
    assert VALID not in check(code[0])


def test_an_access_copy_tells_of_the_certificate_without_its_code(scene: Scene, case: Case) -> None:
    from kintrace.protection import holders  # noqa: PLC0415 - filled when the program starts

    code = give(scene, ask(scene, case))
    with scene.acting(scene.alma):
        lines = [f"{one.name}: {one.value}" for one in holders.copy(case.subject)]
    assert any("Certificate that you search with us: Given on" in one for one in lines)
    assert code not in "".join(lines)


def test_nobody_is_asked_for_what_waits_in_a_closed_case(scene: Scene, case: Case) -> None:
    ask(scene, case)
    with scene.acting(scene.omar):
        assert list(lookups.attestations_to_issue(scene.omar))
        opening.close_case(case, closing=Closing.WITHDRAWN, by=scene.omar)
        assert not list(lookups.attestations_to_issue(scene.omar))


def words_on(paper: bytes) -> str:
    return PdfReader(BytesIO(paper)).pages[0].extract_text()
