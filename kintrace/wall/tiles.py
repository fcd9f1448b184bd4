"""The faces as they hang on a page.

They are put into the page here and not by its template: everything else on a page of the wall is
kept (kept.py), so that these lines are what a page costs that nobody asked for before.
"""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kintrace.wall import relations
from kintrace.wall.gallery import Choice
from kintrace.wall.lookups import Seen

NOBODY = UUID(int=0)
# On a phone the faces stand below the question: words and style come first on a slow network.
TILE = (
    '<li><a href="{}"><picture><source type="image/webp" srcset="/faces/{}-160.webp">'
    '<img class="photo" src="/faces/{}-160.jpg" width="160" height="200" alt="{}" loading="lazy">'
    "</picture>{}</a></li>\n"
)
SAYS = '<span class="say">{}</span>'


def hung(faces: Iterable[Seen], choice: Choice, app: str | None) -> SafeString:
    """One item of the list for each face; its link leads back to this very page."""
    there = reverse("wall:face", args=[NOBODY], current_app=app)
    before, after = there.split(str(NOBODY))
    alt, query = _("Photo of the person searching"), after + choice.query
    return format_html_join(
        "",
        TILE,
        (
            (f"{before}{face.pk}{query}", face.name, face.name, alt, _said(face, choice.me))
            for face in faces
        ),
    )


def _said(face: Seen, me: str) -> SafeString:
    return format_html_join("", SAYS, ((words,) for words in sentences(face, me)))


def sentences(face: Seen, me: str) -> list[Promise]:
    """The person's own sentences; to a visitor who said what he or she is, the visitor's, of
    those relations only that may mean the visitor."""
    if not me:
        return [relations.SEEKS[code] for code in face.relations]
    mine = [code for code in face.relations if relations.may_mean(code, me)]
    return [relations.looks_for_me(code, face.seeker_sex) for code in mine]
