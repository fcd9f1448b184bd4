"""Brings the catalogues in locale/ into step with the sources: `make messages`.

A language of the desk (STAFF_LANGUAGES) holds every text of the house, the others what a visitor
may read. What is new comes in empty, what is gone goes out, and a translation whose English is
still there stays as it is. The same sources always give the same files: sorted, without dates and
line numbers; above each text stand the folders that say it. Needs no gettext on the machine.
"""

import io
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
PASSED_OVER = {"tests", "migrations"}
# What a visitor may read: whole folders, so that a new page is public from its first day. Out of
# them is only what is named here, and a page in a frame of the desk. tests/test_languages.py reads
# every public page and finds what this rule forgot.
PUBLIC = (
    *("ui", "visitors", "wall", "safe", "directory"),
    "letters/templates/letters/get-in-touch",
)
# An access copy is read by the person it is about, and says what the lists of these files say.
IN_COPIES = (
    *("protection/copies.py", "protection/copy_paper.py", "protection/deeds_told.py"),
    *("protection/holder.py", "protection/purposes.py", "protection/risk.py"),
    "protection/templates/protection/copy_paper.html",
    *("people/holder.py", "people/told.py", "cases/holder.py", "cases/circumstances.py"),
    # The paper that the person shows, and what a copy says of it.
    *(
        "cases/holder_events.py",
        "cases/holder_attestations.py",
        "cases/templates/cases/attestation_paper.html",
    ),
    # The empty form, which a family fills in; its questions say so each for itself.
    "cases/templates/cases/tracing_form",
    *("cases/holder_found.py", "cases/card.py"),
    *("cases/holder_reunion.py", "cases/reunion_words.py"),
    *("cases/holder_referral.py", "cases/referral_words.py"),
    *("cases/holder_plan.py", "cases/plan_words.py"),
    *("cases/holder_files.py", "cases/file_words.py"),
    *("cases/holder_found.py", "cases/holder_fates.py", "cases/card.py"),
    *(
        "cases/holder_found.py",
        "cases/holder_fates.py",
        "cases/holder_enquiries.py",
        "cases/card.py",
    ),
    # What a point wrote down, what a person carries on, and a slip.
    *("servicepoints/holder_people.py", "servicepoints/people_words.py"),
    "servicepoints/carried_pages.py",
    "servicepoints/templates/servicepoints/ways_on/slip_paper.html",
    # What a child told, in its own copy.
    *("cases/holder_children.py", "cases/forms_children.py", "cases/children_told.py"),
    *("wall/holder.py", "wall/models/notices.py"),
)
FOR_MEMBERS = (
    *("ui/templates/ui/staff.html", "ui/templates/ui/parts/menu.html"),
    *("ui/templates/ui/parts/who.html", "ui/paper.py", "ui/public_address.py"),
    "ui/templates/ui/errors/keys.html",
    *("ui/templates/ui/parts/chart.html", "ui/templates/ui/parts/numbers.html"),
    *("visitors/actions.py", "visitors/apps.py", "visitors/forms_desk.py"),
    *("visitors/said_by.py", "visitors/views.py"),
    *("wall/actions", "wall/apps.py", "wall/forms_desk.py", "wall/impact.py"),
    *("wall/lookups/posters.py", "wall/models", "wall/posters.py", "wall/screening.py"),
    *("wall/templates/wall/desk", "wall/terms.py", "wall/views/hangings.py"),
    *("wall/views/posters.py", "wall/views/regions.py"),
    *("directory/actions", "directory/apps.py", "directory/forms.py"),
    *("directory/forms_listing.py", "directory/refusals.py", "directory/templates/directory/desk"),
    *("directory/views/desk.py", "directory/views/papers.py"),
)
PUBLIC_FRAME, DESK_FRAME = '{% extends "ui/public.html" %}', '{% extends "ui/staff.html" %}'
KEYWORDS: dict[str, Any] = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# A comment above a text: for those who translate it, or that a visitor reads it although it stands
# elsewhere.
TAGS = ["Translators:", "Visitors read this."]
FOR_VISITORS = TAGS[1]
UNTOUCHED = "# State: empty; every text waits for a translator.\n"
# As Django's own catalogues count; Babel has the last two forms of Arabic the other way round.
PLURALS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5;",
}
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Kintrace\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def languages() -> list[str]:
    """The languages of the house except the one it is written in."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    from django.conf import settings  # noqa: PLC0415 - only now is it said which settings

    return [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def catalogue_of(language: str) -> Path:
    """The file of a language: "fa-af" lies in fa_AF."""
    main, _, region = language.partition("-")
    folder = f"{main}_{region.upper()}" if region else main
    return LOCALE / folder / "LC_MESSAGES" / "django.po"


def sources() -> Iterator[Path]:
    """Every file that may hold a text for people."""
    for path in sorted((ROOT / "kintrace").rglob("*")):
        folders = path.relative_to(ROOT).parts
        if path.suffix in {".py", ".html", ".txt"} and not PASSED_OVER & set(folders):
            yield path


def is_public(path: Path) -> bool:
    """Whether a visitor may read what this file says."""
    with path.open() as text:
        frame = next(text, "").strip()
    if frame in {PUBLIC_FRAME, DESK_FRAME}:
        return frame == PUBLIC_FRAME
    place = path.relative_to(ROOT / "kintrace")
    if _lies_in(place, IN_COPIES):
        return True
    return _lies_in(place, PUBLIC) and not _lies_in(place, FOR_MEMBERS)


def _lies_in(place: Path, named: tuple[str, ...]) -> bool:
    return any(place.is_relative_to(name) for name in named)


def wanted_in(language: str) -> Catalog:
    """The texts that a language must have, without translations."""
    from django.conf import settings  # noqa: PLC0415 - languages() said which settings

    catalog = Catalog(fuzzy=False)
    for path in sources():
        everything = language in settings.STAFF_LANGUAGES or is_public(path)
        place = path.relative_to(ROOT).parent.parts[:2]
        for _line, words, comments, context in _texts(path):
            if any(words) and (everything or FOR_VISITORS in comments):
                locations = [("/".join(place), 0)]
                catalog.add(words, None, locations, auto_comments=comments, context=context)
    return catalog


@cache
def _texts(path: Path) -> list[Any]:
    """Line, words, comments and context of each text: read once for all languages."""
    return list(extract("python", _as_python(path), KEYWORDS, TAGS))


def _as_python(path: Path) -> io.BytesIO:
    """A source as Python; a template without its indentation, which means nothing there."""
    text = path.read_text()
    if path.suffix != ".py":
        from django.utils.translation.template import templatize  # noqa: PLC0415

        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    return io.BytesIO(text.encode())


def in_step(language: str, wanted: Catalog, old: str) -> str:
    """The text of a catalogue with the texts that are wanted and the translations of the old."""
    said = read_po(io.BytesIO(old.encode()))
    catalog = Catalog(language.replace("-", "_"), fuzzy=False)
    for message in wanted:
        if not message.id:
            continue
        before = said.get(message.id, message.context)
        entry = message.clone()
        if before and before.id == message.id:  # a text that now counts needs new forms
            entry.string, entry.user_comments = before.string, before.user_comments
            entry.flags |= before.flags & {"fuzzy"}
        catalog[message.id] = entry
    return _written(language, catalog, old)


def _written(language: str, catalog: Catalog, old: str) -> str:
    """Comment, header, texts."""
    comment = re.match(r"(#(?!,).*\n)*", old)
    opening = (comment.group() if comment else "") or UNTOUCHED
    plural = PLURALS.get(language) or get_plural(language.replace("-", "_")).plural_forms
    body = io.BytesIO()
    write_po(body, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False)
    head = HEADER.format(language=language, plural=plural)
    return opening + head + body.getvalue().decode()


def main() -> None:
    """Write every catalogue anew and say how many texts wait in it."""
    for language in languages():
        wanted = wanted_in(language)
        path = catalogue_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = in_step(language, wanted, path.read_text() if path.exists() else "")
        path.write_text(text)
        waiting = len(re.findall(r'(?m)^msgstr(?:\[0\])? ""\n\n', text))
        print(f"{language}: {len(wanted)} texts, {waiting} of them wait for a translation")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
