"""A private S3 server for tests: own folder, own ports of this machine, gone afterwards.

It holds two buckets and knows three names: the staff side and the public side with the policies
that deploy/s3 gives to a real store, and an owner, who made the buckets. It is stopped by its
process id, and dies by itself when the test run is killed.
"""

from __future__ import annotations

import json
import secrets
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROGRAM = Path(sys.executable).parent / "weed"
POLICIES = Path(__file__).resolve().parent.parent / "deploy" / "s3"
BUCKETS = {"sealed": "kintrace-sealed", "faces": "kintrace-faces"}
OWNER, STAFF, PUBLIC = "owner", "staff", "public"
REGION = "us-east-1"
PATIENCE = 60.0  # seconds; a busy machine starts slowly
# One listens for files and one for the other parts of the same program, four times.
PARTS = ("master", "volume", "filer", "s3")


@dataclass
class Server:
    """Where it answers, where its files lie, and who may ask it with which secret."""

    folder: Path
    port: int
    secrets: dict[str, str] = field(
        default_factory=lambda: {who: secrets.token_hex(16) for who in (OWNER, STAFF, PUBLIC)}
    )

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self, who: str, **more: Any) -> Any:
        """As a program that is not ours would ask it."""
        return boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            region_name=REGION,
            aws_access_key_id=who,
            aws_secret_access_key=self.secrets[who],
            config=Config(s3={"addressing_style": "path"}, **more),
        )

    def places(self, who: str, *, folder: str = "", endpoint: str = "") -> dict[str, Any]:
        """The stores of `settings.STORAGES` as this side has them; folder: of one test."""
        names = ("faces",) if who == PUBLIC else tuple(BUCKETS)
        more = {"region": REGION, "key": who, "secret": self.secrets[who], "folder": folder}
        return {
            name: {
                "BACKEND": "kintrace.vault.stores.bucket.InBucket",
                "OPTIONS": {
                    "bucket": BUCKETS[name],
                    "endpoint": endpoint or self.endpoint,
                    **more,
                },
            }
            for name in names
        }

    def surroundings(self, who: str) -> dict[str, str]:
        """What tells a process of ours to use it."""
        buckets = {} if who == PUBLIC else {"KINTRACE_S3_BUCKET_SEALED": BUCKETS["sealed"]}
        return buckets | {
            "KINTRACE_STORE": "s3",
            "KINTRACE_S3_ENDPOINT": self.endpoint,
            "KINTRACE_S3_REGION": REGION,
            "KINTRACE_S3_BUCKET_FACES": BUCKETS["faces"],
            "KINTRACE_S3_KEY": who,
            "KINTRACE_S3_SECRET": self.secrets[who],
        }

    def bytes_of(self, bucket: str) -> bytes:
        """All that lies in the server's own files of a bucket: what a thief of its disk has."""
        return b"".join(file.read_bytes() for file in self.folder.glob(f"data/{bucket}_*.dat"))


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server with two empty buckets, for as long as the block lasts."""
    ports = _free_ports(2 * len(PARTS))
    server = Server(folder, port=ports[-1])
    (folder / "data").mkdir(parents=True)
    (folder / "names.json").write_text(json.dumps(_names(server)))
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(_command(folder, ports), stdout=log, stderr=log)
    try:
        _make_buckets(server, process)
        yield server
    finally:
        process.kill()
        process.wait(timeout=20)


def _command(folder: Path, ports: list[int]) -> list[str]:
    given = dict(zip(PARTS, zip(ports[::2], ports[1::2], strict=True), strict=True))
    where = [
        option
        for part, (inner, outer) in given.items()
        for option in (f"-{part}.port.grpc={inner}", f"-{part}.port={outer}")
    ]
    return [
        *("setpriv", "--pdeathsig", "KILL", "--", str(PROGRAM), "server"),
        *(f"-dir={folder / 'data'}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", *where),
        *("-filer", "-s3", f"-s3.config={folder / 'names.json'}"),
        *("-s3.port.iceberg=0", "-s3.port.lance=0", "-master.telemetry=false"),
        *("-volume.max=40", "-master.volumeSizeLimitMB=64", "-volume.minFreeSpacePercent=0"),
    ]


def _names(server: Server) -> dict[str, Any]:
    """Who may what: the policies of deploy/s3, word for word."""
    identities = [
        {"name": who, "credentials": [{"accessKey": who, "secretKey": secret}]}
        | ({"actions": ["Admin"]} if who == OWNER else {"policyNames": [who]})
        for who, secret in server.secrets.items()
    ]
    policies = [
        {"name": who, "content": (POLICIES / f"{who}.json").read_text()} for who in (STAFF, PUBLIC)
    ]
    return {"identities": identities, "policies": policies}


def _make_buckets(server: Server, process: subprocess.Popen[bytes]) -> None:
    """As soon as it answers; the first bytes take a moment, so that no test waits for them."""
    owner, until = server.client(OWNER), time.monotonic() + PATIENCE
    for bucket in BUCKETS.values():
        for asked in (
            partial(owner.create_bucket, Bucket=bucket),
            partial(owner.put_object, Bucket=bucket, Key="first", Body=b"x"),
            partial(owner.delete_object, Bucket=bucket, Key="first"),
        ):
            while not _done(asked):
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError("the S3 server of the tests did not start")
                time.sleep(0.1)


def _done(asked: Callable[[], object]) -> bool:
    try:
        asked()
    except (BotoCoreError, ClientError):
        return False
    return True


def _free_ports(number: int) -> list[int]:
    probes = [socket.socket() for _ in range(number)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()
