"""The only door to the wall's rows."""

from kintrace.wall.lookups.desk import (
    every_notice_of,
    inbox,
    live_faces,
    message_for,
    notice_for,
    notice_of,
    notice_of_face,
    notices,
    picture_of,
    replies_to,
)
from kintrace.wall.lookups.showing import (
    all_show,
    cards,
    conversation,
    face_of_code,
    face_showing,
    face_up,
    faces_showing,
    picture_shows,
    showing,
)

__all__ = [
    "all_show",
    "cards",
    "conversation",
    "every_notice_of",
    "face_of_code",
    "face_showing",
    "face_up",
    "faces_showing",
    "inbox",
    "live_faces",
    "message_for",
    "notice_for",
    "notice_of",
    "notice_of_face",
    "notices",
    "picture_of",
    "picture_shows",
    "replies_to",
    "showing",
]
