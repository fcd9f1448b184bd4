"""A bare Django "hello": no middleware, no app, one view. What everything else is measured by."""

import secrets

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path


def hello(request: HttpRequest) -> HttpResponse:
    """As little as a view can do."""
    del request
    return HttpResponse("hello", headers={"Content-Length": "5"})


urlpatterns = [path("hello/", hello)]

if not settings.configured:
    settings.configure(
        SECRET_KEY=secrets.token_hex(32), ROOT_URLCONF="bench.hello", ALLOWED_HOSTS=["localhost"]
    )
    application = get_wsgi_application()
