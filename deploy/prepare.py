"""Makes a bare machine ready: `python3 deploy/prepare.py demo`, `… test`, `… slow`, or for
service `… service`.

Standard library only, for it runs before anything is installed. Silent and quick when all is
there. What it cannot get by itself it names in plain words, with the command that gets it.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
BOOT = VENV / ".boot"  # a small environment beside the real one, for uv alone
STAMP = VENV / ".installed"
LOCKS = {
    "demo": ROOT / "requirements.txt",
    "test": ROOT / "requirements-dev.txt",
    "slow": ROOT / "requirements-slow.txt",
    "service": ROOT / "requirements-network.txt",
}
# Larger ones, with all of it.
HELD_BY = {
    "demo": ("service", "test", "slow"),
    "service": ("test", "slow"),
    "test": ("slow",),
    "slow": (),
}
TESTS = (
    ("test", "The tests need"),
    ("paper", "Posters need"),
    ("drills", "What follows docs/runbook.md needs"),
)
SECTIONS = {
    "demo": (),
    "test": TESTS,
    "slow": (*TESTS, ("slow", "The slow tests need")),
    "attack": (*TESTS, ("slow", "The attacks need"), ("attack", "The attacks need")),
    "service": (("paper", "Posters need"), ("service", "Service needs")),
}
LISTS = Path("/var/lib/apt/lists")
RULES = Path("/etc/postgresql-common/createcluster.conf")
UNIT = Path("/etc/systemd/system/nginx.service")
ROOM = 1024**3
OLDEST = (3, 11)


class Missing(Exception):
    """Something that only the reader can get; the text says what and how."""


def main(purpose: str) -> int:
    """Prepare for a purpose; one run at a time."""
    with Path(__file__).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            need_python(sys.version_info[:2])
            for section, who in SECTIONS[purpose]:
                debian_packages(section, who)
            python_packages("slow" if purpose == "attack" else purpose)
            catalogues()
            if purpose == "demo":
                wish_for("paper", "Posters and reports as PDF need")
        except Missing as missing:
            print(f"\n{missing}\n", file=sys.stderr)
            return 1
    return 0


def say(sentence: str) -> None:
    """Tell what takes a while."""
    print(sentence, flush=True)


def run(command: list[str], trouble: str) -> None:
    """Run a command, letting it speak for itself; `trouble` says what its failure means."""
    surroundings = {**os.environ, "VIRTUAL_ENV": str(VENV)}
    if "PIP_INDEX_URL" in os.environ:  # uv has its own name for a mirror
        surroundings.setdefault("UV_DEFAULT_INDEX", os.environ["PIP_INDEX_URL"])
    if subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode:
        raise Missing(trouble)


def need_python(version: tuple[int, ...]) -> None:
    """Kintrace runs on Python 3.11 and newer."""
    if version < OLDEST:
        raise Missing(
            f"Kintrace needs Python 3.11 or newer; {sys.executable} is {version[0]}.{version[1]}.\n"
            "If a newer one is installed, name it:\n\n    make demo PY=python3.12"
        )


def python_packages(purpose: str) -> None:
    """Install exactly what the lock file says; nothing to do when the stamp says it is done.

    The packages for slow tests hold those for tests, and these those of the demo: who asks for
    less never takes any of them away.
    """
    wanted = {name: hashlib.sha256(lock.read_bytes()).hexdigest() for name, lock in LOCKS.items()}
    have = installed()
    if have.get(purpose) == wanted[purpose]:
        return
    need_room()
    uv = installer()
    if not have:
        make_environment(uv)
    say(f"Installing the Python packages for `make {purpose}` …")
    do = "install" if any(larger in have for larger in HELD_BY[purpose]) else "sync"
    command = [uv, "pip", do, "--quiet", "--python", str(PYTHON), "--require-hashes"]
    if do == "install":
        command.append("--requirement")
    run([*command, str(LOCKS[purpose])], no_network("The Python packages could not be fetched"))
    held = [name for name, larger in HELD_BY.items() if purpose in (name, *larger)]
    have = {**have, **{name: wanted[name] for name in held}, "python": str(PYTHON.resolve())}
    STAMP.write_text(json.dumps(have))


def installed() -> dict[str, str]:
    """What the environment holds: {} when there is none, or when its Python has gone."""
    if not PYTHON.exists() or not STAMP.exists():
        return {}
    have: dict[str, str] = json.loads(STAMP.read_text())
    return have if have.get("python") == str(PYTHON.resolve()) else {}


def need_room() -> None:
    """An installation that breaks off half way is worse than none."""
    free = shutil.disk_usage(ROOT).free
    if free < ROOM:
        raise Missing(
            f"The disk of {ROOT} is nearly full: {free // 1024**2} MB free, 1024 MB needed.\n"
            "Make room and start again."
        )


def no_network(what: str) -> str:
    """The usual reason why something is not fetched."""
    return (
        f"{what}; the reason stands above.\n"
        "The first run needs the network; later ones do not. Behind a mirror of the package\n"
        "index, set PIP_INDEX_URL to its address. Then start again."
    )


def installer() -> str:
    """The uv that is on the machine, or one of our own in an environment beside the real one."""
    found = shutil.which("uv")
    if found:
        return found
    own = BOOT / "bin" / "uv"
    if not own.exists():
        need_venv_module()
        say("Fetching uv, which installs the Python packages …")
        shutil.rmtree(BOOT, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(BOOT)], "Python could not make an environment.")
        command = [str(BOOT / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
        command += ["--retries=1", "--require-hashes", "-r", str(ROOT / "deploy" / "uv.txt")]
        run(command, no_network("uv could not be fetched"))
    return str(own)


def need_venv_module() -> None:
    """Debian ships Python without the part that makes environments."""
    test = [sys.executable, "-c", "import ensurepip, venv"]
    if subprocess.run(test, stderr=subprocess.DEVNULL, check=False).returncode:
        packages = [name for name, _ in listed("venv")]
        install(packages, f"Python's venv module is missing (package {packages[0]})")


def make_environment(uv: str) -> None:
    """An empty environment in .venv; one whose Python has gone is replaced, uv's is kept."""
    if PYTHON.exists() and not STAMP.exists():
        return  # it stands; only its packages were never finished
    for old in VENV.glob("*"):
        if old.is_dir() and not old.is_symlink() and old != BOOT:
            shutil.rmtree(old)
        elif old != BOOT:
            old.unlink()
    command = [uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV)]
    run(command, "The Python environment could not be made; the reason stands above.")


