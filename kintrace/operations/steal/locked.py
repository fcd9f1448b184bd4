"""Somebody keeps numbers in the contact safe, as their browser does it, and opens it again."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kintrace.operations.steal.browser import PAGE
from kintrace.operations.steal.needles import Kind
from kintrace.safe.sealed import PLAIN

if TYPE_CHECKING:
    from kintrace.operations.steal.browser import Browser
    from kintrace.operations.steal.needles import Planted

NOTHING = 204  # done, and no page to show


@dataclass(frozen=True)
class Own:
    """What `safe/static/safe/lock.js` makes of the words. Their stretching is left out: it lies
    outside of what a server could hold."""

    number: str
    token: str
    key: bytes


def keep_and_open(*, by: Browser) -> None:
    """What is typed is planted, and so is the key: neither may lie anywhere."""
    own, planted = _own(by.planted), by.planted
    said = {"number": own.number, "token": own.token}
    by.send("/contact-safe/keep/", said | {"sealed": _locked(own, planted)}, gives=PAGE)
    by.send("/contact-safe/lying-under/", {"number": own.number}, gives=PAGE)
    by.send("/contact-safe/opened/", said, gives=NOTHING)


def _own(planted: Planted) -> Own:
    secret = planted.key(secrets.token_bytes(32))

    def derived(what: str) -> bytes:
        return HKDF(SHA256(), 32, salt=None, info=f"contact safe {what}".encode()).derive(secret)

    number, token = derived("number")[:16].hex(), planted.key(derived("token")).hex()
    return Own(number, token, planted.key(derived("key")))


def _locked(own: Own, planted: Planted) -> str:
    who = [[planted.sentence(Kind.BOX, 2), planted.number(Kind.BOX)] for _ in range(3)]
    text = json.dumps({"who": who, "say": planted.sentence(Kind.BOX)}).encode()
    plain = (len(text).to_bytes(2) + text).ljust(PLAIN, b"\0")
    nonce = secrets.token_bytes(12)
    sealed = nonce + AESGCM(own.key).encrypt(nonce, plain, own.number.encode())
    return base64.b64encode(sealed).decode()
