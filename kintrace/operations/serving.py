"""gunicorn's settings for both sides: `gunicorn -c python:kintrace.operations.serving`.

Start it with forgetting.SURROUNDINGS in the environment.
"""

import gc
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from kintrace.names.remembering import forget

wsgi_app = "kintrace.config.wsgi"
worker_class = "gthread"
threads = 4
loglevel = "warning"
control_socket_disable = True  # nobody commands it but by signals
accesslog = None  # it would hold addresses; our own line per request does not


FIGURES = "PROMETHEUS_MULTIPROC_DIR"  # where each process counts its requests (counted.py)


def on_starting(server: object) -> None:
    """A fresh folder for the counts of this server's processes; before any of them starts."""
    del server
    os.environ[FIGURES] = tempfile.mkdtemp(prefix="kintrace-figures-")


def on_exit(server: object) -> None:
    """The counts end with the server."""
    del server
    shutil.rmtree(os.environ.get(FIGURES, ""), ignore_errors=True)


class Asked(Protocol):
    """What gunicorn tells of a request, as far as we look."""

    method: str


def post_worker_init(worker: object) -> None:
    """What the program itself is made of is never looked at again; the rest is soon looked over."""
    del worker
    _read_ahead()
    gc.collect()
    gc.freeze()


def post_request(worker: object, request: Asked, environ: object, response: object) -> None:
    """Free what a request leaves in cycles: its page, its form, its error. Half a millisecond.

    And what was worked out of the names that it compared: after a few hundred searches to look
    through it would take as long as ten of them, after each request, and the next search is no
    faster for it. Who only looks, on the public side, said nothing and was told nothing that is not
    public.
    """
    del worker, environ, response
    if request.method not in {"GET", "HEAD"} or os.environ.get("KINTRACE_SIDE") != "public":
        forget()
        gc.collect()


def worker_exit(server: object, worker: object) -> None:
    """Write down what was counted since the last minute: a restart loses no day's figures."""
    del server, worker
    from django.apps import apps  # noqa: PLC0415 - gunicorn reads this file before Django stands
    from django.db import DatabaseError  # noqa: PLC0415

    if not (apps.ready and apps.is_installed("kintrace.visitors")):
        return  # it ends because it could not start
    from kintrace.visitors.actions import write_counts  # noqa: PLC0415

    with suppress(DatabaseError):  # then these few are lost, and the process still ends
        write_counts()


def _read_ahead() -> None:
    """Make what the first visitors would make: templates, catalogues, addresses.

    They are parts of the program. Made later, each request would look through all of them.
    """
    from django.apps import apps  # noqa: PLC0415 - gunicorn reads this file before Django stands
    from django.conf import settings  # noqa: PLC0415
    from django.template.loader import get_template  # noqa: PLC0415
    from django.urls import get_resolver  # noqa: PLC0415
    from django.utils import translation  # noqa: PLC0415

    for app in (one for one in apps.get_app_configs() if one.name.startswith("kintrace.")):
        folder = Path(app.path) / "templates"
        for page in folder.glob("**/*.html"):
            get_template(str(page.relative_to(folder)))
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            translation.gettext("Wall")
    _ = get_resolver().reverse_dict
