"""`make release`: what is handed to administrators, in dist/, the same bytes for the same commit.

The source, the list of its parts (CycloneDX), their sums, and a signature of the sums. The key that
signs is named by RELEASE_KEY and never lies in this tree; docs/upgrade.md says how one is made.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
SIGNERS = ROOT / "deploy" / "releases" / "allowed_signers"
WHO, WHAT_FOR = "releases@kintrace", "kintrace-release"
# All that any installation may need; what only the network shape does is marked as optional.
LOCK, SMALLER_LOCK = ROOT / "requirements-network.txt", ROOT / "requirements.txt"
NOT_IN_SERVICE = {"test", "slow", "bench", "attack"}
HOW_TO_MAKE = (
    'ssh-keygen -t ed25519 -C "releases of Kintrace" -f kintrace-release\n'
    "Keep it off this machine but for the moment of a release, with a passphrase, and add its\n"
    f'public half to {SIGNERS.relative_to(ROOT)}: {WHO} namespaces="{WHAT_FOR}" ssh-ed25519 …'
)


class Refused(Exception):
    """The release is not made; the text says what to do."""


def main() -> int:
    try:
        version = checked_version()
        key = signing_key()
        DIST.mkdir(exist_ok=True)
        for old in DIST.iterdir():
            old.unlink()
        files = [source(version), parts(version)]
        sign(sums(files), key)
    except Refused as reason:
        print(f"\nNo release was made. {reason}\n", file=sys.stderr)
        return 1
    for file in sorted(DIST.iterdir()):
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size} bytes")
    return 0


# --- may it be released? ---


def checked_version() -> str:
    """The version that everything in this tree agrees on."""
    if run("git", "status", "--porcelain"):
        raise Refused("The tree holds what no commit does: commit it or take it away.")
    code = (ROOT / "kintrace" / "__init__.py").read_text()
    found = re.search(r'^__version__ = "([\d.]+)"$', code, re.MULTILINE)
    version = found[1] if found else ""
    if version != tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]:
        raise Refused("kintrace/__init__.py and pyproject.toml name different versions.")
    if not told_of(version):
        raise Refused(f"CHANGELOG.md has no section of {version} with a day and words in it.")
    if not (ROOT / "deploy" / "releases" / version / "migrations.txt").exists():
        raise Refused(f"deploy/releases/{version} is missing: make release-data, and commit it.")
    return version


def told_of(version: str) -> str:
    """What the changelog says of a version."""
    text = (ROOT / "CHANGELOG.md").read_text()
    heading = rf"^## {re.escape(version)} – \d{{1,2}} [A-Z][a-z]+ \d{{4}}\n(.*?)(?=^## |\Z)"
    found = re.search(heading, text, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def signing_key() -> Path:
    key = Path(os.environ.get("RELEASE_KEY", ""))
    if not key.is_file():
        raise Refused(
            f"RELEASE_KEY must name the private key that signs. To make one:\n{HOW_TO_MAKE}"
        )
    if key.resolve().is_relative_to(ROOT):
        raise Refused("RELEASE_KEY lies in this tree, where it would be handed out some day.")
    try:
        with tempfile.TemporaryDirectory() as folder:
            probe = Path(folder, "probe")
            probe.write_text("Does it sign?")
            sign(probe, key)
    except subprocess.CalledProcessError as reason:
        raise Refused(
            f"The key does not sign, or is not in {SIGNERS.relative_to(ROOT)}. To add one:\n"
            f"{HOW_TO_MAKE}"
        ) from reason
    return key


# --- what it holds ---


def source(version: str) -> Path:
    """The tree of the commit: git gives the same archive each time, and so does gzip here."""
    name = f"kintrace-{version}"
    command = ["git", "-C", str(ROOT), "archive", "--format=tar", f"--prefix={name}/", "HEAD"]
    tree = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    file = DIST / f"{name}.tar.gz"
    file.write_bytes(gzip.compress(tree, compresslevel=9, mtime=0))
    return file


def parts(version: str) -> Path:
    """The list of parts: Python packages with their hashes, and Debian's packages by name."""
    made = json.loads(
        run(
            *(str(Path(sys.executable).parent / "cyclonedx-py"), "requirements", str(LOCK)),
            *("--pyproject", "pyproject.toml", "--mc-type", "application"),
            *("--of", "JSON", "--sv", "1.6", "--output-reproducible"),
        )
    )
    smaller = set(re.findall(r"^([\w.-]+)==", SMALLER_LOCK.read_text(), re.MULTILINE))
    python = {part["purl"]: _of_python(part, smaller) for part in made["components"]}
    root = {"type": "application", "name": "kintrace", "version": version, "bom-ref": "kintrace"}
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**root, "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": [*(python[purl] for purl in sorted(python)), *debian()],
    }
    text = json.dumps(bom, indent=1, ensure_ascii=False)
    _must_be_valid(text)
    file = DIST / f"kintrace-{version}.cdx.json"
    file.write_text(text)
    return file


def _of_python(part: dict[str, Any], smaller: set[str]) -> dict[str, Any]:
    """Without the name of a registry: where somebody gets it is theirs, what it must be is not."""
    hashes = [one for found in part["externalReferences"] for one in found.get("hashes", [])]
    return {
        "type": "library",
        "name": part["name"],
        "version": part["version"],
        "purl": part["purl"],
        "bom-ref": part["purl"],
        "scope": "required" if part["name"] in smaller else "optional",
        "externalReferences": [{"type": "distribution", "url": part["purl"], "hashes": hashes}],
    }


def debian() -> list[dict[str, Any]]:
    """Packages of the system, of the version that the installed Debian has."""
    found, section = [], ""
    for line in (ROOT / "deploy" / "packages.txt").read_text().splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif line and not line.startswith("#"):
            name = line.split()[0]
            scope = "excluded" if section in NOT_IN_SERVICE else "required"
            purl = f"pkg:deb/debian/{name}"
            part = {"type": "library", "name": name, "purl": purl, "bom-ref": f"{purl}#{section}"}
            found.append({**part, "scope": scope, "group": section})
    return found


def _must_be_valid(text: str) -> None:
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 - not there where nothing is released
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415 - the same

    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise Refused(f"The list of parts is no CycloneDX: {wrong}")


# --- what proves it ---


def sums(files: list[Path]) -> Path:
    """As `sha256sum --check` reads them."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files]
    listed = DIST / "SHA256SUMS"
    listed.write_text("\n".join([*sorted(lines), ""]))
    return listed


def sign(listed: Path, key: Path) -> None:
    """Sign, and look at it as an administrator will."""
    run("ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", WHAT_FOR, str(listed))
    signature = listed.with_name(f"{listed.name}.sig")
    verify = ["ssh-keygen", "-q", "-Y", "verify", "-f", str(SIGNERS), "-I", WHO]
    run(*verify, "-n", WHAT_FOR, "-s", str(signature), sent=listed.read_bytes())


def run(*command: str, sent: bytes | None = None) -> str:
    done = subprocess.run(command, cwd=ROOT, input=sent, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


if __name__ == "__main__":
    sys.exit(main())
