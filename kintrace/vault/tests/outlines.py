"""What lies in a picture file beside its pixels, read independently of the code under test."""

import struct


def jpeg_markers(data: bytes) -> list[int]:
    """List a JPEG's markers in their order; restart markers and stuffed bytes left out."""
    found, place = [], 2
    assert data[:2] == b"\xff\xd8"
    while place < len(data):
        assert data[place] == 0xFF
        marker = data[place + 1]
        found.append(marker)
        if marker == 0xD9:
            assert place + 2 == len(data), "bytes behind the end"
            break
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
        if marker == 0xDA:
            while data[place] != 0xFF or data[place + 1] in {0, *range(0xD0, 0xD8)}:
                place += 1
    return found


def webp_chunks(data: bytes) -> list[bytes]:
    """List the names of a WebP's chunks."""
    found, place = [], 12
    assert data[:4] == b"RIFF"
    assert struct.unpack("<I", data[4:8])[0] == len(data) - 8, "bytes behind the end"
    while place < len(data):
        name, length = struct.unpack("<4sI", data[place : place + 8])
        found.append(name)
        place += 8 + length + length % 2
    return found


def only_pixels(name: str, data: bytes) -> bool:
    """Tell whether a picture carries pixels, the tables to decode them, and nothing else."""
    if name.endswith("webp"):
        return webp_chunks(data) == [b"VP8 "]
    # APP0 (the bare JFIF mark), DQT, SOF0, SOF2, DHT, DRI, SOS, end
    allowed = {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDD, 0xDA, 0xD9}
    return set(jpeg_markers(data)) <= allowed and data[4:11] == b"\x00\x10JFIF\x00"
