"""The static half of `make attack`: bandit and our own rules, read over all of Kintrace.

`python -m bench.attack.static` prints what was found. Offline once the tools are installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bench import apart
from bench.attack import accepting, examples, tools
from bench.attack.accepting import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.reliability import Line

ROOT = apart.ROOT
OURS = "kintrace"
READ = {".py", ".html", ".js"}  # semgrep has to have read every file of ours that ends so
LONGEST = 15 * 60  # seconds; on two idle cores each takes less than half a minute
# Nothing is asked of the network, nothing told to it, and no comment mutes a rule.
QUIET = ("--metrics", "off", "--disable-version-check", "--disable-nosem", "--no-git-ignore")


def main() -> int:
    """Print the table and every fault; 1 when there is one."""
    lines, faults = looked()
    for what, measured, goal in lines:
        print(f"\n{what}\n    {measured}\n    goal: {goal}")
    print("\n".join(["", *faults]), file=sys.stderr)
    return 1 if faults else 0


def looked() -> tuple[list[Line], list[str]]:
    """Lines for a report, and what is wrong, in words. Nothing is wrong: nothing is given."""
    lines, faults = [], []
    for look in (_by_bandit, _by_rules, _by_examples):
        line, wrong = look()
        lines.append(line)
        faults += wrong
    return lines, faults


# --- bandit ---


def _by_bandit() -> tuple[Line, list[str]]:
    over = accepting.passed_over()
    command = [str(tools.tool("bandit")), "-r", OURS, "-q", "-f", "json", "--ignore-nosec"]
    said, trouble = _asked([*command, "-x", "*/tests/*", "-s", ",".join(over)], ROOT)
    what = f"bandit, all severities, {len(over)} of its tests passed over with a reason"
    code: int = said["metrics"]["_totals"]["loc"]
    line, wrong = _judged("bandit", _of_bandit(said), f"{what}, over {code:,} lines of ours")
    # A test that breaks says so beside its answer and finds nothing: that is no good news.
    wrong += [f"bandit: {one['filename']}: {one['reason']}" for one in said["errors"]]
    wrong += [f"bandit: {one}" for one in trouble.splitlines() if "internal error" in one]
    return line, wrong


def _of_bandit(said: dict[str, Any]) -> Iterator[Finding]:
    for one in said["results"]:
        yield Finding(
            "bandit", one["filename"], one["test_id"], one["line_number"], one["issue_text"]
        )


# --- our own rules ---


def _by_rules() -> tuple[Line, list[str]]:
    said = _semgrep(OURS, ROOT)
    read = {Path(one) for one in said["paths"]["scanned"]}
    what = f"semgrep, {len(examples.rules())} rules of ours over {len(read):,} files"
    line, wrong = _judged("semgrep", _of_semgrep(said), what)
    wrong += [f"semgrep did not read {one}" for one in sorted(ours() - read)]
    return line, wrong


def _by_examples() -> tuple[Line, list[str]]:
    with TemporaryDirectory(prefix="kintrace-attack-") as folder:
        examples.laid(Path(folder))
        wrong = [*examples.misread(_of_semgrep(_semgrep(OURS, Path(folder))))]
    every, lines = len(examples.rules()), sum(map(len, map(examples.marked, _files())))
    what = f"each rule finds its own bad example ({lines} lines) and none of the good ones in it"
    good = every - len({one.split()[2] for one in wrong})
    return (what, f"{good} of {every}", f"{every} of {every}"), wrong


def _files() -> list[Path]:
    return list(examples.examples().values())


def ours() -> set[Path]:
    """What is served of ours and is code: no tests."""
    files = (one.relative_to(ROOT) for one in (ROOT / OURS).rglob("*"))
    return {one for one in files if one.suffix in READ and "tests" not in one.parts}


def _semgrep(folder: str, where: Path) -> dict[str, Any]:
    command = [str(tools.tool("semgrep")), "scan", "--config", str(examples.RULES), *QUIET]
    command += ["--quiet", "--json", "--max-target-bytes", "0", "--exclude", "tests", folder]
    said, trouble = _asked(command, where)
    if not said["paths"]["scanned"]:
        raise RuntimeError(f"semgrep has read nothing: {said['errors']} {trouble}")
    return said


def _of_semgrep(said: dict[str, Any]) -> Iterator[Finding]:
    for one in said["results"]:
        test, says = one["check_id"].rpartition(".")[2], one["extra"]["message"]
        yield Finding("semgrep", one["path"], test, one["start"]["line"], says)
    for one in said["errors"]:  # what it could not read it did not look at
        kind = one["type"] if isinstance(one["type"], str) else one["type"][0]
        says = str(one.get("message", "")).partition("\n")[0]
        yield Finding("semgrep", one.get("path") or "rules.yml", kind, 0, says)


# --- both ---


def _judged(tool: str, found: Iterator[Finding], what: str) -> tuple[Line, list[str]]:
    listed = accepting.accepted(tool)
    new, stale = accepting.judged(found, listed)
    let_off = sum(one.times for one in listed)
    measured = f"{len(new)} ({let_off} accepted, each with its reason; {len(stale)} of them gone)"
    gone = [f"accepted.toml, {tool}: {one}" for one in stale]
    return (what, measured, "0, and none gone"), [*new, *gone]


def _asked(command: list[str], where: Path) -> tuple[dict[str, Any], str]:
    """What a tool says as JSON, and what it says beside; it may write into its own folder alone."""
    home = tools.FOLDER / "home"
    home.mkdir(parents=True, exist_ok=True)
    told = tools.surroundings() | {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    done = subprocess.run(
        command, cwd=where, env=told, capture_output=True, text=True, check=False, timeout=LONGEST
    )
    if not done.stdout.startswith("{"):
        raise RuntimeError(f"{Path(command[0]).name} gave no answer: {done.stderr}")
    said: dict[str, Any] = json.loads(done.stdout)
    return said, done.stderr


if __name__ == "__main__":
    sys.exit(main())
