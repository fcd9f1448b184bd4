"""A store in a bucket of an S3 server: private, asked with our own name, and never for long."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

import structlog
from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.httpsession import URLLib3Session
from storages.backends.s3 import S3Storage

from kintrace.vault.stores import Lying, Piece, StoreAway, is_plain, plain
from kintrace.vault.stores.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from kintrace.vault.stores import Wrong

_log = structlog.get_logger()
_AT_ONCE = 8 * 1024 * 1024  # bytes of one part of a large upload, and how many lie in memory
_IN_TURN = TransferConfig(
    multipart_threshold=_AT_ONCE, multipart_chunksize=_AT_ONCE, use_threads=False
)
# A person waits for the answer: one more try, and not for long (decision 072).
_CALLS = Config(
    connect_timeout=3,
    read_timeout=10,
    retries={"total_max_attempts": 2, "mode": "standard"},
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    # Not every server knows the newer checksums; what is sealed shows any change by itself.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
_REFUSED, _MISSING, _NOTHING_THERE, _SERVER_FAILS = 300, 404, 416, 500


class InBucket:
    """`folder`: a beginning of all names, for who shares a bucket; else empty."""

    def __init__(self, *, bucket: str, folder: str = "", ca: str = "", **more: str) -> None:
        self._storage = S3Storage(
            bucket_name=bucket,
            location=folder,
            verify=ca or None,
            client_config=_CALLS,
            endpoint_url=more["endpoint"] or None,
            region_name=more["region"],
            access_key=more["key"],
            secret_key=more["secret"],
        )
        self._bucket, self._before = bucket, f"{folder}/" if folder else ""
        self._rest = Rest()

    @cached_property
    def _client(self) -> Any:
        """One for all threads, which a client is made for and Django's storage makes several of."""
        return self._storage.connection.meta.client

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        # Nothing stands under the name before the last byte came; an upload that fails is ended.
        with self._asking() as client:
            client.upload_fileobj(
                _Joined(pieces), self._bucket, self._key(plain(name)), Config=_IN_TURN
            )

    def get(self, name: str) -> bytes:
        with self.piece(name) as whole:
            return whole.read(whole.size)

    @contextmanager
    def piece(self, name: str, start: int = 0, stop: int | None = None) -> Iterator[Piece]:
        wanted = {"Bucket": self._bucket, "Key": self._key(plain(name))}
        if start or stop is not None:
            wanted["Range"] = f"bytes={start}-{'' if stop is None else stop - 1}"
        with self._asking() as client:
            try:
                answer = client.get_object(**wanted)
            except ClientError as refused:
                if _status(refused) != _NOTHING_THERE:
                    raise
                answer = {"ContentLength": 0, "Body": BytesIO()}
            yield Piece(answer["ContentLength"], _whole(answer["Body"].read))
            answer["Body"].close()

    def size(self, name: str) -> int:
        with self._asking() as client:
            head = client.head_object(Bucket=self._bucket, Key=self._key(plain(name)))
        return int(head["ContentLength"])

    def delete(self, beginning: str) -> None:
        with self._asking() as client:
            for some in self._pages(client, beginning):
                named = {"Objects": some, "Quiet": True}
                done = client.delete_objects(Bucket=self._bucket, Delete=named)
                if done.get("Errors"):
                    _log.error("store.deleted_in_part", code=_code(done["Errors"][0]))
                    raise StoreAway

    def _pages(self, client: Any, beginning: str) -> Iterator[list[dict[str, str]]]:
        """By the thousand what begins so; where the bucket keeps versions, each of them."""
        where = {"Bucket": self._bucket, "Prefix": self._key(beginning)}
        if "Status" not in client.get_bucket_versioning(Bucket=self._bucket):
            for page in client.get_paginator("list_objects_v2").paginate(**where):
                if held := page.get("Contents"):
                    yield [{"Key": one["Key"]} for one in held]
            return
        for page in client.get_paginator("list_object_versions").paginate(**where):
            if held := page.get("Versions", []) + page.get("DeleteMarkers", []):
                yield [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in held]

    def lying(self) -> Iterator[Lying]:
        return (one for one in self._listed() if is_plain(one.name))

    def strangers(self) -> int:
        return sum(not is_plain(one.name) for one in self._listed())

    def _listed(self) -> Iterator[Lying]:
        with self._asking() as client:
            pages = client.get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._before):
                for one in page.get("Contents", ()):
                    yield Lying(one["Key"].removeprefix(self._before), one["LastModified"])

    def tidy(self, before: datetime) -> None:
        with self._asking() as client:
            pages = client.get_paginator("list_multipart_uploads")
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._before):
                for one in page.get("Uploads", ()):
                    if one["Initiated"] < before:
                        client.abort_multipart_upload(
                            Bucket=self._bucket, Key=one["Key"], UploadId=one["UploadId"]
                        )

    def open_to_others(self, probe: str, called: str) -> Iterator[Wrong]:
        with self._asking() as client:
            versions = client.get_bucket_versioning(Bucket=self._bucket).get("Status")
            signed = client.generate_presigned_url(
                "get_object", Params={"Bucket": self._bucket, "Key": self._key(probe)}
            )
        if versions == "Enabled":
            yield (
                f"The bucket of {called} keeps versions: what is replaced stays there.",
                "Switch versioning off, and let noncurrent versions expire after a day.",
            )
        if self._anybody_reads(signed.partition("?")[0]):
            yield f"Anybody can read the bucket of {called}.", "Take its public access away."

    def _anybody_reads(self, address: str) -> bool:
        """Whether the address answers without a signature."""
        with self._asking():
            unsigned = AWSRequest("GET", address).prepare()
            patience = (_CALLS.connect_timeout, _CALLS.read_timeout)
            asked = URLLib3Session(verify=self._storage.verify or True, timeout=patience)
            return int(asked.send(unsigned).status_code) < _REFUSED

    def read_only(self, probe: str, called: str) -> Iterator[Wrong]:
        try:
            self._client.put_object(Bucket=self._bucket, Key=self._key(probe), Body=b"probe")
        except ClientError as refused:
            if refused.response.get("Error", {}).get("Code") != "AccessDenied":
                yield (
                    f"The store of {called} does not know this side.",
                    "Check KINTRACE_S3_KEY and KINTRACE_S3_SECRET, and the clock.",
                )
        except BotoCoreError:
            yield f"The store of {called} does not answer.", "Check KINTRACE_S3_ENDPOINT."
        else:
            yield (
                f"This side can write into the bucket of {called} and must only read it.",
                "Give it the policy of deploy/s3/public.json.",
            )

    def _key(self, name: str) -> str:
        return f"{self._before}{name}"

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """The client; what it says of failure in the words of this house."""
        self._rest.require_over()
        try:
            yield self._client
        except ClientError as refused:
            if _status(refused) >= _SERVER_FAILS:
                self._rest.begin()
            else:
                self._rest.end()
            if _status(refused) == _MISSING:
                raise FileNotFoundError from None
            _log.warning("store.refused", code=_code(refused.response.get("Error", {})))
            raise StoreAway from None
        except (BotoCoreError, Boto3Error):
            self._rest.begin()
            _log.warning("store.away", exc_info=True)
            raise StoreAway from None
        else:
            self._rest.end()


class _Joined:
    """Pieces as one file that is read once; no more of it lies here than was asked for."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._left = iter(pieces), bytearray()

    def read(self, most: int = -1) -> bytes:
        while most < 0 or len(self._left) < most:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._left += piece
        end = len(self._left) if most < 0 else most
        taken = bytes(self._left[:end])
        del self._left[:end]
        return taken


def _whole(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """Reading that gives all that was asked for unless it ends: a connection gives what it has."""

    def wholly(most: int) -> bytes:
        parts = bytearray()
        while len(parts) < most and (part := read(most - len(parts))):
            parts += part
        return bytes(parts)

    return wholly


def _status(refused: ClientError) -> int:
    return int(refused.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _code(error: dict[str, str]) -> str:
    return f"s3.{error.get('Code', '')}".lower()
