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
    conversation,
    face_of_code,
    face_showing,
    face_up,
    picture_shows,
    showing,
)

__all__ = [
    "conversation",
    "every_notice_of",
    "face_of_code",
    "face_showing",
    "face_up",
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
