"""The rivals themselves: a process of the rivals' Python that reads requests as lines of JSON and
writes matrices of scores. It imports nothing of ours; what is not installed, it says at the start.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Texts: TypeAlias = list[str]
    Cells: TypeAlias = list[tuple[int, int]]

ICU, RULES, FORWARD, ROOM = "78", "Any-Latin; Latin-ASCII; Lower", 0, 1024


class Icu:
    """ICU's own romanisation, out of the libraries that the icu4py wheel brings."""

    def __init__(self) -> None:
        import_module("icu4py.locale")  # loads the libraries in their order
        package = Path(str(import_module("icu4py").__file__)).parent
        (file,) = package.with_name("icu4py.libs").glob("libicui18n*")
        self.library = ctypes.CDLL(str(file))
        name, status = RULES.encode("utf-16-le") + b"\0\0", ctypes.c_int(0)
        opened = self.library[f"utrans_openU_{ICU}"]
        opened.restype = ctypes.c_void_p
        self.rules = opened(name, len(RULES), FORWARD, None, 0, None, ctypes.byref(status))
        if status.value > 0:
            raise RuntimeError(f"ICU knows no {RULES}: error {status.value}")

    def latin(self, text: str) -> str:
        encoded = text.encode("utf-16-le")
        room = ctypes.create_string_buffer(encoded, ROOM * 2)
        length = ctypes.c_int32(len(encoded) // 2)
        limit, status = ctypes.c_int32(length.value), ctypes.c_int(0)
        self.library[f"utrans_transUChars_{ICU}"](
            *(ctypes.c_void_p(self.rules), room, ctypes.byref(length), ROOM, 0),
            *(ctypes.byref(limit), ctypes.byref(status)),
        )
        return bytes(room)[: length.value * 2].decode("utf-16-le")


@cache
def icu() -> Icu:
    return Icu()


@cache
def by_icu(text: str) -> str:
    return icu().latin(text)


@cache
def by_anyascii(text: str) -> str:
    plain: str = import_module("anyascii").anyascii(text).lower()
    return plain


def _matrix(scorer: Any, queries: Texts, gallery: Texts) -> Any:
    process = import_module("rapidfuzz.process")
    return process.cdist(queries, gallery, scorer=scorer, dtype=np.float32, workers=1)


def rapidfuzz(name: str, queries: Texts, gallery: Texts, _: Cells) -> Any:
    """WRatio or token_sort_ratio on anyascii."""
    scorer = getattr(import_module("rapidfuzz.fuzz"), name)
    return _matrix(scorer, *([by_anyascii(text) for text in texts] for texts in (queries, gallery)))


def jaro_winkler(order: str, queries: Texts, gallery: Texts, _: Cells) -> Any:
    """On ICU's romanisation, the words as they stand or sorted."""
    scorer = import_module("rapidfuzz.distance").JaroWinkler.similarity
    both = [[by_icu(text) for text in texts] for texts in (queries, gallery)]
    if order == "words sorted":
        both = [[" ".join(sorted(text.split())) for text in texts] for texts in both]
    return _matrix(scorer, *both)


@cache
def sounds(text: str, which: int) -> str:
    """The first or the second code of each word."""
    codes = [import_module("metaphone").doublemetaphone(word) for word in by_anyascii(text).split()]
    return " ".join(sorted(code[which] or code[0] for code in codes))


def metaphone(_: str, queries: Texts, gallery: Texts, __: Cells) -> Any:
    """How alike the sorted codes are, the better of first and second codes."""
    scorer = import_module("rapidfuzz.fuzz").ratio
    best = np.zeros((len(queries), len(gallery)), dtype=np.float32)
    for one in (0, 1):
        for other in (0, 1):
            codes = (
                [sounds(text, one) for text in queries],
                [sounds(text, other) for text in gallery],
            )
            best = np.maximum(best, _matrix(scorer, *codes))
    return best


@cache
def person(text: str) -> Any:
    proxy = import_module("followthemoney.proxy").EntityProxy
    told = {"id": text, "schema": "Person", "properties": {"name": [text]}}
    return proxy.from_dict(told)


def logic_v2(_: str, queries: Texts, gallery: Texts, cells: Cells) -> Any:
    """nomenklatura's matcher, for the asked cells alone; it is too slow for all of them."""
    matcher = import_module("nomenklatura.matching.logic_v2.model").LogicV2
    config = matcher.default_config()
    scores = np.zeros((len(queries), len(gallery)), dtype=np.float32)
    for row, column in cells:
        pair = person(queries[row]), person(gallery[column])
        scores[row, column] = matcher.compare(*pair, config).score
    return scores


SYSTEMS: dict[str, Callable[[str, Texts, Texts, Cells], Any]] = {
    "rapidfuzz": rapidfuzz,
    "Jaro-Winkler on ICU": jaro_winkler,
    "double metaphone": metaphone,
    "logic-v2": logic_v2,
}
TRIED = {
    "rapidfuzz": "token_sort_ratio",
    "Jaro-Winkler on ICU": "",
    "double metaphone": "",
    "logic-v2": "",
}


def missing() -> dict[str, str]:
    """Which rivals do not run here, and why: each is asked for one pair."""
    found = {}
    for name, score in SYSTEMS.items():
        try:
            score(TRIED[name], ["Anna"], ["Hanna"], [(0, 0)])
        except (ImportError, OSError, ValueError, RuntimeError) as error:
            found[name] = str(error)
    return found


def answered(asked: dict[str, Any]) -> dict[str, Any]:
    """Texts in Latin letters, or a matrix in a file and the processor time it took."""
    if "latin" in asked:
        return {"latin": [by_anyascii(text) for text in asked["latin"]]}
    begun = time.process_time()
    score = SYSTEMS[asked["system"]]
    matrix = score(asked["way"], asked["queries"], asked["gallery"], asked["cells"])
    took = time.process_time() - begun
    np.save(asked["file"], matrix)
    return {"seconds": took}


def main() -> None:
    answers, sys.stdout = sys.stdout, sys.stderr  # nothing a rival prints is taken for an answer
    print(json.dumps({"missing": missing()}), file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(answered(json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main()
