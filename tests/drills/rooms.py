"""`unshare --mount python rooms.py UNIT FOLDER RUN command …`: a unit's command among its folders.

systemd shows a process the tree as its unit says: most of it to read, some folders to write, some
not at all. Below FOLDER, where a test keeps a machine, the same is laid here; only root may. What
systemd lends from (LoadCredential) stays, for run_as.py lends from it inside: modes guard it.
"""

import os
import subprocess
import sys
from pathlib import Path

UNSEEN = "size=4k,mode=000,ro"


def values(unit: Path, name: str) -> list[str]:
    """Every word of a directive of a unit, without the mark of what may be missing."""
    lines = (line.partition("=") for line in unit.read_text().splitlines())
    return [
        word.removeprefix("-") for known, _, said in lines if known == name for word in said.split()
    ]


def mount(*words: str) -> None:
    """As root does it, for this process and those it starts."""
    subprocess.run(["mount", *words], check=True)


def lay(unit: Path, folder: str, run: str) -> None:
    """Read-only, then what may be written, then what is not there."""
    mount("--make-rprivate", "/")
    mount("--bind", folder, folder)
    mount("-o", "remount,bind,ro", folder)
    for path in (*values(unit, "ReadWritePaths"), run):
        mount("--bind", path, path)
        mount("-o", "remount,bind,rw", path)
    shown = [path for path in values(unit, "BindReadOnlyPaths") if Path(path).exists()]
    held = {path: os.open(path, os.O_PATH) for path in shown}
    for path in (one.partition(":")[0] for one in values(unit, "TemporaryFileSystem")):
        mount("-t", "tmpfs", "-o", "mode=0755", "tmpfs", path)
    for path, handle in held.items():
        Path(path).touch()
        mount("--bind", f"/proc/{os.getpid()}/fd/{handle}", path)
    lends = {Path(one.partition(":")[2]).parent for one in values(unit, "LoadCredential")}
    for path in values(unit, "InaccessiblePaths"):
        if Path(path).is_dir() and Path(path) not in lends:
            mount("-t", "tmpfs", "-o", UNSEEN, "tmpfs", path)


if __name__ == "__main__":
    lay(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
    os.execvp(sys.argv[4], sys.argv[4:])  # noqa: S606 - our own command, in our place
