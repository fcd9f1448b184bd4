"""A PDF says what the page says, in fonts of its own, and nothing about who made it."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from kintrace.ui import paper

PAGE = (
    '<!doctype html><html lang="en"><head><title>Who and where</title>'
    '<meta name="author" content="Alma"><meta name="generator" content="us"></head>'
    '<body><p>Read me. اقرأني</p><img src="{source}" alt=""></body></html>'
)


def jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (16, 20), "purple").save(out, "JPEG")
    return out.getvalue()


def printed() -> PdfReader:
    page = PAGE.format(source=paper.PICTURE + "one")
    return PdfReader(BytesIO(paper.pdf(page, pictures={"one": jpeg()})))


def test_a_paper_tells_nothing_of_who_made_it_when_and_with_what() -> None:
    made = printed()
    assert made.metadata is None
    assert made.xmp_metadata is None
    assert set(made.trailer) == {"/Root", "/Size"}
    held = paper.pdf(PAGE.format(source="picture:one"), pictures={"one": jpeg()})
    assert not [word for word in (b"WeasyPrint", b"Alma", b"Who and where") if word in held]


def test_the_fonts_of_a_paper_are_in_it() -> None:
    fonts = fonts_of(printed())
    assert fonts
    assert all(embedded for embedded in fonts.values()), fonts


def fonts_of(made: PdfReader) -> dict[str, bool]:
    """Every font of every page by name, and whether its file is in the PDF."""
    found = {}
    for page in made.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            for inner in font.get_object().get("/DescendantFonts", [font]):
                described = inner.get_object()["/FontDescriptor"].get_object()
                files = {"/FontFile", "/FontFile2", "/FontFile3"}
                found[str(described["/FontName"])] = bool(files & described.keys())
    return found


def test_a_picture_from_elsewhere_is_not_fetched() -> None:
    with pytest.raises(LookupError, match="not given"):
        paper.pdf(PAGE.format(source="http://127.0.0.1:9/face.jpg"), pictures={})


def test_a_machine_that_cannot_print_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('no pango')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(paper.PaperMissing) as missing:
        paper.pdf(PAGE, pictures={})
    assert "libpango-1.0-0" in missing.value.sentence
