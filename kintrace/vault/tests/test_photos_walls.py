"""Photos: a child that is taken over, stuck or lying gives a refusal and gets nothing."""

import threading
import time

import pytest
from PIL import Image

from kintrace.vault import photos
from kintrace.vault.photo_process import Child, Limits
from kintrace.vault.photo_wire import answer
from kintrace.vault.photos import PhotoRefused, Why
from kintrace.vault.tests.camera import camera_jpeg, drawn_head
from kintrace.vault.tests.test_photos import saved

SHUT_IN = """
import os, sys, time
from kintrace.vault.photo_jail import shut_in
from kintrace.vault.photo_wire import answer
assert shut_in(memory=memory, cpu_seconds=cpu_seconds)
os.write(1, b"1")
"""
# Native code that took the decoder over can make any call; so can Python through these.
ATTEMPTS = """
import ctypes, os, platform, resource, socket
open_before = sorted(os.listdir("/proc/self/fd"))
environment = sorted(os.environ)
libc = ctypes.CDLL(None, use_errno=True)
parent = os.getppid()
from kintrace.vault.photo_jail import shut_in
shut_in(memory=memory, cpu_seconds=cpu_seconds)
os.write(1, b"1")
os.read(0, 1000)
attempts = {
    "open a file": lambda: os.open("/etc/hostname", os.O_RDONLY),
    "open a file after closing one": lambda: (libc.close(2), os.open("/etc/hostname", 0)),
    "write a file": lambda: os.open("/tmp/kintrace-escaped", os.O_CREAT | os.O_WRONLY),
    "list a folder": lambda: os.listdir("/"),
    "connect": lambda: socket.socket(),
    "start a process": lambda: os.fork(),
    "run a program": lambda: os.execv("/bin/true", ["true"]),
    "signal the parent": lambda: os.kill(parent, 0),
    "raise its own limits": lambda: resource.setrlimit(7, (9, 9)),
}
def native(number, *arguments):
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
read_memory, trace = (310, 101) if platform.machine() == "x86_64" else (270, 117)
attempts["read the parent's memory"] = lambda: native(read_memory, parent, 0, 0, 0, 0, 0)
attempts["trace the parent"] = lambda: native(trace, 16, parent, 0, 0)
escaped = [f"fds {open_before}"] if len(open_before) > 4 else []  # 0, 1, 2 and the listing's own
escaped += [name for name in environment if name != "LC_CTYPE"]  # Python sets that one itself
for name, attempt in attempts.items():
    try:
        attempt()
    except (OSError, ValueError):
        continue
    escaped.append(name)
body = ";".join(escaped).encode() or b"nothing"
os.write(1, len(body).to_bytes(4) + body)
"""


def says(code: str) -> Child:
    """A child that hears the question out, then does as `code` says, with no picture decoded."""
    hear = "\nheard = b''\nlength = 5 + int.from_bytes((head := os.read(0, 5))[1:])\n"
    hear += "while len(head + heard) < length: heard += os.read(0, 65536)\n"
    limits = Limits(cpu_seconds=1, wall_seconds=3, answer=1_000_000)
    return Child(limits=limits, program=f"exec({SHUT_IN + hear + code!r})")


PHOTO = saved(drawn_head(), "JPEG")


def test_a_decoder_that_was_taken_over_can_open_reach_and_start_nothing() -> None:
    with Child(program=f"exec({ATTEMPTS!r})") as child:
        assert child.ask(b"?") == b"nothing"


def test_the_child_knows_nothing_of_django_or_of_the_house() -> None:
    look = "body = ';'.join(sorted({name.split('.')[0] for name in sys.modules})).encode()\n"
    look += "os.write(1, len(body).to_bytes(4) + body)"
    with Child(program=f"import kintrace.vault.photo_child; exec({SHUT_IN + look!r})") as child:
        loaded = set(child.ask(b"").decode().split(";"))
    assert "PIL" in loaded
    assert loaded.isdisjoint({"django", "cryptography", "psycopg", "environ"})


