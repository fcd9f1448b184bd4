"""gunicorn's settings for both sides: `gunicorn -c python:kintrace.operations.serving`.

Start it with forgetting.SURROUNDINGS in the environment.
"""

import gc

wsgi_app = "kintrace.config.wsgi"
worker_class = "gthread"
threads = 4
loglevel = "warning"
control_socket_disable = True  # nobody commands it but by signals
accesslog = None  # it would hold addresses; our own line per request does not


def post_worker_init(worker: object) -> None:
    """What the program itself is made of is never looked at again; the rest is soon looked over."""
    del worker
    gc.collect()
    gc.freeze()


def post_request(worker: object, request: object, environ: object, response: object) -> None:
    """Free what a request leaves in cycles: its page, its form, its error. Half a millisecond."""
    del worker, request, environ, response
    gc.collect()
