"""The file of KINTRACE_ROOTS: which providers there are beside the house's folder, and whose.

house = "hq"                       # leave it out: the house's root keys lie in its folder

[providers.hq]
kind = "transit"
address = "https://vault.example.org:8200"
key = "kintrace"
folder = "/etc/kintrace/hq"        # where root-N.vault lie
token_file = "/run/credentials/kintrace-staff.service/vault-token"

[providers.at]
kind = "files"
folder = "/mnt/at/keys"

[societies]
"0f5c7f8e-…" = "at"                # a society, by its number
"""

import re
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from kintrace.vault.roots import Provider, RootKeyMissing
from kintrace.vault.roots.files import FromFiles
from kintrace.vault.roots.transit import FromTransit

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_OF_TRANSIT = {field.name for field in fields(FromTransit)}
_TEXTS = _OF_TRANSIT - {"seconds"}
_PATHS = {"folder", "ca_file", "token_file", "role_id_file", "secret_id_file"}
_HERE = {"127.0.0.1", "localhost", "::1"}


class RootsWrong(RootKeyMissing):
    """The file cannot be followed; the text says what to mend."""


@dataclass(frozen=True)
class Told:
    """The file, read. house: the name of the house's own provider, "" for its folder."""

    house: str
    providers: dict[str, Provider]
    societies: dict[UUID, str]


NOTHING = Told("", {}, {})


def read(file: str) -> Told:
    """Read the file again whenever it has changed. Raises RootsWrong."""
    if not file:
        return NOTHING
    try:
        return _read(file, Path(file).stat().st_mtime_ns)
    except OSError:
        raise RootsWrong("The file that KINTRACE_ROOTS names cannot be read.") from None


@lru_cache(maxsize=4)
def _read(file: str, changed: int) -> Told:
    del changed
    try:
        told = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RootsWrong(f"The file that KINTRACE_ROOTS names is no TOML: {error}.") from None
    _only(told, {"house", "providers", "societies"}, "the file that KINTRACE_ROOTS names")
    given = _table(told, "providers")
    providers = {name: _provider(name, _table(given, name)) for name in given}
    societies = {_society(text): name for text, name in _table(told, "societies").items()}
    house = told.get("house", "")
    for name in (*societies.values(), *([house] if house else [])):
        if not isinstance(name, str) or name not in providers:
            raise RootsWrong(f"KINTRACE_ROOTS: there is no [providers.{name}].")
    return Told(house, providers, societies)


def _table(told: dict[str, Any], name: str) -> dict[str, Any]:
    found = told.get(name, {})
    if not isinstance(found, dict):
        raise RootsWrong(f"KINTRACE_ROOTS: “{name}” has to be a table.")
    return found


def _only(told: dict[str, Any], known: set[str], where: str) -> None:
    if strange := sorted(told.keys() - known):
        raise RootsWrong(f"KINTRACE_ROOTS: {where} does not know “{strange[0]}”.")


def _society(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise RootsWrong(
            "KINTRACE_ROOTS: a society is named by its number; manage.py root_key check shows it."
        ) from None


def _provider(name: str, given: dict[str, Any]) -> Provider:
    where = f"[providers.{name}]"
    if not _NAME.fullmatch(name):
        raise RootsWrong(f"KINTRACE_ROOTS: {where} needs a name of small letters and figures.")
    kind = given.pop("kind", None) if (given := dict(given)) else None
    if kind == "files":
        _only(given, {"folder"}, where)
        return FromFiles(_folder(given, where))
    if kind == "transit":
        return _transit(given, where)
    raise RootsWrong(f'KINTRACE_ROOTS: {where} needs kind = "files" or "transit".')


def _folder(given: dict[str, Any], where: str) -> Path:
    folder = given.get("folder")
    if not isinstance(folder, str) or not folder.startswith("/"):
        raise RootsWrong(f"KINTRACE_ROOTS: {where} needs folder, a whole path.")
    return Path(folder)


def _transit(given: dict[str, Any], where: str) -> FromTransit:
    _only(given, _OF_TRANSIT, where)
    folder = _folder(given, where)
    for name in _TEXTS & given.keys():
        if not isinstance(given[name], str) or (name in _PATHS and given[name][:1] != "/"):
            raise RootsWrong(f"KINTRACE_ROOTS: {where} has a {name} that cannot be followed.")
    _asks_safely(given, where)
    by_role = {"role_id_file", "secret_id_file"} <= given.keys()
    if not given.get("key") or ("token_file" in given) == by_role:
        raise RootsWrong(
            f"KINTRACE_ROOTS: {where} needs key, and token_file or else role_id_file with "
            "secret_id_file."
        )
    return FromTransit(**(given | {"folder": folder}))


def _asks_safely(given: dict[str, Any], where: str) -> None:
    address = urlsplit(given.get("address", ""))
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in _HERE):
        raise RootsWrong(f"KINTRACE_ROOTS: {where} needs an address that begins with https://.")
    seconds = given.get("seconds", 1.0)
    if not isinstance(seconds, int | float) or not 0 < seconds <= 30:
        raise RootsWrong(f"KINTRACE_ROOTS: {where} may wait between 0 and 30 seconds.")
