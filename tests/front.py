"""nginx as it stands before both sides in service, on ports of its own, as who runs the tests."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.drills.service import PATIENCE, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OURS = Path(__file__).resolve().parent.parent / "deploy" / "nginx"
DEBIANS = Path("/etc/nginx")
WALL, DESK = "wall.localhost", "desk.localhost"


@dataclass
class Front:
    """Where it lives and answers."""

    folder: Path
    port: int
    names: tuple[str, str] = (WALL, DESK)

    @property
    def wall(self) -> str:
        return f"https://{self.names[0]}:{self.port}"

    @property
    def desk(self) -> str:
        return f"https://{self.names[1]}:{self.port}"

    @property
    def bodies(self) -> Path:
        """Where a request's body would be laid that does not stay in memory."""
        return self.folder / "bodies"

    @property
    def trusted(self) -> ssl.SSLContext:
        """Trusts the one who signed its certificate: itself."""
        return ssl.create_default_context(cafile=str(self.folder / "tls" / "wall.pem"))

    def ask(
        self,
        host: str,
        path: str,
        body: bytes | Iterator[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, Mapping[str, str], str]:
        """One request by HTTP/1.1: status, headers, page. Pieces are sent without saying how many
        will come."""
        line = http.client.HTTPSConnection(host, self.port, timeout=60)
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        line.sock = self.trusted.wrap_socket(plain, server_hostname=host)
        try:
            line.request("GET" if body is None else "POST", path, body, dict(headers or {}))
            answer = line.getresponse()
            heard = dict[str, str]()
            for name, value in answer.getheaders():  # one that was said twice is seen
                before = heard.get(name.lower())
                heard[name.lower()] = f"{before}, {value}" if before else value
            return answer.status, heard, answer.read().decode(errors="replace")
        finally:
            line.close()

    def logged(self) -> str:
        """All that it wrote anywhere about anybody."""
        files = sorted((self.folder / "log").iterdir())
        return "\n".join(file.read_text(errors="replace") for file in files)


def lay(folder: Path, changed: Mapping[str, str], port: int) -> Front:
    """Debian's own configuration with ours in it, as docs/runbook.md lays it; `changed` is what
    else is put in the place of what."""
    debians(folder)
    ours = {
        "/etc/nginx/snippets": f"{folder}/snippets",
        "/etc/ssl/kintrace": f"{folder}/tls",
        "/var/log/nginx": f"{folder}/log",
        "/run/kintrace-nginx": f"{folder}/bodies",
        "wall.example.org": WALL,
        "desk.example.org": DESK,
        "listen 443": f"listen {port}",
        "listen [::]:443": f"listen [::1]:{port}",
        "listen 80": f"listen {free_port()}",
        "    listen [::]:80;\n": "",
        "    listen [::]:80 default_server;\n": "",
        **changed,
    }
    _write(OURS / "kintrace.conf", folder / "conf.d" / "kintrace.conf", ours)
    _write(OURS / "kintrace-server.conf", folder / "snippets" / "kintrace-server.conf", ours)
    return Front(folder, port)


def debians(folder: Path, names: tuple[str, str] = (WALL, DESK)) -> None:
    """What Debian's package brings, in a folder of its own; and certificates."""
    for name in ("conf.d", "snippets", "tls", "log", "bodies", "else"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    there = {
        "/etc/nginx/conf.d": f"{folder}/conf.d",
        "/var/log/nginx": f"{folder}/log",
        "/run/nginx.pid": f"{folder}/pid",
        "user www-data;": "user root;" if os.geteuid() == 0 else "",
        "\tinclude /etc/nginx/sites-enabled/*;": _elsewhere(folder),
    }
    _write(DEBIANS / "nginx.conf", folder / "nginx.conf", there)
    _certificates(folder / "tls", names)


def _elsewhere(folder: Path) -> str:
    """Folders that only root could write, for things that nobody asks of it here."""
    kinds = ("proxy", "fastcgi", "uwsgi", "scgi")
    return "".join(f"\t{kind}_temp_path {folder}/else/{kind};\n" for kind in kinds)


def _write(source: Path, target: Path, changed: Mapping[str, str]) -> None:
    text = source.read_text()
    for before, after in changed.items():
        text = text.replace(before, after)
    target.write_text(text)


def _certificates(folder: Path, names: tuple[str, str]) -> None:
    """One for both names, signed by itself."""
    both = f"subjectAltName=DNS:{names[0]},DNS:{names[1]}"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "90", "-subj", f"/CN={names[0]}", "-addext", both]
    command += ["-keyout", str(folder / "wall.key"), "-out", str(folder / "wall.pem")]
    subprocess.run(command, check=True, capture_output=True)
    for ending in ("key", "pem"):
        shutil.copy(folder / f"wall.{ending}", folder / f"desk.{ending}")


@contextmanager
def serving(front: Front) -> Iterator[Front]:
    """Start it; stopped by its number."""
    command = ["nginx", "-c", str(front.folder / "nginx.conf"), "-e", str(front.folder / "said")]
    command += ["-g", "daemon off;"]
    process = subprocess.Popen(command)
    try:
        _wait(front, process)
        yield front
    finally:
        process.terminate()
        process.wait(20)


def _wait(front: Front, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"nginx did not start: {front.logged()}")
        try:
            front.ask(front.names[0], "/healthz")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("nginx did not answer")
