"""The door through which a web server calls Kintrace."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kintrace.config.settings")

application = get_wsgi_application()
