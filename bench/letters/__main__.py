"""`python -m bench.letters [SCRIPT …]`: count anew, and write the sheets of names/letters."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import kintrace.names.letters
from bench.letters import own, pairs
from bench.letters.alignment import Counted, count
from kintrace.names.letters import SHEETS
from kintrace.names.spelling import LATIN, spelt

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = Path(kintrace.names.letters.__file__).parent
# Two words for one town are no two spellings. What costs more bits a letter than the half of all
# pairs and this is left out, and the rest is counted again.
APART = (1.1, 0.8)
LEAST, ROWS = 0.004, 0.00003  # shares below are no habit
LONGEST = 18  # letters; what is longer costs more than it teaches
OF_OWN = 4.0  # a pair of our own list counts as so many: they are names of people


def main(scripts: list[str]) -> None:
    for script in scripts or list(SHEETS):
        counted = learnt(script)
        write(script, counted)
        print(f"{script}: {len(counted.bits)} pairs, {len(counted.left.names)} letters")


def learnt(script: str) -> Counted:
    """Count, leave out what is no spelling, and count again."""
    found = pairs.of_latin() if script == LATIN else pairs.of_script(script)
    for apart in APART:
        counted = _count(found, script, rounds=6)
        lengths = np.array([len(spelt(one)) + len(spelt(other)) for one, other in found])
        each = counted.bits[: len(found)] / lengths
        near = each < np.median(each) + apart
        found = [pair for pair, is_near in zip(found, near, strict=True) if is_near]
    return _count(found, script, rounds=10)


def _count(found: pairs.Pairs, script: str, rounds: int) -> Counted:
    ours = [pair for pair in own.of_script(script) if max(map(len, map(spelt, pair))) < LONGEST]
    both = found + ours
    weights: NDArray[np.float64] = np.r_[
        [pairs.weight(native) for native, _ in found], np.full(len(ours), OF_OWN)
    ]
    left, right = [spelt(one) for one, _ in both], [spelt(other) for _, other in both]
    if script == LATIN:  # a habit of one desk, seen from another
        left, right, weights = left + right, right + left, np.r_[weights, weights]
    return count(left, right, (script, LATIN), rounds, weights)


def write(script: str, counted: Counted) -> None:
    """Put the shares into the script's sheet; what people wrote in it stays."""
    file = FOLDER / f"{SHEETS[script]}.py"
    rows = "\n".join(_rows(counted))
    text = re.sub(
        r'SHARES = """\n.*?"""',
        lambda _: f'SHARES = """\n{rows}\n"""',
        file.read_text(),
        flags=re.DOTALL,
    )
    file.write_text(text)


def _rows(counted: Counted) -> list[str]:
    of_all = counted.shares.sum(axis=1)
    order = [row for row in np.argsort(-of_all, kind="stable") if of_all[row] > ROWS]
    return [_row(counted, int(row), float(of_all[row])) for row in order]


def _row(counted: Counted, row: int, of_all: float) -> str:
    shares = counted.shares[row] / of_all
    spellings = [
        place for place in np.argsort(-shares, kind="stable")[:16] if shares[place] > LEAST
    ]
    told = " ".join(
        f"{counted.right.names[place]} {_short(shares[place], 3)}" for place in spellings
    )
    return f"{counted.left.names[row]} {_short(of_all, 5)} {told}"


def _short(share: float, digits: int) -> str:
    return f"{share:.{digits}f}".lstrip("0") or "1"


main(sys.argv[1:])
