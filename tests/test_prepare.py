"""What a newcomer's machine lacks is said in plain words; what it has is not fetched again."""

import runpy
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Stands for uv: makes an environment of links, and notes what it was asked for.
UV = f"""#!/bin/sh
echo "$@" >> asked
if [ "$1" = venv ]; then mkdir -p .venv/bin; ln -sf {sys.executable} .venv/bin/python; fi
"""
WITHOUT_NETWORK = UV + '[ "$1" = venv ] || { echo "dns error" >&2; exit 2; }\n'


class Machine:
    """A copy of what prepare.py reads, on a machine with nothing but what a test adds."""

    def __init__(self, folder: Path) -> None:
        self.tree = folder / "tree"
        self.programs = folder / "programs"
        self.modules = folder / "modules"
        for path in (self.tree / "deploy", self.programs, self.modules):
            path.mkdir(parents=True)
        for name in ("deploy/prepare.py", "deploy/packages.txt", "deploy/uv.txt"):
            shutil.copy(ROOT / name, self.tree / name)
        for lock in ROOT.glob("requirements*.txt"):
            shutil.copy(lock, self.tree / lock.name)
        self.needs_nothing_of_debian()

    def has(self, program: str, script: str) -> None:
        """Put a program on the machine's PATH."""
        path = self.programs / program
        path.write_text(script)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def needs_nothing_of_debian(self) -> None:
        self.needs()

    def needs(self, **sections: str) -> None:
        """What this machine lacks of Debian, by section; python3-venv as everywhere."""
        none = dict.fromkeys(("paper", "test", "slow", "drills", "service", "attack"), "")
        asked = {"venv": "python3-venv /nowhere"} | none | sections
        lines = [f"[{name}]\n{package}\n\n" for name, package in asked.items()]
        (self.tree / "deploy" / "packages.txt").write_text("".join(lines))

    def prepare(self, purpose: str, path: str = "") -> subprocess.CompletedProcess[str]:
        """Run prepare.py there; `path` is searched after the machine's own programs."""
        return subprocess.run(
            [sys.executable, "deploy/prepare.py", purpose],
            cwd=self.tree,
            env={"PATH": f"{self.programs}:{path}", "PYTHONPATH": str(self.modules)},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """What uv was asked for since the last look."""
        notes = self.tree / "asked"
        lines = notes.read_text().splitlines() if notes.exists() else []
        notes.write_text("")
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def prepare() -> dict[str, Any]:
    """The names of prepare.py."""
    return runpy.run_path(str(ROOT / "deploy" / "prepare.py"))


def test_the_second_run_asks_for_nothing(machine: Machine) -> None:
    machine.has("uv", UV)
    assert machine.prepare("demo", "/usr/bin:/bin").returncode == 0
    assert [line.split()[0] for line in machine.asked()] == ["venv", "pip"]
    assert machine.prepare("demo", "/usr/bin:/bin").stdout == ""
    assert machine.asked() == []


def test_a_changed_lock_file_is_installed(machine: Machine) -> None:
    machine.has("uv", UV)
    machine.prepare("demo", "/usr/bin:/bin")
    machine.asked()
    (machine.tree / "requirements.txt").write_text("# other\n")
    machine.prepare("demo", "/usr/bin:/bin")
    assert [line.split()[:2] for line in machine.asked()] == [["pip", "sync"]]


def test_a_demo_takes_no_package_of_the_tests_away(machine: Machine) -> None:
    machine.has("uv", UV)
    machine.prepare("test", "/usr/bin:/bin")
    machine.asked()
    machine.prepare("demo", "/usr/bin:/bin")
    assert machine.asked() == []
    (machine.tree / "requirements.txt").write_text("# other\n")
    machine.prepare("demo", "/usr/bin:/bin")
    assert [line.split()[:2] for line in machine.asked()] == [["pip", "install"]]


def test_tests_take_no_package_of_the_slow_ones_away(machine: Machine) -> None:
    machine.has("uv", UV)
    machine.prepare("slow", "/usr/bin:/bin")
    machine.asked()
    machine.prepare("test", "/usr/bin:/bin")
    machine.prepare("demo", "/usr/bin:/bin")
    assert machine.asked() == []
    (machine.tree / "requirements-dev.txt").write_text("# other\n")
    machine.prepare("test", "/usr/bin:/bin")
    assert [line.split()[:2] for line in machine.asked()] == [["pip", "install"]]


def test_a_missing_network_is_named(machine: Machine) -> None:
    machine.has("uv", WITHOUT_NETWORK)
    done = machine.prepare("demo", "/usr/bin:/bin")
    assert done.returncode == 1
    assert "dns error" in done.stderr
    assert "The first run needs the network; later ones do not." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_venv_module_is_named_with_the_command(machine: Machine) -> None:
    (machine.modules / "ensurepip.py").write_text("raise ImportError\n")
    done = machine.prepare("demo")
    assert done.returncode == 1
    assert "Python's venv module is missing (package python3-venv)." in done.stderr
    assert "sudo apt-get install --yes --no-install-recommends python3-venv" in done.stderr


def test_packages_that_may_not_be_installed_are_named_with_the_command(machine: Machine) -> None:
    machine.needs(test="fonts-of-mine /nowhere/at/all")
    done = machine.prepare("test")
    assert done.returncode == 1
    assert "The tests need Debian's packages fonts-of-mine." in done.stderr
    assert "sudo apt-get install --yes --no-install-recommends fonts-of-mine" in done.stderr


def test_a_demo_goes_on_without_what_only_its_posters_need(machine: Machine) -> None:
    machine.has("uv", UV)
    machine.needs(paper="fonts-of-mine /nowhere/at/all")
    for program in ("apt-get", "sudo"):
        machine.has(program, "#!/bin/sh\nexit 1\n")
    done = machine.prepare("demo", "/usr/bin:/bin")
    assert done.returncode == 0, done.stderr
    assert "Posters and reports as PDF need Debian's packages fonts-of-mine" in done.stdout
    assert "Everything else works without them." in done.stdout


def test_packages_are_installed_where_that_is_allowed(machine: Machine) -> None:
    machine.has("uv", UV)
    machine.has("sudo", '#!/bin/sh\nshift\nexec "$@"\n')
    machine.has(
        "apt-get",
        '#!/bin/sh\necho "apt-get $@" >> asked\n'
        "case $1 in update) touch lists;; install) [ -e lists ];; esac\n",
    )
    machine.needs(test="fonts-of-mine /nowhere/at/all")
    assert machine.prepare("test", "/usr/bin:/bin").returncode == 0
    asked = [line for line in machine.asked() if line.startswith("apt-get")]
    install = "apt-get install --yes --no-install-recommends fonts-of-mine"
    assert asked[-2:] == ["apt-get update --quiet", install]


def test_a_python_that_is_too_old_is_named(prepare: dict[str, Any]) -> None:
    with pytest.raises(prepare["Missing"], match=r"needs Python 3\.11 or newer; .* is 3\.9\."):
        prepare["need_python"]((3, 9))


def test_a_full_disk_is_named(prepare: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    usage = SimpleNamespace(free=300 * 1024**2)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(prepare["Missing"], match="300 MB free, 1024 MB needed"):
        prepare["need_room"]()


def test_the_rule_against_a_cluster_of_debians_is_written_once(
    prepare: dict[str, Any], tmp_path: Path
) -> None:
    command = prepare["no_cluster"]().replace("/etc/postgresql-common", str(tmp_path / "etc"))
    for _ in range(2):
        subprocess.run(["sh", "-c", command], check=True)
    rules = tmp_path / "etc" / "createcluster.conf"
    assert rules.read_text() == "create_main_cluster = false\n"


def test_service_has_what_several_machines_need_and_the_demo_takes_none_of_it_away(
    machine: Machine,
) -> None:
    machine.has("uv", UV)
    assert machine.prepare("service", "/usr/bin:/bin").returncode == 0
    assert any("requirements-network.txt" in line for line in machine.asked())
    assert machine.prepare("demo", "/usr/bin:/bin").returncode == 0
    assert not any(line.startswith("pip sync") for line in machine.asked())


def test_no_web_server_of_debians_answers_on_a_developers_machine(prepare: dict[str, Any]) -> None:
    assert "/dev/null /etc/systemd/system/nginx.service" in prepare["no_web_server"]()
