"""What a visitor may see. Every question is asked anew: what was taken down is gone at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from kintrace.vault import answers
from kintrace.wall import removal_codes
from kintrace.wall.conversations import Conversation, Piece, opened_answer
from kintrace.wall.gallery import Card
from kintrace.wall.models import Face, PosterIssue, PosterIssueFace, Removal, Reply

Kind = Removal.Kind
PRESSES = 3
# Faces rest by themselves up to one in twenty of those on the wall: who presses at random may not
# empty it. A small wall would else have no rest at all, so three always may.
FEW, ONE_IN = 3, 20


def showing(poster: str = "") -> list[Face]:
    """All faces that may be seen now, in no order that means anything.

    `poster`: the token of an issue, to see only its faces; an unknown one counts as none.
    """
    today = timezone.localdate()
    live = Face.objects.filter(live_until__gte=today).defer("removal_lookup")
    if poster and issue_known(poster):
        live = live.filter(pk__in=printed(poster))
    return list(live.exclude(pk__in=hidden(today)))


def issue_known(token: str) -> bool:
    """Whether a poster was printed with this token."""
    return PosterIssue.objects.filter(token=token).exists()


def printed(token: str) -> set[UUID]:
    """The faces of one issue of a poster."""
    return set(PosterIssueFace.objects.filter(issue__token=token).values_list("face", flat=True))


def cards() -> list[Card]:
    """The cards of all faces that may be seen now: four narrow columns, whatever the wall holds."""
    today = timezone.localdate()
    away = hidden(today)
    live = Face.objects.filter(live_until__gte=today)
    rows = live.values_list("pk", "relations", "seeker_sex", "age_band")
    return [Card(pk, tuple(codes), sex, age) for pk, codes, sex, age in rows if pk not in away]


class Seen(NamedTuple):
    """What hangs on the wall of a face."""

    pk: UUID
    name: str
    relations: list[str]
    seeker_sex: str


def faces_seen(ids: Sequence[UUID]) -> list[Seen]:
    """Those of these faces that may be seen now, in the order they were asked for."""
    today = timezone.localdate()
    wish = Exists(Removal.objects.filter(face=OuterRef("pk")))
    rows = Face.objects.filter(pk__in=ids, live_until__gte=today).annotate(wished=wish)
    found = {row[0]: row for row in rows.values_list(*Seen._fields, "wished")}  # noqa: SLF001
    wished = [pk for pk, row in found.items() if row[4]]
    away = hidden(today, *wished) if wished else set()
    return [Seen(*found[pk][:4]) for pk in ids if pk in found and pk not in away]


@dataclass(frozen=True)
class Question:
    """Whether all of these faces may be seen, ready to be asked again and again on one day."""

    # As words: many questions are kept, and each object that is kept is looked over by the
    # collector after each request (operations/serving.py). Words and numbers are not.
    faces: tuple[str, ...]
    sql: str
    values: tuple[Any, ...]


def question(faces: Sequence[UUID]) -> Question:
    """The question is put into SQL once: that costs more than asking it."""
    sql, values = (
        unwished(faces).values("live_until").query.sql_with_params() if faces else ("", ())
    )
    words = tuple(str(value) if isinstance(value, UUID) else value for value in values)
    return Question(tuple(map(str, faces)), sql, words)


def all_show(question: Question) -> bool:
    """One look-up by key, unless somebody wished one of them away; then the rule decides."""
    if not question.faces:
        return True
    with connection.cursor() as cursor:
        cursor.execute(question.sql, question.values)
        unwished = len(cursor.fetchall())
    every = len(question.faces)
    return unwished == every or len(faces_seen([*map(UUID, question.faces)])) == every


def unwished(ids: Sequence[UUID]) -> QuerySet[Face]:
    """Those of these faces that are up and that nobody wished away, not even once."""
    live = Face.objects.filter(pk__in=ids, live_until__gte=timezone.localdate())
    return live.exclude(Exists(Removal.objects.filter(face=OuterRef("pk"))))


def face_showing(face_id: UUID) -> Face:
    """One of them, or 404: the same for unknown, hidden and over."""
    today = timezone.localdate()
    face = Face.objects.filter(pk=face_id, live_until__gte=today).first()
    if face is None or face.pk in hidden(today, face.pk):
        raise Http404
    return face


def face_up(face_id: UUID) -> Face | None:
    """The face while its row stands, hidden or not: a message or a press may still reach it."""
    return Face.objects.filter(pk=face_id).first()


def picture_shows(name: str) -> bool:
    """Whether a face that may be seen now has its pictures under this name."""
    today = timezone.localdate()
    face = Face.objects.filter(name=name, live_until__gte=today).values_list("pk").first()
    return face is not None and face[0] not in hidden(today, face[0])


def hidden(today: date, *faces: UUID) -> set[UUID]:
    """Faces (of those named, else all) that somebody wished away: for good with the code, else
    until the end of tomorrow.

    The row knows a day and no hour, so a rest lasts 24 hours at least and never two days.
    """
    return _hidden_by(Q(kind=Kind.PROVEN) | _rests(today), *faces)


def resting(today: date) -> set[UUID]:
    """Faces that are hidden before anybody of their society has looked."""
    return _hidden_by(_rests(today) & ~Q(kind=Kind.PROVEN))


def _rests(today: date) -> Q:
    return Q(may_rest=True, day__gte=today - timedelta(days=1))


def _hidden_by(which: Q, *faces: UUID) -> set[UUID]:
    wishes = Removal.objects.filter(which).order_by()
    if faces:
        wishes = wishes.filter(face__in=faces)
    counted = wishes.values_list("face", "kind", "day").annotate(Count("pk"))
    return {face for face, kind, _day, times in counted if kind != Kind.PRESSED or times >= PRESSES}


def has_room_to_rest(but: UUID | None = None) -> bool:
    """Whether another face may rest by itself, over all societies; `but` may rest already."""
    today = timezone.localdate()
    live = set(Face.objects.filter(live_until__gte=today).values_list("pk", flat=True))
    number = len(live & resting(today) - {but})
    return number < FEW or number * ONE_IN <= len(live)


def face_of_code(code: str) -> Face | None:
    """The face whose removal code this is, hidden or not."""
    return Face.objects.filter(removal_lookup=removal_codes.lookup_id(code)).first()


def conversation(code: str, word: str) -> Conversation | None:
    """What code and word open, or None: the same for unknown, wrong, closed and purged."""
    derived = answers.derive(code, word)
    rows = list(Reply.objects.filter(lookup=derived.lookup_id))
    pieces = [piece for row in rows if (piece := _piece(row, derived.private))]
    derived.forget()
    if not pieces:
        return None
    return Conversation(lookup=derived.lookup_id, society=rows[0].society_id, pieces=pieces)


def _piece(row: Reply, private: bytearray) -> Piece | None:
    """One row opened; None for an answer that was altered or moved here from elsewhere."""
    text = ""
    try:
        if row.answer is not None:
            text = opened_answer(row.pk, private=private, sealed=bytes(row.answer))
    except answers.AnswerDoesNotOpen:
        return None
    return Piece(direction=row.direction, text=text, at=row.at)
