"""A letter's three parts, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import translation

from kintrace.letters.kinds import Kind

SECONDS = 20  # how long a mail server may keep us waiting


@dataclass(frozen=True)
class Written:
    """What is read: the subject is one line."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Letter:
    """A letter whose contents are open; they are never printed."""

    pk: UUID
    kind: Kind
    language: str
    to: str = field(repr=False)
    facts: Mapping[str, str] = field(repr=False)


def write(kind: Kind, *, language: str, facts: Mapping[str, str]) -> Written:
    """Render the three parts."""
    told = {"kind": kind, **facts}
    with translation.override(language):
        subject, text, html = (
            render_to_string(f"letters/{kind}/{part}", told)
            for part in ("subject.txt", "body.txt", "body.html")
        )
    return Written(" ".join(subject.split()), text.strip() + "\n", html.strip() + "\n")


def post(letter: Letter) -> None:
    """Give the letter to the mail server. Raises OSError (smtplib's errors are of this kind).

    Its Message-ID comes from the letter's id: should it be sent twice, mailboxes can tell.
    """
    written = write(letter.kind, language=letter.language, facts=letter.facts)
    house = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    message = EmailMultiAlternatives(
        written.subject,
        written.text,
        to=[letter.to],
        headers={
            "Message-ID": f"<{letter.pk}@{house}>",
            "Content-Language": letter.language,
            "Auto-Submitted": "auto-generated",
        },
        connection=get_connection(timeout=SECONDS),
    )
    message.attach_alternative(written.html, "text/html")
    message.send()
