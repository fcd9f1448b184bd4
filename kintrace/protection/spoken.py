"""The words read to a person before a question.

They are those that the society approved, in the language in which the person was informed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kintrace.protection import first_words, lookups
from kintrace.protection.refusals import InformationNotGiven, WordsNotRead
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.protection.models import NoticeText
    from kintrace.protection.purposes import TextKind


def require_words(subject: UUID, kind: TextKind, *, read: str | None = None) -> NoticeText:
    """The words in force for this person. `read`: the id of those that stood on the page, or "" of
    a page on which none stood; None where no page asked.

    Raises InformationNotGiven, WordsNotRead.
    """
    given = lookups.notice_given(subject)
    if given is None:
        raise InformationNotGiven
    words = lookups.text_in_force(given.society_id, given.text.language, kind)
    if words is None:
        raise WordsNotRead(
            _(
                "No words for this question are approved in this language: %(language)s. Ask an "
                "officer to approve them under “Information notices”, or give the notice again in "
                "another language, with an interpreter."
            )
            % {"language": given.text.language_name}
        )
    if read is not None and read != str(words.pk):
        raise WordsNotRead(
            _("The words changed while this page was open. Read the new ones, then send again.")
        )
    return words


def first_words_missing(society: UUID) -> list[tuple[TextKind, str]]:
    """Of which kind and language we have first words and the society has no text."""
    have = {(text.kind, text.language) for text in lookups.every_text(society)}
    return [one for one in first_words.WRITTEN if one not in have]


def spoken(subject: UUID, kind: TextKind) -> dict[str, object]:
    """What protection/spoken.html shows: the words, or why there are none and what to do."""
    try:
        return {"words": require_words(subject, kind)}
    except Refusal as refused:
        return {"unsaid": refused.sentence, "informs": subject}
