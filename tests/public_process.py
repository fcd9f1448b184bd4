"""The public side as it serves people: a process of its own, its own role, no key at all."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PATIENCE = 40.0  # seconds; a busy machine starts slowly


@contextmanager
def public_side(environment: Mapping[str, str]) -> Iterator[str]:
    """Serve the public side on a free port of this machine; gives its address.

    It finds the pictures and the pins where the running test put them.
    """
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", "kintrace.config.wsgi"]
    command += ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "4"]
    here = {"KINTRACE_FACES": str(settings.FACES), "KINTRACE_PINS": str(settings.PINS)}
    process = subprocess.Popen(
        [*command, "--log-level", "warning", "--no-control-socket"],
        env={**environment, **here},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/en/", process)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 our own page
        except urllib.error.HTTPError:
            raise
        except OSError:
            if process.poll() is not None:
                raise RuntimeError("the public side stopped while starting") from None
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("the public side did not start")
