"""Root keys that a HashiCorp Vault wraps (its engine “transit”).

A version is a file `root-N.vault` with what Vault made of it (`vault:v1:…`). Vault opens it each
time it is lent, about every 15 minutes for each society and process, and it is written nowhere.
Whoever takes the token back, shuts the transit key or seals Vault shuts what hangs under it.
"""

import base64
import binascii
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kintrace.vault import ciphers
from kintrace.vault.roots import RootKeyMissing
from kintrace.vault.roots.files import numbered, write_whole

SECONDS = 5.0
# While it does not answer, nobody waits for it anew: its society's members would take the threads
# that serve the others.
PAUSE = 20.0
_WRAPPED = re.compile(r"vault:v\d+:[A-Za-z0-9+/=]+")
_silent_until: dict[str, float] = {}


@dataclass(frozen=True)
class FromTransit:
    """A transit key of a Vault, by a token in a file or by AppRole."""

    folder: Path
    address: str
    key: str
    mount: str = "transit"
    namespace: str = ""
    ca_file: str = ""
    token_file: str = ""
    role_id_file: str = ""
    secret_id_file: str = ""
    seconds: float = SECONDS

    def versions(self) -> dict[int, Path]:
        return numbered(self.folder, "vault")

    def lend(self, version: int) -> bytearray:
        wrapped = self._wrapped(version)
        plain: bytearray = self._ask(
            version, lambda transit: _plain(self._opened(transit, wrapped))
        )
        if len(plain) != ciphers.KEY:
            ciphers.wipe(plain)
            raise RootKeyMissing(f"Root key {version} of {self.address} does not hold 32 bytes.")
        return plain

    def make(self, version: int) -> Path:
        wrapped: str = self._ask(version, self._made)
        return write_whole(self.folder / f"root-{version}.vault", wrapped.encode())

    def _wrapped(self, version: int) -> str:
        try:
            text = (self.folder / f"root-{version}.vault").read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            raise RootKeyMissing(f"Root key {version} is not at hand.") from None
        if not _WRAPPED.fullmatch(text):
            raise RootKeyMissing(f"Root key {version} is no key that Vault wrapped.")
        return text

    def _opened(self, transit: Any, wrapped: str) -> str:
        answer = transit.decrypt_data(self.key, wrapped, mount_point=self.mount)
        return str(answer["data"]["plaintext"])

    def _made(self, transit: Any) -> str:
        answer = transit.generate_data_key(self.key, "wrapped", mount_point=self.mount, bits=256)
        return str(answer["data"]["ciphertext"])

    def _ask(self, version: int, question: Callable[[Any], Any]) -> Any:
        """Whatever goes wrong becomes a sentence without a token or an answer in it."""
        if _silent_until.get(self.address, 0) > time.monotonic():
            raise RootKeyMissing(_says(self, version, "does not answer"))
        try:
            return question(self._transit())
        except RootKeyMissing:
            raise
        except Exception as error:  # noqa: BLE001 - of hvac, requests, or an answer of another shape
            reason = _reason(error)
            if reason == "does not answer":
                _silent_until[self.address] = time.monotonic() + PAUSE
            raise RootKeyMissing(_says(self, version, reason)) from None

    def _transit(self) -> Any:
        try:
            import hvac  # noqa: PLC0415 - only who has a Vault installs it
            import requests  # noqa: PLC0415
        except ImportError:
            raise RootKeyMissing(
                "Root keys lie in a Vault and hvac is not installed: run "
                "pip install --require-hashes -r requirements-network.txt."
            ) from None
        session = requests.Session()
        session.trust_env = False  # no proxy of the surroundings sees the token
        session.verify = self.ca_file or True
        client = hvac.Client(
            url=self.address,
            token="",  # and not whatever this account may have in its home
            verify=self.ca_file or True,
            timeout=self.seconds,
            namespace=self.namespace or None,
            session=session,
            allow_redirects=False,
        )
        self._sign_in(client)
        return client.secrets.transit

    def _sign_in(self, client: Any) -> None:
        from hvac import exceptions  # noqa: PLC0415 - only who has a Vault installs it

        if self.token_file:
            client.token = _secret(self.token_file)
        else:
            role, secret = _secret(self.role_id_file), _secret(self.secret_id_file)
            try:
                client.auth.approle.login(role_id=role, secret_id=secret)
            except exceptions.InvalidRequest:  # a role or secret that Vault does not know
                raise exceptions.Forbidden from None


def _secret(file: str) -> str:
    try:
        return Path(file).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise RootKeyMissing(f"{file}, which signs in at Vault, cannot be read.") from None


def _plain(in_base64: str) -> bytearray:
    try:
        return bytearray(base64.b64decode(in_base64, validate=True))
    except binascii.Error:
        return bytearray()


def _says(vault: FromTransit, version: int, reason: str) -> str:
    return f"Root key {version} is shut: the Vault at {vault.address} {reason}."


def _reason(error: Exception) -> str:
    from hvac import exceptions as of_vault  # noqa: PLC0415 - only who has a Vault installs it
    from requests import exceptions as of_requests  # noqa: PLC0415

    reasons: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
        (of_requests.SSLError, "shows a certificate that is not trusted here"),
        ((of_requests.Timeout, of_requests.ConnectionError), "does not answer"),
        (
            (of_vault.Forbidden, of_vault.Unauthorized),
            "refuses this process: its token ended, or it was cut off",
        ),
        ((of_vault.VaultDown, of_vault.VaultNotInitialized), "is sealed"),
        (of_vault.InvalidPath, "knows no such transit key"),
        (of_vault.InvalidRequest, "does not open it with this transit key"),
    )
    for kinds, words in reasons:
        if isinstance(error, kinds):
            return words
    return "gives an answer that is not understood"
