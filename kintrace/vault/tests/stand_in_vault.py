"""A small HashiCorp Vault for tests: the transit engine and two ways to sign in, over HTTP.

It really encrypts, under keys of its own; it can be sealed, slow, or cut somebody off.
"""

import base64
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TOKEN, ROLE, SECRET = "hvs.of-the-service", "role-of-the-service", "secret-of-the-service"


class Refused(Exception):
    """What Vault answers with another status than 200."""


@dataclass
class StandIn:
    """What the server knows and how it behaves."""

    address: str = ""
    tokens: set[str] = field(default_factory=lambda: {TOKEN})
    keys: dict[str, dict[int, bytes]] = field(
        default_factory=lambda: {"kintrace": {1: secrets.token_bytes(32)}}
    )
    sealed: bool = False
    slow: float = 0
    garbled: bool = False
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str, token: str, given: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(path)
        time.sleep(self.slow)
        if self.sealed:
            raise Refused(503)
        if path == "/v1/auth/approle/login":
            return self._by_role(given)
        if token not in self.tokens:
            raise Refused(403)
        return {"data": {"plaintext": "?"} if self.garbled else self._transit(path, given)}

    def rotate(self, key: str) -> None:
        """A new version of a transit key; what older ones wrapped still opens."""
        held = self.keys[key]
        held[max(held) + 1] = secrets.token_bytes(32)

    def _by_role(self, given: dict[str, Any]) -> dict[str, Any]:
        if (given.get("role_id"), given.get("secret_id")) != (ROLE, SECRET):
            raise Refused(400)
        token = f"hvs.{secrets.token_hex(8)}"
        self.tokens.add(token)
        return {"auth": {"client_token": token}}

    def _transit(self, path: str, given: dict[str, Any]) -> dict[str, str]:
        match path.removeprefix("/v1/").split("/"):
            case ["transit", "datakey", "wrapped", key] if key in self.keys:
                return {"ciphertext": self._wrap(key, secrets.token_bytes(given["bits"] // 8))}
            case ["transit", "decrypt", key] if key in self.keys:
                plain = self._unwrap(key, given["ciphertext"])
                return {"plaintext": base64.b64encode(plain).decode()}
        raise Refused(404)

    def _wrap(self, key: str, plain: bytes) -> str:
        version, nonce = max(self.keys[key]), secrets.token_bytes(12)
        sealed = nonce + AESGCM(self.keys[key][version]).encrypt(nonce, plain, None)
        return f"vault:v{version}:{base64.b64encode(sealed).decode()}"

    def _unwrap(self, key: str, text: str) -> bytes:
        _, version, body = text.split(":")
        sealed = base64.b64decode(body)
        try:
            cipher = AESGCM(self.keys[key][int(version[1:])])
            return cipher.decrypt(sealed[:12], sealed[12:], None)
        except (KeyError, InvalidTag):
            raise Refused(400) from None


@contextmanager
def vault_running() -> Iterator[StandIn]:
    """The server on a port of this machine, for as long as the block lasts."""
    vault = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            try:
                token = self.headers.get("X-Vault-Token", "")
                status, said = 200, vault.answer(self.path, token, json.loads(body or b"{}"))
            except Refused as refused:
                status, said = refused.args[0], {"errors": ["it does not like it"]}
            answer = json.dumps(said).encode()
            with suppress(BrokenPipeError):  # nobody waited for so slow an answer
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        do_PUT = do_POST  # noqa: N815 - the same

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    vault.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield vault
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
