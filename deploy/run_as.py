"""Run a command as a unit of ours runs: `python3 deploy/run_as.py staff manage.py doctor`.

The unit says everything: user, surroundings, secrets, place, umask and capability. Without a
command its own is run. Standard library only, for who has only Debian's Python. What systemd does
beyond that (which folders and calls a process has) is not done here: a command is an
administrator's, and stays before their eyes. Units are looked for in $UNITS, else where
docs/runbook.md puts them.
"""

from __future__ import annotations

import grp
import os
import pwd
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = ("PATH", "LANG", "TERM", "TZ")
INSTALLED = "/etc/systemd/system"


class Unit:
    """The [Service] part of a unit file, as far as a command needs it."""

    def __init__(self, side: str) -> None:
        path = Path(os.environ.get("UNITS", INSTALLED)) / f"kintrace-{side}.service"
        said = (line.partition("=") for line in path.read_text("utf-8").splitlines())
        self.name = path.name
        self.lines = [(name, value) for name, sign, value in said if sign and name[0] != "#"]

    def all(self, name: str) -> list[str]:
        """Every value of a directive that may stand several times."""
        return [value for known, value in self.lines if known == name]

    def one(self, name: str, default: str = "") -> str:
        """The last value of a directive."""
        return (self.all(name) or [default])[-1]

    def surroundings(self, secrets: Path) -> dict[str, str]:
        """What the process finds in its environment; a file overrules the unit, as in systemd."""
        ours = {name: os.environ[name] for name in KEPT if name in os.environ}
        for line in self.all("Environment"):
            words = line.replace("%d", str(secrets)).replace("%t", os.environ.get("RUN", "/run"))
            ours |= dict(word.split("=", 1) for word in shlex.split(words))
        for file in self.all("EnvironmentFile"):
            ours |= read(Path(file))
        return ours


def read(file: Path) -> dict[str, str]:
    """A file of surroundings: NAME=value, one a line, the value quoted or not."""
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    said = (line.partition("=") for line in lines if line and line[0] not in "#;")
    return {name: "".join(shlex.split(value)) for name, _, value in said}


def who(unit: Unit) -> tuple[int, int]:
    """The user and group of the unit by number; our own where we may not become another."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    user, group = unit.one("User"), unit.one("Group") or unit.one("User")
    uid = int(user) if user.isdigit() else pwd.getpwnam(user).pw_uid
    return uid, int(group) if group.isdigit() else grp.getgrnam(group).gr_gid


@contextmanager
def secrets_of(unit: Unit, owner: tuple[int, int]) -> Iterator[Path]:
    """A folder for this run alone, with what the unit loads; it is gone afterwards."""
    room = os.environ.get("RUN", "/run")
    folder = Path(tempfile.mkdtemp(prefix="kintrace-as-", dir=room))
    try:
        for name, _, source in (line.partition(":") for line in unit.all("LoadCredential")):
            handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
            with os.fdopen(handle, "wb") as file:
                file.write(Path(source).read_bytes())
            os.chown(folder / name, *owner)
        folder.chmod(0o500)
        os.chown(folder, *owner)
        yield folder
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


def as_user(unit: Unit, owner: tuple[int, int]) -> list[str]:
    """The words that make the command that user's, with the unit's capabilities and no more."""
    if os.geteuid() != 0:
        return ["setpriv", "--no-new-privs", "--"]
    uid, gid = owner
    words = [f"--reuid={uid}", f"--regid={gid}", "--clear-groups", "--no-new-privs"]
    held = [f"+{name[4:].lower()}" for name in unit.one("AmbientCapabilities").split()]
    if held:
        words += [f"--inh-caps=-all,{','.join(held)}", f"--ambient-caps=-all,{','.join(held)}"]
    return ["setpriv", *words, "--"]


def command_of(unit: Unit, given: list[str], ours: dict[str, str]) -> list[str]:
    """What to run: what was given, or what the unit itself starts; manage.py by its Python."""
    words = given or [
        ours.get(word[2:-1], "") if word.startswith("${") else word
        for word in shlex.split(unit.one("ExecStart"))
    ]
    if words[0] == "manage.py":
        words = [f"{unit.one('WorkingDirectory')}/.venv/bin/python", *words]
    return words


def run(side: str, given: list[str]) -> int:
    """Run it to its end; a signal to us is a signal to it."""
    unit = Unit(side)
    owner = who(unit)
    with secrets_of(unit, owner) as secrets:
        ours = unit.surroundings(secrets)
        os.umask(int(unit.one("UMask", "0022"), 8))
        command = [*as_user(unit, owner), *command_of(unit, given, ours)]
        process = subprocess.Popen(command, env=ours, cwd=unit.one("WorkingDirectory"))
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda got, _frame: process.send_signal(got))
        return process.wait()


def main(words: list[str]) -> int:
    """0 when the command was content; a sentence for what is missing."""
    if not words or words[0].startswith("-"):
        print(
            "Usage: run_as.py owner|public|staff|worker|matcher|backup [command …]", file=sys.stderr
        )
        return 2
    try:
        code = run(words[0], words[1:])
    except (OSError, KeyError) as missing:
        print(f"It cannot be run as {words[0]}: {missing}", file=sys.stderr)
        return 2
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