def debian_packages(section: str, who: str) -> None:
    """Install the packages of a section whose files are not there."""
    missing = [name for name, proof in listed(section) if not any(Path("/").glob(proof[1:]))]
    if missing:
        install(missing, f"{who} Debian's packages {', '.join(missing)}")


def wish_for(section: str, who: str) -> None:
    """Install what only some pages need; where we may not, say so and go on."""
    try:
        debian_packages(section, who)
    except Missing as missing:
        say(f"\n{missing}\n\nEverything else works without them.\n")


def listed(section: str) -> list[list[str]]:
    """A section of packages.txt: pairs of package and a file that shows it is there."""
    text = (ROOT / "deploy" / "packages.txt").read_text().split(f"[{section}]")[1]
    return [line.split() for line in text.split("[")[0].splitlines() if line.strip()]


def install(packages: list[str], why: str) -> None:
    """Install Debian packages where we may; otherwise say which and how."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    rights = privilege()
    if rights is None or not shutil.which("apt-get"):
        raise Missing(f"{why}.\nInstall them and start again:\n\n    sudo {' '.join(command)}")
    say(f"{why}; installing …")
    if "postgresql" in packages:
        run([*rights, "sh", "-c", no_cluster()], "The rule for PostgreSQL could not be written.")
    if "nginx" in packages:
        run([*rights, "sh", "-c", no_web_server()], "The rule for nginx could not be written.")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
    known = any(LISTS.glob("*_Packages*"))
    if known and subprocess.run([*apt, *command], check=False).returncode == 0:
        return
    run([*apt, "apt-get", "update", "--quiet"], no_network("Debian's lists could not be fetched"))
    run([*apt, *command], f"{why}, and they could not be installed; the reason stands above.")


def privilege() -> list[str] | None:
    """How to become root without being asked for a password; None when we cannot."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def no_cluster() -> str:
    """Keep Debian from starting a server of its own: the tests start theirs."""
    rule = "create_main_cluster = false"
    return f"test -e {RULES} || {{ mkdir -p {RULES.parent}; echo '{rule}' > {RULES}; }}"


def no_web_server() -> str:
    """The same for nginx, which would answer on port 80 of a developer's machine ever after."""
    return f"test -e {UNIT} || {{ mkdir -p {UNIT.parent}; ln -s /dev/null {UNIT}; }}"


def catalogues() -> None:
    """Compile the translations that changed; what a translator marked unsure stays out."""
    texts = ROOT.glob("locale/*/LC_MESSAGES/django.po")
    if all(is_newer(text.with_suffix(".mo"), text) for text in texts):
        return
    command = [str(VENV / "bin" / "pybabel"), "--quiet", "compile", "-d", "locale", "-D", "django"]
    run(command, "A translation in locale/ could not be compiled; the reason stands above.")


def is_newer(made: Path, source: Path) -> bool:
    """Whether a file stands that is no older than what it is made from."""
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
