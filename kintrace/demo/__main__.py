"""`python -m kintrace.demo`: make the invented network once, then serve it until Ctrl-C.

Standard library only, so that this parent stays small: the work is done by three children
(set-up, then web and worker), and what one of them needs stands in the environment.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from kintrace.operations.forgetting import SURROUNDINGS

ROOT = Path(__file__).resolve().parent.parent.parent
MEGABYTE = 1024 * 1024
# A portrait is drawn on sheets of many megabytes. Once one was freed, the C library would keep room
# for the next within the process, for good; so it gives what is large back at once.
GIVEN_BACK = f"glibc.malloc.mmap_threshold={MEGABYTE}"


def main() -> int:
    started = float(os.environ.get("KINTRACE_STARTED", time.time()))
    port = _options().port
    data = Path(os.environ.get("KINTRACE_DATA", ROOT / "var" / "demo"))
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    trouble = _what_is_missing(port, data)
    if trouble:
        _say(trouble)
        return 1
    os.environ.update(_surroundings(data, port))
    if not _prepared(data):
        _say(
            "The demo could not be made; the reason stands above. Delete the folder of the demo "
            f"({data}) and try again."
        )
        return 1
    return _serve(port, started)


def _prepared(data: Path) -> bool:
    """Make what is missing; when nothing of it changed since the last time, that is nothing."""
    stamp, now = data / "prepared", _state_of_the_code()
    if stamp.exists() and stamp.read_text() == now:
        return True
    if _manage("prepare_demo").wait() != 0:
        return False
    stamp.write_text(now)
    return True


def _state_of_the_code() -> str:
    """Changes when a migration or a file that pages load does."""
    files = [*ROOT.glob("kintrace/*/migrations/*.py"), *ROOT.glob("kintrace/*/static/**/*.*")]
    seen = [f"{file}{file.stat().st_size}{file.stat().st_mtime_ns}" for file in sorted(files)]
    return hashlib.sha256("".join(seen).encode()).hexdigest()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kintrace.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    return parser.parse_args()


def _what_is_missing(port: int, data: Path) -> str:
    """A sentence that says what to do, or nothing."""
    if shutil.disk_usage(data).free < 200 * MEGABYTE:
        return "The disk is full: the demo needs 200 MB. Make room and start it again."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return (
                f"Port {port} is taken, perhaps by a demo that still runs. Stop that one, or "
                f"choose another port: make demo PORT={port + 1}"
            )
    return ""


def _surroundings(data: Path, port: int) -> dict[str, str]:
    return {
        **SURROUNDINGS,
        "GLIBC_TUNABLES": f"{SURROUNDINGS['GLIBC_TUNABLES']}:{GIVEN_BACK}",
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_DEMO": "1",
        "KINTRACE_SIDE": "both",
        "KINTRACE_DATA": str(data),
        "KINTRACE_HOSTS": "localhost,127.0.0.1",
        "KINTRACE_PUBLIC_ADDRESS": f"http://localhost:{port}",
        "KINTRACE_SECRET_KEY": _kept(data / "secret", secrets.token_urlsafe(50)),
        "KINTRACE_ANSWER_SALT": _kept(data / "salt", secrets.token_hex(16)),
    }


def _kept(file: Path, fresh: str) -> str:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(fresh)
    return file.read_text()


def _manage(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(ROOT / "manage.py"), *words], cwd=ROOT)  # noqa: S603 our own command


def _serve(port: int, started: float) -> int:
    web = _start_web(port)
    worker = _manage("demo_worker")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if not _first_page(port, web):
            return 1
        _welcome(port, time.time() - started)
        return _watch(web, worker)
    except (KeyboardInterrupt, SystemExit):
        _say("Stopped. What you did is kept; make demo starts it again.")
        return 0
    finally:
        _stop(web, worker)


def _start_web(port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gunicorn", "-c", "python:kintrace.operations.serving"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "1"]
    return subprocess.Popen(command, cwd=ROOT)  # noqa: S603 our own command


def _first_page(port: int, web: subprocess.Popen[bytes]) -> bool:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/en/", timeout=5).read()
        except OSError:  # refused, reset or late: the server is still starting
            if web.poll() is not None:
                return False
            time.sleep(0.1)
        else:
            return True
    return False


def _welcome(port: int, seconds: float) -> None:
    _say(
        f"Kintrace is ready after {seconds:.1f} s.\n"
        f"  The wall          http://localhost:{port}/en/\n"
        f"  The desk          http://localhost:{port}/desk/\n"
        f"  Who can sign in   http://localhost:{port}/demo/\n"
        "People and faces are invented. More of them come while you look round; the last page "
        "says how far it is. Ctrl-C stops it."
    )


def _watch(web: subprocess.Popen[bytes], worker: subprocess.Popen[bytes]) -> int:
    while web.poll() is None and worker.poll() is None:
        time.sleep(0.2)
    _say("One half of the demo stopped by itself; the reason stands above.")
    return 1


def _stop(*children: subprocess.Popen[bytes]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
