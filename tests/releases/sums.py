"""`python -m tests.releases.sums`: the sums of a version that nobody has yet, written anew.

Until a version is tagged its migrations may still be mended, as long as both ways to it give the
same database (tests/test_upgrade.py compares them). From then on they stand.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys

from kintrace import __version__
from tests.releases.place import LIST, RELEASES, ROOT


def main() -> int:
    """Write the sums of the same migrations; a new one belongs to the next version."""
    if _is_tagged():
        sys.stderr.write(f"{__version__} was released: its migrations are changed no more.\n")
        return 1
    listed = RELEASES / __version__ / LIST
    names = [line.split()[0] for line in listed.read_text().splitlines()]
    listed.write_text("".join(f"{name} {_sum(name)}\n" for name in names))
    return 0


def _sum(name: str) -> str:
    app, migration = name.split(".")
    file = ROOT / "kintrace" / app / "migrations" / f"{migration}.py"
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _is_tagged() -> bool:
    command = ["git", "-C", str(ROOT), "tag", "--list", f"v{__version__}"]
    return bool(subprocess.run(command, capture_output=True, check=True).stdout.strip())


if __name__ == "__main__":
    sys.exit(main())
