"""What may leave this program in a log line: known keys, each in the shape of a code or a number.

Nothing is hidden by hunting for secrets; only what stands in SHAPES gets out. A line from a
library (Django, gunicorn, allauth) keeps its logger, level and code location and loses its text,
for the text holds paths, addresses and user agents.
"""

import logging
import re
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any
from uuid import uuid4

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from structlog.contextvars import bind_contextvars, clear_contextvars, merge_contextvars
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, WrappedLogger

CODE = re.compile(r"[a-z][a-z0-9_.:-]{0,99}")
DOTTED = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,119}(:[A-Za-z0-9_<>]{1,80})?(:\d{1,6})?")
UUID_OR_HEX = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")
NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{8,15}(Z|[+-]\d\d:\d\d)")

SHAPES: Mapping[str, re.Pattern[str]] = {
    "event": CODE,
    "level": CODE,
    "timestamp": TIME,
    "request_id": UUID_OR_HEX,
    "route": CODE,
    "method": re.compile(r"[A-Z]{3,7}"),
    "status": NUMBER,
    "society": UUID_OR_HEX,
    "code": CODE,
    "duration_ms": NUMBER,
    "job": DOTTED,
    "job_id": UUID_OR_HEX,
    "member": UUID_OR_HEX,
    "deed": CODE,
    "reason": CODE,
    "error_class": DOTTED,
    "location": DOTTED,
    "dropped": re.compile(r"[a-z_][a-z0-9_,]{0,199}"),
}
_KEY_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")
_log = structlog.get_logger()


def allow_list(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep known keys whose value has the key's shape; of the others name the key and no more."""
    kept = {key: value for key, value in event.items() if _allowed(key, value)}
    lost = event.keys() - kept.keys()
    if lost:
        names = {key if _KEY_NAME.fullmatch(str(key)) else "unnamed" for key in lost}
        kept["dropped"] = ",".join(sorted(names))[:200]
    kept.setdefault("event", "unnamed")
    return kept


def _allowed(key: str, value: object) -> bool:
    shape = SHAPES.get(key)
    return shape is not None and bool(shape.fullmatch(str(value)))


def name_error(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put the class and the place in the code for an exception; its message may hold anything."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["error_class"] = f"{type(error).__module__}.{type(error).__qualname__}"
        event["location"] = place_of(error.__traceback__)
    return event


def place_of(trace: TracebackType | None) -> str:
    """The innermost frame of our own code, or the innermost at all, as module:function:line."""
    place = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", "unknown"))
        if module.startswith("kintrace.") or not place.startswith("kintrace."):
            place = f"{module}:{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place or "unknown"


def name_foreign(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """A library's line: which logger, from where, with which status; never what it says."""
    record: logging.LogRecord = event["_record"]
    event["event"] = record.name.lower()
    event["location"] = f"{record.module}:{record.funcName}:{record.lineno}"
    status = getattr(record, "status_code", None)
    if isinstance(status, int):
        event["status"] = status
    event.pop("stack_info", None)
    return name_error(_logger, _method, event)


def say_level(_logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """The level, by the name of the method that was called."""
    event["level"] = {"exception": "error", "warn": "warning"}.get(method, method)
    return event


_stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)
_LINE = ProcessorFormatter(
    foreign_pre_chain=[merge_contextvars, say_level, _stamp, name_foreign],
    processors=[
        ProcessorFormatter.remove_processors_meta,
        allow_list,
        structlog.processors.JSONRenderer(),
    ],
    use_get_message=False,
)


class Output(logging.Handler):
    """Writes to whatever standard error is at that moment; a failure to write is swallowed."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except Exception:  # noqa: BLE001  # a traceback here would print the very record
            line = '{"event": "log.unprintable", "level": "error"}'
        with suppress(OSError):  # the disk is full: the page is worth more than its line
            sys.stderr.write(f"{line}\n")


def configure(config: Mapping[str, Any]) -> None:
    """Route every logger of the process through the allow-list. `config`: {"level": number}."""
    logging.raiseExceptions = False  # else a broken line is printed whole, with its arguments
    output = Output()
    output.setFormatter(_LINE)
    root = logging.getLogger()
    root.handlers[:] = [*(h for h in root.handlers if not _prints(h)), output]
    root.setLevel(config.get("level", logging.INFO))
    for name in [*logging.Logger.manager.loggerDict]:
        _hand_over(logging.getLogger(name))
    # A request gets one line, and it is ours; the development server's own shows the path.
    logging.getLogger("django.server").setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            merge_contextvars,
            say_level,
            _stamp,
            name_error,
            allow_list,
            ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _prints(handler: logging.Handler) -> bool:
    return type(handler) in {logging.StreamHandler, Output}


def _hand_over(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True


class RequestLog:
    """The outermost middleware: one line per request, with the route's name and never its path."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Number the request, answer it, and write its line."""
        clear_contextvars()
        bind_contextvars(request_id=uuid4().hex)
        began = time.perf_counter()
        response = self.get_response(request)
        _log.info(
            "request",
            route=route_of(request),
            method=request.method,
            status=response.status_code,
            duration_ms=round((time.perf_counter() - began) * 1000, 1),
        )
        return response


def route_of(request: HttpRequest) -> str:
    """The name of the view that answered; never a path."""
    match = request.resolver_match
    return (match.view_name or "unnamed") if match else "none"