LIES = {
    "too long": "os.write(1, (2_000_000).to_bytes(4))",
    "empty": "os.write(1, bytes(4))",
    "cut off": "os.write(1, (400).to_bytes(4) + b'abc')",
    "unknown verdict": "os.write(1, (1).to_bytes(4) + b'\\xee')",
    "no parts": "os.write(1, answer([]))",
    "parts too few": "os.write(1, answer([b'x']))",
    "lengths that do not add up": "os.write(1, (9).to_bytes(4) + b'\\0\\xff\\xff\\xff\\xffabcd')",
    "no pictures": "os.write(1, answer([b'\\xff\\xd8' + b'x' * 99] * 7))",
    "empty pictures": "os.write(1, answer([b''] * 7))",
    "dies": "os._exit(3)",
    "crashes": "os.abort()",
    "falls asleep": "time.sleep(60)",
    "never rests": "while True: pass",
    "fills its memory": "held = [bytearray(2 ** 20) for _ in range(4000)]",
    "never stops talking": "while True: os.write(1, bytes(65536))",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_child_that_fails_or_lies_gives_a_refusal(lie: str) -> None:
    started = time.monotonic()
    with says(LIES[lie]) as child, pytest.raises(PhotoRefused) as refused:
        photos.clean_in(child, PHOTO)
    assert refused.value.why == Why.BROKEN
    assert time.monotonic() - started < 8


# The test sends the lie itself, behind a JPEG's first bytes; the child gives it back as its answer.
JPEG_START = b"\xff\xd8\xff"
ECHO = "left = heard[3:]\nwhile left: left = left[os.write(1, left):]"


def answer_with(name: str, picture: bytes) -> bytes:
    cleaned = photos.clean(PHOTO)
    parts = {**cleaned.pictures, "original.jpg": cleaned.original, name: picture}
    return JPEG_START + answer(list(parts.values()))


EXIF = Image.Exif()
EXIF[0x010E] = "CANARY"
TILE = drawn_head().resize((160, 200))
BAD_PARTS = {
    "EXIF in a JPEG": ("160.jpg", saved(TILE, "JPEG", exif=EXIF)),
    "a comment in a JPEG": ("160.jpg", saved(TILE, "JPEG", comment=b"CANARY")),
    "a profile in a JPEG": ("160.jpg", saved(TILE, "JPEG", icc_profile=b"CANARY")),
    "a tail behind a JPEG": ("160.jpg", saved(TILE, "JPEG") + b"CANARY"),
    "EXIF in a WebP": ("160.webp", saved(TILE, "WEBP", exif=EXIF)),
    "a tail behind a WebP": ("160.webp", saved(TILE, "WEBP") + b"CANARY"),
    "a lossless WebP": ("160.webp", saved(TILE, "WEBP", lossless=True)),
    "a PNG for a JPEG": ("160.jpg", saved(TILE)),
    "another size": ("320.jpg", saved(TILE, "JPEG")),
    "an original too large": ("original.jpg", saved(drawn_head().resize((2001, 10)), "JPEG")),
}


@pytest.mark.parametrize("name", BAD_PARTS)
def test_a_picture_that_carries_more_than_pixels_is_not_believed(name: str) -> None:
    with says(ECHO) as child, pytest.raises(PhotoRefused) as refused:
        photos.clean_in(child, answer_with(*BAD_PARTS[name]))
    assert refused.value.why == Why.BROKEN


def test_the_same_answer_with_bare_pictures_is_believed() -> None:
    bare = saved(TILE, "JPEG")
    with says(ECHO) as child:
        cleaned = photos.clean_in(child, answer_with("160.jpg", bare))
    assert cleaned.pictures["160.jpg"] == bare


@pytest.mark.parametrize(
    "limits",
    [Limits(memory=64 * 1024**2), Limits(wall_seconds=0.02), Limits(answer=10_000)],
    ids=["memory", "time", "answer"],
)
def test_a_real_photo_beyond_the_limits_is_refused_and_the_next_is_not(limits: Limits) -> None:
    upload = camera_jpeg(megapixels=12)
    with Child(limits=limits) as child, pytest.raises(PhotoRefused) as refused:
        photos.clean_in(child, upload)
    assert refused.value.why == Why.BROKEN
    assert photos.clean(PHOTO).pictures


def test_a_child_that_does_not_start_gives_a_refusal() -> None:
    with Child(program="sys.exit(1)") as child, pytest.raises(PhotoRefused):
        photos.clean_in(child, PHOTO)


def test_photos_sent_at_once_are_cleaned_one_after_the_other() -> None:
    done: list[photos.CleanPhoto] = []
    threads = [threading.Thread(target=lambda: done.append(photos.clean(PHOTO))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.pictures for one in done] == [done[0].pictures] * 3


def test_who_would_wait_too_long_is_asked_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "_LONGEST_WAIT", 0.01)
    busy = threading.Thread(target=photos.clean, args=(camera_jpeg(megapixels=6),))
    busy.start()
    time.sleep(0.1)
    with pytest.raises(PhotoRefused) as refused:
        photos.clean(PHOTO)
    busy.join()
    assert refused.value.why == Why.BUSY
