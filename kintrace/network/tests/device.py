"""A telephone that keeps a passkey, without a browser: what it answers to a page's question."""

import json
import re
import secrets
from hashlib import sha256
from html import unescape
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

HOST, ORIGIN = "localhost", "http://localhost"
FLAG = AuthenticatorData.FLAG


class Device:
    """One passkey. verified: its owner showed a finger or typed a number."""

    def __init__(self, *, verified: bool = True) -> None:
        self.verified = verified
        self.id = secrets.token_bytes(16)
        self.whose = b""
        self._key = ec.generate_private_key(ec.SECP256R1())

    def makes(self, page: str) -> str:
        """The answer to a page that wants a new passkey."""
        public = ES256.from_cryptography_key(self._key.public_key())  # type: ignore[no-untyped-call]
        kept = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        told = AttestationObject.create("none", self._seen(FLAG.AT, kept), {})
        client = _asked(page, CollectedClientData.TYPE.CREATE)
        self.whose = websafe_decode(_options(page)["user"]["id"])
        return self._answer({"clientDataJSON": client, "attestationObject": told})

    def uses(self, page: str) -> str:
        """The answer to a page that asks for a known one."""
        seen, client = self._seen(FLAG(0)), _asked(page, CollectedClientData.TYPE.GET)
        signed = self._key.sign(seen + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        answer = {"clientDataJSON": client, "authenticatorData": seen, "signature": signed}
        answer["userHandle"] = self.whose
        return self._answer(answer)

    def _seen(self, more: Any, kept: AttestedCredentialData | None = None) -> AuthenticatorData:
        flags = FLAG.UP | more | (FLAG.UV if self.verified else FLAG(0))
        where = sha256(HOST.encode()).digest()
        seen: AuthenticatorData = AuthenticatorData.create(where, flags, 0, kept or b"")
        return seen

    def _answer(self, response: dict[str, bytes]) -> str:
        name = websafe_encode(self.id)
        told = {part: websafe_encode(value) for part, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": told})


def _asked(page: str, kind: str) -> CollectedClientData:
    return CollectedClientData.create(kind, _options(page)["challenge"], ORIGIN)


def _options(page: str) -> dict[str, Any]:
    found = re.search(r'data-options="([^"]+)"', page)
    assert found, page
    options: dict[str, Any] = json.loads(unescape(found[1]))["publicKey"]
    return options
