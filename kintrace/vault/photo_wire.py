"""What the photo cleaner and its child say to each other: numbers and lengths, nothing else.

question = task (1 byte), length (4 bytes, big-endian), the file as it was uploaded
answer   = length of the rest (4 bytes); verdict (1 byte: 0 or a Why); when 0 the parts, each
           as its length (4 bytes) and its bytes
"""

import enum

from kintrace.vault.photo_frames import FRAMES

GOOD = 0
GREETING_SHUT_IN = b"1"
GREETING_WITHOUT_FILTER = b"0"

# Task n cuts by the n-th frame; the tasks after the last frame give all the small previews, and
# the uncut picture with them.
TASKS = (*FRAMES, "previews", "first look")


class Why(enum.IntEnum):
    """Why a photo is refused; each has its sentence in photos.py."""

    EMPTY = 1
    HEAVY = 2
    HEIC = 3
    FILM = 4
    MOVING = 5
    DOCUMENT = 6
    OTHER = 7
    LARGE = 8
    SMALL = 9
    BROKEN = 10
    BUSY = 11


def question(task: str, data: bytes) -> bytes:
    return bytes([TASKS.index(task)]) + len(data).to_bytes(4) + data


def answer(parts: list[bytes]) -> bytes:
    body = bytes([GOOD]) + b"".join(len(part).to_bytes(4) + part for part in parts)
    return len(body).to_bytes(4) + body


def refusal(why: Why) -> bytes:
    return (1).to_bytes(4) + bytes([why])


def parts_of(body: bytes, *, count: int) -> list[bytes]:
    """Take an answer's parts; ValueError when it is not exactly `count` whole parts."""
    parts, place = [], 1
    for _ in range(count):
        start = place + 4
        place = start + int.from_bytes(body[place:start])
        parts.append(body[start:place])
    if place != len(body):
        raise ValueError("the answer's lengths do not add up")
    return parts
