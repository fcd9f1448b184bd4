"""The worker: jobs, reaper and duties, one after the other, until it is told to stop."""

import logging
import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from types import FrameType

import structlog
from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker
from django_tasks_db.models import DBTaskResult
from structlog.contextvars import bound_contextvars

from kintrace.operations import duties, restoring
from kintrace.operations.logs import place_of
from kintrace.operations.reaper import PATIENCE, Job, Patience, note_failure, reap

AT_A_TIME = 20  # jobs, before duties and reaper have their turn
REAP_EVERY = timedelta(seconds=15)

_log = structlog.get_logger()


class Runner(QueueWorker):
    """The queue's own way of taking jobs; how they run, and what is kept of it, is ours."""

    def __init__(self, name: str) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=AT_A_TIME,
            worker_id=name,
        )

    def run_task(self, db_task_result: Job) -> None:
        """Run one job. Neither what it gives back nor an error's message is kept."""
        began = time.perf_counter()
        self.running_task = True
        with bound_contextvars(job=db_task_result.task_path):
            try:
                called = db_task_result.task_result
                called.task.call(*called.args, **called.kwargs)
            except Exception as error:  # noqa: BLE001  # the worker outlives whatever a job does
                _note(db_task_result, error)
                _log.exception("job.failed")
            else:
                db_task_result.set_successful(None)
                _log.info("job.done", duration_ms=round((time.perf_counter() - began) * 1000))
            finally:
                self.running_task = False
                self._run_tasks += 1


def _note(job: Job, error: Exception) -> None:
    job.exception_class_path = f"{type(error).__module__}.{type(error).__qualname__}"
    job.traceback = place_of(error.__traceback__)
    note_failure(job)


class Shift:
    """A worker process from start to end."""

    def __init__(
        self,
        *,
        patience: Patience = PATIENCE,
        pause: float = 1.0,
        with_parent: bool = False,
        otherwise: Callable[[], bool] = lambda: False,
    ) -> None:
        """otherwise: a little of something else when no job waits; says whether there is more."""
        self.patience = patience
        self.pause = pause
        self.otherwise = otherwise
        self.parent = os.getppid() if with_parent else None
        self.name = get_random_string(32)
        self.stopping = False
        self.runner: Runner | None = None
        self.reap_at = 0.0

    def work(self) -> None:
        """Work until `stop` is called or the parent is gone; what is begun is finished first."""
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        _log.info("worker.started")
        prepared = False
        while not self._is_over():
            busy = False
            try:
                if not restoring.stands():
                    prepared = prepared or self._prepare()
                    busy = self._round()
            except (OperationalError, InterfaceError):
                _log.exception("worker.no_database")
                connections.close_all()
            if not busy:
                time.sleep(self.pause)
        _log.info("worker.stopped")

    def stop(self, number: int, frame: FrameType | None) -> None:
        """A signal's handler: end after the job at hand."""
        del number, frame
        self.stopping = True
        if self.runner is not None:
            self.runner.running = False

    def listen(self) -> None:
        """Stop on SIGTERM and SIGINT."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)

    def _is_over(self) -> bool:
        return self.stopping or (self.parent is not None and os.getppid() != self.parent)

    def _prepare(self) -> bool:
        duties.prepare()
        return True

    def _round(self) -> bool:
        """Whatever there is to do now; says whether there may be more at once."""
        close_old_connections()
        if time.monotonic() >= self.reap_at:
            reap(self.patience)
            self.reap_at = time.monotonic() + min(REAP_EVERY, self.patience.lease).total_seconds()
        duties.do_due()
        if self._is_over():
            return False
        if not DBTaskResult.objects.ready().exists():
            return self.otherwise()
        self.runner = Runner(self.name)
        self.runner.run()
        return True
