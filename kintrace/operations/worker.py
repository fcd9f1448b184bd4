"""The worker: jobs, reaper and duties, one after the other, until it is told to stop."""

import logging
import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import FrameType

import structlog
from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker
from django_tasks_db.models import DBTaskResult
from structlog.contextvars import bound_contextvars

from kintrace.operations import duties, restoring
from kintrace.operations.beating import Heart
from kintrace.operations.failed import society_of
from kintrace.operations.logs import place_of
from kintrace.operations.reaper import PATIENCE, Job, Patience, note_failure, reap
from kintrace.work.urgency import PRESSING

AT_A_TIME = 20  # jobs, before duties and reaper have their turn
REAP_EVERY = timedelta(seconds=15)

_log = structlog.get_logger()


class Runner(QueueWorker):
    """The queue's own way of taking jobs; how they run, and what is kept of it, is ours."""

    def __init__(self, heart: Heart, *, at_most: int = AT_A_TIME) -> None:
        self.heart = heart
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=at_most,
            worker_id=heart.worker,
        )

    def run_task(self, db_task_result: Job) -> None:
        """Run one job. Neither what it gives back nor an error's message is kept."""
        began = time.perf_counter()
        self.running_task = True
        with bound_contextvars(**_known(db_task_result)):
            try:
                called = db_task_result.task_result
                with self.heart.at():
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


def _known(job: Job) -> dict[str, str]:
    """What its log lines say of a job: which it is, and whose."""
    society = society_of(job)
    return {"job": job.task_path, "job_id": str(job.pk)} | ({"society": society} if society else {})


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
        most_memory: int = 0,
    ) -> None:
        """otherwise: a little of something else when no job waits; says whether there is more.

        most_memory: MB beyond which it ends after the job at hand and is started anew; 0: any.
        """
        self.patience = patience
        self.pause = pause
        self.otherwise = otherwise
        self.parent = os.getppid() if with_parent else None
        self.heart = Heart(get_random_string(32), patience.lease, patience.longest)
        self.most_memory = most_memory
        self.stopping = self.prepared = False
        self.runner: Runner | None = None
        self.reap_at = 0.0

    def work(self) -> None:
        """Work until `stop` is called or the parent is gone; what is begun is finished first."""
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        _log.info("worker.started")
        with self.heart.beats():
            while not self._is_over():
                if not self._try_round():
                    time.sleep(self.pause)
        _log.info("worker.stopped")

    def _try_round(self) -> bool:
        if restoring.stands():
            return False
        try:
            if not self.prepared:
                self._prepare()
            return self._round()
        except (OperationalError, InterfaceError):
            _log.exception("worker.no_database")
            connections.close_all()
            return False

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
        if self.most_memory and memory() > self.most_memory:
            _log.warning("worker.grew")
            return True
        return self.stopping or (self.parent is not None and os.getppid() != self.parent)

    def _prepare(self) -> None:
        duties.prepare()
        self.heart.beat()
        self.prepared = True

    def _round(self) -> bool:
        """Whatever there is to do now; says whether there may be more at once."""
        close_old_connections()
        if time.monotonic() >= self.reap_at:
            reap(self.patience)
            duties.bring_back()
            self.reap_at = time.monotonic() + min(REAP_EVERY, self.patience.lease).total_seconds()
        duties.do_due(held=self.heart.at, before_each=self._do_pressing)
        if self._is_over():
            return False
        if not DBTaskResult.objects.ready().exists():
            return self.otherwise()
        self._run(AT_A_TIME)
        return True

    def _do_pressing(self) -> None:
        """Between two duties: what somebody waits for. A sweep of the night may take minutes."""
        pressing = DBTaskResult.objects.ready().filter(priority__gte=PRESSING)
        for _ in range(AT_A_TIME):
            if self.stopping or not pressing.exists():
                return
            self._run(1)

    def _run(self, at_most: int) -> None:
        self.runner = Runner(self.heart, at_most=at_most)
        self.runner.run()


def memory() -> int:
    """How much of the machine's memory this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024**2
