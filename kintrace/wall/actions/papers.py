"""The paper before a partner goes with its key: decided, recalled, or fourteen days old."""

from datetime import date

from django.db import transaction

from kintrace.protection.actions import erase_keys
from kintrace.vault.jobs import lose
from kintrace.vault.reader import reader_in_force, reading_as
from kintrace.wall.models import Notice, Review


def recall(notice: Notice) -> bool:
    """Take back what was laid before a partner, if anything was."""
    paper = Review.objects.filter(notice=notice.pk, society_id=notice.society_id).first()
    if paper is not None:
        tear_up(paper)
    return paper is not None


def tear_up(paper: Review) -> None:
    """Row, picture and both slots of the key; the partner's slot goes, since we opened the file."""
    with reading_as(paper.society_id):
        erase_keys([paper.file])
        lose(paper.file)
        paper.delete()


@transaction.atomic
def expire_papers(today: date) -> int:
    """Tear up what the partners of the reader's society left lying; how many."""
    over = list(Review.objects.filter(society_id=reader_in_force().society, until__lt=today))
    for paper in over:
        tear_up(paper)
    return len(over)
