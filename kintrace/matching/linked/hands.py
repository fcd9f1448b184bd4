"""Work for all cores of this machine: each part is done by a process that is made of this one, so
that it finds everything where it stands, and nothing is copied to it.

Only for plain arithmetic: what is made of a process must not touch its files and connections.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import warnings
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import chain, count
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from kintrace.matching.weighed.each import one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

P = TypeVar("P")
R = TypeVar("R")

LARGE = 20_000  # words: fewer are worked out before a process is made
WORDS = 5_000  # of one part
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux
_WORK: dict[int, Callable[[Any], Any]] = {}  # what processes are made for: they find it at birth
_NUMBERS = count()


def hands() -> int:
    """How many processes may work at once."""
    return len(os.sched_getaffinity(0))


def mapped(work: Callable[[P], R], parts: Sequence[P]) -> Iterator[R]:
    """What work makes of each part, in their order. An error in a part is raised here."""
    many = min(hands(), len(parts))
    if many < 2:
        yield from map(work, parts)
        return
    with _shared(work) as number, _pool(many) as pool:
        with warnings.catch_warnings():  # of a process with threads: none of them works now
            warnings.simplefilter("ignore", DeprecationWarning)
            found = pool.map(partial(_do, number), parts)
        yield from found


def each(work: Callable[[P], R], texts: Sequence[P]) -> list[R]:
    """What work makes of every text, in their order."""
    if len(texts) < LARGE:
        return one_by_one(work, texts)
    parts = [texts[start : start + WORDS] for start in range(0, len(texts), WORDS)]
    return list(chain.from_iterable(mapped(partial(one_by_one, work), parts)))


@contextmanager
def _shared(work: Callable[[Any], Any]) -> Iterator[int]:
    number = next(_NUMBERS)
    _WORK[number] = work
    try:
        yield number
    finally:
        del _WORK[number]


@contextmanager
def _pool(many: int) -> Iterator[ProcessPoolExecutor]:
    # Nobody tidies up among millions of words, and no page of memory is copied for that.
    gc.freeze()
    try:
        with ProcessPoolExecutor(many, get_context("fork"), _begin, (os.getpid(),)) as pool:
            yield pool
    finally:
        gc.unfreeze()


def _begin(parent: int) -> None:
    """End with the process that made this one, however that ends: names of a whole network lie
    here, and nobody would wait for them any more."""
    gc.disable()
    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it ended a moment ago
        os._exit(1)


def _do(number: int, part: Any) -> Any:
    return _WORK[number](part)
