"""The search of `make steal` finds what was planted, however it is written, and nothing else."""

import base64
import gzip
import json
import secrets
import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core import signing
from hypothesis import given
from hypothesis import strategies as st

from kintrace.operations.steal.needles import PACKED_ADDRESS, Kind, Planted
from kintrace.operations.steal.scan import Search

PLANTED = Planted()
STRINGS = [
    PLANTED.word(Kind.BOX),
    PLANTED.own_script(Kind.PERSONAL),
    PLANTED.number(Kind.STAFF),
    PLANTED.address(),
    PLANTED.mailbox(Kind.STAFF),
]
CODE = PLANTED.code("KQRT-7XZ4-MNPW")
KEY = PLANTED.key(secrets.token_bytes(32))
SEARCH = Search(PLANTED)

WRAPPINGS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": bytes,
    "base64": base64.b64encode,
    "urlsafe base64": base64.urlsafe_b64encode,
    "base64 in lines": base64.encodebytes,
    "hex": lambda data: data.hex().encode(),
    "hex in capitals": lambda data: data.hex().upper().encode(),
    "zlib in base64": lambda data: base64.b64encode(zlib.compress(data)),
    "gzip": gzip.compress,
    "base64 of base64": lambda data: base64.b64encode(base64.b64encode(data)),
    "hex of JSON": lambda data: json.dumps(data.decode("latin-1")).encode().hex().encode(),
}
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def found(data: bytes) -> bool:
    return any(SEARCH.in_bytes(data, "here"))


@given(
    text=st.sampled_from(STRINGS),
    encoding=st.sampled_from(ENCODINGS),
    wrapping=st.sampled_from(sorted(set(WRAPPINGS) - {"hex of JSON"})),
    before=st.binary(max_size=40),
    after=st.binary(max_size=40),
)
def test_a_planted_string_is_found_however_it_is_written(
    text: str, encoding: str, wrapping: str, before: bytes, after: bytes
) -> None:
    assert found(WRAPPINGS[wrapping](before + text.encode(encoding) + after))


@given(wrapping=st.sampled_from(sorted(WRAPPINGS)), spelt=st.sampled_from([str, str.lower]))
def test_a_code_is_found_however_it_is_written(wrapping: str, spelt: Callable[[str], str]) -> None:
    for code in (CODE, CODE.replace("-", "")):
        assert found(WRAPPINGS[wrapping](f'{{"code": "{spelt(code)}", "padding": ""}}'.encode()))


@given(wrapping=st.sampled_from(["as it is", "base64", "hex"]), before=st.binary(max_size=9))
def test_a_key_is_found_however_it_is_written(wrapping: str, before: bytes) -> None:
    assert found(WRAPPINGS[wrapping](before + KEY))


@pytest.mark.parametrize("text", STRINGS)
@pytest.mark.parametrize(
    "spelt",
    [
        json.dumps,
        lambda text: json.dumps(json.dumps(text)),
        quote,
        str.casefold,
        str.upper,
        lambda text: repr(text.encode()),
        lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
        lambda text: signing.dumps({"x": text}, compress=True),
        lambda text: signing.dumps({"x": [text] * 40}, compress=True),
    ],
)
def test_a_planted_string_is_found_in_every_escape(text: str, spelt: Callable[[str], str]) -> None:
    assert found(f"key={spelt(text)}&more=1".encode())


def test_an_address_is_found_packed_as_a_database_keeps_it() -> None:
    assert found(b"\x00\x01" + PACKED_ADDRESS + bytes(8))


@given(st.binary(max_size=4000))
def test_nothing_is_found_where_nothing_lies(noise: bytes) -> None:
    assert not found(noise)
    assert not found(base64.b64encode(noise))
    assert not found(noise.hex().encode())


def test_a_wrapping_of_wrappings_ends(tmp_path: Path) -> None:
    data = b"nothing here"
    for _ in range(20):
        data = base64.b64encode(data)
    assert not found(data)


def test_a_folder_is_searched_with_the_names_in_it(tmp_path: Path) -> None:
    inside, name = PLANTED.word(Kind.FILE), PLANTED.word(Kind.PERSONAL)
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "plain.txt").write_text(f"… {inside} …")
    (tmp_path / "a" / f"{name}.jpg").write_bytes(b"pixels")
    haul = Search(PLANTED).in_folders([("media", tmp_path), ("logs", tmp_path / "none")])
    assert {one.where for one in haul.found} >= {"media: a/b/plain.txt"}
    assert {one.string for one in haul.found} == {inside.encode(), name.encode()}
    assert haul.searched == {"media": len(f"… {inside} …".encode()) + 6, "logs": 0}
    assert haul.strings == 2
