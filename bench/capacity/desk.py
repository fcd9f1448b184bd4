"""The staff side as in service, with nobody asked why they read so much in one minute."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kintrace.config.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from bench.desk import lift_limits  # noqa: E402 - after Django stands

lift_limits()
