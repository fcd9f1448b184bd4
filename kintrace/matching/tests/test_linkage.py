"""Linking a file: what comes out, what is refused, and that a weight is nobody else's affair."""

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kintrace import matching
from kintrace.matching import linkage
from kintrace.matching.__main__ import main
from kintrace.matching.description import COLUMNS, described
from kintrace.matching.linked import blocking, hands, rows, run
from kintrace.matching.scoring import prior, weigh
from kintrace.matching.tests.invented import rows as invented_rows
from kintrace.matching.weighed import columns
from kintrace.matching.weighed.together import People

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = (
    {"given": "Mohamed", "middle": "Ahmed", "family": "Haddad", "dob": "1990-03-12", "gender": "m"},
    {"given": "محمد", "middle": "أحمد", "family": "حداد", "dob": "1990-03-12", "gender": "m"},
    {"given": "Tesfay", "family": "Gebremedhin", "birth_place": "Keren", "dob": "1982"},
    {"given": "ተስፋይ", "family": "ገብረመድህን", "birth_place": "Keren", "dob": "1982"},
    {"given": "Olena", "family": "Shevchenko", "dob": "1971-05-02", "gender": "f"},
)


def frame(*told: dict[str, str]) -> pd.DataFrame:
    """Rows with every column, and ids by their place."""
    whole = [dict.fromkeys(COLUMNS, "") | {"rec_id": f"r{at}"} | row for at, row in enumerate(told)]
    return pd.DataFrame(whole, columns=list(COLUMNS))


def pairs(found: pd.DataFrame) -> dict[tuple[str, str], float]:
    return {(a, b): weight for a, b, weight in found[["a", "b", "weight"]].itertuples(index=False)}


def test_people_are_found_across_scripts() -> None:
    found = matching.link(frame(*PEOPLE))
    assert list(found.columns) == ["a", "b", "weight", "reasons"]
    assert {pair for pair, weight in pairs(found).items() if weight >= 0} == {
        ("r0", "r1"),
        ("r2", "r3"),
    }
    assert found["reasons"].iloc[0].startswith("born on the same day, +12.0; ")
    assert found["weight"].is_monotonic_decreasing


def test_a_weight_is_that_of_the_two_alone_and_the_size() -> None:
    found = pairs(matching.link(frame(*PEOPLE)))
    alone = weigh(described(PEOPLE[0]), described(PEOPLE[1])).bits
    assert found["r0", "r1"] == pytest.approx(alone + prior(len(PEOPLE)), abs=0.011)


def test_other_rows_change_no_weight() -> None:
    others = [{"given": "Mohamed", "family": f"Haddad{at % 7}", "dob": "1990"} for at in range(40)]
    few = pairs(matching.link(frame(*PEOPLE)))
    many = pairs(matching.link(frame(*PEOPLE, *others)))
    assert many["r0", "r1"] == few["r0", "r1"]


def test_the_order_of_rows_changes_no_weight() -> None:
    found = pairs(matching.link(frame(*PEOPLE)))
    turned = pairs(matching.link(frame(*PEOPLE).iloc[::-1]))
    assert {(b, a): weight for (a, b), weight in turned.items()} == found


@settings(max_examples=20, deadline=None)
@given(st.lists(invented_rows(), min_size=2, max_size=12))
def test_a_frame_is_read_as_its_descriptions_are(told: list[dict[str, str]]) -> None:
    whole = People(rows.laid_out(rows.checked(frame(*told))))
    single = People(columns.laid_out([described(row) for row in told]))
    a, b = np.triu_indices(len(told), 1)
    assert np.array_equal(whole.beside(a, b).bits, single.beside(a, b).bits)


def test_no_row_and_one_row_have_no_pair() -> None:
    assert len(matching.link(frame())) == 0
    assert len(matching.link(frame(PEOPLE[0]))) == 0


def test_rows_of_which_nothing_is_told_are_no_pair() -> None:
    assert len(matching.link(frame({}, {}, {}))) == 0


def test_what_cannot_be_linked_is_refused() -> None:
    with pytest.raises(rows.MissingColumns, match=r"dob, phone\.$"):
        matching.link(frame().drop(columns=["dob", "phone"]))
    with pytest.raises(ValueError, match="same id twice"):
        matching.link(frame(*PEOPLE).assign(rec_id="r"))
    with pytest.raises(ValueError, match="There is no engine"):
        matching.link(frame(*PEOPLE), engine="abacus")


