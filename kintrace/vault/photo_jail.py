"""Walls around the process that decodes a stranger's picture (Linux).

A picture decoder is the likeliest hole in the house, and the child runs as the same user as the
process that holds keys. So before it sees a byte it gives up, for good: memory and time, opening
anything (no descriptor number is left to give out), and all system calls but the few that
arithmetic on pixels needs. It cannot reach another process, the network or the disk.
"""

import ctypes
import platform
import resource

_SET_NO_NEW_PRIVS, _SET_DUMPABLE, _SET_SECCOMP, _FILTER = 38, 4, 22, 2

# Kernel numbers of: read write mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn
# sched_yield mremap madvise exit futex clock_gettime exit_group getrandom.
_ALLOWED: dict[str, tuple[int, tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        (0, 1, 9, 10, 11, 12, 13, 14, 15, 24, 25, 28, 60, 202, 228, 231, 318),
    ),
    "aarch64": (
        0xC00000B7,
        (63, 64, 222, 226, 215, 214, 134, 135, 139, 124, 216, 233, 93, 98, 113, 94, 278),
    ),
}
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # refuse = EPERM


class _Step(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("operand", ctypes.c_uint32),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step))]


def shut_in(*, memory: int, cpu_seconds: int) -> bool:
    """Give up everything but pixels. False when the kernel took no system call filter.

    `memory` is in bytes. The limits hold in either case; the filter is known for x86-64 and
    64-bit ARM.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    filter_steps = _filter()
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        resource.setrlimit(what, (most, most))
    if filter_steps is None:
        return False
    program = _Program(len(filter_steps), filter_steps)
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter() -> "ctypes.Array[_Step] | None":
    known = _ALLOWED.get(platform.machine())
    if known is None:
        return None
    architecture, calls = known
    steps = [
        _Step(_LOAD, 0, 0, 4),
        _Step(_JUMP_IF_EQUAL, 1, 0, architecture),
        _Step(_RETURN, 0, 0, _KILL),
        _Step(_LOAD, 0, 0, 0),
    ]
    for call in calls:
        steps += [_Step(_JUMP_IF_EQUAL, 0, 1, call), _Step(_RETURN, 0, 0, _ALLOW)]
    steps.append(_Step(_RETURN, 0, 0, _REFUSE))
    return (_Step * len(steps))(*steps)
