"""One run over one file: candidates, then their weights, a heap at a time, so that a run that broke
off can be taken up again."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from kintrace.matching.linked import blocking, hands, model, rows
from kintrace.matching.linked.engines import ENGINES
from kintrace.matching.linked.keys import Facts
from kintrace.matching.scoring import prior
from kintrace.matching.weighed import reasons
from kintrace.matching.weighed.together import People
from kintrace.names.remembering import forget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from kintrace.matching.weighed.spellings import Ints

LEAST = -10.0  # log2 odds: what is less likely than one in a thousand is not shown
HEAP = 250_000  # pairs that are weighed, and written down, at a time
AT_ONCE = 50_000  # pairs in memory
MODEL = "2"  # part of the name of every checkpoint: to be raised when weights change


class Run:
    """A file on its way to its pairs."""

    def __init__(
        self,
        frame: pd.DataFrame,
        *,
        engine: str,
        checkpoints: Path | None,
        say: Callable[[str], None],
    ) -> None:
        if engine not in ENGINES:
            raise ValueError(f"There is no engine “{engine}”; there are {', '.join(ENGINES)}.")
        self.frame = rows.checked(frame)
        if not self.frame["rec_id"].is_unique:
            raise ValueError("The column rec_id has the same id twice.")
        self.engine, self.say = engine, say
        self.folder = checkpoints / self._name() if checkpoints else None
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)

    def _name(self) -> str:
        """The same for the same rows, engine and weights."""
        sums = pd.util.hash_pandas_object(self.frame, index=False).to_numpy()
        return sha256(sums.tobytes() + f"{self.engine} {MODEL}".encode()).hexdigest()[:16]

    def parts(self) -> Iterator[pd.DataFrame]:
        """The pairs that are worth showing, a heap of candidates at a time."""
        if not len(self.frame):
            nobody = np.empty(0, dtype=np.int64)
            yield self._shown(nobody, nobody, np.empty(0, dtype=np.float32), [])
            return
        self.say(f"reading {len(self.frame):,} rows")
        people = People(rows.laid_out(self.frame), hands.each)
        pairs = self._candidates(people)
        people.prepare()
        yield from self._weighed(people, pairs)
        forget()

    def _weighed(self, people: People, pairs: tuple[Ints, Ints]) -> Iterator[pd.DataFrame]:
        """Heap after heap, several at once; those that an earlier run wrote down are read."""
        starts = range(0, max(1, len(pairs[0])), HEAP)
        names = {start: f"pairs-{start:012}" for start in starts}
        new = [start for start in starts if not self._is_kept(names[start])]
        found = hands.mapped(partial(self._heap, people, pairs), new)
        for start in starts:
            self.say(f"weighing {start:,} of {len(pairs[0]):,} candidates")
            yield self._kept(names[start], partial(next, found))

    def _candidates(self, people: People) -> tuple[Ints, Ints]:
        def found() -> pd.DataFrame:
            self.say("looking for candidates")
            facts = Facts(people)
            shared = blocking.shared(facts, say=self.say)
            table = model.table(people, facts, shared)
            left, right = ENGINES[self.engine](table, prior(len(self.frame)))
            return pd.DataFrame({"left": left, "right": right})

        kept = self._kept("candidates", found)
        return kept["left"].to_numpy(np.int64), kept["right"].to_numpy(np.int64)

    def _is_kept(self, name: str) -> bool:
        return self.folder is not None and (self.folder / f"{name}.parquet").exists()

    def _kept(self, name: str, work: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """What an earlier run wrote down, or the work done now and written down whole."""
        if self.folder is None:
            return work()
        file = self.folder / f"{name}.parquet"
        if self._is_kept(name):
            return pd.read_parquet(file)
        found = work()
        unfinished = file.with_suffix(".part")
        found.to_parquet(unfinished)
        unfinished.replace(file)
        return found

    def _heap(self, people: People, pairs: tuple[Ints, Ints], start: int) -> pd.DataFrame:
        """The HEAP of pairs from that place on, a few at a time."""
        left, right = (side[start : start + HEAP] for side in pairs)
        some = range(0, max(1, len(left)), AT_ONCE)
        found = [
            self._few(people, left[at : at + AT_ONCE], right[at : at + AT_ONCE]) for at in some
        ]
        return pd.concat(found, ignore_index=True)

    def _few(self, people: People, a: Ints, b: Ints) -> pd.DataFrame:
        evidence = people.beside(a, b)
        weight = np.round(evidence.bits.astype(np.float64) + prior(len(self.frame)), 2)
        some = np.flatnonzero(weight >= LEAST)
        return self._shown(a[some], b[some], weight[some], reasons.lines(evidence.of(some)))

    def _shown(
        self, a: Ints, b: Ints, weight: NDArray[np.floating], why: list[str]
    ) -> pd.DataFrame:
        ids = self.frame["rec_id"].to_numpy()
        return pd.DataFrame({"a": ids[a], "b": ids[b], "weight": weight, "reasons": why})
