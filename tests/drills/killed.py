"""A world that is copied, a process that is killed in it at a chosen step, and what is left."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import override_settings
from psycopg import sql

from kintrace.operations.reaper import Patience
from kintrace.operations.worker import Shift
from kintrace.vault import keyring
from tests import environment
from tests.postgres import superuser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WRITES = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT")
FOLDERS = ("ROOT_KEYS", "SAFE_FILES", "FACES", "DATA", "EMAIL_FILE_PATH")
AT_ONCE = Patience(lease=timedelta(0), attempts=1000)


@dataclass(frozen=True)
class World:
    """A database and the folders beside it, to be copied again and again."""

    database: str
    folder: Path

    @contextmanager
    def copied(self, name: str) -> Iterator[World]:
        """The same once more, gone after the block. Nobody may be connected to this one."""
        other = replace(self, database=name, folder=self.folder.with_name(name))
        other.drop()
        _as_superuser("CREATE DATABASE {} TEMPLATE {}", name, self.database)
        shutil.copytree(self.folder, other.folder)
        try:
            yield other
        finally:
            other.drop()

    def drop(self) -> None:
        """Delete it, whoever is connected."""
        _as_superuser("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.database)
        shutil.rmtree(self.folder, ignore_errors=True)

    def settings(self) -> dict[str, Any]:
        """Where what this world's program keeps beside its database lies."""
        places = {name: self.folder / name.lower() for name in FOLDERS}
        letters = "django.core.mail.backends.filebased.EmailBackend"
        return places | {"PINS": self.folder / "data" / "pins.json", "EMAIL_BACKEND": letters}

    def run(self, work: Callable[[], None], *, die_at: int = 0) -> int:
        """Do it in a process of its own, killed before its step `die_at`.

        Gives how many steps were done; a negative number is the signal that ended it.
        """
        connections.close_all()
        child = os.fork()
        if not child:
            self._be_the_child(work, Steps(die_at))
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return -os.WTERMSIG(status)
        assert os.WEXITSTATUS(status) == 0, (self.folder / "error").read_text()
        return int((self.folder / "steps").read_text())

    def _be_the_child(self, work: Callable[[], None], steps: Steps) -> None:
        code = 0
        try:
            connection.settings_dict["NAME"] = self.database
            keyring.forget_all()
            steps.watch()
            with override_settings(**self.settings()):
                work()
            (self.folder / "steps").write_text(str(steps.done))
        except BaseException:  # noqa: BLE001 - the parent reads and tells it
            (self.folder / "error").write_text("".join(traceback.format_exception(*sys.exc_info())))
            code = 3
        finally:
            os._exit(code)


@dataclass
class Steps:
    """Counts what a process writes, and what it begins once a transaction is through."""

    die_at: int
    done: int = 0

    def watch(self) -> None:
        """From here on, in this process."""
        whole, steps = BaseDatabaseWrapper.run_and_clear_commit_hooks, self

        def counted(self: BaseDatabaseWrapper) -> None:
            if self.run_on_commit:
                steps.step()
            whole(self)

        BaseDatabaseWrapper.run_and_clear_commit_hooks = counted  # type: ignore[method-assign]
        connection.execute_wrappers.append(self)

    def __call__(self, execute: Callable[..., Any], question: str, *rest: Any) -> Any:
        """A statement of the database."""
        if question.lstrip().upper().startswith(WRITES):
            self.step()
        return execute(question, *rest)

    def step(self) -> None:
        """One step more; the last one, where this is the step to die at."""
        self.done += 1
        if self.done == self.die_at:
            os.kill(os.getpid(), signal.SIGKILL)


def work_off() -> None:
    """What a worker does until nothing is due and nothing waits, and what it finds given back."""
    shift = Shift(patience=AT_ONCE)
    shift.prepared = True
    shift.reap_at = 0.0
    while shift._round():  # noqa: SLF001 - one round after the other, and then no more
        shift.reap_at = 0.0


def _as_superuser(command: str, *names: str) -> None:
    connections.close_all()
    with superuser(environment.server_folder()) as session:
        session.execute(sql.SQL(command).format(*map(sql.Identifier, names)))
