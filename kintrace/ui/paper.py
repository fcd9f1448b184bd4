"""A page of HTML as a print-ready PDF, made whole in memory: nothing is fetched or kept."""

import logging
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"
PICTURE = "picture:"  # <img src="picture:NAME"> is the picture of that name, and no other source is


class PaperMissing(Refusal):
    """The machine has no library that sets type."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            _(
                "This machine cannot print yet. Ask whoever looks after it to install these "
                "Debian packages: %(packages)s."
            )
            % {"packages": PACKAGES}
        )


def printer() -> Any:
    """WeasyPrint, which needs libraries of the system. Raises PaperMissing."""
    try:
        # Here and not above: without those libraries the import itself fails.
        import weasyprint  # noqa: PLC0415
    except OSError:
        raise PaperMissing from None
    logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)  # nine lines a page
    return weasyprint


def pdf(html: str, *, style: str = "", pictures: Mapping[str, bytes]) -> bytes:
    """Print a page with a sheet of style. `pictures` are JPEG files by the name they have in it.

    Fonts are embedded; nothing in the file tells with what, when or by whom it was made.
    """
    press = printer()
    page, sheets = _page(press, html, style, pictures)
    try:
        printed: bytes = page.write_pdf(stylesheets=sheets, finisher=_say_nothing)
    except press.urls.FatalURLFetchingError:  # no Exception: it would end the whole process
        raise LookupError("the page names a picture that was not given") from None
    return printed


def within(sides: int, html: str, *, style: str = "") -> bytes | None:
    """Print a page without pictures, unless it takes more sides of paper than these."""
    press = printer()
    page, sheets = _page(press, html, style, {})
    laid_out = page.render(stylesheets=sheets)
    if len(laid_out.pages) > sides:
        return None
    printed: bytes = laid_out.write_pdf(finisher=_say_nothing)
    return printed


def _page(press: Any, html: str, style: str, pictures: Mapping[str, bytes]) -> tuple[Any, Any]:
    page = press.HTML(string=html, base_url="", url_fetcher=_fetcher(press, pictures))
    return page, [press.CSS(string=style)]


def _fetcher(press: Any, pictures: Mapping[str, bytes]) -> Any:
    class OnlyOurs(press.urls.URLFetcher):  # type: ignore[misc]  # known when it is at hand only
        def fetch(self, url: str, headers: Any = None) -> Any:
            del headers
            body = pictures[url.removeprefix(PICTURE)]
            return press.urls.URLFetcherResponse(url, body, {"Content-Type": "image/jpeg"})

    return OnlyOurs(fail_on_errors=True)


def _say_nothing(document: Any, pdf: Any) -> None:
    del document
    pdf.info.clear()
