"""A face is sent to somebody without being shown, and printed on one sheet."""

import re
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from kintrace.network.models import Society
from kintrace.wall.models import Face
from kintrace.wall.tests.cast import stands
from kintrace.wall.tests.squares import read_square


@pytest.fixture
def face(society: Society) -> Face:
    return stands(society)


def previewed(content: str) -> dict[str, str]:
    """What a messenger reads of a page before it shows a link to it."""
    return dict(re.findall(r'<meta property="og:([a-z_]+)" content="([^"]*)">', content))


@pytest.mark.parametrize("page", ["", "face/{face}/", "face/{face}/sheet/", "face/{face}/write/"])
def test_a_link_to_any_page_shows_our_mark_and_no_face(
    page: str, face: Face, visitor: Client
) -> None:
    content = visitor.get(f"/en/{page.format(face=face.pk)}").content.decode()
    seen = previewed(content)
    assert seen["image"] == "http://testserver/static/ui/preview.png"
    assert face.name not in str(seen)
    assert "brother" not in str(seen)


def test_the_preview_is_a_drawing_of_ours_without_anything_hidden_in_it() -> None:
    path = finders.find("ui/preview.png")
    assert path
    with Image.open(path) as drawn:
        assert (drawn.format, drawn.size, drawn.info.keys() - {"transparency"}) == (
            "PNG",
            (1200, 630),
            set(),
        )


def test_what_is_sent_is_the_address_alone_and_not_where_it_was_seen(
    face: Face, visitor: Client
) -> None:
    content = visitor.get(f"/en/face/{face.pk}/?o=3&who=sister&page=2").content.decode()
    address = f"http://testserver/en/face/{face.pk}/"
    sent = [unquote(body) for body in re.findall(r'href="(?:sms|mailto):\?body=([^"]+)"', content)]
    assert sent == [f"Please look at this page: {address}"] * 2
    assert address in re.sub(r"<a .*?</a>", "", content)


def test_back_from_a_face_leads_to_the_page_it_was_seen_on(face: Face, visitor: Client) -> None:
    wall = visitor.get("/en/?o=3&sex=woman").content.decode()
    [link] = re.findall(rf'href="(/en/face/{face.pk}/[^"]*)"', wall)
    content = visitor.get(link.replace("&amp;", "&")).content.decode()
    assert 'href="/en/?o=3&amp;sex=woman"' in content


def test_nothing_that_was_written_into_the_address_comes_back(face: Face, visitor: Client) -> None:
    content = visitor.get(f"/en/face/{face.pk}/?o=3&page=zebra&back=//zebra").content.decode()
    links = re.sub(r'<nav class="langs".*?</nav>', "", content, flags=re.DOTALL)
    assert "zebra" not in links


def test_the_sheet_holds_face_sentence_address_phone_and_the_warning(
    face: Face, society: Society, visitor: Client
) -> None:
    society.phone = "+43 1 23 45"
    society.save()
    content = visitor.get(f"/en/face/{face.pk}/sheet/?o=3").content.decode()
    sheet = content.partition('<article class="sheet">')[2].partition("</article>")[0]
    for held in (
        f"/faces/{face.name}-960.jpg",
        "I am looking for my brother.",
        f"http://testserver/en/face/{face.pk}/<",
        "+43 1 23 45",
        "We never ask for money.",
    ):
        assert held in sheet
    assert society.name not in sheet


def test_a_phone_reads_the_address_from_the_sheet(face: Face, visitor: Client) -> None:
    content = visitor.get(f"/en/kiosk/wall/face/{face.pk}/sheet/").content.decode()
    [drawn] = re.findall(r'<svg [^>]*class="qr".*?</svg>', content, flags=re.DOTALL)
    assert read_square(drawn) == f"http://testserver/en/face/{face.pk}/"


@pytest.mark.parametrize("page", ["face/{face}/sheet/", "face/{face}/"])
def test_a_face_that_is_down_has_no_sheet_and_no_page(
    page: str, face: Face, visitor: Client
) -> None:
    Face.objects.all().delete()
    assert visitor.get(f"/en/{page.format(face=face.pk)}").status_code == 404
