"""What a tablet seals is what RFC 9180 says, and what the society's side opens."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from kintrace.vault import ciphers
from kintrace.vault.actions import label_of_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.browser

# RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. The RFC
# prints none for AES-256-GCM; only a number and the key's length differ.
INFO = "4f6465206f6e2061204772656369616e2055726e"
SENT = (
    "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9"
    "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4"
)
SENDER = "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb"
RECEIVER = (
    "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82"
    "6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0"
)
SECRET = "c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8"
KEY, NONCE = "868c066ef58aae6dc589b6cfdd18f97e", "4e0bc5018beba4bf004cca59"
PLAIN = "4265617574792069732074727574682c20747275746820626561757479"
AAD = "436f756e742d30"
SEALED = (
    "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434"
)
SOCIETY, RECORD = UUID(int=7), UUID(int=9)

_BY_THE_RFC = """async (given) => {
  const ours = await import("/static/servicepoints/seal.js");
  const raw = (hex) => Uint8Array.from(hex.match(/../g), (one) => parseInt(one, 16));
  const hex = (bytes) => [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  const part = (hex) => btoa(String.fromCharCode(...raw(hex)))
    .replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=/g, "");
  const point = { kty: "EC", crv: "P-256",
    x: part(given.sent.slice(2, 66)), y: part(given.sent.slice(66)) };
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const key = (jwk, uses) => crypto.subtle.importKey("jwk", jwk, curve, true, uses);
  const pair = {
    publicKey: await key(point, []),
    privateKey: await key({ ...point, d: part(given.sender) }, ["deriveBits"]),
  };
  const { sent, secret } = await ours.shared(raw(given.receiver), pair);
  const made = await ours.schedule(secret, raw(given.info), { id: 1, length: 16 });
  const sealed = await ours.sealedWith(made, raw(given.plain), raw(given.aad));
  return [sent, secret, made.key, made.nonce, sealed].map(hex);
}"""
_SEAL = """async ([receiver, society, id, told]) => {
  const ours = await import("/static/servicepoints/seal.js");
  return ours.base64(await ours.seal(ours.bytes(receiver), society, id, told));
}"""


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of ours in a browser, where its own scripts may run."""
    context = browser.new_context(base_url=live_server.url)
    opened = context.new_page()
    opened.goto("/sign-in/")
    yield opened
    context.close()


def test_a_browser_seals_as_the_rfc_prints_it(page: Page) -> None:
    given = {"sent": SENT, "sender": SENDER, "receiver": RECEIVER, "info": INFO}
    made = page.evaluate(_BY_THE_RFC, given | {"plain": PLAIN, "aad": AAD})
    assert made == [SENT, SECRET, KEY, NONCE, SEALED]


@pytest.mark.parametrize("words", ["", "Selam ሰላም سلام", "x" * 3000])
def test_what_a_browser_seals_opens_with_the_private_half_and_under_its_number(
    page: Page, words: str
) -> None:
    pair = ciphers.new_device_pair()
    sealed = _sealed(page, pair, {"words": words})
    info = label_of_record(SOCIETY, RECORD).encode()
    plain = ciphers.unpad(ciphers.open_from_device(pair.private, sealed, info=info))
    assert plain.decode().replace(" ", "") == f'{{"words":"{words}"}}'.replace(" ", "")
    with pytest.raises(ciphers.Altered):
        ciphers.open_from_device(pair.private, sealed, info=info + b"x")
    with pytest.raises(ciphers.Altered):
        ciphers.open_from_device(ciphers.new_device_pair().private, sealed, info=info)


def test_a_tap_and_a_form_look_alike_and_nothing_is_sealed_alike_twice(page: Page) -> None:
    pair = ciphers.new_device_pair()
    tap, form = {"kind": "count"}, {"kind": "registration", "need": "y" * 700}
    sealed = [_sealed(page, pair, told) for told in (tap, tap, form)]
    assert {len(one) for one in sealed} == {1 + 65 + 1024 + 16}
    assert len(set(sealed)) == 3


def _sealed(page: Page, pair: ciphers.Pair, told: dict[str, Any]) -> bytes:
    receiver = base64.b64encode(pair.public).decode()
    given = [receiver, str(SOCIETY), str(RECORD), told]
    return base64.b64decode(page.evaluate(_SEAL, given))
