"""`make release`: the same bytes for the same commit, and who changes one of them is found out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kintrace import __version__
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = later("test_release", turns=4)
ROOT = Path(__file__).resolve().parent.parent
SIGNERS = "deploy/releases/allowed_signers"
WHO = {
    f"GIT_{who}_{what}": "x@example.invalid"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}
OF_TODAY = (
    *("kintrace/__init__.py", "pyproject.toml", "CHANGELOG.md", "requirements.txt"),
    *("requirements-network.txt", "deploy/release.py", "deploy/packages.txt", ".gitignore"),
    *(f"deploy/releases/{__version__}/migrations.txt", SIGNERS, "docs/upgrade.md"),
)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key of this test, which signs nothing else."""
    made = tmp_path_factory.mktemp("key") / "release"
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "of a test", "-f", str(made)]
    subprocess.run(command, check=True)
    return made


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory, key: Path) -> Path:
    """A repository of what a release is made of, in which the test's key may sign."""
    tree = tmp_path_factory.mktemp("tree")
    for name in OF_TODAY:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tree / name)
    public = key.with_suffix(".pub").read_text()
    (tree / SIGNERS).write_text(f'releases@kintrace namespaces="kintrace-release" {public}')
    git(tree, "init", "--quiet")
    commit(tree)
    return tree


@pytest.fixture(scope="module")
def finished(scratch: Path, key: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one release handed out."""
    done = release(scratch, key)
    assert done.returncode == 0, done.stderr
    handed = tmp_path_factory.mktemp("handed") / "dist"
    shutil.move(scratch / "dist", handed)
    shutil.copy(scratch / SIGNERS, handed)
    return handed


@pytest.fixture
def clean(scratch: Path) -> Iterator[Path]:
    """As it was committed, before and after."""
    yield scratch
    git(scratch, "reset", "--quiet", "--hard", "HEAD")
    git(scratch, "clean", "--quiet", "--force", "-d", "-x")


def git(tree: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(tree), *words], env=os.environ | WHO, check=True)


def commit(tree: Path) -> None:
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "release: Try it.")


def release(tree: Path, key: Path | None) -> subprocess.CompletedProcess[str]:
    surroundings = os.environ | {"RELEASE_KEY": str(key or "")}
    command = [sys.executable, str(tree / "deploy" / "release.py")]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


def documented(folder: Path) -> list[int]:
    """How each of the commands ends that an administrator is told to verify a release by."""
    found = re.search(
        r"^```sh verify\n(.*?)^```",
        (ROOT / "docs/upgrade.md").read_text(),
        re.MULTILINE | re.DOTALL,
    )
    assert found is not None
    commands = found[1].strip().splitlines()
    assert len(commands) == 2
    return [
        subprocess.run(["sh", "-c", one], cwd=folder, capture_output=True, check=False).returncode
        for one in commands
    ]


def test_everything_names_one_version_that_the_changelog_tells_of() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == __version__
    assert re.search(
        rf"^## {__version__} – \d+ \w+ \d{{4}}$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE
    )
    said = subprocess.check_output([sys.executable, "manage.py", "--version"], cwd=ROOT, text=True)
    assert said == f"Kintrace {__version__}\n"


def test_made_again_of_the_same_commit_it_is_the_same(
    clean: Path, finished: Path, key: Path
) -> None:
    again = release(clean, key)
    assert again.returncode == 0, again.stderr
    shutil.copy(clean / SIGNERS, clean / "dist")
    assert held(clean / "dist") == held(finished)
    names = {"allowed_signers", "SHA256SUMS", "SHA256SUMS.sig"}
    names |= {f"kintrace-{__version__}{kind}" for kind in (".tar.gz", ".cdx.json")}
    assert held(finished).keys() == names


def test_a_changed_byte_is_refused_by_the_documented_commands(finished: Path) -> None:
    files = held(finished)
    assert documented(finished) == [0, 0]
    for name, data in files.items():
        if name == "allowed_signers":
            continue
        for place in (0, len(data) // 2, len(data) - 2):
            flipped = bytearray(data)
            flipped[place] ^= 1
            (finished / name).write_bytes(flipped)
            assert documented(finished) != [0, 0], (name, place)
        (finished / name).write_bytes(data)
    assert documented(finished) == [0, 0]


def held(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_source_is_what_the_commit_holds(finished: Path) -> None:
    with tarfile.open(finished / f"kintrace-{__version__}.tar.gz") as tar:
        names = {one.name for one in tar.getmembers() if one.isfile()}
    assert names == {f"kintrace-{__version__}/{name}" for name in OF_TODAY}


def test_the_list_of_parts_is_whole_and_names_no_host(finished: Path) -> None:
    text = (finished / f"kintrace-{__version__}.cdx.json").read_text()
    assert "://" not in text
    parts = json.loads(text)["components"]
    locked = set(
        re.findall(
            r"^([\w.-]+)==([^\s;\\]+)",
            (ROOT / "requirements-network.txt").read_text(),
            re.MULTILINE,
        )
    )
    python = [part for part in parts if part["purl"].startswith("pkg:pypi/")]
    assert {(part["name"], part["version"]) for part in python} == locked
    assert all(part["externalReferences"][0]["hashes"] for part in python)
    scopes = {part["name"]: part["scope"] for part in parts}
    assert (scopes["django"], scopes["hvac"], scopes["chromium"]) == (
        "required",
        "optional",
        "excluded",
    )
    listed = [
        line
        for line in (ROOT / "deploy/packages.txt").read_text().splitlines()
        if re.match(r"\w", line)
    ]
    assert len(parts) - len(python) == len(listed)


def test_nothing_is_released_of_a_tree_that_holds_more_than_its_commit(
    clean: Path, key: Path
) -> None:
    (clean / "new.txt").write_text("not committed")
    done = release(clean, key)
    assert done.returncode == 1
    assert "no commit does" in done.stderr


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("CHANGELOG.md", f"## {__version__} – ", "## 0.0.9 – ", "no section of"),
        ("pyproject.toml", f'version = "{__version__}"', 'version = "9.9.9"', "different versions"),
        (f"deploy/releases/{__version__}/migrations.txt", "", "", "make release-data"),
        (SIGNERS, "ssh-ed25519", "# ssh-ed25519", "is not in"),
    ],
)
def test_what_is_missing_is_said(
    scratch: Path, tmp_path: Path, key: Path, name: str, old: str, new: str, said: str
) -> None:
    tree = tmp_path / "tree"
    shutil.copytree(scratch, tree)
    if old:
        (tree / name).write_text((tree / name).read_text().replace(old, new, 1))
    else:
        (tree / name).unlink()
    commit(tree)
    done = release(tree, key)
    assert done.returncode == 1
    assert said in done.stderr
    assert not list((tree / "dist").glob("*"))


def test_a_key_must_be_given_and_must_not_lie_in_the_tree(clean: Path, key: Path) -> None:
    assert "ssh-keygen -t ed25519" in release(clean, None).stderr
    inside = clean / "dist" / "key"
    inside.parent.mkdir(exist_ok=True)
    shutil.copy(key, inside)
    assert "handed out some day" in release(clean, inside).stderr


def test_no_private_key_is_in_this_repository() -> None:
    found = subprocess.run(
        ["git", "-C", str(ROOT), "grep", "--files-with-matches", "BEGIN OPENSSH PRIVATE" + " KEY"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
