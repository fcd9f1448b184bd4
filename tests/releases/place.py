"""Where the data of a release lie, and how they are packed: the same bytes for the same files."""

from __future__ import annotations

import json
import lzma
import tarfile
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASES = ROOT / "deploy" / "releases"
LARGEST = 2_000_000  # bytes of one archive: every clone carries each of them for ever
SAID, LIST = "said.json", "migrations.txt"


@dataclass(frozen=True)
class Said:
    """What was told in the network that a release left, so that it can be asked for again."""

    columns: list[str]  # in each of which something planted was read back
    codes: list[str]  # of the house, which count as planted
    opens: dict[str, str]  # member by sign-in → opening password; together they open every box
    societies: list[str]

    def write(self, folder: Path) -> None:
        (folder / SAID).write_text(json.dumps(asdict(self), indent=1, sort_keys=True))

    @classmethod
    def read(cls, folder: Path) -> Said:
        return cls(**json.loads((folder / SAID).read_text()))


def archive_of(version: str, vendor: str) -> Path:
    return RELEASES / version / f"{vendor}.tar.xz"


def pack(folder: Path, archive: Path) -> None:
    """All files of a folder in one archive that tells neither who packed it nor when."""
    held = BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                entry = tarfile.TarInfo(str(file.relative_to(folder)))
                entry.size, entry.mode = file.stat().st_size, 0o600
                tar.addfile(entry, BytesIO(file.read_bytes()))
    archive.parent.mkdir(parents=True, exist_ok=True)
    archive.write_bytes(lzma.compress(held.getvalue(), preset=9 | lzma.PRESET_EXTREME))


def unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive, mode="r:xz") as tar:
        tar.extractall(folder, filter="data")
