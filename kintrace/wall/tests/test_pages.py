"""What the public pages promise, whatever they show."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from kintrace.network.models import Society
from kintrace.network.tests.cast import found
from kintrace.wall.models import Face
from kintrace.wall.tests.cast import fine_stamp, stands

INFORMATION = ["", "where/", "along-the-way/", "screen/"]
READ_ALOUD = ["service/", "tracing/", "data/", "risks/", "stay-in-touch/"]
PRINTED = ["pictures/", "pass-on/"]
# Works for a pass while somebody types; whoever has no script waits instead (visitors/posting.py).
WORK = '<script src="/static/visitors/work.js" defer></script>'
TAKE_TURNS = {"answer/", "take-down/", "face/{face}/write/"}
PAGES = ["", "sent/", "answer/", "take-down/", "about/", "face/{face}/", "face/{face}/write/"]
PAGES += [f"information/{page}" for page in (*INFORMATION, *READ_ALOUD, *PRINTED)]
# Buttons that only a browser can make true: they stay away without their script.
ALOUD = '<script src="/static/wall/aloud.js" defer></script>'
PRINT = '<script src="/static/ui/print.js" defer></script>'
SCRIPTS = {page: [WORK] for page in TAKE_TURNS} | {"about/": [ALOUD]}
SCRIPTS |= {f"information/{page}": [ALOUD, PRINT] for page in READ_ALOUD}
SCRIPTS |= {f"information/{page}": [PRINT] for page in PRINTED}


@pytest.fixture
def face(society: Society) -> Face:
    return stands(society)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_without_cookie_session_or_a_script_it_needs(
    page: str, language: str, face: Face, visitor: Client
) -> None:
    answer = visitor.get(f"/{language}/{page.format(face=face.pk)}")
    content = answer.content.decode()
    assert answer.status_code == 200
    assert not answer.cookies
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in content
    assert re.findall(r"<script.*?</script>", content) == SCRIPTS.get(page, [])
    assert "style=" not in content
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_asks_another_host_for_anything(page: str, face: Face, visitor: Client) -> None:
    content = visitor.get(f"/en/{page.format(face=face.pk)}").content.decode()
    loaded = re.findall(r'(?:src|srcset|action|data)="([^"]+)"', content)
    loaded += re.findall(r'<link[^>]+href="([^"]+)"', content)
    assert loaded or "<form" not in content
    assert all(address.startswith("/") for address in loaded)


def test_a_face_page_tells_the_sentence_and_nothing_else_of_the_person(
    face: Face, visitor: Client
) -> None:
    content = visitor.get(f"/en/face/{face.pk}/").content.decode()
    assert "I am looking for my brother." in content
    # A drawn span: "I am this person's brother", and who recognises the photo.
    assert "I am this person" in content
    assert "I think I know who this is" in content
    for kept_back in ("25 to 44", str(face.society_id), face.live_until.isoformat(), "inbox"):
        assert kept_back not in content


def test_no_page_tells_the_society_of_a_face_while_there_are_several(
    face: Face, visitor: Client
) -> None:
    found("BG")
    for page in PAGES:
        content = visitor.get(f"/en/{page.format(face=face.pk)}").content.decode()
        assert "Society AT" not in content or page in {"about/", "information/where/"}


def test_an_unknown_face_is_404_like_a_hidden_one(face: Face, visitor: Client) -> None:
    unknown = visitor.get(f"/en/face/{uuid4()}/")
    Face.objects.update(live_until="2020-01-01")
    over = visitor.get(f"/en/face/{face.pk}/")
    assert unknown.status_code == over.status_code == 404
    assert re.sub(r"[0-9a-f-]{36}", "", over.content.decode()) == re.sub(
        r"[0-9a-f-]{36}", "", unknown.content.decode()
    )


def test_pictures_are_private_short_lived_and_out_of_every_index(
    face: Face, visitor: Client
) -> None:
    answer = visitor.get(f"/faces/{face.name}-160.webp")
    assert answer.content == b"picture 160.webp"
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "private, max-age=300"
    assert "noimageindex" in answer["X-Robots-Tag"]
    assert not answer.cookies


@pytest.mark.parametrize(
    "address",
    [
        "/faces/{other}-160.webp",
        "/faces/{name}-200.webp",
        "/faces/{name}-160.png",
        "/faces/../{name}-160.webp",
        "/faces/{name}-original.jpg",
    ],
)
def test_no_other_file_is_ever_served(address: str, face: Face, visitor: Client) -> None:
    path = address.format(name=face.name, other="0" * 32)
    assert visitor.get(path).status_code == 404


def test_a_picture_without_its_face_is_not_served(face: Face, visitor: Client) -> None:
    name = face.name
    face.delete()
    assert visitor.get(f"/faces/{name}-160.webp").status_code == 404


def test_search_engines_are_sent_away(visitor: Client) -> None:
    assert "Disallow: /" in visitor.get("/robots.txt").content.decode()


@pytest.mark.parametrize("page", ["answer/", "take-down/", "face/{face}/write/"])
def test_a_form_from_another_site_is_refused_with_a_sentence(
    page: str, face: Face, visitor: Client
) -> None:
    address = f"/en/{page.format(face=face.pk)}"
    answer = visitor.post(address, {}, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert "another site" in answer.content.decode()


@pytest.mark.parametrize("page", ["answer/", "take-down/", "face/{face}/write/"])
@pytest.mark.parametrize("headers", [{}, {"origin": "http://testserver"}])
def test_our_own_form_needs_no_cookie_and_no_token(
    page: str, headers: dict[str, str], face: Face, visitor: Client
) -> None:
    address = f"/en/{page.format(face=face.pk)}"
    answer = visitor.post(address, {"stamp": fine_stamp()}, headers=headers)
    assert answer.status_code == 422
    assert not answer.cookies


@pytest.mark.parametrize("page", ["", "face/{face}/", "about/"])
def test_pages_that_only_show_take_no_form(page: str, face: Face, visitor: Client) -> None:
    # On the public side 405; where the desk runs too, its CSRF check comes first.
    assert visitor.post(f"/en/{page.format(face=face.pk)}").status_code in {403, 405}


def test_the_wall_travels_light(society: Society, visitor: Client) -> None:
    for _ in range(12):
        stands(society)
    answer = visitor.get("/en/?o=1", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 6 * 1024


def test_a_face_page_shows_the_inverse_by_word_and_drawing(
    society: Society, visitor: Client
) -> None:
    content = visitor.get(f"/en/face/{stands(society, 'brother', 'son').pk}/").content.decode()
    for words in ("My sister", "My mother", "#p-sister", "#p-mother"):
        assert words in content


def test_anybody_reads_that_one_can_ask_not_to_be_found(society: Society, visitor: Client) -> None:
    content = visitor.get("/en/about/").content.decode()
    assert "You can tell us that you do not want to be found, and by whom" in content
    assert "Nobody who looks for you learns that you said so." in content


@pytest.mark.parametrize(
    "page", ["about/", "information/service/", "information/data/", "face/{face}/write/"]
)
def test_no_page_promises_more_than_the_law_lets_us_keep(
    page: str, face: Face, visitor: Client
) -> None:
    content = visitor.get(f"/en/{page.format(face=face.pk)}").content.decode()
    assert "If they ask us about you, we say no. Only the law can force us." in content