def test_a_rule_that_would_compare_too_many_is_refused_before_it_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people = frame(*[{"given": "Mohamed", "family": "Haddad", "dob": "1990-03-12"}] * 10)
    monkeypatch.setattr(blocking, "MOST_PAIRS", 2)
    monkeypatch.setattr(blocking, "SMALL", 10)
    with pytest.raises(blocking.TooManyPairs, match="at most 20 are done"):
        matching.link(people.assign(rec_id=[f"r{at}" for at in range(10)]))


def test_a_run_that_broke_off_is_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    people = frame(*PEOPLE)
    with monkeypatch.context() as patched:
        patched.setattr(run.Run, "_heap", broken)
        with pytest.raises(KeyboardInterrupt):
            linkage.link(people, checkpoints=tmp_path)
    said: list[str] = []
    found = linkage.link(people, checkpoints=tmp_path, say=said.append)
    assert "looking for candidates" not in said
    assert pairs(found) == pairs(linkage.link(people))
    other = linkage.link(frame(*PEOPLE[:2]), checkpoints=tmp_path, say=said.append)
    assert "looking for candidates" in said
    assert len(other) == 1


def test_several_processes_say_what_one_says(monkeypatch: pytest.MonkeyPatch) -> None:
    others = [{"given": f"Maryam{at}", "family": "Haddad", "dob": "1990"} for at in range(12)]
    alone = linkage.link(frame(*PEOPLE, *others))
    monkeypatch.setattr(hands, "hands", lambda: 2)
    monkeypatch.setattr(hands, "LARGE", 2)
    monkeypatch.setattr(hands, "WORDS", 2)
    monkeypatch.setattr(run, "HEAP", 5)
    together = linkage.link(frame(*PEOPLE, *others))
    assert len(together) > 10
    pd.testing.assert_frame_equal(together, alone)


def test_an_error_in_another_process_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "hands", lambda: 2)
    found = hands.mapped(lambda part: 12 // part, [4, 3, 0, 2])
    assert [next(found), next(found)] == [3, 4]
    with pytest.raises(ZeroDivisionError):
        next(found)


SLEEPS = """
import os, time
from kintrace.matching.linked import hands
hands.hands = lambda: 2
def work(part):
    os.write(1, b"%d\\n" % os.getpid())  # at once, so that no other is written into it
    time.sleep(60)
list(hands.mapped(work, [1, 2]))
"""


def test_who_works_for_a_run_that_is_killed_ends_with_it() -> None:
    """Names of a whole network would stay in the memory of nobody's processes."""
    command = [sys.executable, "-c", SLEEPS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        try:
            workers = [int(run.stdout.readline()) for _ in range(2)]
        finally:
            run.kill()
    assert len({*workers, run.pid}) == 3
    until = time.monotonic() + 10
    while any(Path(f"/proc/{pid}/stat").exists() for pid in workers):
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_the_command_reads_and_writes_files(tmp_path: Path, ending: str) -> None:
    source, target = tmp_path / f"people{ending}", tmp_path / f"pairs{ending}"
    people = frame(*PEOPLE)
    if ending == ".csv":
        people.to_csv(source, index=False)
    else:
        people.to_parquet(source)
    command = [sys.executable, "-m", "kintrace.matching", "link", str(source), str(target)]
    bare = {name: value for name, value in os.environ.items() if "DJANGO" not in name}
    done = subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "reading 5 rows" in done.stderr
    read = pd.read_csv if ending == ".csv" else pd.read_parquet
    found = read(target)
    assert set(found["a"]) >= {"r0", "r2"}
    assert found["weight"].iloc[0] > 0


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "people.csv", str(tmp_path / "pairs.csv")
    assert main(["link", str(source), target]) == 1
    assert "No such file" in capsys.readouterr().err
    source.write_text("rec_id,given\nr1,Olena\n")
    assert main(["link", str(source), target]) == 1
    assert "These columns are missing: society, script" in capsys.readouterr().err
    broken = tmp_path / "people.parquet"
    broken.write_text("no parquet")
    assert main(["link", str(broken), target]) == 1
    assert "cannot be read as parquet" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["link", "people.doc", target])
    assert "neither .parquet nor .csv" in capsys.readouterr().err


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kintrace.matching.linkage")
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(ImportError, match=r"kintrace\[linkage\]; splink"):
        matching.link  # noqa: B018 fetching is what fails


def test_the_package_itself_loads_nothing() -> None:
    code = "import sys, kintrace.matching as m; print({'numpy', 'django'} & {*sys.modules} or 'no')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "no\n"
    with pytest.raises(AttributeError):
        matching.nothing  # noqa: B018
