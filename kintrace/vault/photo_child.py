"""The child that decodes pictures: reads a question, writes an answer, knows nothing else."""

import os

from kintrace.vault import photo_pixels
from kintrace.vault.photo_jail import shut_in
from kintrace.vault.photo_wire import (
    GREETING_SHUT_IN,
    GREETING_WITHOUT_FILTER,
    TASKS,
    Why,
    answer,
    refusal,
)


def serve(*, pictures: int, memory: int, cpu_seconds: int) -> None:
    """Answer so many questions on the standard streams, behind the walls, and end."""
    photo_pixels.rehearse()
    filtered = shut_in(memory=memory, cpu_seconds=cpu_seconds)
    os.write(1, GREETING_SHUT_IN if filtered else GREETING_WITHOUT_FILTER)
    for _ in range(pictures):
        task = TASKS[_read(1)[0]]
        data = _read(int.from_bytes(_read(4)))
        _write(_reply(task, data))
    os._exit(0)


def _reply(task: str, data: bytes) -> bytes:
    try:
        if task == "previews":
            return answer(photo_pixels.previews(data))
        if task == "first look":
            return answer(photo_pixels.first_look(data))
        return answer(photo_pixels.clean(data, frame=task))
    except photo_pixels.Unfit as unfit:
        return refusal(unfit.why)
    except photo_pixels.TooManyPixels:
        return refusal(Why.LARGE)
    except Exception:  # noqa: BLE001 - decoders raise whatever they like; all of it means "broken"
        return refusal(Why.BROKEN)


def _read(length: int) -> bytes:
    held = bytearray()
    while len(held) < length:
        piece = os.read(0, length - len(held))
        if not piece:
            os._exit(0)  # the parent has gone
        held += piece
    return bytes(held)


def _write(data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(1, left) :]
