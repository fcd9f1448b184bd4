"""What a society says before it asks, and what was said to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kintrace.protection.lookups.rows import or_404, ours
from kintrace.protection.models import NoticeGiven, NoticeText
from kintrace.protection.purposes import TextKind

if TYPE_CHECKING:
    from datetime import datetime


def text_in_force(society: UUID, language: str, kind: str = TextKind.NOTICE) -> NoticeText | None:
    """The approved text of a society in a language. The public side asks this, too."""
    texts = NoticeText.objects.filter(society_id=society, language=language, kind=kind)
    return texts.filter(state=NoticeText.State.APPROVED).first()


def texts_in_force(society: UUID) -> list[NoticeText]:
    """The approved notices of a society, by language."""
    texts = NoticeText.objects.filter(society_id=society, kind=TextKind.NOTICE)
    return list(texts.filter(state=NoticeText.State.APPROVED).order_by("language"))


def every_text(society: UUID) -> list[NoticeText]:
    """All texts of a society, drafts and history too: by language and kind, the newest first."""
    texts = NoticeText.objects.filter(society_id=society)
    return list(texts.order_by("language", "kind", "-version"))


def text(text_id: UUID) -> NoticeText:
    """A text of the reader's society, or 404."""
    return or_404(ours(NoticeText).filter(pk=text_id).first())


def text_to_begin_with(text_id: str) -> NoticeText | None:
    """An older text a new version may start from; None for anything that is not ours."""
    try:
        wanted = UUID(text_id)
    except ValueError:
        return None
    return ours(NoticeText).filter(pk=wanted).first()


def notice_read(text_id: str, *, at: datetime) -> NoticeText | None:
    """The notice that stood on a public page at a moment: it was in force, or is still."""
    found = text_to_begin_with(text_id)
    if found is None or found.kind != TextKind.NOTICE or found.approved is None:
        return None
    return found if found.approved <= at else None


def notice_given(subject: UUID) -> NoticeGiven | None:
    """The last notice given to a subject."""
    given = ours(NoticeGiven).filter(subject=subject).select_related("text")
    return given.order_by("at").last()


def notices_given(subject: UUID) -> list[NoticeGiven]:
    return list(ours(NoticeGiven).filter(subject=subject).select_related("text").order_by("at"))
