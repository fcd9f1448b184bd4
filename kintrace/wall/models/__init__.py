"""The wall's rows. A Face is public and holds nothing private; a Notice is the staff's; a Message
is sealed before it is written; the public side may insert messages and never read them back."""

from kintrace.wall.models.attestations import Attestation
from kintrace.wall.models.faces import Face
from kintrace.wall.models.figures import Cost, MonthFigure, ReportText
from kintrace.wall.models.messages import Message, Reply
from kintrace.wall.models.notices import Notice, Review
from kintrace.wall.models.posters import (
    Covered,
    Hanging,
    Poster,
    PosterIssue,
    PosterIssueFace,
    Region,
    Spot,
)
from kintrace.wall.models.removals import Removal

__all__ = [
    "Attestation",
    "Cost",
    "Covered",
    "Face",
    "Hanging",
    "Message",
    "MonthFigure",
    "Notice",
    "Poster",
    "PosterIssue",
    "PosterIssueFace",
    "Region",
    "Removal",
    "Reply",
    "ReportText",
    "Review",
    "Spot",
]
