"""`python tests/drills/walls.py UNIT command …`: the command behind the system calls of a unit.

systemd is not there where tests run. Its filter of system calls, its ban on memory that is written
and executed and on new namespaces are laid by the library that it uses itself (libseccomp); then
the command takes this process over.
"""

import ctypes
import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

_ALLOW, _EPERM, _ENOSYS = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38
_MASKED_EQUAL = 7
_WRITE, _EXECUTE = 2, 4
_NAMESPACES = 0x7E020080  # every CLONE_NEW… flag
# Which argument of a call says what it is for, and what that may not hold.
_FORBIDDEN = {
    "MemoryDenyWriteExecute": (
        ("mmap", 2, _WRITE | _EXECUTE),
        ("mprotect", 2, _EXECUTE),
        ("pkey_mprotect", 2, _EXECUTE),
    ),
    "RestrictNamespaces": tuple(
        (call, 0, 1 << bit)
        for call in ("clone", "unshare", "setns")
        for bit in range(32)
        if _NAMESPACES >> bit & 1
    ),
}


class _Compared(ctypes.Structure):
    _fields_ = [
        ("argument", ctypes.c_uint),
        ("how", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    ]


def calls(unit: Path) -> set[str]:
    """The system calls that a unit may make: its lines in order, sets taken apart by systemd."""
    allowed = _members("@default")  # systemd begins with what no program lives without
    for line in values(unit, "SystemCallFilter"):
        named = {call for word in line.removeprefix("~").split() for call in _members(word)}
        allowed = allowed - named if line.startswith("~") else allowed | named
    return allowed


def values(unit: Path, name: str) -> list[str]:
    """Every value of a directive of a unit."""
    lines = (line.partition("=") for line in unit.read_text().splitlines())
    return [value for known, _, value in lines if known == name]


def _members(word: str) -> set[str]:
    if not word.startswith("@"):
        return {word}
    command = ["systemd-analyze", "--no-pager", "syscall-filter", word]
    said = subprocess.check_output(command, text=True).splitlines()[1:]
    named = [line.strip() for line in said if line.strip() and not line.strip().startswith("#")]
    return {call for name in named for call in _members(name)}


def shut_in(unit: Path) -> None:
    """Give up, for good, what the unit does not allow. Raises OSError where the kernel refuses."""
    library = ctypes.CDLL(ctypes.util.find_library("seccomp") or "libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    number = {call: library.seccomp_syscall_resolve_name(call.encode()) for call in calls(unit)}
    narrow = [
        (_EPERM, library.seccomp_syscall_resolve_name(call.encode()), compared)
        for call, compared in _forbidden(unit)
    ]
    # Whether a new thread is a new namespace cannot be seen in this call: systemd hides it, too.
    narrow.append((_ENOSYS, library.seccomp_syscall_resolve_name(b"clone3"), None))
    _load(library, _ALLOW, narrow)
    _load(library, _EPERM, [(_ALLOW, one, None) for one in number.values() if one >= 0])


def _forbidden(unit: Path) -> list[tuple[str, _Compared]]:
    return [
        (call, _Compared(argument, _MASKED_EQUAL, bits, bits))
        for name, forbidden in _FORBIDDEN.items()
        if values(unit, name) == ["yes"]
        for call, argument, bits in forbidden
    ]


def _load(
    library: ctypes.CDLL, otherwise: int, rules: list[tuple[int, int, _Compared | None]]
) -> None:
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(otherwise)))
    for action, number, compared in rules:
        held = ctypes.byref(compared) if compared else None
        many = ctypes.c_uint(1 if compared else 0)
        done = library.seccomp_rule_add_array(
            context, ctypes.c_uint32(action), ctypes.c_int(number), many, held
        )
        if done:
            raise OSError(-done, f"no rule for call {number}")
    if done := library.seccomp_load(context):
        raise OSError(-done, "the kernel took no filter")


if __name__ == "__main__":
    shut_in(Path(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 - our own command, in our place
