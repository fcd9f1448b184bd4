"""The door through which a web server calls Kintrace."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kintrace.config.settings")
# Somebody waits before each page: seconds after which the database gives a statement up.
os.environ.setdefault("KINTRACE_LONGEST_STATEMENT", "20")

application = get_wsgi_application()
