"""What a page takes up of a file that is sent to it: in memory, and never more than it says.

A page that says nothing takes what FILE_UPLOAD_MAX_MEMORY_SIZE allows.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile, StopUpload

# Why a file is not taken, by its first bytes and by how many came so far; "" to go on.
Judge = Callable[[bytes, int], str]
View = TypeVar("View", bound=Callable[..., Any])
BEGINNING = 64  # bytes by which it is told what a file is
# Of a file that is not taken so much more is thrown away as it comes, so that the page can say
# why: a browser that is cut off shows nothing. What is longer is cut off.
STILL_HEARD = 256 * 1024 * 1024


def takes_one_file(judge: Judge) -> Callable[[View], View]:
    """A page for one file, of which the judge says at every piece whether it goes on."""

    def mark(view: View) -> View:
        view.judge_of_files = judge  # type: ignore[attr-defined]
        return view

    return mark


def why_not(request: Any) -> str:
    """What the judge said of a file that was not taken; "" for one that was, or none."""
    return str(getattr(request, "file_not_taken", ""))


class InMemory(MemoryFileUploadHandler):
    """Keeps an upload in memory: unsealed it never touches the disk."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 - Django's name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Where the page has a judge, the judge decides, and not the length of the whole form."""
        super().handle_raw_input(input_data, META, content_length, boundary, encoding)
        found = getattr(self.request, "resolver_match", None)
        self.judge: Judge | None = getattr(found and found.func, "judge_of_files", None)
        self.whole, self.files, self.beginning = content_length, 0, b""
        self.activated = self.activated or self.judge is not None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """One file where there is a judge: many of them would fill the memory together."""
        self.files += 1
        if self.judge and self.files > 1:
            self.file = BytesIO()  # Django closes what stands here, and that was the first one
            raise SkipFile
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Ask the judge, then keep the piece."""
        self.beginning += raw_data[: BEGINNING - len(self.beginning)]
        if self.judge and len(self.beginning) == BEGINNING:
            why = self.judge(self.beginning, start + len(raw_data))
            if why:
                self._let_go(why)
        return super().receive_data_chunk(raw_data, start)

    def _let_go(self, why: str) -> None:
        self.file.close()
        self.request.file_not_taken = why  # type: ignore[union-attr]
        if self.whole > STILL_HEARD:
            raise StopUpload(connection_reset=True)
        raise SkipFile
