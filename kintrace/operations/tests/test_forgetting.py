"""What a process of ours frees is gone, and not merely out of sight."""

import gc
import os
import secrets
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.utils import timezone

from kintrace.matching.cards import description_of
from kintrace.matching.description import Description
from kintrace.matching.scoring import weigh
from kintrace.names import remembering
from kintrace.operations import serving
from kintrace.operations.forgetting import SURROUNDINGS
from kintrace.operations.steal.memory import environment, family, memory
from kintrace.people.cards import Card, CardRole, parted
from kintrace.visitors import lookups as visitors
from kintrace.visitors.actions import count_day

# Reads a secret, uses it as a form does, lets go of it and waits.
FORGETFUL = """
import json, os
secret = os.read(0, 100).decode()
page = json.dumps({"password": secret, "again": [secret] * 3}).encode()
print(len(page), flush=True)
del secret, page
os.write(1, b"let go\\n")
os.read(0, 1)
"""


def holds(secret: str, surroundings: dict[str, str]) -> bool:
    """Whether a process still holds a secret after it let go of it."""
    child = subprocess.Popen(
        [sys.executable, "-c", FORGETFUL],
        env={**os.environ, **surroundings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child, child.stdin, child.stdout:
        child.stdin.write(secret.encode())
        child.stdin.flush()
        lines = [child.stdout.readline(), child.stdout.readline()]
        assert lines[1] == b"let go\n"
        return any(secret.encode() in region for region in memory(child.pid))


def test_a_password_that_was_let_go_of_is_overwritten() -> None:
    assert not holds(secrets.token_hex(24), dict(SURROUNDINGS))


def test_without_our_settings_it_would_still_lie_there() -> None:
    assert holds(secrets.token_hex(24), {"PYTHONMALLOC": "default", "GLIBC_TUNABLES": ""})


class Page:
    """Something that holds itself, as a page with its form does."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def lazy() -> Iterator[None]:
    """A collector that does nothing by itself."""
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize(
    ("side", "method", "freed"),
    [
        ("staff", "GET", True),
        ("staff", "POST", True),
        ("both", "GET", True),
        ("public", "POST", True),
        ("public", "GET", False),  # who looks at the wall leaves nothing of anybody's
    ],
)
def test_what_a_request_leaves_in_cycles_is_freed_when_it_ends(
    lazy: None, monkeypatch: pytest.MonkeyPatch, side: str, method: str, freed: bool
) -> None:
    monkeypatch.setenv("KINTRACE_SIDE", side)
    page = weakref.ref(Page())
    assert page() is not None
    serving.post_request(None, SimpleNamespace(method=method), None, None)
    assert (page() is None) == freed


def test_what_was_worked_out_of_a_name_is_let_go_of_with_the_request_that_compared_it(
    lazy: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KINTRACE_SIDE", "staff")
    assert weigh(card("Samir Khalil"), card("Samira Khaled")).reasons
    assert remembering.how_many() > 0
    serving.post_request(None, SimpleNamespace(method="POST"), None, None)
    assert remembering.how_many() == 0


def card(name: str) -> Description:
    return description_of(Card(role=CardRole.ASKED, names=(parted(name),)))


def test_a_worker_that_ends_writes_down_what_it_counted(db: None) -> None:
    day = timezone.localdate()
    before = visitors.counts(day, day).get((day, "test-wall"), 0)
    count_day("test-wall")
    serving.worker_exit(None, None)
    assert visitors.counts(day, day)[day, "test-wall"] == before + 1


def test_the_program_itself_is_not_looked_over_each_time(lazy: None) -> None:
    before = gc.get_freeze_count()
    serving.post_worker_init(None)
    assert gc.get_freeze_count() > before + 10_000


def test_the_memory_of_a_process_is_read_whole() -> None:
    here = os.getpid()
    secret = secrets.token_bytes(32)
    assert here in family(here)
    assert any(secret in region for region in memory(here))
    assert environment(here) == Path("/proc/self/environ").read_bytes()
