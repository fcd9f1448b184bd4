"""Boxes: sealed to by anyone, opened by members who have opened them in this session."""

import base64
from uuid import UUID

from kintrace.vault import ciphers, lookups
from kintrace.vault.reader import BoxIsShut
from kintrace.vault.trust import Box, BoxNotTrusted, require_trusted

__all__ = ["BoxNotTrusted", "OpenBoxes", "boxes_from", "seal_to_box"]

_SESSION = b"opened boxes"
_UUID, _VERSION = 16, 2


def seal_to_box(society: UUID, *, box: str, plaintext: bytes, label: str) -> bytes:
    """Seal to the newest key of a society's box; needs no key and no reader.

    label: where the ciphertext will lie; the same on opening. Raises BoxNotTrusted when the
    key is missing, not signed by two officers, or their list is not the pinned one.
    """
    key = lookups.newest_box_key(society, box)
    if key is None:
        raise BoxNotTrusted(f"society {society} has no box {box}")
    place, public = Box(society, box, key.version), bytes(key.public)
    body = bytes(key.signing_list)
    require_trusted(place, public=public, body=body, signatures=key.signatures)
    sealed = ciphers.seal_to(public, ciphers.pad(plaintext), info=_info(place, label))
    return key.version.to_bytes(_VERSION) + sealed


class OpenBoxes:
    """The boxes that a member has open, for one request."""

    def __init__(
        self, *, society: UUID, member: UUID, privates: dict[tuple[str, int], bytearray]
    ) -> None:
        self.society = society
        self.member = member
        self._privates = privates

    def __repr__(self) -> str:
        return f"<open boxes of member {self.member}>"

    def __contains__(self, box: str) -> bool:
        return any(name == box for name, _ in self._privates)

    def names(self) -> frozenset[str]:
        """Name the boxes that are open."""
        return frozenset(name for name, _ in self._privates)

    def places(self) -> frozenset[tuple[str, int]]:
        """Name every version of every box that is open."""
        return frozenset(self._privates)

    def versions(self, box: str) -> dict[int, bytearray]:
        """Give every version of a box's private half; they stay ours. Raises BoxIsShut."""
        if box not in self:
            raise BoxIsShut(f"box {box} of society {self.society} is shut")
        return {version: key for (name, version), key in self._privates.items() if name == box}

    def open(self, box: str, sealed: bytes, *, label: str) -> bytes:
        """Undo `seal_to_box`. Raises BoxIsShut; Altered when it was changed or moved."""
        version = int.from_bytes(sealed[:_VERSION])
        private = self._privates.get((box, version))
        if private is None:
            raise BoxIsShut(f"box {box} of society {self.society} is shut")
        info = _info(Box(self.society, box, version), label)
        return ciphers.unpad(ciphers.open_with(private, sealed[_VERSION:], info=info))

    def wrapped(self) -> tuple[str, str]:
        """Wrap with a fresh key: one part for the session row, one for the browser's cookie."""
        key, bundle = ciphers.new_key(), self._bundle()
        sealed = ciphers.seal(key, bundle, aad=_SESSION)
        parts = base64.b64encode(sealed).decode(), base64.urlsafe_b64encode(key).decode()
        ciphers.wipe(bundle)
        ciphers.wipe(key)
        return parts

    def forget(self) -> None:
        """Wipe the private halves."""
        for private in self._privates.values():
            ciphers.wipe(private)
        self._privates = {}

    def _bundle(self) -> bytearray:
        # Made in one size: a bytearray that grows leaves copies behind.
        parts: list[bytes | bytearray] = [self.society.bytes + self.member.bytes]
        for (name, version), private in self._privates.items():
            parts += [bytes([len(name)]), name.encode("ascii"), version.to_bytes(_VERSION), private]
        bundle, at = bytearray(sum(map(len, parts))), 0
        for part in parts:
            bundle[at : at + len(part)] = part
            at += len(part)
        return bundle


def boxes_from(wrapped: str, cookie_key: str) -> OpenBoxes:
    """Join what the session keeps with what the browser keeps; parts that do not fit open nothing.

    The caller forgets them at the end of the request. A reader takes them only for the
    society and the member who opened them.
    """
    try:
        key = bytearray(base64.urlsafe_b64decode(cookie_key))
        bundle = ciphers.unwrap(key, base64.b64decode(wrapped), aad=_SESSION)
    except (ciphers.Altered, ValueError):
        return OpenBoxes(society=UUID(int=0), member=UUID(int=0), privates={})
    ciphers.wipe(key)
    boxes = _unbundle(bundle)
    ciphers.wipe(bundle)
    return boxes


def _unbundle(bundle: bytearray) -> OpenBoxes:
    society, member = (
        UUID(bytes=bytes(bundle[:_UUID])),
        UUID(bytes=bytes(bundle[_UUID : 2 * _UUID])),
    )
    privates, at = {}, 2 * _UUID
    while at < len(bundle):
        end = at + 1 + bundle[at]
        name = bundle[at + 1 : end].decode()
        version = int.from_bytes(bundle[end : end + _VERSION])
        at = end + _VERSION + ciphers.PRIVATE
        privates[name, version] = bundle[end + _VERSION : at]
    return OpenBoxes(society=society, member=member, privates=privates)


def _info(box: Box, label: str) -> bytes:
    return f"box|{box.society}|{box.name}|{box.version}|{label}".encode()
